"""What a reader asked of the device while the page is in use: no motion, no transparency."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.in_page import script
from tests.support.opening import wait_until_drawn
from tests.support.pages import KINDS
from tests.support.search import open_search

DESK = {"width": 1280, "height": 800}


def wish(page: Page, feature: str, value: str) -> None:
    """Have the browser say that the reader wishes something that Playwright itself has no word for."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedMedia", {"features": [{"name": feature, "value": value}]})


def moved_in_use(page: Page) -> list[str]:
    """Goes about the page with the keyboard; what moved meanwhile."""
    page.evaluate(script("moves"))
    for _ in range(12):
        page.keyboard.press("Tab")
    open_search(page, "breath", key="Shift+Tab")
    page.keyboard.press("Escape")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = !fold.open")
    wait_until_drawn(page)
    moved: list[str] = page.evaluate("window.moved")
    return sorted(set(moved))


@pytest.mark.parametrize("kind", ["home", "practice in steps", "glossary"])  # with a timer, steps, a filter
def test_nothing_moves_for_who_asked_for_less_motion(
    base_url: str, new_page: Callable[..., Page], kind: str
) -> None:
    page = new_page(reduced_motion="reduce", viewport=DESK)
    page.goto(base_url + KINDS[kind])
    assert moved_in_use(page) == []


def test_planted_motion_is_seen(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion="reduce", viewport=DESK)
    page.goto(base_url + "help/")
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("a { transition: transform 90ms !important } a:focus { transform: scale(1.1) }");
      document.adoptedStyleSheets = [sheet];
    }""")
    assert moved_in_use(page) != []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_shines_through_for_who_asked_for_less_transparency(
    base_url: str, new_page: Callable[..., Page], scheme: str
) -> None:
    page = new_page(color_scheme=scheme, viewport=DESK)
    page.goto(base_url + KINDS["glossary"])
    open_search(page, "breath")
    assert page.evaluate(script("clear")) != []  # the ground behind the search: the check can see
    wish(page, "prefers-reduced-transparency", "reduce")
    assert page.evaluate(script("clear")) == []
