"""Finished pages as the site ring reads them: parsed strictly, with their ids and links."""

import gc
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import html5lib

# One page of each kind, for what is too slow to try on all of them.
KINDS = {
    "home": "",
    "guide": "guides/why-boundaries-fail/",
    "guides": "guides/",
    "practice with a breath": "practices/longer-out-breath/",
    "practice in steps": "practices/body-scan/",
    "open practice": "practices/gentle-walk/",
    "practices": "practices/",
    "term": "glossary/vagal-tone/",
    "glossary": "glossary/",
    "tools": "tools/",
    "finder": "tools/find/",
    "worksheet": "tools/worksheets/worry-log/",
    "short way": "tools/ways/after-a-panic-attack/",
    "evidence map": "about/evidence-map/",
    "help": "help/",
    "country": "help/in/ireland/",
    "domestic abuse": "help/domestic-abuse/",
    "evidence": "about/evidence/breath/",
    "contributing": "contributing/macros/",
    "not found": "no/such/page/",
}


def classes(element: Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def words(element: Element) -> str:
    """All text in an element as one line."""
    return " ".join("".join(element.itertext()).split())


@dataclass(frozen=True)
class BuiltPage:
    """One finished page: its file and its address below the site's root ("guides/x/")."""

    file: Path
    address: str

    @cached_property
    def text(self) -> str:
        """The page as it stands in the folder."""
        return self.file.read_text(encoding="utf-8")

    @property
    def leads_on(self) -> bool:
        """Whether the page only leads to where another has moved."""
        return re.search(r"http-equiv=\"?refresh", self.text) is not None

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        gc.disable()  # a tree holds no rubbish, and is walked again and again while it grows
        root = parser.parse(self.text)
        gc.enable()
        return root, [f"line {line}: {code} {detail or ''}" for (line, _), code, detail in parser.errors]

    @property
    def root(self) -> Element:
        """The document's element tree, as a browser would build it."""
        return self._parsed[0]

    @property
    def faults(self) -> list[str]:
        """HTML5 parse errors, each with its line."""
        return self._parsed[1]

    @cached_property
    def ids(self) -> Counter[str]:
        """Every id and how often it stands on the page."""
        return Counter(
            value
            for element in self.root.iter()
            if isinstance(element.tag, str) and (value := element.get("id"))
        )

    def links(self, attribute: str = "href") -> list[str]:
        """Every `href` (or `src`) on the page, as written."""
        values = (element.get(attribute) for element in self.root.iter() if isinstance(element.tag, str))
        return [value for value in values if value is not None]

    def find(self, name: str, tag: str | None = None) -> list[Element]:
        """Elements with the class `name`, in order."""
        return [element for element in self.root.iter(tag) if name in classes(element)]

    def target(self, link: str) -> str:
        """Address below the site's root that a link on this page leads to, with its fragment."""
        return urljoin(f"http://site/{self.address}", link).removeprefix("http://site/")

    def meta(self, name: str) -> str | None:
        """Content of a named meta element."""
        elements = (
            element
            for element in self.root.iter("meta")
            if element.get("name") == name or element.get("property") == name
        )
        return next((element.get("content") for element in elements), None)


def parse_errors(html: str, *, fragment: bool = False) -> list[str]:
    """What html5lib says against a document or a fragment."""
    parser = html5lib.HTMLParser()
    (parser.parseFragment if fragment else parser.parse)(html)
    return [code for _, code, _ in parser.errors]


def built_pages(site: Path) -> dict[str, BuiltPage]:
    """All pages of a finished folder by address; the 404 page and those that only lead
    to a new address apart."""
    pages = (
        BuiltPage(file, file.parent.relative_to(site).as_posix() + "/")
        for file in sorted(site.rglob("index.html"))
    )
    return {"" if page.address == "./" else page.address: page for page in pages if not page.leads_on}


_ELEMENT = re.compile(r"<([a-z]+-[a-z-]+)|\bdata-kind=\"?([a-z]+)")


def one_per_make(pages: dict[str, BuiltPage]) -> list[str]:
    """The first page of each make: those of one folder that hold the same elements of ours are made alike."""
    makes: dict[tuple[str, frozenset[tuple[str, ...]]], str] = {}
    for address, page in pages.items():
        makes.setdefault((address.partition("/")[0], frozenset(_ELEMENT.findall(page.text))), address)
    return list(makes.values())


def broken_links(site: Path, pages: dict[str, BuiltPage]) -> list[str]:
    """Links and files of a page that lead within the site to nothing, as "page ->
    link": no such file, or no such id."""
    broken = []
    for address, page in pages.items():
        for link in {*page.links(), *page.links("src")}:
            target, fragment = urldefrag(urljoin(f"http://site/{address}", link))
            if not target.startswith("http://site/"):
                continue
            path = unquote(re.sub(r"index\.html$", "", target.partition("?")[0].removeprefix("http://site/")))
            other = pages.get(path)
            file = site / path / "index.html" if not path or path.endswith("/") else site / path
            named = fragment if "=" not in fragment else ""  # else it is what a tool is to show
            if not file.is_file() or (named and other and unquote(named) not in other.ids):
                broken.append(f"{address} -> {link}")
    return sorted(broken)
