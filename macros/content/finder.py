"""Which practices fit a moment: what is felt, minutes at hand, the place, sound or not, the breath or not."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.content.model import Practice
from macros.content.schedule import Length, default_length, offered_lengths

MINUTES = (1, 3, 5, 10, 20)  # what a reader may say they have, at most
SLACK_MS = 20_000  # whole breaths seldom end on the minute: seven of them in 67 seconds are a minute
NOT_SAFE = "not-safe"  # a moment that no practice is for; it leads to help


@dataclass(frozen=True)
class Ask:
    """What a reader asks for. Empty or None is "any"; `silent` and `no_breath` narrow when True."""

    feel: str = ""
    minutes: int | None = None
    place: str = ""
    silent: bool = False
    no_breath: bool = False

    def __str__(self) -> str:
        """As an author reads it: "worried, 3 min, bed, silent, not the breath"."""
        words = [self.feel, f"{self.minutes} min", self.place]
        return ", ".join(words + ["silent"] * self.silent + ["not the breath"] * self.no_breath)


def uses_breath(practice: Practice) -> bool:
    """Whether any part of a practice turns to the breath: then it is not for "not the breath"."""
    return "breath" in practice.risks


def lengths(practice: Practice) -> tuple[Length, ...]:
    """Every length on offer, the usual one first; where none is offered, the usual one."""
    usual = default_length(practice)
    offered = offered_lengths(practice) or (usual,)
    return tuple(sorted(offered, key=lambda length: length.total_ms != usual.total_ms))


def length_within(practice: Practice, minutes: int) -> Length | None:
    """The longest length on offer that `minutes` hold, or None when even the shortest is longer."""
    short_enough = [length for length in lengths(practice) if length.total_ms <= minutes * 60_000 + SLACK_MS]
    return max(short_enough, key=lambda length: length.total_ms, default=None)


def length_on(practice: Practice, minutes: int) -> Length | None:
    """The length on offer that a day of so many minutes opens; None when none comes near."""
    longest = length_within(practice, minutes)
    return longest if longest and longest.total_ms > (minutes - 1) * 60_000 else None


def fits(practice: Practice, ask: Ask) -> bool:
    """Whether a practice suits all that is asked for."""
    return (
        (not ask.feel or ask.feel in practice.moments)
        and (ask.minutes is None or length_within(practice, ask.minutes) is not None)
        and (not ask.place or ask.place in practice.places)
        and not (ask.silent and practice.makes_sound)
        and not (ask.no_breath and uses_breath(practice))
    )


def every_ask(moments: Iterable[str], places: Iterable[str]) -> Iterator[Ask]:
    """Every combination that the finder offers, the least demanding first."""
    felt = [moment for moment in moments if moment != NOT_SAFE]
    for feel, place, minutes in itertools.product(felt, list(places), reversed(MINUTES)):
        for silent, no_breath in itertools.product((False, True), repeat=2):
            yield Ask(feel, minutes, place, silent, no_breath)


def by_fit(practices: Iterable[Practice], feel: str, first: str = "") -> list[Practice]:
    """Practices for a feeling: the editors' first choice, then those whose authors name it early."""
    for_feeling = [practice for practice in practices if feel in practice.moments]
    return sorted(for_feeling, key=lambda practice: (practice.slug != first, practice.moments.index(feel)))
