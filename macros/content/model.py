"""What the site is made of, once parsed: frozen objects that nothing after the parser changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal, get_args

from macros.content import fields
from macros.content.worksheet import Part

PhaseKind = Literal["in", "hold", "out", "rest"]
PracticeKind = Literal["breath", "steps", "open"]

FIRST_KINDS = ("suicide", "talk")  # kinds of help line that stand beside an emergency number
HEART = 8  # guides with this order or a lower one are the heart of the site


def url_of(path: str) -> str:
    """Address of the page at `path` below docs/ ("guides/x.md"), below the site's root ("guides/x/")."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    stem = folder if name == "index" else f"{folder}/{name}".lstrip("/")
    return f"{stem}/" if stem else ""


@dataclass(frozen=True)
class Phase:
    """One part of a breath. `seconds` is a multiple of 0.5; `say` is the word shown while it runs."""

    kind: Annotated[PhaseKind, fields.choice(get_args(PhaseKind))]
    seconds: Annotated[float, fields.number(0, 12)]
    say: Annotated[str, fields.text(1, 30)]


@dataclass(frozen=True)
class Step:
    """One step of a practice in steps: a short instruction, its length in seconds, the full words."""

    say: Annotated[str, fields.text(1, 60)]
    seconds: Annotated[float, fields.number(5, 1800, 1)]
    text: Annotated[str, fields.sentence(5, 400)]


@dataclass(frozen=True)
class Fit:
    """What changes for whom: a word of the list `fits`, what they do, and another practice for them."""

    who: str
    do: str
    practice: str = ""


@dataclass(frozen=True)
class Preset:
    """A named pattern: the seconds of the practice's phases, in their order."""

    name: str
    seconds: tuple[float, ...]


@dataclass(frozen=True)
class Bounds:
    """Least and most seconds a reader may choose for each kind of phase."""

    least: Mapping[PhaseKind, float]
    most: Mapping[PhaseKind, float]


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page has. `path` is relative to docs/, with forward slashes ("guides/x.md").

    `autolink` says whether terms are linked on the page; on a term, whether the term is linked elsewhere.
    `everyday` is what people type into the search: shown nowhere. A `draft` is shown in the preview alone.
    `red_flags_excused` are reasons, by a sign's key, why the page prints no line for it.
    """

    path: str
    slug: str
    kind: str
    title: str
    summary: str
    reviewed: date | None
    next_review: date | None
    body: str
    body_line: int
    autolink: bool = True
    quick_exit: bool = False
    red_flags_excused: Mapping[str, str] = field(default_factory=dict)
    everyday: tuple[str, ...] = ()
    draft: bool = False
    sheet: tuple[Part, ...] = ()  # of a worksheet
    alone: str = ""  # and when not to fill it in alone

    @property
    def url(self) -> str:
        """Address of the page below the site's root, without a leading slash ("guides/x/")."""
        return url_of(self.path)


@dataclass(frozen=True, kw_only=True)
class Guide(Page):
    """A guide: prose that explains, and the one practice that it ends with."""

    order: int
    practice: str
    section: str = ""  # of the list of guides; the heart needs none


@dataclass(frozen=True, kw_only=True)
class Practice(Page):
    """A practice: the data of its timer and the facts on its card.

    `rounds` counts breaths (kind breath); `minutes_offered` are the lengths of an open practice, or
    the lengths to which the steps of a practice in steps are stretched, in minutes.
    """

    group: str
    practice_kind: PracticeKind
    phases: tuple[Phase, ...]
    rounds: int
    rounds_offered: tuple[int, ...]
    presets: tuple[Preset, ...]
    bounds: Bounds
    steps: tuple[Step, ...]
    minutes: float
    minutes_offered: tuple[float, ...]
    bell_minutes: float | None
    effort: str
    positions: tuple[str, ...]
    in_public: bool
    makes_sound: bool
    places: tuple[str, ...]
    moments: tuple[str, ...]
    risks: tuple[str, ...]
    sure: str
    big: str
    size: str
    studied: str
    not_known: str
    related: tuple[str, ...]
    fits: tuple[Fit, ...] = ()

    @property
    def has_hold(self) -> bool:
        """Whether the pattern holds the breath at any point."""
        return any(phase.kind == "hold" and phase.seconds for phase in self.phases)

    @property
    def offers_hold(self) -> bool:
        """Whether its pattern, a preset or a reader's own pattern can hold the breath."""
        return any(phase.kind == "hold" for phase in self.phases)


@dataclass(frozen=True, kw_only=True)
class Term(Page):
    """A glossary term. `aka` are forms matched in text."""

    short: str
    aka: tuple[str, ...]
    status: str
    theme: str
    see: tuple[str, ...]
    tries: tuple[str, ...]


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
class Way:
    """One way to reach a help line: the verb and number shown, and the address that the same number makes.

    `act` is "Call", "Text" or "Chat at", `number` what is dialled or the chat's host, `note` whom or what it
    reaches.
    """

    act: str
    number: str
    address: str
    note: str = ""
    message: str = ""  # the word to text: "SHOUT"

    @property
    def words(self) -> str:
        """What stands on the link: "Call 10177, ambulance" or "Text SHOUT to 85258"."""
        start = f"{self.act} {self.message} to" if self.message else self.act
        return f"{start} {self.number}" + (f", {self.note}" if self.note else "")


@dataclass(frozen=True)
class HelpLine:
    """A help line of a country. `kind` and `also` are words of the vocabulary's list `help`."""

    name: str
    kind: str
    ways: tuple[Way, ...]
    also: tuple[str, ...] = ()
    part: str = ""  # the part of the country it serves; empty for the whole
    hours: str = ""
    cost: str = ""
    languages: str = ""
    note: str = ""
    site: str | None = None

    def serves(self, kind: str) -> bool:
        """Whether the line is of this kind, first or also."""
        return kind == self.kind or kind in self.also


@dataclass(frozen=True, kw_only=True)
class Country(Page):
    """A country's help lines, in the order of their kinds. `zones` name its clocks (Europe/Dublin).

    `read` is the first day of the month in which the numbers were read, on the pages in `places`; `unsure`
    could not be confirmed; `often` puts its emergency number on printed sheets and first on the help page.
    """

    country: str
    zones: tuple[str, ...]
    lines: tuple[HelpLine, ...]
    read: date
    places: tuple[str, ...]
    unsure: str = ""
    often: bool = False

    @property
    def emergency(self) -> HelpLine:
        """The line that everybody is told first."""
        return self.lines[0]

    @property
    def first_lines(self) -> tuple[HelpLine, ...]:
        """At most two lines for the whole country that can be reached now by who is in despair."""
        lines = [line for line in self.lines if line.kind in FIRST_KINDS and not line.part]
        return tuple(lines[:2])


@dataclass(frozen=True)
class Finder:
    """A list of help lines all over the world."""

    name: Annotated[str, fields.text()]
    site: Annotated[str, fields.address]
    says: Annotated[str, fields.sentence(10, 200)]


@dataclass(frozen=True)
class Choice:
    """A word from a closed list (a moment, a place, a theme) and how a reader sees it."""

    name: str
    label: Annotated[str, fields.text()]
    note: Annotated[str, fields.text()] = ""
    first: Annotated[str, fields.text()] = ""  # a moment's first choice: the practice its plain link leads to
    guide: Annotated[str, fields.text()] = ""  # the guide that my plan names for a moment
