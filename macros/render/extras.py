"""Files of the site that no page stands for: styles, data, a feed, bare timers, sheets, old addresses."""

from collections.abc import Callable, Iterator

from macros.content.addresses import embed_url, sheet_urls
from macros.content.library import Library
from macros.content.model import Practice
from macros.content.term_links import TermLinks
from macros.render.context import relative
from macros.render.countries import main_numbers
from macros.render.feed import feed
from macros.render.glossary_data import glossary_json
from macros.render.machine_files import opensearch_xml, redirects_file, robots_txt
from macros.render.open_data import practices_json, sources_json
from macros.render.pacer import pacer_css
from macros.render.print_card import SheetFrame, print_card, sheet
from macros.render.print_pack import packs, print_pack
from macros.render.templates import render
from macros.render.timer import embed_page, timer_links, timer_safety


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
    frame = SheetFrame(site_name, address, main_numbers(library.countries.values()))
    bare_pages = dict(_moved_pages(library, frame))
    for practice in library.practices.values():
        bare_pages |= _practice_pages(library, practice, frame)
    for pack in packs(library):
        sheets = [sheet(practice, timer_safety(library, practice), frame) for practice in pack.practices]
        bare_pages[pack.url] = print_pack(pack, sheets, frame, _seen_from(pack.url))
    return files | {f"{folder}index.html": html for folder, html in bare_pages.items()}


def _seen_from(folder: str) -> Callable[[str], str]:
    return lambda url: relative(folder, url)


def _moved_pages(library: Library, frame: SheetFrame) -> Iterator[tuple[str, str]]:
    """A page that leads on, for each old address."""
    titles = {page.url: page.title for page in library.pages.values()}
    for old, new in library.data.redirects.items():
        href = relative(old, new)
        canonical = f"{frame.site_url}{new}" if frame.site_url else href
        words = {"title": titles[new], "canonical": canonical, "site_name": frame.site_name}
        yield old, render("redirect-page/redirect-page.html", href=href, **words)


def _practice_pages(library: Library, practice: Practice, frame: SheetFrame) -> dict[str, str]:
    """The bare timer of a practice, its sheet and its large print, each by its folder."""
    safety, timer = timer_safety(library, practice), embed_url(practice.slug)
    standard, large = sheet_urls(practice.slug)
    links = timer_links(library, _seen_from(timer), practice)
    return {
        timer: embed_page(practice, safety, links, frame.site_url),
        standard: print_card(practice, safety, frame, _seen_from(standard)),
        large: print_card(practice, safety, frame, _seen_from(large), large=True),
    }
