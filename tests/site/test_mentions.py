"""Lists of mentions against the links of the finished pages, both ways: made by one matcher, held by this test."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from macros.content.library import Library
from tests.support.pages import BuiltPage, built_pages

LISTS = {"mentioned-in__list", "page-terms__list", "related-list__list--terms"}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    """All finished pages of the library by address, the frames apart."""
    return {address: page for address, page in built_pages(site).items() if not address.startswith("embed/")}


def classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())


def targets(address: str, links: list[Element]) -> list[str]:
    """Addresses below the root that links on a page lead to."""
    return [urljoin(f"http://site/{address}", link.get("href", "")).removeprefix("http://site/") for link in links]


def term_links(page: BuiltPage) -> list[str]:
    """Addresses of terms that the running text links to, each once."""
    found = [link for link in page.root.iter("a") if "term-link" in classes(link)]
    return list(dict.fromkeys(target.partition("#")[0] for target in targets(page.address, found)))


def listed(page: BuiltPage, name: str) -> list[str]:
    """Addresses in the page's lists of the class `name`."""
    lists = [each for each in page.root.iter("ul") if name in classes(each)]
    return targets(page.address, [link for each in lists for link in each.iter("a")])


def test_what_a_page_links_to_is_what_the_scan_says(pages: dict[str, BuiltPage], library: Library) -> None:
    wrong = {}
    for path, page in library.pages.items():
        scanned = {library.terms[slug].url for slug in library.mentions[path]}
        linked = set(term_links(pages[page.url]))
        if scanned != linked:
            wrong[path] = {"only in the scan": scanned - linked, "only in the page": linked - scanned}
    assert wrong == {}


def test_every_mentioned_in_list_names_exactly_the_pages_that_link(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    linking: dict[str, set[str]] = {term.url: set() for term in library.terms.values()}
    for address, page in pages.items():
        for target in term_links(page):
            linking[target].add(address)
    wrong = {
        url: {"listed": sorted(listed(pages[url], "mentioned-in__list")), "linking": sorted(found)}
        for url, found in linking.items()
        if sorted(listed(pages[url], "mentioned-in__list")) != sorted(found)
    }
    assert wrong == {}


@pytest.mark.parametrize("name", ["page-terms__list", "related-list__list--terms"])
def test_every_pages_own_list_of_words_names_exactly_its_links(pages: dict[str, BuiltPage], name: str) -> None:
    having = {
        address: page for address, page in pages.items() if f'class="{name}"' in page.text or f" {name}" in page.text
    }
    assert having
    wrong = {
        address: (listed(page, name), term_links(page))
        for address, page in having.items()
        if sorted(listed(page, name)) != sorted(term_links(page))
    }
    assert wrong == {}


def test_each_term_is_linked_once_a_page_and_never_on_its_own(pages: dict[str, BuiltPage], library: Library) -> None:
    for page in library.pages.values():
        links = [link for link in pages[page.url].root.iter("a") if classes(link) == {"term-link"}]
        assert page.url not in targets(page.url, links)


def test_the_number_of_links_is_printed(pages: dict[str, BuiltPage], capsys: pytest.CaptureFixture[str]) -> None:
    found = sum(len(term_links(page)) for page in pages.values())
    with capsys.disabled():
        print(f"\n{found} links to terms on {len(pages)} pages")
    assert found
