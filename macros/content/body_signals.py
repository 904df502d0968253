"""The signals on the body outline, from docs/_data/body-signals.yml, and what their page says of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from macros.content import fields
from macros.content.frontmatter import Document
from macros.content.records import file_of

WIDE, HIGH, ROWS = 400, 640, 10  # the drawing, in its own units; rows of words at either side
_HEADING = re.compile(r"^(##|###) +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class BodySignal:
    """A signal on the outline. `name` is its heading on the page, `label` the lines of words on the drawing.

    `row` says how far down the words stand, from 1; `at` is the place on the body in units of the drawing,
    from its top left corner, or None when the signal belongs to no one place. An `urgent` one leads to the
    emergency line. Raises InvalidValue for a place beside the drawing.
    """

    name: str
    label: Annotated[tuple[str, ...], fields.sequence(fields.text(2, 14), 1, 2)]
    row: Annotated[int, fields.whole(1, ROWS)]
    at: Annotated[tuple[int, int] | None, fields.sequence(fields.whole(0, HIGH), 2, 2)] = None
    urgent: Annotated[bool, fields.flag] = False

    def __post_init__(self) -> None:
        if self.at and self.at[0] > WIDE:
            raise fields.InvalidValue(f"lies outside the drawing, which is {WIDE} wide.")


FILE = file_of("body-signals", BodySignal, lambda signals: tuple(signals.values()))
PATH = FILE.path


@dataclass(frozen=True)
class Section:
    """What stands under a third heading: its name, its line, the second heading above it, its text."""

    name: str
    line: int
    above: str
    text: str


def sections(document: Document) -> Iterator[Section]:
    """Every part of a page that has a third heading, in order."""
    headings = list(_HEADING.finditer(document.body))
    above = ""
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        if heading[1] == "##":
            above = heading[2]
            continue
        text = document.body[heading.end() : after.start() if after else len(document.body)]
        yield Section(heading[2], document.line_at(heading.start()), above, text)
