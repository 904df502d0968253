"""How long a practice runs: its phases and rounds, in whole milliseconds.

Where a session is at a moment, the timer reckons (overrides/components/practice-timer/schedule.js);
tests/vectors/timer.json holds both to the same figures.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
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


def breath_spans(practice: "Practice", seconds: Sequence[float] | None = None) -> tuple[Span, ...]:
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
    spans = lengths if minutes is None else _stretched(lengths, milliseconds(minutes * 60))
    return Session(tuple(Span("step", ms) for ms in spans))


def _stretched(lengths: Sequence[int], total: int) -> list[int]:
    written, target = sum(lengths), total // 1000
    ends = [0]
    for index in range(len(lengths)):
        upto = sum(lengths[: index + 1])
        ends.append((2 * upto * target + written) // (2 * written))
    return [(end - start) * 1000 for start, end in itertools.pairwise(ends)]


def open_session(minutes: float) -> Session:
    """One quiet length."""
    return Session((Span("open", milliseconds(minutes * 60)),))


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
