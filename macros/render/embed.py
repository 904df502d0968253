"""The timer alone on a bare page, /embed/<slug>/, which others may frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.content.addresses import embed_url
from macros.content.model import Practice
from macros.render.templates import render
from macros.render.timer import TimerLinks, TimerSafety, embed_frame, render_timer


@dataclass(frozen=True)
class EmbedFiles:
    """Addresses of stylesheets and scripts, relative to the embed page; `modules` while they are ES
    modules."""

    styles: Sequence[str]
    scripts: Sequence[str]
    modules: bool = True
    icon: str = ""


def embed_page(
    practice: Practice,
    safety: TimerSafety,
    links: TimerLinks,
    files: EmbedFiles,
    *,
    site_url: str,
    language: str = "en",
) -> str:
    """A complete HTML document. `links` are relative to /embed/<slug>/; `site_url` is absolute, with a last
    slash."""
    return render(
        "practice-timer/embed.html",
        practice=practice,
        safety=safety,
        links=links,
        styles=files.styles,
        scripts=files.scripts,
        modules=files.modules,
        icon=files.icon,
        language=language,
        canonical=site_url and site_url + practice.url,
        timer=Markup(render_timer(practice, safety, links, heading_level=2)),
        snippet=embed_snippet(practice, site_url),
    )


def embed_snippet(practice: Practice, site_url: str) -> str:
    """The frame that others copy into their page."""
    return embed_frame(practice, site_url + embed_url(practice.slug))
