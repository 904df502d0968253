"""On a phone the first screen of a practice holds what it is, the stop rule, one line and Start."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

LOWEST = 640  # pixels from the top of the page to the lower edge of Start; a phone's browser shows about 660
# The longest heads and the longest lines, and a practice with holds.
PRACTICES = ("yes-or-no-check", "self-compassion-sentence", "breathe-together", "body-scan", "box-breathing")

Opened = Callable[[str], Page]


@pytest.fixture
def opened(base_url: str, new_page: Callable[..., Page]) -> Opened:
    """Opens a practice on a phone, its timer begun and its typefaces loaded."""
    page = new_page(viewport={"width": 390, "height": 844})

    def practice(slug: str) -> Page:
        page.goto(f"{base_url}practices/{slug}/")
        page.wait_for_selector("practice-timer[data-state]")
        page.evaluate("document.fonts.ready")
        return page

    return practice


def lower_edge(page: Page) -> float:
    """Where Start ends, from the top of the page."""
    box = page.get_by_role("button", name="Start", exact=True).bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize("slug", PRACTICES)
def test_start_stands_in_the_first_screen_below_the_stop_rule_and_a_line(opened: Opened, slug: str) -> None:
    page = opened(slug)
    assert lower_edge(page) <= LOWEST
    for part in ("stop-rule", "own-line", "help"):
        assert page.locator(f".practice-timer__{part}").is_visible()


def test_lines_that_all_stand_in_the_open_would_be_seen(opened: Opened) -> None:
    page = opened("box-breathing")
    page.get_by_text("More about safety").click()
    assert lower_edge(page) > LOWEST
