"""The feed of what is new, corrected and checked (Atom, RFC 4287)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Tree

from macros.content.library import Library
from macros.render.functions import checked, titled

NAMESPACE = "http://www.w3.org/2005/Atom"
PAGE = "about/whats-new/"
MOST = 100


@dataclass(frozen=True)
class Entry:
    """One entry: `mark` makes its id unique where a page has several."""

    day: date
    title: str
    url: str
    summary: str
    mark: str = ""


def feed(library: Library, address: str, site_name: str) -> str:
    """The text of /feed.xml: all news and corrections, and pages on the day they were
    last checked, newest first.

    100 entries in all, or more where news and corrections alone are more. `address` is the site's own, with a
    last slash; a feed of a site without one would have no ids.
    """
    marked = list(_news_and_corrections(library))
    pages = [
        Entry(page.reviewed or date.min, titled(page), page.url, page.summary) for page in checked(library)
    ]
    shown = marked + pages[: max(0, MOST - len(marked))]
    shown.sort(key=lambda entry: (entry.day, bool(entry.mark)), reverse=True)
    root = Tree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    latest = max((entry.day for entry in shown), default=date(1970, 1, 1))
    _append(root, {"title": f"{site_name}: what is new", "id": f"{address}feed.xml"})
    Tree.SubElement(root, "link", {"rel": "self", "href": f"{address}feed.xml"})
    Tree.SubElement(root, "link", {"rel": "alternate", "href": address})
    _append(root, {"updated": _timestamp(latest)})
    _append(Tree.SubElement(root, "author"), {"name": site_name})
    for entry in shown:
        element = Tree.SubElement(root, "entry")
        _append(element, {"title": entry.title, "id": f"{address}{entry.url}{entry.mark}"})
        Tree.SubElement(element, "link", {"href": f"{address}{entry.url}"})
        _append(element, {"updated": _timestamp(entry.day), "summary": entry.summary})
    return Tree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _news_and_corrections(library: Library) -> Iterator[Entry]:
    for news in library.data.news:
        names = "; ".join(titled(library.pages[link]) for link in news.links)
        yield Entry(news.day, news.text, PAGE, names, f"#{news.key}")
    for correction in library.data.corrections:
        page = library.pages[correction.page]
        words = f"It said: {correction.said} It says now: {correction.says} Why: {correction.why}"
        title, mark = f"Corrected: {page.title}", f"#correction-{correction.key}"
        yield Entry(correction.day, title, page.url, words, mark)


def _append(parent: Tree.Element, texts: dict[str, str]) -> None:
    """Adds an element with a text for each tag."""
    for tag, text in texts.items():
        Tree.SubElement(parent, tag).text = text


def _timestamp(day: date) -> str:
    """Noon of a day in UTC, which is that day almost anywhere."""
    return f"{day.isoformat()}T12:00:00Z"
