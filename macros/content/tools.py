"""What the four-week start and the boundary builder say, held to what they promise."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from macros.content import fields
from macros.content.fields import InvalidValue, Spec, after
from macros.content.records import file_of_record

WEEKS, DAYS = 4, 7
LINK = re.compile(r"\[([^\[\]]+)\]")
SLOT = re.compile(r"\{([^{}]*)\}")
SAID = ("facts", "effect", "ask", "offer")
PLANNED = ("moment", "line")
FIRMNESS = ("soft", "clear", "firm")
# What no sentence of the builder may be: a threat, an ultimatum, word of leaving.
_ULTIMATUM = re.compile(
    r"\b(?:or else|unless you|if you (?:don|do not|won|ever)|last (?:chance|time)|or I['’]ll"
    r"|I(?:['’]m| am|['’]ll| will| am going to)? leav(?:e|ing)"
    r"|we(?:['’]re| are) (?:over|done)|it(?:['’]s| is) over)\b",
    re.IGNORECASE,
)


def pattern(*slots: str) -> fields.Reader:
    """A sentence with `slots` in braces; no ultimatum."""

    @after(fields.text(3, 300))
    def read(words: str) -> str:
        for slot in SLOT.findall(words):
            if slot not in slots:
                raise InvalidValue(f"holds '{{{slot}}}', which nothing fills.", f"Known: {', '.join(slots)}.")
        if threat := _ULTIMATUM.search(words):
            hint = "Say what you will do or ask, and nothing more."
            raise InvalidValue(f"says '{threat.group()}', an ultimatum.", hint)
        return words

    return read


@after(fields.listing(pattern(*SAID), 1, 6))
def _patterns(sentences: tuple[str, ...]) -> tuple[str, ...]:
    count = sum("{ask}" in sentence for sentence in sentences)
    if count != 1:
        raise InvalidValue(f"must have one sentence with '{{ask}}'; it has {count}.")
    return sentences


@after(fields.listing(pattern(*PLANNED), 1, 5))
def _plan(lines: tuple[str, ...]) -> tuple[str, ...]:
    if not all(f"{{{slot}}}" in lines[0] for slot in PLANNED):
        raise InvalidValue("must begin with a sentence that holds '{moment}' and '{line}'.")
    return lines


_SPOKEN = fields.listing(fields.sentence(5, 300), 1)
_PRACTICES = fields.listing(fields.slug, 1, 3)
_FILLED = fields.text(3, 200)


def _by_firmness(item: fields.Reader) -> fields.Reader:
    return fields.mapping({name: Spec(item) for name in FIRMNESS}, dict)


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


@dataclass(frozen=True)
class Firmness:
    """One of the three strengths, and when it fits."""

    label: Annotated[str, fields.text()]
    note: Annotated[str, fields.text()]


@dataclass(frozen=True)
class Aim:
    """What a reader wants to do: how the builder asks for it, and its patterns by strength."""

    label: Annotated[str, fields.text(2, 40)]
    ask: Annotated[str, fields.text(2, 60)]
    hint: Annotated[str, fields.text(5, 160)]
    patterns: Annotated[Mapping[str, tuple[str, ...]], _by_firmness(_patterns)]


@dataclass(frozen=True)
class Situation:
    """Where a boundary comes up. `moment` completes "If ..."; `scripts` are ids in the guides."""

    label: Annotated[str, fields.text(2, 60)]
    moment: Annotated[str, fields.text(5, 100)]
    scripts: Annotated[tuple[str, ...], fields.listing(fields.slug, 1)]


@dataclass(frozen=True)
class Example:
    """An invented example: what was filled in, and what came of it."""

    about: Annotated[str, fields.sentence(20, 300)]
    situation: Annotated[str, fields.slug]
    aim: Annotated[str, fields.slug]
    firmness: Annotated[str, fields.slug]
    facts: Annotated[str, _FILLED]
    effect: Annotated[str, _FILLED]
    ask: Annotated[str, _FILLED]
    offer: Annotated[str, _FILLED]
    moment: Annotated[str, _FILLED]
    sentences: Annotated[tuple[str, ...], _SPOKEN]
    plan: Annotated[tuple[str, ...], fields.listing(fields.text(5, 300), 1)]


@dataclass(frozen=True)
class Boundary:
    """All that the builder says; `before` and `after` are slugs of practices."""

    unreviewed: Annotated[str, fields.sentence(20, 200)]
    closed: Annotated[tuple[str, ...], _SPOKEN]
    questions: Annotated[tuple[str, ...], _SPOKEN]
    help: Annotated[tuple[str, ...], _SPOKEN]
    firmness: Annotated[Mapping[str, Firmness], _by_firmness(fields.record(Firmness))]
    aims: Annotated[Mapping[str, Aim], fields.named(fields.record(Aim))]
    plan: Annotated[tuple[str, ...], _plan]
    before: Annotated[tuple[str, ...], _PRACTICES]
    after: Annotated[tuple[str, ...], _PRACTICES]
    situations: Annotated[Mapping[str, Situation], fields.named(fields.record(Situation))]
    example: Annotated[Example, fields.record(Example)]


PLAN = file_of_record("four-week-start", Plan, Plan(()), Plan.numbered)
BOUNDARY = file_of_record("boundary-scripts", Boundary, None)
