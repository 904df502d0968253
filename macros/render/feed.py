"""The feed of new and corrected pages (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Tree

from macros.content.library import Library

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 100
FOLLOWED = ("guide", "practice", "term")


@dataclass(frozen=True)
class Entry:
    """One entry: `mark` makes its id unique where a page has several."""

    day: date
    title: str
    url: str
    summary: str
    mark: str = ""


def feed(library: Library, address: str, site_name: str) -> str:
    """The text of /feed.xml: corrections, and pages on the day they were last checked, newest first, at most 100.

    `address` is the site's own, with a last slash; a feed of a site without one would have no ids.
    """
    entries = sorted(_entries(library), key=lambda entry: (entry.day, bool(entry.mark)), reverse=True)[:MOST]
    root = Tree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    _child(root, "title", f"{site_name}: new and corrected pages")
    _child(root, "id", f"{address}feed.xml")
    Tree.SubElement(root, "link", {"rel": "self", "href": f"{address}feed.xml"})
    Tree.SubElement(root, "link", {"rel": "alternate", "href": address})
    _child(root, "updated", _moment(max((entry.day for entry in entries), default=date(1970, 1, 1))))
    _child(Tree.SubElement(root, "author"), "name", site_name)
    for entry in entries:
        _append(root, entry, address)
    return Tree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _entries(library: Library) -> Iterator[Entry]:
    for number, each in enumerate(library.data.corrections):
        page = library.pages[each.page]
        words = f"It said: {each.said} It says now: {each.says} Why: {each.why}"
        yield Entry(each.day, f"Corrected: {page.title}", page.url, words, f"#correction-{number}")
    for page in library.ordered():
        if page.kind in FOLLOWED and page.reviewed:
            yield Entry(page.reviewed, page.title[:1].upper() + page.title[1:], page.url, page.summary)


def _append(root: Tree.Element, entry: Entry, address: str) -> None:
    element = Tree.SubElement(root, "entry")
    _child(element, "title", entry.title)
    _child(element, "id", f"{address}{entry.url}{entry.mark}")
    Tree.SubElement(element, "link", {"href": f"{address}{entry.url}"})
    _child(element, "updated", _moment(entry.day))
    _child(element, "summary", entry.summary)


def _child(parent: Tree.Element, tag: str, text: str) -> None:
    Tree.SubElement(parent, tag).text = text


def _moment(day: date) -> str:
    """A day as the feed wants it: a moment. No hour is known, so noon in UTC, which is that day almost anywhere."""
    return f"{day.isoformat()}T12:00:00Z"
