"""The words of a finished page as a reader meets them: paragraphs of the text, and what
the components print."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.support.pages import BuiltPage

# Printed by macros inside a paragraph; no words of the paragraph's own.
INLINE = frozenset({"citation", "evidence-label", "headerlink", "popular-claim"})
# Names of others' works, and headwords, which stand as they are; and what shows only on a screen that acts.
OTHERS = frozenset(
    {"source-list__reference", "evidence-index__reference", "popular-claim", "citation", "headerlink"}
)
APART = frozenset({"p", "li", "dt", "dd", "h1", "h2", "h3", "td", "th", "div"})
SILENT = frozenset({"script", "style", "template", "{http://www.w3.org/2000/svg}svg", "nav"})
CODE = frozenset({"pre", "code"})  # no prose, here as in the checker of the pages


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or list item of a page: its own words, and whether it carries a citation."""

    words: str
    cites: bool


def article(page: BuiltPage) -> Element:
    """The part of a page that holds its content."""
    return next(element for element in page.root.iter("article") if element.get("id") == "content")


def paragraphs(page: BuiltPage) -> Iterator[Paragraph]:
    """The text that the author wrote: Markdown's paragraphs and items have no class,
    those of components have."""
    for element in (block for text in find(page, "page-text") for block in _plain(text)):
        words = " ".join("".join(_words(element, INLINE, lists=False)).split())
        if words:
            yield Paragraph(words, any("citation" in classes(inner) for inner in _own(element)))


def _plain(element: Element) -> Iterator[Element]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in SILENT or child.get("class"):
            continue
        if child.tag == "p" or (child.tag == "li" and not any(grandchild.tag == "p" for grandchild in child)):
            yield child
        yield from _plain(child)


def _own(element: Element) -> Iterator[Element]:
    """The elements inside one, those of lists inside it left out."""
    for child in element:
        if child.tag not in ("ul", "ol"):
            yield child
            yield from _own(child)


def shown(page: BuiltPage) -> str:
    """All words of the content and its components, save names of works, popular claims,
    drawings, code, addresses."""
    words = "".join(_words(article(page), OTHERS, lists=True, silent=SILENT | CODE)).split()
    return " ".join(word for word in words if "://" not in word)


def frame(page: BuiltPage) -> str:
    """All words of a page outside its content: the header, the navigation, the footer."""
    body = next(page.root.iter("body"))
    words = "".join(_words(body, OTHERS, lists=True, silent=SILENT - {"nav"} | {"article"})).split()
    return " ".join(word for word in words if "://" not in word)


def _words(
    element: Element, left_out: frozenset[str], lists: bool, silent: frozenset[str] = SILENT
) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        out = not isinstance(child.tag, str) or child.tag in silent or bool(classes(child) & left_out)
        if not out and (lists or child.tag not in ("ul", "ol")):
            yield from _words(child, left_out, lists, silent)
            yield " | " if child.tag in APART else ""
        yield child.tail or ""


def classes(element: Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def find(page: BuiltPage, name: str) -> list[Element]:
    """The elements of the content with a class."""
    return [
        element
        for element in article(page).iter()
        if isinstance(element.tag, str) and name in classes(element)
    ]
