"""What is new (docs/_data/news.yml) and what was put right (docs/_data/corrections.yml), newest first."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypeVar

from macros.content import fields
from macros.content.records import file_of


@dataclass(frozen=True)
class News:
    """Something new that a reader may want to know. `links` are paths of pages below docs/."""

    day: Annotated[date, fields.day]
    text: Annotated[str, fields.sentence(10, 200)]
    links: Annotated[tuple[str, ...], fields.listing(fields.text(4), 1, 6)] = ()
    key: str = ""
    line: int = 1


@dataclass(frozen=True)
class Correction:
    """A mistake that was put right: what a page (its path below docs/) said, what it says now, and why."""

    day: Annotated[date, fields.day]
    page: Annotated[str, fields.text(4)]
    said: Annotated[str, fields.sentence(3, 400)]
    says: Annotated[str, fields.sentence(3, 400)]
    why: Annotated[str, fields.sentence(3, 400)]
    found: Annotated[str, fields.sentence(3, 200)]  # who found it, and when
    key: str = ""
    line: int = 1


Entry = TypeVar("Entry", News, Correction)


def _newest_first(entries: dict[str, Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries.values(), key=lambda entry: entry.day, reverse=True))


FILE = file_of("news", News, _newest_first)
CORRECTIONS = file_of("corrections", Correction, _newest_first)
PATH = FILE.path
