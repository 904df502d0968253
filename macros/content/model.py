"""What the site is made of, once parsed: frozen objects that nothing after the parser changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

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

    kind: PhaseKind
    seconds: float
    say: str


@dataclass(frozen=True)
class Step:
    """One step of a practice in steps: a short instruction, its length in seconds, the full words."""

    say: str
    seconds: float
    text: str


@dataclass(frozen=True)
class Fit:
    """What changes for whom: a word of the list `fits`, what they do, and another practice that suits them better."""

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

    `autolink` says whether terms are linked on the page; on a term, whether the term is linked elsewhere. `everyday` is
    what people type when they look for the page: matched by the search alone, shown nowhere.
    A `draft` is shown in the preview alone. `red_flags_excused` are reasons, by a sign's key, why the page prints no
    line for a sign that it speaks of.
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


@dataclass(frozen=True)
class Source:
    """A published source, by its citation key. Fields that nobody confirmed are None.

    `topic` is a word of the vocabulary; `figures` are the words for its numbers that several pages tell, by a name of
    our own.
    """

    key: str
    title: str
    topic: str
    type: str
    n: str
    finding: str
    limits: str
    confidence: str
    our_note: str | None = None
    figures: Mapping[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    year: int | None = None
    container: str | None = None
    url: str | None = None
    doi: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None

    @property
    def link(self) -> str | None:
        """Where a reader finds the source: its DOI, else its page."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


@dataclass(frozen=True)
class Way:
    """One way to reach a help line: the verb and number shown, and the address that the same number makes.

    `act` is "Call", "Text" or "Chat at", `number` what is dialled or the chat's host, `note` whom or what it reaches.
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
    """A help line of a country. `kind` and `also` are words of the list `help` in docs/_data/vocabulary.yml."""

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
    """A country's help lines, in the order of their kinds. `zones` are the names of its clocks (Europe/Dublin).

    `read` is the first day of the month in which the numbers were read, on the pages in `places`; `unsure` is what
    could not be confirmed; `often` puts its emergency number on printed sheets and in the first box of the help page.
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
        found = [line for line in self.lines if line.kind in FIRST_KINDS and not line.part]
        return tuple(found[:2])


@dataclass(frozen=True)
class Finder:
    """A list of help lines all over the world."""

    name: str
    site: str
    says: str


@dataclass(frozen=True)
class Choice:
    """A word from a closed list (a moment, a place, a theme) and how a reader sees it."""

    name: str
    label: str
    note: str = ""
    first: str = ""  # a moment's first choice: the practice its plain link leads to


@dataclass(frozen=True)
class Correction:
    """A mistake that was put right: what a page said, what it says now, and why. `page` is its path below docs/."""

    day: date
    page: str
    said: str
    says: str
    why: str
    found: str
