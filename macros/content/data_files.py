"""What the smaller files of docs/_data hold: sources, words, news, ways, disputes, danger, body signals."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from macros.content import fields
from macros.content.fields import InvalidValue
from macros.content.records import file_of, file_of_values

FOLDER_OF_WAYS = "tools/ways"
WIDE, HIGH, ROWS = 400, 640, 10  # the outline of the body, in its own units; rows of words at either side
_KEYS = fields.listing(fields.text())
_WORDS = fields.listing(fields.text(2, 60), 1)


@dataclass(frozen=True, kw_only=True)
class Source:
    """A published source, by its citation key. Fields that nobody confirmed are None.

    `topic` is a word of the vocabulary; `figures` are the words for its numbers that several pages tell, by a
    name of our own. `check_before_quoting` is for authors alone: no page shows it.
    """

    key: str
    authors: Annotated[tuple[str, ...], fields.listing(fields.text(), 1)] = ()
    year: Annotated[int | None, fields.whole(1900, 2100)] = None
    title: Annotated[str, fields.text(3)]
    container: Annotated[str | None, fields.text()] = None
    volume: Annotated[str | None, fields.text()] = None
    issue: Annotated[str | None, fields.text()] = None
    pages: Annotated[str | None, fields.text()] = None
    doi: Annotated[str | None, fields.text(6)] = None
    url: Annotated[str | None, fields.text(8)] = None
    topic: Annotated[str, fields.slug]
    type: Annotated[str, fields.text()]
    n: Annotated[str, fields.text()]
    finding: Annotated[str, fields.text(20)]
    limits: Annotated[str, fields.text(3)]
    our_note: Annotated[str | None, fields.text(10)] = None
    figures: Annotated[Mapping[str, str], fields.named(fields.text(1, 200))] = field(default_factory=dict)
    confidence: Annotated[str, fields.choice(("A", "B", "C"))]
    check_before_quoting: Annotated[str | None, fields.text()] = None

    @property
    def link(self) -> str | None:
        """Where a reader finds the source: its DOI, else its page."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


@dataclass(frozen=True)
class Finder:
    """A list of help lines all over the world."""

    name: Annotated[str, fields.text()]
    site: Annotated[str, fields.address]
    says: Annotated[str, fields.sentence(10, 200)]


@dataclass(frozen=True)
class LeftOut:
    """A source that no page uses. `core` says that a reader who knows the field would look for it."""

    title: Annotated[str, fields.text(3)]
    why: Annotated[str, fields.sentence(10, 400)]
    core: Annotated[bool, fields.flag] = False


@dataclass(frozen=True)
class Choice:
    """A word from a closed list (a moment, a place, a theme) and how a reader sees it."""

    name: str
    label: Annotated[str, fields.text()]
    note: Annotated[str, fields.text()] = ""
    first: Annotated[str, fields.text()] = ""  # a moment's first choice: the practice its plain link leads to
    guide: Annotated[str, fields.text()] = ""  # the guide that my plan names for a moment


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


def _newest_first(entries: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(sorted(entries.values(), key=lambda entry: entry.day, reverse=True))


@dataclass(frozen=True)
class WayStep:
    """One page of a way, by its path below docs/, and why to open it now."""

    page: Annotated[str, fields.text(4)]
    say: Annotated[str, fields.sentence(10, 160)]


@dataclass(frozen=True)
class Way:
    """A few pages in an order, for one situation; `lines` are those of the file on which the steps stand."""

    steps: tuple[WayStep, ...]
    lines: tuple[int, ...]
    line: int


_STEPS = fields.sequence(fields.record(WayStep), 5, 7, "step")


@dataclass(frozen=True)
class Danger:
    """One kind of danger: the help page below docs/, what the panel says, and the phrases that bring it.

    `together` are lists of which one word each must be typed. `line` is where the entry stands in the file.
    """

    page: Annotated[str, fields.text(4)]
    say: Annotated[str, fields.sentence(10, 160)]
    phrases: Annotated[tuple[str, ...], _WORDS]
    together: Annotated[tuple[tuple[str, ...], ...], fields.sequence(_WORDS, 2, 3)] = ()
    key: str = ""
    line: int = 1

    @property
    def all_phrases(self) -> tuple[str, ...]:
        """The phrases, and every combination of `together`; all words of a phrase must be typed."""
        combined = (" ".join(words) for words in itertools.product(*self.together)) if self.together else ()
        return (*self.phrases, *combined)


@dataclass(frozen=True)
class Side:
    """One answer to what experts dispute, and the keys of the sources that stand for it."""

    says: Annotated[str, fields.sentence(10, 200)]
    sources: Annotated[tuple[str, ...], fields.listing(fields.text(), 1)]


@dataclass(frozen=True)
class Dispute:
    """A question in dispute: the terms that are about it, both sides.

    `wider` are sources that pages cite for other findings too: they speak for their side, but citing one
    alone does not take the question up. Raises InvalidValue where the sides do not part the sources.
    """

    question: Annotated[str, fields.sentence(10, 200)]
    sides: Annotated[tuple[Side, Side], fields.sequence(fields.record(Side), 2, 2)]
    terms: Annotated[tuple[str, ...], _KEYS] = ()
    wider: Annotated[tuple[str, ...], _KEYS] = ()
    line: int = 1

    def __post_init__(self) -> None:
        for key in sorted(set(self.sides[0].sources) & set(self.sides[1].sources)):
            raise InvalidValue(f"has the source '{key}' on both sides.", "Keep it where its finding stands.")
        for key in sorted(set(self.wider) - set(self.sources())):
            message = f"has the source '{key}' under 'wider', and on neither side."
            raise InvalidValue(message, "Put it on its side as well.")

    def sources(self) -> tuple[str, ...]:
        """Keys of all sources of both sides."""
        return tuple(key for side in self.sides for key in side.sources)

    def taken_up(self, cited: tuple[str, ...]) -> bool:
        """Whether a page that cites these sources takes the question up."""
        return any(key in cited and key not in self.wider for key in self.sources())

    def missing(self, cited: tuple[str, ...]) -> tuple[Side, ...]:
        """The sides for which a page cites no source."""
        return tuple(side for side in self.sides if not set(side.sources) & set(cited))


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
            raise InvalidValue(f"lies outside the drawing, which is {WIDE} wide.")


def _in_order(entries: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(entries.values())


NEWS = file_of("news", News, _newest_first)
CORRECTIONS = file_of("corrections", Correction, _newest_first)
# Each way by the name of its page in FOLDER_OF_WAYS.
WAYS = file_of_values("ways", _STEPS, lambda _, entry: Way(_STEPS(entry.value), entry.items, entry.line))
DANGERS = file_of("danger-words", Danger, _in_order)
DISPUTES = file_of("disputes", Dispute)
SIGNALS = file_of("body-signals", BodySignal, _in_order)
SOURCES = file_of("sources", Source)
FINDERS = file_of("finders", Finder, _in_order)
LEFT_OUT = file_of("left-out", LeftOut)
