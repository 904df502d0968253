"""Lists of mentions against the links of the finished pages, both ways, as a browser reads them."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from macros.content.library import Library
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage

MENTIONED = "mentioned-in__list"


@pytest.fixture(scope="module")
def pages(pages: dict[str, BuiltPage]) -> dict[str, BuiltPage]:
    """All finished pages of the library by address, the frames apart."""
    return {address: page for address, page in pages.items() if not address.startswith("embed/")}


def classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())


def targets(address: str, links: list[Element]) -> list[str]:
    """Addresses below the root that links on a page lead to."""
    return [
        urljoin(f"http://site/{address}", link.get("href", "")).removeprefix("http://site/") for link in links
    ]


def term_links(page: BuiltPage) -> list[str]:
    """Addresses of terms that the running text links to, each once."""
    links = [link for link in page.root.iter("a") if "term-link" in classes(link)]
    return list(dict.fromkeys(target.partition("#")[0] for target in targets(page.address, links)))


def listed(page: BuiltPage, name: str) -> list[str]:
    """Addresses in the page's lists of the class `name`."""
    lists = [element for element in page.root.iter("ul") if name in classes(element)]
    items = [
        item for element in lists for item in element.iter("li") if "mentioned-in__near" not in classes(item)
    ]
    return targets(page.address, [link for item in items for link in item.iter("a")])


def test_every_mentioned_in_list_names_exactly_the_pages_that_link(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    linking: dict[str, set[str]] = {term.url: set() for term in library.terms.values()}
    for address, page in pages.items():
        for target in term_links(page):
            linking[target].add(address)
    wrong = {
        url: {"listed": sorted(listed(pages[url], MENTIONED)), "linking": sorted(linked_from)}
        for url, linked_from in linking.items()
        if sorted(listed(pages[url], MENTIONED)) != sorted(linked_from)
    }
    assert wrong == {}


@pytest.mark.parametrize("name", ["page-terms__list", "related-list__list--terms"])
def test_every_pages_own_list_of_words_names_exactly_its_links(
    pages: dict[str, BuiltPage], name: str
) -> None:
    having = {
        address: page
        for address, page in pages.items()
        if f'class="{name}"' in page.text or f" {name}" in page.text
    }
    assert having
    wrong = {
        address: (listed(page, name), term_links(page))
        for address, page in having.items()
        if sorted(listed(page, name)) != sorted(term_links(page))
    }
    assert wrong == {}


def written_links(element: Element) -> Iterator[Element]:
    """Links in the text that Markdown made: its elements have no class, those of components have."""
    for child in element:
        if isinstance(child.tag, str) and (child.tag == "a" or not child.get("class")):
            yield from [child] if child.tag == "a" else written_links(child)


def test_every_link_to_a_term_in_the_text_has_its_mark(pages: dict[str, BuiltPage], library: Library) -> None:
    terms = {term.url for term in library.terms.values()}
    unmarked, marked = [], 0
    for address, page in pages.items():
        for text in (element for element in page.root.iter("div") if "page-text" in classes(element)):
            for link in written_links(text):
                if targets(address, [link])[0].partition("#")[0] in terms - {address}:
                    marked += 1
                    unmarked += [] if "term-link" in classes(link) else [(address, link.get("href"))]
    assert unmarked == []
    assert marked > 500  # control


def test_no_term_is_linked_on_its_own_page(pages: dict[str, BuiltPage], library: Library) -> None:
    assert [term.url for term in library.terms.values() if term.url in term_links(pages[term.url])] == []


def test_every_place_for_a_list_is_filled(site: Path) -> None:
    texts = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    assert [file for file, text in texts.items() if 'data-fill="' in text] == []
    assert sum("data-filled=" in text for text in texts.values()) > 150  # control


def test_the_open_data_name_the_pages_that_the_lists_name(site: Path, pages: dict[str, BuiltPage]) -> None:
    terms = json.loads((site / "glossary.json").read_text(encoding="utf-8"))["terms"]
    named = {term["url"]: term["mentioned_in"] for term in terms}
    assert {url: sorted(mentions) for url, mentions in named.items()} == {
        url: sorted(ADDRESS + address for address in listed(pages[url.removeprefix(ADDRESS)], MENTIONED))
        for url in named
    }
