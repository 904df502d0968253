"""The plan of the four-week start: read from docs/_data/four-week-start.yml, four weeks of seven days."""

import itertools
import re
from dataclasses import dataclass, replace
from typing import Annotated

from macros.content import fields
from macros.content.fields import InvalidValue
from macros.content.finder import length_within
from macros.content.lengths import Length
from macros.content.model import Practice
from macros.content.records import file_of_record

WEEKS, DAYS = 4, 7
LINK = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Day:
    """One day. A rest has no `minutes` (else 1 to 5, at most); where a practice is named, `line` holds its
    words in square brackets. `number` counts from 1 through the whole plan. Raises InvalidValue."""

    line: Annotated[str, fields.sentence(3, 160)]
    minutes: Annotated[int | None, fields.whole(1, 5)] = None
    practice: Annotated[str, fields.slug] = ""
    rest: Annotated[bool, fields.flag] = False
    number: int = 0

    def __post_init__(self) -> None:
        links = len(LINK.findall(self.line))
        if self.rest and (self.minutes or self.practice):
            raise InvalidValue("is a rest, but has minutes or a practice.", "Take out one or the other.")
        if not self.rest and not self.minutes:
            raise InvalidValue("needs 'minutes' from 1 to 5, or 'rest: true'.")
        if links != bool(self.practice):
            message = f"has {links} parts in square brackets; it must have {int(bool(self.practice))}."
            hint = "Put brackets round the words that become the practice's link, and round no others."
            raise InvalidValue(message, hint)


@dataclass(frozen=True)
class Week:
    """Seven days under one name; raises InvalidValue when none of them is a rest."""

    name: Annotated[str, fields.text(2, 40)]
    line: Annotated[str, fields.sentence(5, 120)]
    days: Annotated[tuple[Day, ...], fields.sequence(fields.record(Day), DAYS, DAYS, "day")]

    def __post_init__(self) -> None:
        if not any(day.rest for day in self.days):
            raise InvalidValue("has no rest day.", "Make at least one day 'rest: true'.")


@dataclass(frozen=True)
class Plan:
    """The whole plan as it is written."""

    weeks: Annotated[tuple[Week, ...], fields.sequence(fields.record(Week), WEEKS, WEEKS, "week")]

    def numbered(self) -> tuple[Week, ...]:
        """The weeks, with their days numbered through the plan."""
        numbers = itertools.count(1)
        return tuple(
            replace(week, days=tuple(replace(day, number=next(numbers)) for day in week.days))
            for week in self.weeks
        )


FILE = file_of_record("four-week-start", Plan, Plan(()), Plan.numbered)
PATH = FILE.path


def length_on(practice: Practice, minutes: int) -> Length | None:
    """The length on offer that a day of so many minutes opens; None when none comes near."""
    longest = length_within(practice, minutes)
    return longest if longest and longest.total_ms > (minutes - 1) * 60_000 else None
