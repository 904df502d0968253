"""What the site is made of, once parsed: frozen objects that nothing after the parser changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

PhaseKind = Literal["in", "hold", "out", "rest"]
PracticeKind = Literal["breath", "steps", "open"]

HEART = 8  # guides with this order or a lower one are the heart of the site


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

    @property
    def url(self) -> str:
        """Address of the page below the site's root, without a leading slash ("guides/x/")."""
        folder, _, name = self.path.removesuffix(".md").rpartition("/")
        stem = folder if name == "index" else f"{folder}/{name}".lstrip("/")
        return f"{stem}/" if stem else ""


@dataclass(frozen=True, kw_only=True)
class Guide(Page):
    """A guide: prose that explains, and the one practice that it ends with."""

    order: int
    practice: str


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
    studied: str
    not_known: str
    related: tuple[str, ...]

    @property
    def has_hold(self) -> bool:
        """Whether the pattern holds the breath at any point."""
        return any(phase.kind == "hold" and phase.seconds for phase in self.phases)


@dataclass(frozen=True, kw_only=True)
class Term(Page):
    """A glossary term. `aka` are forms matched in text; `everyday` are words matched by search only."""

    short: str
    aka: tuple[str, ...]
    everyday: tuple[str, ...]
    status: str
    theme: str
    see: tuple[str, ...]
    tries: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A published source, by its citation key. Fields that nobody confirmed are None."""

    key: str
    title: str
    type: str
    n: str
    finding: str
    limits: str
    confidence: str
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
class Risk:
    """A declared risk of a practice and the safety line it prints."""

    name: str
    line: str


@dataclass(frozen=True)
class CrisisLine:
    """A help line. `checked` is the day its number was seen on its own official page, or None."""

    country: str
    name: str
    kind: str
    contact: tuple[tuple[str, str], ...]  # (words, address): ("Call 116 123", "tel:116123")
    hours: str
    url: str
    checked: date | None
    note: str


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
