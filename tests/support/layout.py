"""What breaks when words grow or the window shrinks: text cut off, text over text, a
page that scrolls sideways."""

from typing import NamedTuple

from playwright.sync_api import Locator, Page, ViewportSize

from tests.support.opening import script


class Box(NamedTuple):
    """Where an element stands, in CSS pixels from the window's top left."""

    left: float
    top: float
    right: float
    bottom: float


def box_of(element: Locator) -> Box:
    """The box of an element that is drawn. Raises ValueError for one that is not."""
    box = element.bounding_box()
    if box is None:
        raise ValueError(f"{element} is not drawn: it has no box to measure.")
    return Box(box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])


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


def scrolls_sideways(page: Page) -> bool:
    """Whether the page scrolls sideways in the window of the narrowest phone; its own window comes back."""
    size = page.viewport_size
    narrow(page)
    wide = bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
    if size:
        page.set_viewport_size(size)
    return wide


def as_before(page: Page, size: ViewportSize) -> None:
    """Takes spacing, size of letters and width back."""
    page.set_viewport_size(size)
    page.evaluate("document.adoptedStyleSheets = []; document.documentElement.style.fontSize = ''")
