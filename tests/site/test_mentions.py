"""Lists of mentions against the links of the finished pages, both ways, as a browser reads them."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from macros.content.library import Library
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage, classes

MENTIONED = "mentioned-in__list"


@pytest.fixture(scope="module")
def pages(pages: dict[str, BuiltPage]) -> dict[str, BuiltPage]:
    """All finished pages of the library by address, the frames apart."""
    return {address: page for address, page in pages.items() if not address.startswith("embed/")}


def term_links(page: BuiltPage) -> list[str]:
    """Addresses of terms that the running text links to, each once."""
    targets = (page.target(link.get("href", "")) for link in page.find("term-link", "a"))
    return list(dict.fromkeys(target.partition("#")[0] for target in targets))


def listed(page: BuiltPage, name: str) -> list[str]:
    """Addresses in the page's lists of the class `name`."""
    items = [item for element in page.find(name, "ul") for item in element.iter("li")]
    items = [item for item in items if "mentioned-in__near" not in classes(item)]
    return [page.target(link.get("href", "")) for item in items for link in item.iter("a")]


def test_every_mentioned_in_list_names_exactly_the_pages_that_link(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    linking: dict[str, list[str]] = {term.url: [] for term in library.terms.values()}
    for address, page in pages.items():
        for target in term_links(page):
            linking[target].append(address)
    lists = {url: listed(pages[url], MENTIONED) for url in linking}
    assert {url: sorted(mentions) for url, mentions in lists.items()} == {
        url: sorted(addresses) for url, addresses in linking.items()
    }
    assert sum(map(bool, linking.values())) > 100  # control


@pytest.mark.parametrize("name", ["page-terms__list", "related-list__list--terms"])
def test_every_pages_own_list_of_words_names_exactly_its_links(
    pages: dict[str, BuiltPage], name: str
) -> None:
    with_list = [page for page in pages.values() if page.find(name)]
    assert with_list
    for page in with_list:
        assert sorted(listed(page, name)) == sorted(term_links(page)), page.address


def written_links(element: Element) -> Iterator[Element]:
    """Links in the text that Markdown made: its elements have no class, those of components have."""
    for child in element:
        if isinstance(child.tag, str) and (child.tag == "a" or not child.get("class")):
            yield from [child] if child.tag == "a" else written_links(child)


def test_every_link_to_a_term_in_the_text_has_its_mark(pages: dict[str, BuiltPage], library: Library) -> None:
    terms = {term.url for term in library.terms.values()}
    unmarked, marked = [], 0
    for address, page in pages.items():
        for link in (link for text in page.find("page-text", "div") for link in written_links(text)):
            if page.target(link.get("href", "")).partition("#")[0] in terms - {address}:
                marked += 1
                unmarked += [] if "term-link" in classes(link) else [(address, link.get("href"))]
    assert unmarked == []
    assert marked > 500  # control


def test_the_open_data_name_the_pages_that_the_lists_name(site: Path, pages: dict[str, BuiltPage]) -> None:
    terms = json.loads((site / "glossary.json").read_text(encoding="utf-8"))["terms"]
    named = {term["url"]: term["mentioned_in"] for term in terms}
    assert {url: sorted(mentions) for url, mentions in named.items()} == {
        url: sorted(ADDRESS + address for address in listed(pages[url.removeprefix(ADDRESS)], MENTIONED))
        for url in named
    }
