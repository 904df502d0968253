"""Narrow windows, large letters, wide spacing: nothing cut off, nothing over anything, no sideways scrolling."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import FLAGS
from tests.support.layout import double_text, layout_faults, space_text
from tests.support.pages import KINDS
from tools.setup import find_chromium

WIDTHS = (390, 1280)
LARGE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"  # "very large" and more, in a reader's settings


def as_it_is(page: Page) -> None:
    """No change."""


@pytest.fixture(scope="module")
def large(browser: Browser) -> Iterator[Browser]:
    """The browser of somebody who set its letters to twice their size; queries of width in em follow."""
    with_letters = browser.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, LARGE])
    yield with_letters
    with_letters.close()


def found_on(page: Page, base_url: str, addresses: list[str], change: Callable[[Page], None]) -> dict[str, list[str]]:
    """Faults of layout by address, after a change to each page."""
    found = {}
    for address in addresses:
        page.goto(base_url + address)
        change(page)
        if faults := layout_faults(page):
            found[address] = faults
    return found


CHANGES = {
    "320 px": (320, as_it_is),
    "letters at 200% on a phone": (390, double_text),
    "letters at 200%": (1280, double_text),
    "wide spacing on a phone": (390, space_text),
    "wide spacing": (1280, space_text),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_page_keeps_its_layout(base_url: str, new_page: Callable[..., Page], change: str) -> None:
    width, alter = CHANGES[change]
    page = new_page(viewport={"width": width, "height": 844})
    assert found_on(page, base_url, list(KINDS.values()), alter) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_each_kind_keeps_its_layout_in_a_browser_set_to_large_letters(
    base_url: str, large: Browser, width: int
) -> None:
    page = large.new_page(viewport={"width": width, "height": 844})
    page.goto(base_url)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    found = found_on(page, base_url, list(KINDS.values()), as_it_is)
    page.close()
    assert found == {}


@pytest.mark.matrix
@pytest.mark.parametrize("change", CHANGES)
def test_every_page_keeps_its_layout(
    base_url: str, addresses: list[str], new_page: Callable[..., Page], change: str
) -> None:
    width, alter = CHANGES[change]
    page = new_page(viewport={"width": width, "height": 844})
    assert found_on(page, base_url, addresses, alter) == {}


PLANTED = {
    "scrolls sideways": "article.append(made('width: 2000px; height: 9px', ''))",
    "beside the window": "article.append(made('position: relative; left: -400px', 'lost'))",
    "cut off": "article.append(made('height: 9px; overflow: hidden; max-width: 90px', 'several words in a small box'))",
    "over one another": "article.append(made('margin-bottom: -1.5em', 'one'), made('', 'other'))",
    "cut off below": "const button = document.createElement('button'); button.textContent = 'several words';"
    "button.style.cssText = 'height: 12px; width: 60px; overflow: hidden; line-height: 3'; article.append(button)",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_planted_faults_of_layout_are_seen(base_url: str, new_page: Callable[..., Page], fault: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(base_url + "tools/")
    assert layout_faults(page) == []
    page.evaluate(f"""() => {{
      const made = (style, text) => {{
        const part = document.createElement("p"); part.style.cssText = style; part.textContent = text; return part; }};
      const article = document.querySelector("article");
      {PLANTED[fault]};
    }}""")
    assert any(fault in found for found in layout_faults(page))


def test_the_spacing_reaches_the_page_under_the_strict_policy(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(base_url)
    space_text(page)
    assert float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).letterSpacing)")) > 1
