"""The practice timer as a reader without scripts gets it, on its page and alone in a frame."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.content.addresses import embed_url
from macros.content.library import Library
from macros.content.model import Practice
from macros.content.schedule import (
    Span,
    breath_spans,
    breaths_a_minute,
    default_length,
    in_words,
    milliseconds,
    offered_lengths,
    without_holds,
)
from macros.render.context import Context
from macros.render.pacer import counts_in_words
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
    """A page by its title, and its address below the site's root."""

    title: str
    url: str


@dataclass(frozen=True)
class TimerLinks:
    """Where a timer leads. `href` makes addresses relative to its page, `other` is of another kind,
    `outward` are practices that turn outwards."""

    href: Callable[[str], str]
    other: NamedLink
    outward: tuple[NamedLink, ...]


def timer_safety(library: Library, practice: Practice) -> TimerSafety:
    """The safety texts that stand above Start on `practice`."""
    safety = library.data.safety
    lines = safety.lines(practice.risks)
    return TimerSafety(safety.stop_rule, lines, safety.ways_out, safety.feels_worse)


def timer_links(library: Library, href: Callable[[str], str], practice: Practice) -> TimerLinks:
    """Where the timer of `practice` leads; outwards to practices without breath or attention to the body."""
    outward = [
        other
        for other in library.practices.values()
        if other.group == "grounding"
        and not {"breath", "body-focus"} & set(other.risks)
        and other is not practice
    ]
    related = [library.practices[slug] for slug in practice.related if slug in library.practices]
    others = [NamedLink(it.title, it.url) for it in (*related, *outward) if it.group != practice.group]
    other = others[0] if others else NamedLink("Another practice", "practices/")
    return TimerLinks(href, other, tuple(NamedLink(it.title, it.url) for it in outward[:3]))


def practice_timer(context: Context, slug: str = "") -> Markup:
    """The timer of a practice, whole without scripts; without a name, that of the page itself."""
    library, practice = context.library, context.library.practices[slug or context.page.slug]
    links = timer_links(library, context.href, practice)
    return render_timer(practice, timer_safety(library, practice), links)


def render_timer(practice: Practice, safety: TimerSafety, links: TimerLinks) -> Markup:
    """The whole timer as one line of HTML."""
    return render(
        "practice-timer/practice-timer.html",
        practice=practice,
        safety=safety,
        links=links,
        href=links.href,
        embed=embed_url(practice.slug),
        shape=shape(practice, size=1.25),
        facts=facts(practice),
        counts=counts_in_words(practice),
        length=default_length(practice),
        in_words=lambda seconds: in_words(milliseconds(seconds)),
        offered=offered_lengths(practice),
        presets=_presets(practice),
        given=_pattern_text(breath_spans(practice)),
        snippet=embed_frame(practice, "{address}"),
        bells=sorted({1, 2, 5, 10, practice.bell_minutes or 5}),
    )


def embed_page(practice: Practice, safety: TimerSafety, links: TimerLinks, site_url: str) -> Markup:
    """The timer alone, which others may frame, as a document for /embed/<slug>/.

    `links` are relative to that; `site_url` is absolute, with a last slash, or empty.
    """
    return render(
        "practice-timer/embed.html",
        practice=practice,
        safety=safety,
        href=links.href,
        site_url=site_url,
        timer=render_timer(practice, safety, links),
        snippet=embed_frame(practice, site_url + embed_url(practice.slug)),
    )


def embed_frame(practice: Practice, address: str) -> str:
    """The frame that others copy into their page, to show the bare timer at `address`."""
    frame = Markup(
        '<iframe src="{}" title="{}: practice timer" width="420" height="860" loading="lazy" '
        'allow="screen-wake-lock; fullscreen; web-share; clipboard-write"></iframe>'
    )
    return str(frame.format(address, practice.title))


def facts(practice: Practice) -> str:
    """One line on what Start will run: "18 rounds, 3 min · 6 breaths a minute"."""
    words = default_length(practice).words
    if practice.practice_kind == "breath":
        return f"{words} · {breaths_a_minute(breath_spans(practice))} breaths a minute"
    if practice.practice_kind == "steps":
        return f"{len(practice.steps)} steps, {words}"
    return words


def _presets(practice: Practice) -> list[dict[str, str]]:
    """The other patterns of a breath: the name of each, its seconds, and these with their words."""
    named = [(preset.name, breath_spans(practice, preset.seconds)) for preset in practice.presets]
    if practice.has_hold:
        named.append(("Without holds", without_holds(breath_spans(practice))))
    return [
        {"name": name, "pattern": _pattern_text(spans), "words": pattern_words(practice, spans)}
        for name, spans in named
    ]


def pattern_words(practice: Practice, spans: Sequence[Span]) -> str:
    """The phases that last, with their seconds: "breathe in 4, breathe out 6"."""
    phases = zip(practice.phases, spans, strict=True)
    return ", ".join(f"{phase.say.lower()} {span.ms / 1000:g}" for phase, span in phases if span.ms)


def _pattern_text(spans: Sequence[Span]) -> str:
    """ "4-0-5.5": the seconds of the phases in order."""
    return "-".join(f"{span.ms / 1000:g}" for span in spans)
