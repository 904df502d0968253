"""The signals on the body outline: read from docs/_data/body-signals.yml, and what the page beside it says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.content import fields
from macros.content.fields import Bad, Spec, optional, reader
from macros.content.frontmatter import Document, Field
from macros.content.problem import Problem

PATH = "docs/_data/body-signals.yml"
WIDE, HIGH, ROWS = 400, 640, 10  # the drawing, in its own units; rows of words at either side
_HEADING = re.compile(r"^(##|###) +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class BodySignal:
    """A signal on the outline. `name` is its heading on the page, `label` the lines of words on the drawing.

    `row` says how far down the words stand, from 1; `at` is the place on the body in units of the drawing, from its top
    left corner, or None when the signal belongs to no one place. An `urgent` one leads to the emergency line.
    """

    name: str
    label: tuple[str, ...]
    row: int
    at: tuple[int, int] | None
    urgent: bool


_POINT = fields.sequence(fields.whole(0, HIGH), 2, 2)


@reader(_POINT.schema)
def _place(value: Any) -> tuple[int, int]:
    across, down = _POINT(value)
    if across > WIDE:
        raise Bad(f"lies outside the drawing, which is {WIDE} wide.")
    return across, down


ENTRY = fields.mapping(
    {
        "label": Spec(fields.sequence(fields.text(2, 14), 1, 2)),
        "row": Spec(fields.whole(1, ROWS)),
        "at": optional(_place),
        "urgent": optional(fields.flag, False),
    },
    dict,
)


def read_signals(found: Mapping[str, Field]) -> tuple[tuple[BodySignal, ...], list[Problem]]:
    """The signals in the order of the file, and what is wrong with it."""
    signals: list[BodySignal] = []
    problems: list[Problem] = []
    for name, entry in found.items():
        try:
            signals.append(BodySignal(name, **ENTRY(entry.value)))
        except Bad as bad:
            problems.append(Problem(PATH, entry.line, f"'{name}' {bad.message}", bad.hint))
    return tuple(signals), problems


@dataclass(frozen=True)
class Section:
    """What stands under a third heading: its name, its line in the file, the second heading above it, its text."""

    name: str
    line: int
    above: str
    text: str


def sections(document: Document) -> Iterator[Section]:
    """Every part of a page that has a third heading, in order."""
    found = list(_HEADING.finditer(document.body))
    above = ""
    for here, after in zip(found, [*found[1:], None], strict=True):
        if here[1] == "##":
            above = here[2]
            continue
        text = document.body[here.end() : after.start() if after else len(document.body)]
        yield Section(here[2], document.body_line + document.body.count("\n", 0, here.start()), above, text)
