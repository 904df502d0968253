"""The plan of the four-week start: read from docs/_data/four-week-start.yml, four weeks of seven days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.content import fields
from macros.content.fields import InvalidValue, Spec, optional, reader
from macros.content.finder import length_within
from macros.content.frontmatter import Field
from macros.content.lengths import Length
from macros.content.model import Practice
from macros.content.problem import Problem
from macros.content.records import DataFile, read_fields

WEEKS, DAYS = 4, 7
LINK = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Day:
    """One day. A rest has no `minutes` (else 1 to 5, at most); where a practice is named, `line` holds its
    words in square brackets. `number` counts from 1 through the whole plan."""

    number: int
    line: str
    minutes: int | None
    practice: str = ""


@dataclass(frozen=True)
class Week:
    """Seven days under one name."""

    name: str
    line: str
    days: tuple[Day, ...]


DAY = fields.mapping(
    {
        "line": Spec(fields.sentence(3, 160)),
        "minutes": optional(fields.whole(1, 5)),
        "practice": optional(fields.slug, ""),
        "rest": optional(fields.flag, False),
    },
    dict,
)
_DAYS = fields.sequence(DAY, DAYS, DAYS)
_WEEK = fields.mapping(
    {
        "name": Spec(fields.text(2, 40)),
        "line": Spec(fields.sentence(5, 120)),
        "days": Spec(fields.Reader(lambda value: value, _DAYS.schema)),  # read one by one, below
    },
    dict,
)


@reader(fields.sequence(_WEEK, WEEKS, WEEKS).schema)
def _weeks(value: Any) -> tuple[Week, ...]:
    if not isinstance(value, list) or len(value) != WEEKS:
        raise InvalidValue(f"must be a list of {WEEKS} weeks.")
    return tuple(_at(f"week {number + 1}", _week, week, number * DAYS) for number, week in enumerate(value))


SPECS = {"weeks": Spec(_weeks)}


def _read(entries: Mapping[str, Field]) -> tuple[tuple[Week, ...], list[Problem]]:
    values, problems = read_fields(FILE.path, entries, SPECS)
    return values.get("weeks") or (), problems


FILE = DataFile("four-week-start", _read, fields.group(SPECS), ())
PATH = FILE.path


def _week(value: Any, before: int) -> Week:
    week = _WEEK(value)
    if not isinstance(week["days"], list) or len(week["days"]) != DAYS:
        raise InvalidValue(f"days: must be a list of {DAYS} days.")
    numbered = enumerate(week["days"], start=before + 1)
    days = tuple(_at(f"day {number}", _day, day, number) for number, day in numbered)
    if all(day.minutes for day in days):
        raise InvalidValue("has no rest day.", "Make at least one day 'rest: true'.")
    return Week(week["name"], week["line"], days)


def _day(value: Any, number: int) -> Day:
    line, minutes, practice, rest = DAY(value).values()
    links = len(LINK.findall(line))
    if rest and (minutes or practice):
        raise InvalidValue("is a rest, but has minutes or a practice.", "Take out one or the other.")
    if not rest and not minutes:
        raise InvalidValue("needs 'minutes' from 1 to 5, or 'rest: true'.")
    if links != bool(practice):
        raise InvalidValue(
            f"has {links} parts in square brackets; it must have {int(bool(practice))}.",
            "Put brackets round the words that become the practice's link, and round no others.",
        )
    return Day(number, line, minutes, practice)


def _at(place: str, read: Any, value: Any, *more: Any) -> Any:
    """Reads one item of a list; a fault says where in the list it stands."""
    try:
        return read(value, *more)
    except InvalidValue as error:
        raise InvalidValue(f"{place}: {error.message}", error.hint) from None


def length_on(practice: Practice, minutes: int) -> Length | None:
    """The length on offer that a day of so many minutes opens; None when none comes near."""
    longest = length_within(practice, minutes)
    return longest if longest and longest.total_ms > (minutes - 1) * 60_000 else None
