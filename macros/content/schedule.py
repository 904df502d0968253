"""The schedule of a practice: pure arithmetic on whole milliseconds, the twin of schedule.js."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from macros.content.model import Practice

SpanKind = Literal["in", "hold", "out", "rest", "step", "open"]

LEAD_IN_ROUNDS = 6  # rounds over which a reader's own pace is eased into the pattern


@dataclass(frozen=True)
class Span:
    """A stretch of one kind (in, hold, out, rest, step or open), `ms` milliseconds long; 0 is skipped."""

    kind: SpanKind
    ms: int


@dataclass(frozen=True)
class Stretch:
    """Rounds that share one pattern. `rounds` is None for "until I stop", which only the last may be."""

    spans: tuple[Span, ...]
    rounds: int | None

    @property
    def round_ms(self) -> int:
        """Length of one round, in milliseconds."""
        return sum(span.ms for span in self.spans)


@dataclass(frozen=True)
class Session:
    """All that will run, in order. Most have one stretch; a lead-in or a change of pace adds more."""

    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class State:
    """Where a session is: `round` from 1, `phase` from 0, `fraction` 0 to 1 of the phase,
    `count` whole seconds left in it (rounded up), `remaining` milliseconds or None when open-ended."""

    round: int
    phase: int
    fraction: float
    count: int
    remaining: float | None
    done: bool


@dataclass(frozen=True)
class Start:
    """A phase begins `at` milliseconds after the session began."""

    at: int
    round: int
    phase: int


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


def total_ms(session: Session) -> int | None:
    """Milliseconds from the first phase to the end of the last out-breath; None when open-ended."""
    total = 0
    for stretch in session.stretches:
        if stretch.rounds is None:
            return None
        total += stretch.rounds * stretch.round_ms
    return total - tail_ms(session.stretches[-1].spans)


def count_rounds(session: Session) -> int | None:
    """Rounds in the whole session; None when open-ended."""
    counts = [stretch.rounds for stretch in session.stretches if stretch.rounds is not None]
    return sum(counts) if len(counts) == len(session.stretches) else None


def lead_in(spans: Sequence[Span], own_ms: int, rounds: int) -> tuple[Stretch, ...]:
    """`rounds` single rounds from a breath of `own_ms` milliseconds towards the pattern, in tenths of a second."""
    length = sum(span.ms for span in spans)

    def eased(ms: int, done: int) -> int:
        share = own_ms * rounds + (length - own_ms) * done
        whole = length * rounds
        return (2 * ms * share + 100 * whole) // (200 * whole) * 100

    return tuple(Stretch(tuple(Span(span.kind, eased(span.ms, n)) for span in spans), 1) for n in range(rounds))


def breath_session(spans: Sequence[Span], rounds: int | None, own_ms: int = 0) -> Session:
    """A session of breaths. `rounds` None runs until stopped; `own_ms` > 0 slows gradually from that breath.

    The lead-in is part of the rounds, and never all of them: the last round is the pattern itself.
    """
    eased = min(LEAD_IN_ROUNDS, rounds - 1 if rounds is not None else LEAD_IN_ROUNDS) if own_ms else 0
    rest = Stretch(tuple(spans), None if rounds is None else rounds - eased)
    return Session((*lead_in(spans, own_ms, eased), rest))


def steps_session(seconds: Sequence[float], minutes: float | None = None) -> Session:
    """Steps one after another, as written or stretched to `minutes` in whole seconds that sum exactly."""
    lengths = [milliseconds(s) for s in seconds]
    spans = lengths if minutes is None else _stretched(lengths, milliseconds(minutes * 60))
    return Session((Stretch(tuple(Span("step", ms) for ms in spans), 1),))


def _stretched(lengths: Sequence[int], total: int) -> list[int]:
    written, target = sum(lengths), total // 1000
    ends = [0]
    for index in range(len(lengths)):
        upto = sum(lengths[: index + 1])
        ends.append((2 * upto * target + written) // (2 * written))
    return [(end - start) * 1000 for start, end in itertools.pairwise(ends)]


def open_session(minutes: float | None) -> Session:
    """One quiet length; None runs until stopped, in rounds of a minute."""
    if minutes is None:
        return Session((Stretch((Span("open", 60_000),), None),))
    return Session((Stretch((Span("open", milliseconds(minutes * 60)),), 1),))


def state_at(session: Session, elapsed: float) -> State:
    """Where the session is `elapsed` milliseconds after its first phase began, pauses not counted.

    Before 0 it is at its beginning; from its total on it is done, at the end of the last out-breath.
    """
    total = total_ms(session)
    if total is not None and elapsed >= total:
        return _ended(session)
    before, stretch, offset = _locate(session, max(0.0, elapsed))
    done = math.floor(offset / stretch.round_ms)
    within = max(0.0, offset - done * stretch.round_ms)
    phase, start = _phase_at(stretch.spans, within)
    length = stretch.spans[phase].ms
    return State(
        round=before + done + 1,
        phase=phase,
        fraction=(within - start) / length,
        count=math.ceil((start + length - within) / 1000),
        remaining=None if total is None else total - max(0.0, elapsed),
        done=False,
    )


def _ended(session: Session) -> State:
    spans = session.stretches[-1].spans
    outs = [index for index, span in enumerate(spans) if span.kind == "out" and span.ms]
    last = outs[-1] if outs else max(index for index, span in enumerate(spans) if span.ms)
    return State(count_rounds(session) or 1, last, 1.0, 0, 0.0, True)


def _locate(session: Session, elapsed: float) -> tuple[int, Stretch, float]:
    """Rounds before the stretch that runs at `elapsed`, that stretch, and the milliseconds into it."""
    before, offset = 0, elapsed
    for stretch in session.stretches[:-1]:
        rounds = stretch.rounds or 0
        if offset < rounds * stretch.round_ms:
            return before, stretch, offset
        before += rounds
        offset -= rounds * stretch.round_ms
    return before, session.stretches[-1], offset


def _phase_at(spans: Sequence[Span], within: float) -> tuple[int, int]:
    """Index and start (milliseconds into the round) of the phase that runs at `within`."""
    start, current = 0, (0, 0)
    for index, span in enumerate(spans):
        if span.ms and start <= within:
            current = (index, start)
        start += span.ms
    return current


def starts_between(session: Session, begin: float, end: float) -> Iterator[Start]:
    """Every phase that begins at or after `begin` and before `end`, milliseconds into the session, in order."""
    total = total_ms(session)
    stop = end if total is None else min(end, total)
    at, number = 0, 0
    for stretch in session.stretches:
        length, left = stretch.round_ms, stretch.rounds
        skipped = max(0, math.floor((begin - at) / length))
        skipped = skipped if left is None else min(skipped, left)
        done = skipped
        while (left is None or done < left) and at + done * length < stop:
            yield from _starts(stretch, at + done * length, number + done + 1, begin, stop)
            done += 1
        if left is None or at + left * length >= stop:
            return
        at, number = at + left * length, number + left


def _starts(stretch: Stretch, at: int, number: int, begin: float, stop: float) -> Iterator[Start]:
    for index, span in enumerate(stretch.spans):
        if span.ms and begin <= at < stop:
            yield Start(at, number, index)
        at += span.ms


def levels(spans: Sequence[Span]) -> tuple[float, ...]:
    """How full the breath is at the end of each span, 0 to 1; the breath before the first is empty (0).

    A round may hold several breaths (alternate nostrils): each fills and empties wholly.
    """
    found: list[float] = []
    for breath in _breaths(spans):
        sums = {kind: sum(span.ms for span in breath if span.kind == kind) for kind in ("in", "out")}
        level = 0.0
        for span in breath:
            if span.ms and span.kind in sums:
                level += span.ms / sums[span.kind] * (1 if span.kind == "in" else -1)
            found.append(level)
    return tuple(found)


def _breaths(spans: Sequence[Span]) -> list[list[Span]]:
    """The spans of a round by breath: an in after an out begins the next."""
    breaths: list[list[Span]] = [[]]
    for span in spans:
        if span.ms and span.kind == "in" and any(each.ms and each.kind == "out" for each in breaths[-1]):
            breaths.append([])
        breaths[-1].append(span)
    return breaths
