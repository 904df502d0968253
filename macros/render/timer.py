"""The practice timer as a reader without scripts gets it: safety, shape, list, lengths and pacer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.content.lengths import (
    breaths_a_minute,
    default_length,
    default_session,
    in_words,
    offered_lengths,
)
from macros.content.model import Practice
from macros.content.schedule import Span, breath_spans, milliseconds, without_holds
from macros.render.pacer import pacer_html
from macros.render.shape import shape
from macros.render.templates import render


@dataclass(frozen=True)
class TimerSafety:
    """The lines that no timer goes without, all from docs/_data/safety.yml. Of `lines` the first stands in
    sight below the stop rule, and the rest opens in place."""

    stop_rule: str
    lines: tuple[str, ...]
    ways_out: tuple[str, ...]
    feels_worse: tuple[str, ...]

    def __post_init__(self) -> None:
        for name in ("stop_rule", "lines", "ways_out", "feels_worse"):
            if not getattr(self, name):
                raise ValueError(f"a practice timer needs its safety lines: '{name}' is empty")


@dataclass(frozen=True)
class NamedLink:
    """A page by its title, and its address relative to the page that holds the timer."""

    title: str
    href: str


@dataclass(frozen=True)
class TimerLinks:
    """Addresses relative to the page that holds the timer: the practice's own page, when not to use it,
    help now, the bare timer, the library of practices, and the stylesheet of the pacers. What the end leads
    to: the notes, the plan of four weeks, a practice of another kind, and practices that turn outwards."""

    practice: str
    safety: str
    help: str
    embed: str
    practices: str
    pacers: str
    journal: str
    plan: str
    other: NamedLink
    outward: tuple[NamedLink, ...]


@dataclass(frozen=True)
class _Item:
    kind: str
    figure: str
    say: str
    length: str
    text: str = ""


@dataclass(frozen=True)
class _Pattern:
    name: str
    pattern: str
    words: str


@dataclass(frozen=True)
class _Range:
    say: str
    least: str
    most: str


def render_timer(
    practice: Practice, safety: TimerSafety, links: TimerLinks, *, heading_level: int = 2
) -> str:
    """The whole timer as one line of HTML. `heading_level` (2 to 6) is that of "Before you start"."""
    return render(
        "practice-timer/practice-timer.html",
        practice=practice,
        safety=safety,
        links=links,
        level=heading_level,
        limits=_limits(practice),
        shape=Markup(shape(practice, size=1.25)),
        facts=facts(practice),
        pacer=Markup(pacer_html(practice)),
        controls=Markup(_controls(practice, links)),
        list_title={"breath": "The breath", "steps": "The steps in full", "open": "The length"}[
            practice.practice_kind
        ],
        items=_items(practice),
        lengths=offered_lengths(practice),
        presets=_presets(practice),
    )


def _controls(practice: Practice, links: TimerLinks) -> str:
    """What the element adds, in a template that stays inert without scripts."""
    minutes = dict.fromkeys((1, 2, 5, 10, practice.bell_minutes or 5))
    return render(
        "practice-timer/controls.html",
        practice=practice,
        links=links,
        given=_pattern_text(breath_spans(practice)),
        presets=_presets(practice),
        ranges=_ranges(practice),
        snippet=embed_frame(practice, "{address}"),
        bells=[f"{bell:g}" for bell in sorted(minutes)],
    )


def embed_frame(practice: Practice, address: str) -> str:
    """The frame that others copy into their page, to show the bare timer at `address`."""
    return str(
        Markup(
            '<iframe src="{}" title="{}: practice timer" width="420" height="860" loading="lazy" '
            'allow="screen-wake-lock; fullscreen; web-share; clipboard-write"></iframe>'
        ).format(address, practice.title)
    )


def facts(practice: Practice) -> str:
    """One line on what Start will run: "18 rounds, 3 min · 6 breaths a minute"."""
    words = default_length(practice).words
    if practice.practice_kind == "breath":
        return f"{words} · {breaths_a_minute(breath_spans(practice))} breaths a minute"
    if practice.practice_kind == "steps":
        return f"{len(practice.steps)} steps, {words}"
    return words


def _limits(practice: Practice) -> str:
    """ "in:2-8 out:2-10": seconds, for the kinds of phase that the practice has."""
    kinds = dict.fromkeys(phase.kind for phase in practice.phases)
    return " ".join(
        f"{kind}:{practice.bounds.least[kind]:g}-{practice.bounds.most[kind]:g}" for kind in kinds
    )


def _items(practice: Practice) -> tuple[_Item, ...]:
    if practice.practice_kind == "breath":
        return tuple(_Item(p.kind, f"{p.seconds:g}", p.say, f"{p.seconds:g} s") for p in practice.phases)
    if practice.practice_kind == "steps":
        return tuple(
            _Item("step", f"{s.seconds:g}", s.say, in_words(milliseconds(s.seconds)), s.text)
            for s in practice.steps
        )
    (span,) = default_session(practice).spans
    return (_Item("open", f"{span.ms / 1000:g}", practice.title, in_words(span.ms)),)


def _presets(practice: Practice) -> tuple[_Pattern, ...]:
    patterns = [
        _pattern(practice, preset.name, breath_spans(practice, preset.seconds)) for preset in practice.presets
    ]
    if practice.has_hold:
        patterns.append(_pattern(practice, "Without holds", without_holds(breath_spans(practice))))
    return tuple(patterns)


def _pattern(practice: Practice, name: str, spans: Sequence[Span]) -> _Pattern:
    says = [phase.say.lower() for phase in practice.phases]
    words = ", ".join(f"{say} {span.ms / 1000:g}" for say, span in zip(says, spans, strict=True) if span.ms)
    return _Pattern(name, _pattern_text(spans), words)


def _pattern_text(spans: Sequence[Span]) -> str:
    """ "4-0-5.5": the seconds of the phases in order."""
    return "-".join(f"{span.ms / 1000:g}" for span in spans)


def _ranges(practice: Practice) -> tuple[_Range, ...]:
    """Seconds a reader may choose for each phase; a hold may always be left out."""
    bounds = practice.bounds
    return tuple(
        _Range(p.say, "0" if p.kind == "hold" else f"{bounds.least[p.kind]:g}", f"{bounds.most[p.kind]:g}")
        for p in practice.phases
    )
