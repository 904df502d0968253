"""Reads the links to terms from the finished pages, and fills the places for lists made from them."""

import html
import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.content.library import Library, TermLinks
from macros.content.model import Page
from macros.publish.folder import write_text

# Written by the linker on every link to a term in running text, also on those that an author wrote.
_TERM_LINK = re.compile(r'<a\s[^>]*?\bclass="[^"]*(?<![\w-])term-link(?![\w-])[^>]*>')
_HREF = re.compile(r'\shref="([^"#]*)')
# An element that a macro printed for a list; filled again when a preview builds the site again.
_PLACE = re.compile(r'(<div\b[^>]*?\bdata-)fill(?:ed)?(="([\w-]+)"[^>]*>).*?(</div>)', re.DOTALL)


def read_pages(library: Library, site: Path) -> dict[str, str]:
    """The finished HTML of every page of the library in the folder `site`, by the page's path below docs/.

    Raises FileNotFoundError for a page that was not built.
    """
    texts = {}
    for path, page in library.pages.items():
        file = site / page.url / "index.html"
        if not file.is_file():
            raise FileNotFoundError(f"docs/{path} was not built: there is no {file}. Run `make build`.")
        texts[path] = file.read_text(encoding="utf-8")
    return texts


def term_links(library: Library, texts: Mapping[str, str]) -> TermLinks:
    """The links to terms in the finished pages `texts` (HTML by the page's path)."""
    slugs = {term.url: slug for slug, term in library.terms.items()}
    return TermLinks(
        library, {path: _linked(text, library.pages[path], slugs) for path, text in texts.items()}
    )


def _linked(text: str, page: Page, slugs: Mapping[str, str]) -> tuple[str, ...]:
    """Slugs of the terms that a page links to, in its order, each once; its own is none of them."""
    linked: dict[str, None] = {}
    for tag in _TERM_LINK.findall(text):
        href = _HREF.search(tag)
        target = posixpath.normpath(posixpath.join("/", page.url, html.unescape(href[1]))) if href else ""
        slug = slugs.get(f"{target.strip('/')}/")
        if slug and target.strip("/") != page.url.strip("/"):
            linked[slug] = None
    return tuple(linked)


def fill_places(
    library: Library, texts: Mapping[str, str], site: Path, list_html: Callable[[Page, str], str]
) -> None:
    """Fills each place for a list on the finished pages `texts` in the folder `site`.

    `list_html` gives the HTML of a list by its page and the place's name (`data-fill`); it holds no <div>.
    """
    for path, text in texts.items():
        page = library.pages[path]

        def with_list(place: re.Match[str], page: Page = page) -> str:
            return f"{place[1]}filled{place[2]}{list_html(page, place[3])}{place[4]}"

        filled = _PLACE.sub(with_list, text)
        if filled != text:
            write_text(site / page.url / "index.html", filled)
