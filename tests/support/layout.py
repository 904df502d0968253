"""What breaks when words grow or the window shrinks: text cut off, text over text, a
page that scrolls sideways."""

from playwright.sync_api import Page

from tests.support.in_page import script


def layout_faults(page: Page) -> list[str]:
    """What is cut off, over one another or beside the window, as the page stands scrolled to its top."""
    page.evaluate("document.fonts.ready")
    problems: list[str] = page.evaluate(script("layout"))
    return problems


def space_text(page: Page) -> None:
    """Give all text the spacing that WCAG 1.4.12 allows a reader to ask for."""
    page.evaluate(script("spacing"))


def double_text(page: Page) -> None:
    """Make the root's letters twice as large, as a reader's own style would."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def narrow(page: Page) -> None:
    """The window of the narrowest phone."""
    page.set_viewport_size({"width": 320, "height": 844})


def as_before(page: Page, size: dict[str, int]) -> None:
    """Takes spacing, size of letters and width back."""
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.evaluate("document.adoptedStyleSheets = []; document.documentElement.style.fontSize = ''")
