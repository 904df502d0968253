"""What a reader asked of the device while the page is in use: no motion, no transparency."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.support.keyboard import tab_to
from tests.support.opening import script, wait_until_drawn
from tests.support.pages import KINDS

DESK = {"width": 1280, "height": 800}
MOVING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("a { transition: transform 90ms !important } a:focus { transform: scale(1.1) }");
  document.adoptedStyleSheets = [sheet];
}"""


def open_search(page: Page, words: str, key: str = "Tab") -> None:
    """Open the search with the keyboard, type, and wait for an answer."""
    tab_to(page, "[data-search-open][role=button]", key=key)
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.locator(".search-answer").first.wait_for()


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


def test_nothing_moves_for_who_asked_for_less_motion(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion="reduce", viewport=DESK)
    for kind in ("home", "practice in steps", "glossary"):  # with a timer, steps, a filter
        page.goto(base_url + KINDS[kind])
        assert moved_in_use(page) == [], kind
    page.goto(f"{base_url}help/")
    page.evaluate(MOVING)
    assert moved_in_use(page) != []  # the check can see


def test_nothing_shines_through_for_who_asked_for_less_transparency(
    base_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport=DESK)
    page.goto(base_url + KINDS["glossary"])
    open_search(page, "breath")
    assert page.evaluate(script("clear")) != []  # the ground behind the search: the check can see
    session = page.context.new_cdp_session(page)
    for scheme in ("light", "dark"):  # Playwright has no word for transparency
        wishes = {"prefers-reduced-transparency": "reduce", "prefers-color-scheme": scheme}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        session.send("Emulation.setEmulatedMedia", {"features": features})
        assert page.evaluate(script("clear")) == [], scheme
