"""What the site is made of, once parsed: frozen objects that nothing after the parser changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, get_args

from macros.content import fields
from macros.content.fields import InvalidValue, Spec, after, reader, word, words
from macros.content.safety_lines import EXCUSES

PhaseKind = Literal["in", "hold", "out", "rest"]
PracticeKind = Literal["breath", "steps", "open"]

HEART = 8  # guides with this order or a lower one are the heart of the site
Range = tuple[float, float]


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

    who: Annotated[str, "for", word("fits")]
    do: Annotated[str, fields.sentence(5, 200)]
    practice: Annotated[str, fields.slug] = ""


@reader({"type": "string", "pattern": r"^[\d.]+(-[\d.]+)*$"})
def _pattern(value: Any) -> tuple[float, ...]:
    if not isinstance(value, str):
        raise InvalidValue("must be a text such as '4-6'.", "Put it in quotes.")
    try:
        return tuple(float(part) for part in value.split("-"))
    except ValueError:
        raise InvalidValue(f"must be seconds joined by hyphens, such as '4-6', not '{value}'.") from None


@dataclass(frozen=True)
class Preset:
    """A named pattern: the seconds of the practice's phases, in their order."""

    name: Annotated[str, fields.text(1, 40)]
    seconds: Annotated[tuple[float, ...], "pattern", _pattern]


Bounds = Mapping[PhaseKind, Range]  # least and most seconds a reader may choose for each kind of phase
SITE_BOUNDS: Bounds = {"in": (1, 10), "hold": (0, 8), "out": (1, 12), "rest": (0, 5)}


def _range(least: float, most: float) -> fields.Reader:
    """Two numbers of seconds between `least` and `most`, the smaller first."""

    @after(fields.sequence(fields.number(0, 12), 2, 2))
    def read(pair: Range) -> Range:
        if not least <= pair[0] <= pair[1] <= most:
            raise InvalidValue(f"must lie between {least:g} and {most:g} seconds, the smaller number first.")
        return pair

    return read


_RANGES: dict[str, Spec] = {kind: Spec(_range(*limit), required=False) for kind, limit in SITE_BOUNDS.items()}
_BOUNDS = fields.mapping(_RANGES, lambda **narrower: {**SITE_BOUNDS, **narrower})


@dataclass(frozen=True)
class Part:
    """One part of a sheet: room of so many `lines`, things to tick, a table, or the emergency numbers.

    A table has `columns` and either named `rows` or so many `blank` ones; each cell has `lines` to write on.
    On paper, two parts that are `half` stand side by side. Raises InvalidValue for a part without room.
    """

    say: Annotated[str, fields.text(2, 90)]
    hint: Annotated[str, fields.text(3, 200)] = ""
    lines: Annotated[int, fields.whole(1, 20)] = 0
    ticks: Annotated[tuple[str, ...], fields.listing(fields.text(2, 80), 2, 16)] = ()
    columns: Annotated[tuple[str, ...], fields.listing(fields.text(2, 60), 2, 7)] = ()
    rows: Annotated[tuple[str, ...], fields.listing(fields.text(2, 60), 2, 16)] = ()
    blank: Annotated[int, fields.whole(2, 16)] = 0
    numbers: Annotated[bool, fields.flag] = False
    half: Annotated[bool, fields.flag] = False

    def __post_init__(self) -> None:
        if self.columns and (bool(self.rows) == bool(self.blank) or self.ticks or self.numbers):
            hint = "Name the rows in 'rows', or give the number of empty ones as 'blank'."
            raise InvalidValue("is a table, so it needs rows and nothing to tick.", hint)
        if not self.columns and (self.rows or self.blank):
            raise InvalidValue("has rows, but no 'columns'.", "Name what stands above them in 'columns'.")
        if not (self.lines or self.ticks or self.columns or self.numbers):
            hint = "Give it 'lines', 'ticks', 'columns' or 'numbers: true'."
            raise InvalidValue("has nothing to fill in.", hint)


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
    body: str
    body_line: int
    title: Annotated[str, fields.text(2, 90)]
    summary: Annotated[str, fields.sentence(50, 240)]
    draft: Annotated[bool, fields.flag] = False
    reviewed: Annotated[date | None, fields.day]
    next_review: Annotated[date | None, fields.day]
    autolink: bool = True
    quick_exit: bool = False
    red_flags_excused: Annotated[Mapping[str, str], EXCUSES] = field(default_factory=dict)
    everyday: Annotated[tuple[str, ...], fields.listing(fields.text(2, 60))] = ()
    sheet: tuple[Part, ...] = ()  # of a worksheet
    alone: str = ""  # and when not to fill it in alone

    @property
    def url(self) -> str:
        """Address of the page below the site's root, without a leading slash ("guides/x/")."""
        return url_of(self.path)


@dataclass(frozen=True, kw_only=True)
class PlainPage(Page):
    """A page of no other kind. `hide` is for MkDocs alone."""

    reviewed: Annotated[date | None, fields.day] = None
    next_review: Annotated[date | None, fields.day] = None
    quick_exit: Annotated[bool, fields.flag] = False
    autolink: Annotated[bool, fields.flag] = True
    hide: Annotated[tuple[str, ...], fields.listing(fields.choice(("navigation", "toc", "footer")))] = ()
    sheet: Annotated[tuple[Part, ...], fields.sequence(fields.record(Part), 1, 10, "part")] = ()
    alone: Annotated[str, fields.sentence(20, 300)] = ""


@dataclass(frozen=True, kw_only=True)
class Guide(Page):
    """A guide: prose that explains, and the one practice that it ends with."""

    order: Annotated[int, fields.whole(1, 99)]
    practice: Annotated[str, fields.slug]
    section: Annotated[str, word("sections")] = ""  # of the list of guides; the heart needs none
    quick_exit: Annotated[bool, fields.flag] = False


@dataclass(frozen=True, kw_only=True)
class Practice(Page):
    """A practice: the data of its timer and the facts on its card.

    `rounds` counts breaths (kind breath); `minutes_offered` are the lengths of an open practice, or
    the lengths to which the steps of a practice in steps are stretched, in minutes.
    """

    group: Annotated[str, word("groups")]
    practice_kind: Annotated[PracticeKind, "kind", fields.choice(get_args(PracticeKind))]
    phases: Annotated[tuple[Phase, ...], fields.sequence(fields.record(Phase), 1, 8)] = ()
    rounds: Annotated[int, fields.whole(1, 200)] = 0
    rounds_offered: Annotated[tuple[int, ...], fields.listing(fields.whole(1, 200), 1, 5)] = ()
    presets: Annotated[tuple[Preset, ...], fields.listing(fields.record(Preset), 1, 5)] = ()
    bounds: Annotated[Bounds, _BOUNDS] = field(default_factory=lambda: SITE_BOUNDS)
    steps: Annotated[tuple[Step, ...], fields.sequence(fields.record(Step), 2, 30)] = ()
    minutes: Annotated[float, fields.number(0.5, 60)] = 0.0
    minutes_offered: Annotated[tuple[float, ...], fields.listing(fields.number(0.5, 60), 1, 5)] = ()
    bell_minutes: Annotated[float | None, fields.number(0.5, 30)] = None
    effort: Annotated[str, word("efforts")]
    positions: Annotated[tuple[str, ...], words("positions")]
    in_public: Annotated[bool, fields.flag]
    makes_sound: Annotated[bool, fields.flag]
    places: Annotated[tuple[str, ...], words("places")]
    moments: Annotated[tuple[str, ...], words("moments", 5)]
    risks: Annotated[tuple[str, ...], words("risks")]
    sure: Annotated[str, word("sure")]
    big: Annotated[str, word("big")] = ""
    size: Annotated[str, fields.text(5, 120)] = ""
    studied: Annotated[str, fields.sentence(10, 400)]
    not_known: Annotated[str, fields.sentence(10, 400)]
    related: Annotated[tuple[str, ...], fields.listing(fields.slug, 1, 4)]
    fits: Annotated[tuple[Fit, ...], lambda lists: fields.listing(fields.record(Fit, lists), 1, 6)] = ()

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
    """A glossary term; its plain line `short` is its summary too. `aka` are forms matched in text."""

    summary: str
    short: Annotated[str, fields.sentence(20, 160)]
    aka: Annotated[tuple[str, ...], fields.listing(fields.text(2, 60))] = ()
    status: Annotated[str, word("statuses")]
    theme: Annotated[str, word("themes")]
    see: Annotated[tuple[str, ...], fields.listing(fields.slug, 1, 6)]
    tries: Annotated[tuple[str, ...], fields.listing(fields.slug, 0, 3)] = ()
    autolink: Annotated[bool, fields.flag] = True
    quick_exit: Annotated[bool, fields.flag] = False
