"""What the boundary builder says: read from docs/_data/boundary-scripts.yml, held to its promises."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.content import fields
from macros.content.fields import Bad, Spec, reader
from macros.content.frontmatter import Document, Field
from macros.content.parse import read_fields
from macros.content.problem import Problem

PATH = "docs/_data/boundary-scripts.yml"
SLOT = re.compile(r"\{([^{}]*)\}")
SAID = ("facts", "effect", "ask", "offer")
PLANNED = ("moment", "line")
FIRMNESS = ("soft", "clear", "firm")
# What no sentence of the builder may be: a threat, an ultimatum, word of leaving.
_ULTIMATUM = re.compile(
    r"\b(?:or else|unless you|if you (?:don|do not|won|ever)|last (?:chance|time)|or I['’]ll"
    r"|I(?:['’]m| am|['’]ll| will| am going to)? leav(?:e|ing)|we(?:['’]re| are) (?:over|done)|it(?:['’]s| is) over)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Firmness:
    """One of the three strengths, and when it fits."""

    label: str
    note: str


@dataclass(frozen=True)
class Aim:
    """What a reader wants to do: how the builder asks for it, and its patterns by strength."""

    label: str
    ask: str
    hint: str
    patterns: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Situation:
    """Where a boundary comes up. `moment` completes "If ..."; `scripts` are ids of sentences in the guides."""

    label: str
    moment: str
    scripts: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """An invented example: what was filled in, and what came of it."""

    about: str
    situation: str
    aim: str
    firmness: str
    facts: str
    effect: str
    ask: str
    offer: str
    moment: str
    sentences: tuple[str, ...]
    plan: tuple[str, ...]


@dataclass(frozen=True)
class Boundary:
    """All that the builder says; `before` and `after` are slugs of practices."""

    unreviewed: str
    closed: tuple[str, ...]
    questions: tuple[str, ...]
    help: tuple[str, ...]
    firmness: Mapping[str, Firmness]
    aims: Mapping[str, Aim]
    plan: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    situations: Mapping[str, Situation]
    example: Example


def pattern(*slots: str) -> fields.Reader:
    """A sentence with `slots` in braces; no ultimatum."""
    inner = fields.text(3, 300)

    @reader(inner.schema)
    def read(value: Any) -> str:
        found = str(inner(value))
        for slot in SLOT.findall(found):
            if slot not in slots:
                raise Bad(f"holds '{{{slot}}}', which nothing fills.", f"Known: {', '.join(slots)}.")
        threat = _ULTIMATUM.search(found)
        if threat:
            raise Bad(f"says '{threat.group()}', an ultimatum.", "Say what you will do or ask, and nothing more.")
        return found

    return read


_SENTENCES = fields.listing(pattern(*SAID), 1, 6)
_LINES = fields.listing(pattern(*PLANNED), 1, 5)


@reader(_SENTENCES.schema)
def _patterns(value: Any) -> tuple[str, ...]:
    found: tuple[str, ...] = _SENTENCES(value)
    asking = [each for each in found if "{ask}" in each]
    if len(asking) != 1:
        raise Bad(f"must have one sentence with '{{ask}}'; it has {len(asking)}.")
    return found


@reader(_LINES.schema)
def _plan(value: Any) -> tuple[str, ...]:
    found: tuple[str, ...] = _LINES(value)
    if not all(f"{{{slot}}}" in found[0] for slot in PLANNED):
        raise Bad("must begin with a sentence that holds '{moment}' and '{line}'.")
    return found


def _group(specs: Mapping[str, Spec], make: Callable[..., Any]) -> fields.Reader:
    """A group of named entries, each read by the same specs; a fault names its entry."""
    entry = fields.mapping(specs, make)

    @reader(fields.entries(entry))
    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or not value:
            raise Bad("must be a group of named entries.")
        made = {}
        for name, each in value.items():
            try:
                made[fields.slug(name)] = entry(each)
            except Bad as bad:
                raise Bad(f"{name}: {bad.message}", bad.hint) from None
        return made

    return read


_STRENGTH = fields.mapping({"label": Spec(fields.text()), "note": Spec(fields.text())}, Firmness)
SPOKEN = fields.listing(fields.sentence(5, 300), 1)
PRACTICES = fields.listing(fields.slug, 1, 3)
SENTENCE = {name: Spec(fields.text(3, 200)) for name in ("facts", "effect", "ask", "offer", "moment")}
SPECS: Mapping[str, Spec] = {
    "unreviewed": Spec(fields.sentence(20, 200)),
    "closed": Spec(SPOKEN),
    "questions": Spec(SPOKEN),
    "help": Spec(SPOKEN),
    "firmness": Spec(fields.mapping({name: Spec(_STRENGTH) for name in FIRMNESS}, dict)),
    "aims": Spec(
        _group(
            {
                "label": Spec(fields.text(2, 40)),
                "ask": Spec(fields.text(2, 60)),
                "hint": Spec(fields.text(5, 160)),
                "patterns": Spec(fields.mapping({name: Spec(_patterns) for name in FIRMNESS}, dict)),
            },
            Aim,
        )
    ),
    "plan": Spec(_plan),
    "before": Spec(PRACTICES),
    "after": Spec(PRACTICES),
    "situations": Spec(
        _group(
            {
                "label": Spec(fields.text(2, 60)),
                "moment": Spec(fields.text(5, 100)),
                "scripts": Spec(fields.listing(fields.slug, 1)),
            },
            Situation,
        )
    ),
    "example": Spec(
        fields.mapping(
            {
                "about": Spec(fields.sentence(20, 300)),
                **{name: Spec(fields.slug) for name in ("situation", "aim", "firmness")},
                **SENTENCE,
                "sentences": Spec(SPOKEN),
                "plan": Spec(fields.listing(fields.text(5, 300), 1)),
            },
            Example,
        )
    ),
}


def read_boundary(found: Mapping[str, Field]) -> tuple[Boundary | None, list[Problem]]:
    """What the builder says, or None with the problems that prevented it."""
    values, problems = read_fields(Document(PATH, found, "", 1), SPECS)
    return (None if problems else Boundary(**values)), problems
