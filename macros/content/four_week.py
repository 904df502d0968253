"""The plan of the four-week start: read from docs/_data/four-week-start.yml, four weeks of seven days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.content import fields
from macros.content.fields import Bad, Spec, optional, reader
from macros.content.finder import length_within
from macros.content.frontmatter import Document, Field
from macros.content.lengths import Length
from macros.content.model import Practice
from macros.content.parse import read_fields
from macros.content.problem import Problem

PATH = "docs/_data/four-week-start.yml"
WEEKS, DAYS = 4, 7
LINK = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Day:
    """One day. A rest has no `minutes` (else 1 to 5, at most); where a practice is named, `line` holds its words in
    square brackets. `number` counts from 1 through the whole plan."""

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


def _values(**values: Any) -> tuple[Any, ...]:
    return tuple(values.values())


DAY = fields.mapping(
    {
        "line": Spec(fields.sentence(3, 160)),
        "minutes": optional(fields.whole(1, 5)),
        "practice": optional(fields.slug, ""),
        "rest": optional(fields.flag, False),
    },
    _values,
)


@reader({"type": "array", "items": DAY.schema, "minItems": DAYS, "maxItems": DAYS})
def _seven(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) != DAYS:
        raise Bad(f"must be a list of {DAYS} days.")
    return value


WEEK = fields.mapping(
    {"name": Spec(fields.text(2, 40)), "line": Spec(fields.sentence(5, 120)), "days": Spec(_seven)}, _values
)


@reader({"type": "array", "items": WEEK.schema, "minItems": WEEKS, "maxItems": WEEKS})
def _weeks(value: Any) -> tuple[Week, ...]:
    if not isinstance(value, list) or len(value) != WEEKS:
        raise Bad(f"must be a list of {WEEKS} weeks.")
    return tuple(_at(f"week {number + 1}", _week, each, number * DAYS) for number, each in enumerate(value))


SPECS = {"weeks": Spec(_weeks)}


def read_plan(found: Mapping[str, Field]) -> tuple[tuple[Week, ...], list[Problem]]:
    """The weeks of the plan (none when they cannot be read), and what is wrong with the file."""
    values, problems = read_fields(Document(PATH, found, "", 1), SPECS)
    return values.get("weeks") or (), problems


def _week(value: Any, before: int) -> Week:
    name, line, days = WEEK(value)
    read = tuple(_at(f"day {before + at}", _day, each, before + at) for at, each in enumerate(days, start=1))
    if all(day.minutes for day in read):
        raise Bad("has no rest day.", "Make at least one day 'rest: true'.")
    return Week(name, line, read)


def _day(value: Any, number: int) -> Day:
    line, minutes, practice, rest = DAY(value)
    links = len(LINK.findall(line))
    if rest and (minutes or practice):
        raise Bad("is a rest, but has minutes or a practice.", "Take out one or the other.")
    if not rest and not minutes:
        raise Bad("needs 'minutes' from 1 to 5, or 'rest: true'.")
    if links != bool(practice):
        raise Bad(
            f"has {links} pieces of text in square brackets; it must have {int(bool(practice))}.",
            "Put brackets round the words that become the practice's link, and round no others.",
        )
    return Day(number, line, minutes, practice)


def _at(place: str, read: Any, value: Any, *more: Any) -> Any:
    """Reads one item of a list; a fault says where in the list it stands."""
    try:
        return read(value, *more)
    except Bad as bad:
        raise Bad(f"{place}: {bad.message}", bad.hint) from None


def length_on(practice: Practice, minutes: int) -> Length | None:
    """The length on offer that a day of so many minutes opens; None when none comes near."""
    found = length_within(practice, minutes)
    return found if found and found.total_ms > (minutes - 1) * 60_000 else None
