"""On a phone the first screen of a practice holds what it is, the stop rule, one line and Start."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.layout import box_of
from tests.support.opening import wait_until

LOWEST = 640  # pixels from the top of the page to the lower edge of Start; a phone's browser shows about 660
# The longest heads and the longest lines, and a practice with holds.
PRACTICES = ("yes-or-no-check", "self-compassion-sentence", "breathe-together", "body-scan", "box-breathing")

Show = Callable[..., Page]


@pytest.mark.parametrize("slug", PRACTICES)
def test_start_stands_in_the_first_screen_below_the_stop_rule_and_a_line(
    shared_page: Show, slug: str
) -> None:
    page = shared_page(f"practices/{slug}/")
    start = page.get_by_role("button", name="Start", exact=True)
    assert box_of(start).bottom <= LOWEST
    for part in ("stop-rule", "own-line", "help"):
        assert page.locator(f".practice-timer__{part}").is_visible()
    page.get_by_text("More about safety").click()
    assert box_of(start).bottom > LOWEST  # as it would be with all lines in the open


SLOWLY = """async () => {
  for (let y = 0; y < 800; y += 8) {
    scrollTo(0, y);
    await new Promise(requestAnimationFrame);
  }
}"""


def test_a_strip_offers_start_while_it_is_scrolled_away_until_the_first_press(shared_page: Show) -> None:
    page = shared_page("practices/box-breathing/")
    strip = page.locator(".practice-timer__strip")
    expect(strip).to_be_hidden()
    page.evaluate(SLOWLY)
    expect(strip).to_be_visible()
    assert box_of(strip).bottom <= box_of(page.locator(".site-places--foot")).top + 1
    page.evaluate("scrollTo(0, 0)")
    expect(strip).to_be_hidden()
    page.get_by_text("Checked against its sources").scroll_into_view_if_needed()
    expect(strip).to_be_visible()
    edge = "document.querySelector('.{}').getBoundingClientRect().{}"
    last, top = edge.format("offline-copy-frame", "bottom"), edge.format("practice-timer__strip", "top")
    wait_until(page, f"scrollTo(0, document.body.scrollHeight), {last} <= {top}")  # nothing lies under it
    page.emulate_media(media="print")
    expect(strip).to_be_hidden()
    page.emulate_media(media="screen")
    strip.get_by_role("button", name="Start").press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    expect(page.locator(".practice-timer__stop-rule")).to_be_in_viewport()
    page.get_by_text("Checked against its sources").scroll_into_view_if_needed()
    wait_until(page, "document.querySelector('practice-timer[data-away]') !== null")
    expect(strip).to_be_hidden()
