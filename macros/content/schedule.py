"""How long a practice runs: its phases and rounds in whole milliseconds, and its lengths in words.

Where a session is at a moment, the timer reckons (overrides/components/practice-timer/schedule.js);
tests/vectors/timer.json holds both to the same figures.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from macros.content.model import Practice

SpanKind = Literal["in", "hold", "out", "rest", "step", "open"]


@dataclass(frozen=True)
class Span:
    """A stretch of one kind (in, hold, out, rest, step or open), `ms` milliseconds long; 0 is skipped."""

    kind: SpanKind
    ms: int


@dataclass(frozen=True)
class Session:
    """What runs: the spans of one round, and how many rounds."""

    spans: tuple[Span, ...]
    rounds: int = 1


def milliseconds(seconds: float) -> int:
    """Whole milliseconds of `seconds`."""
    return round(seconds * 1000)


def breath_spans(practice: Practice, seconds: Sequence[float] | None = None) -> tuple[Span, ...]:
    """The phases of a breath, with their own seconds or with those of a preset, in the same order."""
    chosen = seconds if seconds is not None else [phase.seconds for phase in practice.phases]
    return tuple(Span(phase.kind, milliseconds(s)) for phase, s in zip(practice.phases, chosen, strict=True))


def tail_ms(spans: Sequence[Span]) -> int:
    """Milliseconds after the last out-breath of a round: they are left out of the last round."""
    outs = [index for index, span in enumerate(spans) if span.kind == "out" and span.ms]
    return sum(span.ms for span in spans[outs[-1] + 1 :]) if outs else 0


def total_ms(session: Session) -> int:
    """Milliseconds from the first phase to the end of the last out-breath."""
    return session.rounds * sum(span.ms for span in session.spans) - tail_ms(session.spans)


def without_holds(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same breath with every hold left out."""
    return tuple(Span(span.kind, 0 if span.kind == "hold" else span.ms) for span in spans)


def steps_session(seconds: Sequence[float], minutes: float | None = None) -> Session:
    """Steps one after another, as written or stretched to `minutes` in whole seconds that sum exactly."""
    lengths = [milliseconds(s) for s in seconds]
    if minutes is not None:
        written, target = sum(lengths), milliseconds(minutes * 60) // 1000
        ends = [(2 * end * target + written) // (2 * written) for end in itertools.accumulate(lengths)]
        lengths = [(end - start) * 1000 for start, end in itertools.pairwise([0, *ends])]
    return Session(tuple(Span("step", ms) for ms in lengths))


def levels(spans: Sequence[Span]) -> tuple[float, ...]:
    """How full the breath is at the end of each span, 0 to 1; the breath before the first is empty (0).

    A round may hold several breaths (alternate nostrils): each fills and empties wholly.
    """
    fullness: list[float] = []
    for breath in _breaths(spans):
        sums = {kind: sum(span.ms for span in breath if span.kind == kind) for kind in ("in", "out")}
        level = 0.0
        for span in breath:
            if span.ms and span.kind in sums:
                level += span.ms / sums[span.kind] * (1 if span.kind == "in" else -1)
            fullness.append(level)
    return tuple(fullness)


def _breaths(spans: Sequence[Span]) -> list[list[Span]]:
    """The spans of a round by breath: an in after an out begins the next."""
    breaths: list[list[Span]] = [[]]
    for span in spans:
        breathed_out = any(before.ms and before.kind == "out" for before in breaths[-1])
        if span.ms and span.kind == "in" and breathed_out:
            breaths.append([])
        breaths[-1].append(span)
    return breaths


@dataclass(frozen=True)
class Length:
    """A length on offer: rounds of a breath, or minutes (None: as written); milliseconds; words."""

    rounds: int | None
    minutes: float | None
    total_ms: int
    words: str


def tenths_a_minute(spans: Sequence[Span]) -> int:
    """Rounds a minute, times ten, from what actually runs (10 s a round: 60)."""
    length = sum(span.ms for span in spans)
    return (1_200_000 + length) // (2 * length)


def breaths_a_minute(spans: Sequence[Span]) -> str:
    """Rounds a minute in figures, with at most one decimal ("6", "3.2")."""
    return f"{tenths_a_minute(spans) / 10:g}"


def in_words(ms: int) -> str:
    """A length as a reader says it: 156000 is "2 min 36 s"; nothing is rounded away."""
    minutes, rest = divmod(ms, 60_000)
    parts = ([f"{minutes} min"] if minutes else []) + ([f"{rest / 1000:g} s"] if rest or not minutes else [])
    return " ".join(parts)


def session_of(practice: Practice, amount: float | None = None) -> Session:
    """What runs for so many rounds of a breath, else minutes; without them, when a reader changes nothing."""
    if practice.practice_kind == "breath":
        return Session(breath_spans(practice), int(amount or practice.rounds))
    if practice.practice_kind == "steps":
        return steps_session([step.seconds for step in practice.steps], amount)
    return Session((Span("open", milliseconds((amount or practice.minutes) * 60)),))


def _length(practice: Practice, amount: float | None) -> Length:
    total = total_ms(session_of(practice, amount))
    if practice.practice_kind != "breath" or amount is None:
        return Length(None, amount, total, in_words(total))
    rounds = int(amount)
    return Length(rounds, None, total, f"{rounds} round{'' if rounds == 1 else 's'}, {in_words(total)}")


def default_length(practice: Practice) -> Length:
    """The length that runs when a reader changes nothing."""
    usual = {"breath": practice.rounds, "open": practice.minutes}
    return _length(practice, usual.get(practice.practice_kind))


def offered_lengths(practice: Practice) -> tuple[Length, ...]:
    """Every length on offer, in the author's order; steps as written come first."""
    offered = practice.rounds_offered if practice.practice_kind == "breath" else practice.minutes_offered
    lengths = tuple(_length(practice, amount) for amount in offered)
    if practice.practice_kind != "steps":
        return lengths
    first = default_length(practice)
    return (first, *(length for length in lengths if length.total_ms != first.total_ms))
