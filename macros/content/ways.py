"""The short ways: a few pages in an order, for one situation, read from docs/_data/ways.yml."""

from dataclasses import dataclass
from typing import Annotated

from macros.content import fields
from macros.content.frontmatter import Field
from macros.content.records import file_of_values

FOLDER = "tools/ways"


@dataclass(frozen=True)
class WayStep:
    """One page of a way, by its path below docs/, and why to open it now."""

    page: Annotated[str, fields.text(4)]
    say: Annotated[str, fields.sentence(10, 160)]


STEPS = fields.sequence(fields.record(WayStep), 5, 7, "step")


@dataclass(frozen=True)
class Way:
    """The steps of one way; `lines` are those of the file on which they stand."""

    steps: tuple[WayStep, ...]
    lines: tuple[int, ...]
    line: int


def _way(_: str, entry: Field) -> Way:
    return Way(STEPS(entry.value), entry.items, entry.line)


# Each way by the name of its page in docs/tools/ways/.
FILE = file_of_values("ways", STEPS, _way)
PATH = FILE.path
