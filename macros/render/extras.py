"""Files of the finished site that no page stands for: the pacers' styles and one embed page a practice."""

from __future__ import annotations

from macros.content.library import Library
from macros.content.model import Practice
from macros.render.context import relative
from macros.render.embed import EmbedFiles, embed_page
from macros.render.glossary_data import glossary_json
from macros.render.macros import timer_links, timer_safety
from macros.render.pacer import pacer_css

STYLES = ("assets/tokens.css", "components/practice-timer/practice-timer.css")
SCRIPTS = ("components/index.js",)


def extra_files(library: Library, address: str) -> dict[str, str]:
    """Text of each file by its path below the site's root; `address` is the site's own, or empty."""
    files = {
        "assets/pacers.css": pacer_css(library.practices.values()),
        "glossary.json": glossary_json(library, address),
    }
    for practice in library.practices.values():
        files[f"embed/{practice.slug}/index.html"] = _embed(library, practice, address)
    return files


def _embed(library: Library, practice: Practice, address: str) -> str:
    def href(url: str) -> str:
        return relative(f"embed/{practice.slug}/", url)

    icon = href("assets/images/favicon.svg")
    files = EmbedFiles(styles=tuple(map(href, STYLES)), scripts=tuple(map(href, SCRIPTS)), icon=icon)
    links = timer_links(href, practice)
    return embed_page(practice, timer_safety(library, practice), links, files, site_url=address)
