"""Files of the finished site that no page stands for: the pacers' styles, one embed page and two sheets a practice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.content.library import Library
from macros.content.model import Practice
from macros.render.context import relative
from macros.render.embed import EmbedFiles, embed_page
from macros.render.glossary_data import glossary_json
from macros.render.macros import timer_links, timer_safety
from macros.render.pacer import pacer_css
from macros.render.print_card import PrintFiles, print_card

ICON = "assets/images/favicon.svg"
STYLES = (
    "assets/tokens.css",
    "components/practice-timer/practice-timer.css",
    "components/practice-timer/embed.css",
)
SCRIPTS = ("components/index.js",)
PRINT_STYLES = ("assets/tokens.css", "components/print-card/print-card.css")
PRINT_SCRIPT = "components/print-card/print-card.js"


def extra_files(library: Library, address: str, site_name: str) -> dict[str, str]:
    """Text of each file by its path below the site's root; `address` is the site's own, or empty."""
    files = {
        "assets/pacers.css": pacer_css(library.practices.values()),
        "glossary.json": glossary_json(library, address),
    }
    for practice in library.practices.values():
        files[f"embed/{practice.slug}/index.html"] = _embed(library, practice, address)
        files.update((f"{folder}index.html", sheet) for folder, sheet in _sheets(library, practice, address, site_name))
    return files


def _seen_from(folder: str) -> Callable[[str], str]:
    return lambda url: relative(folder, url)


def _embed(library: Library, practice: Practice, address: str) -> str:
    href = _seen_from(f"embed/{practice.slug}/")
    files = EmbedFiles(styles=tuple(map(href, STYLES)), scripts=tuple(map(href, SCRIPTS)), icon=href(ICON))
    links = timer_links(href, practice)
    return embed_page(practice, timer_safety(library, practice), links, files, site_url=address)


def _sheets(library: Library, practice: Practice, address: str, site_name: str) -> Iterator[tuple[str, str]]:
    """The sheet of a practice and its large print, each with its folder."""
    folders = (f"print/{practice.slug}/", f"print/{practice.slug}/large/")
    for folder, other in zip(folders, reversed(folders), strict=True):
        href = _seen_from(folder)
        files = PrintFiles(
            styles=tuple(map(href, PRINT_STYLES)),
            script=href(PRINT_SCRIPT),
            icon=href(ICON),
            practice=href(practice.url),
            help=href("help/"),
            other=href(other),
        )
        safety, lines = timer_safety(library, practice), library.data.lines
        large = folder.endswith("/large/")
        yield folder, print_card(practice, safety, lines, files, site_name=site_name, site_url=address, large=large)
