"""On a phone the first screen of a practice holds what it is, the stop rule, one line and Start."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.opening import wait_until

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


def test_a_strip_offers_start_while_it_is_scrolled_away_until_the_first_press(opened: Opened) -> None:
    page = opened("box-breathing")
    strip = page.locator(".practice-timer__strip")
    expect(strip).to_be_hidden()
    page.get_by_text("Checked against its sources").scroll_into_view_if_needed()
    expect(strip).to_be_visible()
    box, places = strip.bounding_box(), page.locator(".site-places--foot").bounding_box()
    assert box
    assert places
    assert box["y"] + box["height"] <= places["y"] + 1
    page.emulate_media(media="print")
    expect(strip).to_be_hidden()
    page.emulate_media(media="screen")
    strip.get_by_role("button", name="Start").press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.get_by_text("Checked against its sources").scroll_into_view_if_needed()
    wait_until(page, "document.querySelector('practice-timer[data-away]') !== null")
    expect(strip).to_be_hidden()


def test_scrolled_slowly_the_strip_comes_too_and_its_start_shows_the_safety_lines(opened: Opened) -> None:
    page = opened("box-breathing")
    page.evaluate("""async () => {
      for (let y = 0; y < 800; y += 8) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
      }
    }""")
    strip = page.locator(".practice-timer__strip")
    expect(strip).to_be_visible()
    strip.get_by_role("button", name="Start").click()
    expect(page.locator(".practice-timer__stop-rule")).to_be_in_viewport()


def test_nothing_lies_under_the_strip_at_the_foot_of_the_page(opened: Opened) -> None:
    page = opened("box-breathing")
    page.keyboard.press("End")
    expect(page.locator(".practice-timer__strip")).to_be_visible()
    edge = "document.querySelector('.{}').getBoundingClientRect().{}"
    last, strip = edge.format("offline-copy-frame", "bottom"), edge.format("practice-timer__strip", "top")
    wait_until(page, f"scrollTo(0, document.body.scrollHeight), {last} <= {strip}")
