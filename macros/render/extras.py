"""Files of the finished site that no page stands for: styles, data, a feed, embedded timers, printed
sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.content.addresses import embed_url, sheet_urls
from macros.content.library import Library
from macros.content.model import Practice
from macros.content.term_links import TermLinks
from macros.render.context import relative
from macros.render.countries import main_numbers
from macros.render.embed import EmbedFiles, embed_page
from macros.render.feed import feed
from macros.render.glossary_data import glossary_json
from macros.render.machine_files import opensearch_xml, redirects_file, robots_txt
from macros.render.macros import timer_links, timer_safety
from macros.render.open_data import practices_json, sources_json
from macros.render.pacer import pacer_css
from macros.render.print_card import PrintFiles, print_card, sheet
from macros.render.print_pack import Pack, packs, print_pack
from macros.render.templates import render

ICON = "assets/images/favicon.svg"
STYLES = (
    "assets/tokens.css",
    "assets/fonts.css",
    "components/practice-timer/safety.css",
    "components/practice-timer/practice-timer.css",
    "components/practice-timer/embed.css",
)
SCRIPTS = ("components/index.js",)


def extra_files(links: TermLinks, address: str, site_name: str) -> dict[str, str]:
    """Text of each file by its path below the site's root; `address` is the site's own, or empty.

    `links` are those of the finished pages, for the glossary's data.
    """
    library = links.library
    files = {
        "assets/pacers.css": pacer_css(library.practices.values()),
        "glossary.json": glossary_json(links, address),
        "practices.json": practices_json(library, address),
        "sources.json": sources_json(library, address),
    }
    if address:
        files["robots.txt"] = robots_txt(address)
        files["opensearch.xml"] = opensearch_xml(address, site_name)
        files["feed.xml"] = feed(library, address, site_name)
    if library.data.redirects:
        files["_redirects"] = redirects_file(library.data.redirects, address)
    files.update(_redirects(library, address, site_name))
    for practice in library.practices.values():
        files[f"{embed_url(practice.slug)}index.html"] = _embed(library, practice, address)
        files.update(
            (f"{folder}index.html", sheet) for folder, sheet in _sheets(library, practice, address, site_name)
        )
    for pack in packs(library):
        files[f"{pack.url}index.html"] = _pack(library, pack, address, site_name)
    return files


def _redirects(library: Library, address: str, site_name: str) -> Iterator[tuple[str, str]]:
    titles = {page.url: page.title for page in library.pages.values()}
    for old, new in library.data.redirects.items():
        href = relative(old, new)
        words = {
            "title": titles[new],
            "canonical": f"{address}{new}" if address else href,
            "site_name": site_name,
        }
        yield f"{old}index.html", render("redirect-page/redirect-page.html", href=href, **words)


def _seen_from(folder: str) -> Callable[[str], str]:
    return lambda url: relative(folder, url)


def _embed(library: Library, practice: Practice, address: str) -> str:
    href = _seen_from(embed_url(practice.slug))
    files = EmbedFiles(styles=tuple(map(href, STYLES)), scripts=tuple(map(href, SCRIPTS)), icon=href(ICON))
    links = timer_links(library, href, practice)
    return embed_page(practice, timer_safety(library, practice), links, files, site_url=address)


def _sheets(library: Library, practice: Practice, address: str, site_name: str) -> Iterator[tuple[str, str]]:
    """The sheet of a practice and its large print, each with its folder."""
    safety, numbers = timer_safety(library, practice), main_numbers(library.countries.values())
    for folder in sheet_urls(practice.slug):
        files, large = PrintFiles(_seen_from(folder)), folder.endswith("/large/")
        html = print_card(
            practice, safety, numbers, files, site_name=site_name, site_url=address, large=large
        )
        yield folder, html


def _pack(library: Library, pack: Pack, address: str, site_name: str) -> str:
    numbers = main_numbers(library.countries.values())
    sheets = [
        sheet(practice, timer_safety(library, practice), numbers, site_name=site_name, site_url=address)
        for practice in pack.practices
    ]
    files = PrintFiles(_seen_from(pack.url))
    return print_pack(pack, sheets, files, site_name=site_name, site_url=address)
