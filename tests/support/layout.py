"""What breaks when words grow or the window shrinks: text cut off, text over text, a page that scrolls sideways."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.in_page import script


def layout_faults(page: Page) -> list[str]:
    """What is cut off, over one another or beside the window, as the page stands scrolled to its top."""
    page.evaluate("document.fonts.ready")
    found: list[str] = page.evaluate(script("layout"))
    return found


def space_text(page: Page) -> None:
    """Give all text the spacing that WCAG 1.4.12 allows a reader to ask for."""
    page.evaluate(script("spacing"))


def double_text(page: Page) -> None:
    """Make the root's letters twice as large, as a reader's own style would."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
