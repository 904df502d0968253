"""The lengths and rates of a practice, in figures and in the words a reader sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.content.model import Practice
from macros.content.schedule import Session, Span, breath_spans, open_session, steps_session, total_ms


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


def rounds_in_words(rounds: int) -> str:
    """ "1 round", "18 rounds"."""
    return f"{rounds} round" if rounds == 1 else f"{rounds} rounds"


def default_session(practice: Practice) -> Session:
    """What runs when a reader changes nothing."""
    if practice.practice_kind == "breath":
        return Session(breath_spans(practice), practice.rounds)
    if practice.practice_kind == "steps":
        return steps_session([step.seconds for step in practice.steps])
    return open_session(practice.minutes)


def length_of(session: Session, rounds: int | None = None, minutes: float | None = None) -> Length:
    """The length of a session, with its true total in words ("9 rounds, 2 min 51 s")."""
    total = total_ms(session)
    words = in_words(total) if rounds is None else f"{rounds_in_words(rounds)}, {in_words(total)}"
    return Length(rounds, minutes, total, words)


def default_length(practice: Practice) -> Length:
    """The length that runs when a reader changes nothing."""
    return length_of(
        default_session(practice),
        practice.rounds if practice.practice_kind == "breath" else None,
        practice.minutes if practice.practice_kind == "open" else None,
    )


def offered_lengths(practice: Practice) -> tuple[Length, ...]:
    """Every length on offer, in the author's order; steps as written come first."""
    if practice.practice_kind == "breath":
        spans = breath_spans(practice)
        return tuple(length_of(Session(spans, rounds), rounds) for rounds in practice.rounds_offered)
    if practice.practice_kind == "open":
        return tuple(length_of(open_session(m), None, m) for m in practice.minutes_offered)
    written = [step.seconds for step in practice.steps]
    stretched = (length_of(steps_session(written, m), None, m) for m in practice.minutes_offered)
    first = default_length(practice)
    return (first, *(length for length in stretched if length.total_ms != first.total_ms))
