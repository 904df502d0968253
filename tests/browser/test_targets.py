"""What is pressed is large enough for a thumb, and a link in running text is known by its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.targets import bare_links, small_targets

PAGES = {
    "home": "",
    "library": "practices/",
    "guide": "guides/what-slow-breathing-does/",
    "guides": "guides/",
    "practice with a breath": "practices/longer-out-breath/",
    "practice in steps": "practices/body-scan/",
    "term": "glossary/vagal-tone/",
    "glossary": "glossary/",
    "help": "help/",
    "domestic abuse": "help/domestic-abuse/",
    "finder": "tools/find/",
    "tools": "tools/",
    "about": "about/",
    "all evidence": "about/evidence/",
    "not found": "no/such/page/",
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", PAGES)
def test_every_target_outside_a_sentence_is_large_enough(
    base_url: str, new_page: Callable[..., Page], kind: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    page.goto(base_url + PAGES[kind])
    page.locator("h1").wait_for()
    assert small_targets(page) == []


def test_with_folds_open_and_choices_made_they_are_too(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(base_url + PAGES["guide"])
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert small_targets(page) == []
    page.goto(base_url + PAGES["finder"])
    page.locator(".practice-finder__pill").first.click()
    assert small_targets(page) == []
    page.goto(base_url + "glossary/#q=wound+up")
    page.locator(".glossary-filter__results a").first.wait_for()
    assert small_targets(page) == []


def test_a_planted_small_target_is_seen_and_a_link_in_a_sentence_is_not(
    base_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(bypass_csp=True)
    page.goto(base_url + PAGES["help"])
    page.evaluate(
        """document.querySelector('.page-text').insertAdjacentHTML('afterbegin', '<p>See <a href="#a">inside</a>.</p>' +
        '<p><a href="#b">alone</a></p><p><a href="#c">one</a>, <a href="#d">two</a></p>')"""
    )
    assert [found.split('"')[1] for found in small_targets(page)] == ["alone", "one", "two"]


@pytest.mark.parametrize("kind", PAGES)
def test_every_link_in_running_text_is_underlined(base_url: str, new_page: Callable[..., Page], kind: str) -> None:
    page = new_page()
    page.goto(base_url + PAGES[kind])
    assert bare_links(page) == []


@pytest.mark.matrix
def test_every_link_in_running_text_is_underlined_on_every_page(
    base_url: str, addresses: list[str], new_page: Callable[..., Page]
) -> None:
    page = new_page()
    found: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(base_url + address)
        if bare := bare_links(page):
            found[address] = bare
    assert found == {}


def test_a_planted_link_without_a_line_is_seen(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(bypass_csp=True)
    page.goto(base_url + PAGES["help"])
    page.evaluate(
        """document.querySelector('.page-text').insertAdjacentHTML('afterbegin',
        '<p>See <a href="#a" style="text-decoration: none">bare</a>.</p>')"""
    )
    assert bare_links(page) == ['a "bare"']
