"""Probes for what Material gets wrong with a keyboard, where axe sees nothing. Each returns what it finds, or "".

Every probe runs unchanged on our site and on stock Material (tests/control), which it must find guilty: it looks for
what a reader meets, not for the names of our parts.
"""

from __future__ import annotations

from playwright.sync_api import Page, TimeoutError

from tests.support.keyboard import here, tab_to, walk

SEARCH = "[data-search-open][role=button], .md-search__input"
ITEM, LINK = ".md-search-result__item, .search-answer", ".md-search-result__link, .search-answer__link"
SCHEME = "[data-scheme-switch], .md-header__option > input"
# Labels that act as buttons for something that is not shown, and that no keyboard reaches.
LABELS = """() => [...document.querySelectorAll("label[for]")].filter((label) => {
  const box = label.getBoundingClientRect();
  const target = document.getElementById(label.htmlFor);
  return box.width && box.height && label.checkVisibility({ visibilityProperty: true }) && label.tabIndex < 0
    && target?.type === "checkbox" && !target.checkVisibility();
}).map((label) => label.htmlFor)"""
ANNOUNCED = """() => [...document.querySelectorAll("[role=status], [role=alert], [aria-live]")]
  .some((region) => /\\d/.test(region.textContent))"""


def menu_out_of_reach(page: Page) -> str:
    """On a phone: buttons of the frame that cannot be focused."""
    labels: list[str] = page.evaluate(LABELS)
    return ", ".join(labels)


def stops_off_screen(page: Page) -> str:
    """On a phone: stops that lie beside the window, where a closed drawer keeps its links."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    return ", ".join(str(stop) for stop in walk(page) if stop.right <= 0 or stop.left >= width)


def stray_stops(page: Page) -> str:
    """Stops that are no control at all, while nothing is open."""
    return ", ".join(str(stop) for stop in walk(page) if stop.tag in {"div", "section", "article", "main"})


def open_search(page: Page, words: str) -> None:
    """Open the site's search with the keyboard, type, and wait for results."""
    tab_to(page, SEARCH)
    if not page.evaluate("document.activeElement.matches('input')"):
        page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.locator(ITEM).first.wait_for()


def focus_lost_on_escape(page: Page) -> str:
    """Where the focus is after Escape in the search, when that is nowhere."""
    open_search(page, "breath")
    page.keyboard.press("Escape")
    page.locator(ITEM).first.wait_for(state="hidden")
    return "" if here(page) else "the focus is on the body"


def results_not_announced(page: Page) -> str:
    """Whether the number of results is said by a live region."""
    open_search(page, "breath")
    try:
        page.wait_for_function(ANNOUNCED, timeout=3000)
    except TimeoutError:
        return "no live region says a number"
    return ""


def results_out_of_tabs_reach(page: Page) -> str:
    """Whether Tab leads from the search's field to its results, and they stay open."""
    open_search(page, "breath")
    tabs = 0
    while tabs < 4 and not page.evaluate("(links) => document.activeElement.matches(links)", LINK):
        page.keyboard.press("Tab")
        tabs += 1
    stop = here(page)
    return "" if stop and f".{stop.where}" in LINK.split(", ") and stop.shown else f"Tab leads to {stop}"


def letters_are_commands(page: Page) -> str:
    """Single letters that move the focus or the page, as a dictated word would."""
    before = page.url
    for letter in "fsnp/":
        page.keyboard.press(letter)
        if here(page) or page.url != before:
            return f"{letter!r} is a command"
    return ""


def scheme_kept_unasked(page: Page) -> str:
    """Choices of colour kept on the device though nobody made any."""
    page.reload()
    kept: list[str] = page.evaluate("Object.keys(localStorage).filter((key) => /palette|scheme/.test(key))")
    return ", ".join(kept)


def scheme_focus_unseen(page: Page) -> str:
    """Whether focus on the switch of colours changes a single pixel of the header."""
    tab_to(page, SCHEME)
    header = page.locator("header").first
    focused = header.screenshot()
    page.evaluate("document.activeElement.blur()")
    return "not one pixel changes" if header.screenshot() == focused else ""
