"""What the boundary builder says: read from docs/_data/boundary-scripts.yml, held to its promises."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from macros.content import fields
from macros.content.fields import InvalidValue, Spec, reader
from macros.content.records import file_of_record

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
    inner = fields.text(3, 300)

    @reader(inner.schema)
    def read(value: Any) -> str:
        words = str(inner(value))
        for slot in SLOT.findall(words):
            if slot not in slots:
                raise InvalidValue(f"holds '{{{slot}}}', which nothing fills.", f"Known: {', '.join(slots)}.")
        if threat := _ULTIMATUM.search(words):
            hint = "Say what you will do or ask, and nothing more."
            raise InvalidValue(f"says '{threat.group()}', an ultimatum.", hint)
        return words

    return read


_SENTENCES = fields.listing(pattern(*SAID), 1, 6)
_LINES = fields.listing(pattern(*PLANNED), 1, 5)


@reader(_SENTENCES.schema)
def _patterns(value: Any) -> tuple[str, ...]:
    sentences: tuple[str, ...] = _SENTENCES(value)
    asking = sum("{ask}" in sentence for sentence in sentences)
    if asking != 1:
        raise InvalidValue(f"must have one sentence with '{{ask}}'; it has {asking}.")
    return sentences


@reader(_LINES.schema)
def _plan(value: Any) -> tuple[str, ...]:
    lines: tuple[str, ...] = _LINES(value)
    if not all(f"{{{slot}}}" in lines[0] for slot in PLANNED):
        raise InvalidValue("must begin with a sentence that holds '{moment}' and '{line}'.")
    return lines


_SPOKEN = fields.listing(fields.sentence(5, 300), 1)
_PRACTICES = fields.listing(fields.slug, 1, 3)
_FILLED = fields.text(3, 200)


def _by_firmness(item: fields.Reader) -> fields.Reader:
    return fields.mapping({name: Spec(item) for name in FIRMNESS}, dict)


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


FILE = file_of_record("boundary-scripts", Boundary, None)
PATH = FILE.path
