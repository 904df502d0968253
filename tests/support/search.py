"""The site's search, opened with the keyboard alone."""

from playwright.sync_api import Page

from tests.support.keyboard import tab_to

OPENER = "[data-search-open][role=button]"


def open_search(page: Page, words: str, key: str = "Tab") -> None:
    """Open the search with the keyboard, type, and wait for an answer."""
    tab_to(page, OPENER, key=key)
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.locator(".search-answer").first.wait_for()
