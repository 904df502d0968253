"""The feed of what is new, corrected and checked (Atom, RFC 4287)."""

from datetime import date
from xml.etree import ElementTree as Tree

from macros.content.library import Library
from macros.render.news import Entry, entries

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 100


def feed(library: Library, address: str, site_name: str) -> str:
    """The text of /feed.xml: all news and corrections, and pages on the day they were
    last checked, newest first.

    100 entries in all, or more where news and corrections alone are more. `address` is the site's own, with a
    last slash; a feed of a site without one would have no ids.
    """
    marked = [entry for entry in entries(library) if entry.mark]
    pages = [entry for entry in entries(library) if not entry.mark][: max(0, MOST - len(marked))]
    shown = sorted(marked + pages, key=lambda entry: (entry.day, bool(entry.mark)), reverse=True)
    root = Tree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    _child(root, "title", f"{site_name}: what is new")
    _child(root, "id", f"{address}feed.xml")
    Tree.SubElement(root, "link", {"rel": "self", "href": f"{address}feed.xml"})
    Tree.SubElement(root, "link", {"rel": "alternate", "href": address})
    _child(root, "updated", _timestamp(max((entry.day for entry in shown), default=date(1970, 1, 1))))
    _child(Tree.SubElement(root, "author"), "name", site_name)
    for entry in shown:
        _append(root, entry, address)
    return Tree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _append(root: Tree.Element, entry: Entry, address: str) -> None:
    element = Tree.SubElement(root, "entry")
    _child(element, "title", entry.title)
    _child(element, "id", f"{address}{entry.url}{entry.mark}")
    Tree.SubElement(element, "link", {"href": f"{address}{entry.url}"})
    _child(element, "updated", _timestamp(entry.day))
    _child(element, "summary", entry.summary)


def _child(parent: Tree.Element, tag: str, text: str) -> None:
    Tree.SubElement(parent, tag).text = text


def _timestamp(day: date) -> str:
    """Noon of a day in UTC, which is that day almost anywhere."""
    return f"{day.isoformat()}T12:00:00Z"
