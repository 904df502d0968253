"""A reader's own pattern: read strictly, without holds, or a tap slower and faster; all within bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.content.model import Bounds, PhaseKind
from macros.content.schedule import Session, Span, Stretch, milliseconds, state_at

PACE_STEP_MS = 500  # how much one tap on Slower or Faster changes each breath in and out
PACED: tuple[PhaseKind, ...] = ("in", "out")  # holds and rests keep their length when the pace changes
FASTEST_ROUND_MS = 3000  # 20 breaths a minute: nothing faster is offered or accepted


class PatternError(ValueError):
    """A pattern that is refused. `code` is "count", "number", "low", "high" or "fast"; `phase` counts from 0."""

    def __init__(self, code: str, message: str, phase: int = -1) -> None:
        super().__init__(message)
        self.code = code
        self.phase = phase


def parse_pattern(text: str, kinds: Sequence[PhaseKind], bounds: Bounds) -> tuple[Span, ...]:
    """A reader's pattern ("4-6", "4-0-5.5-0": seconds of the phases in order), strictly.

    A hold may always be 0, whatever the bounds say. Raises PatternError with words that name the phase.
    """
    parts = text.split("-")
    if len(parts) != len(kinds):
        raise PatternError("count", f"This practice has {len(kinds)} phases; the pattern has {len(parts)}.")
    spans = tuple(_parse_part(part, index, kinds[index], bounds) for index, part in enumerate(parts))
    if sum(span.ms for span in spans) < FASTEST_ROUND_MS:
        raise PatternError("fast", "That is faster than 20 breaths a minute.")
    return spans


def _parse_part(part: str, index: int, kind: PhaseKind, bounds: Bounds) -> Span:
    if not re.fullmatch(r"[0-9]{1,2}(\.[05])?", part):
        raise PatternError("number", f"Phase {index + 1} is not a number of seconds in whole or half seconds.", index)
    seconds = float(part)
    least, most = bounds.least[kind], bounds.most[kind]
    if seconds < least and not (kind == "hold" and seconds == 0):
        raise PatternError("low", f"Phase {index + 1} ({kind}) is at least {least:g} s here.", index)
    if seconds > most:
        raise PatternError("high", f"Phase {index + 1} ({kind}) is at most {most:g} s here.", index)
    return Span(kind, milliseconds(seconds))


def without_holds(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same breath with every hold left out."""
    return tuple(Span(span.kind, 0 if span.kind == "hold" else span.ms) for span in spans)


def change_pace(session: Session, elapsed: float, step_ms: int, bounds: Bounds) -> Session:
    """The session with every breath in and out after the present round `step_ms` longer (or shorter, below 0).

    The number of rounds stays. A phase at its bound stays as it is, and no round becomes faster than allowed.
    """
    current = 0 if elapsed < 0 else state_at(session, elapsed).round
    kept: list[Stretch] = []
    later: list[Stretch] = []
    for stretch in session.stretches:
        here = current if stretch.rounds is None else min(current, stretch.rounds)
        current -= here
        if here:
            kept.append(Stretch(stretch.spans, here))
        if stretch.rounds is None or stretch.rounds > here:
            rest = None if stretch.rounds is None else stretch.rounds - here
            later.append(Stretch(paced(stretch.spans, step_ms, bounds), rest))
    return Session((*kept, *later))


def paced(spans: Sequence[Span], step_ms: int, bounds: Bounds) -> tuple[Span, ...]:
    """The spans with each breath in and out `step_ms` longer or shorter, as far as `bounds` (seconds) allow."""
    changed = tuple(_paced(span, step_ms, bounds) for span in spans)
    too_fast = step_ms < 0 and sum(span.ms for span in changed) < FASTEST_ROUND_MS
    return tuple(spans) if too_fast else changed


def _paced(span: Span, step_ms: int, bounds: Bounds) -> Span:
    kind = next((kind for kind in PACED if kind == span.kind and span.ms), None)
    if kind is None:
        return span
    least, most = milliseconds(bounds.least[kind]), milliseconds(bounds.most[kind])
    ms = span.ms + step_ms
    ms = min(ms, max(most, span.ms)) if step_ms > 0 else max(ms, min(least, span.ms))
    return Span(kind, ms)
