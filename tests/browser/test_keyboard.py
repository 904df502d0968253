"""The whole site with a keyboard alone: where Tab leads, the frame, the timer. Nothing here moves a pointer.

Keys in the search, the filters and the finder are tried in their own files.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.support.keyboard import here, missed, tab_to, walk
from tests.support.opening import wait_until
from tests.support.pages import KINDS

Show = Callable[..., Page]
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 800}

# ---- Every stop ----

# Together they have every sort of stop that a kind of page has.
WALKED = (
    *("home", "guide", "practice with a breath", "practices", "term", "glossary", "finder", "worksheet"),
    *("short way", "evidence map", "help", "country", "contributing", "not found"),
)
# In a wide window only the bar and what stands beside the text differ.
WALKS = [*((kind, PHONE) for kind in WALKED), ("home", DESK), ("guide", DESK)]


@pytest.mark.parametrize(
    ("kind", "size"), WALKS, ids=lambda part: part if isinstance(part, str) else str(part["width"])
)
def test_tab_walks_every_stop_in_sight_and_out_again(
    shared_page: Show, kind: str, size: ViewportSize
) -> None:
    page = shared_page(KINDS[kind], size)
    if page.locator("offline-copy").count():  # it is fetched when a reader comes near it
        page.locator("offline-copy").scroll_into_view_if_needed()
        wait_until(page, "document.querySelector('.offline-copy__buttons button') !== null")
        page.evaluate("scrollTo(0, 0)")
    if kind == "not found":  # what it suggests comes with the index
        page.locator(".nearest-pages a").first.wait_for()
    assert faults_of_stops(page, size["height"], size["width"]) == []


def faults_of_stops(page: Page, height: int, width: int) -> list[str]:
    """Walks a page by Tab: what is skipped, out of view, without a ring, or covered (WCAG 2.4.7, 2.4.11)."""
    stops = walk(page)
    faults = [f"never reached: {markup}" for markup in missed(page)]
    for stop in stops:
        tall = stop.bottom - stop.top > height / 2
        if not stop.ring:
            faults.append(f"no ring: {stop}")
        if not stop.shown or stop.right <= 1 or stop.left >= width - 1:
            faults.append(f"not shown: {stop}")
        if (stop.top >= height or stop.bottom <= 0) and not tall:
            faults.append(f"out of the window: {stop}")
        if stop.cover and not tall:
            faults.append(f"covered by {stop.cover}: {stop}")
    return faults


def test_and_back_again(shared_page: Show) -> None:
    page = shared_page(KINDS["practice with a breath"])
    forth = [stop.index for stop in walk(page)]
    back = [stop.index for stop in walk(page, "Shift+Tab")]
    assert back == forth[::-1]


PLANTED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".lid { position: fixed; inset: 0; z-index: 3; background: red } " +
    "a:focus-visible { outline: 0 !important; box-shadow: none !important }");
  document.adoptedStyleSheets = [sheet];
  const links = document.querySelectorAll("article a");
  links[0].style.cssText = "position: absolute; left: -9999px";
  links[0].before(Object.assign(document.createElement("p"), { className: "lid" }));
  links[2].addEventListener("focus", () => links[2].blur());
}"""


def test_planted_faults_of_stops_are_seen(shared_page: Show) -> None:
    page = shared_page("tools/")
    page.evaluate(PLANTED)
    text = "\n".join(faults_of_stops(page, PHONE["height"], PHONE["width"]))
    for fault in ("no ring", "not shown", "covered by lid", "never reached"):
        assert fault in text, text


def test_a_planted_trap_is_seen(shared_page: Show) -> None:
    page = shared_page("tools/")
    page.locator("article a").first.evaluate(
        "(link) => link.addEventListener('keydown', (event) => event.preventDefault())"
    )
    with pytest.raises(AssertionError, match="never leaves"):
        walk(page)


# ---- The frame ----


def test_the_skip_link_comes_first_and_leads_past_the_frame(shared_page: Show) -> None:
    page = shared_page(KINDS["guide"], DESK)
    page.keyboard.press("Tab")
    stop = here(page)
    assert stop is not None
    assert stop.where == "skip-link"
    assert stop.top >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_contents_fold_open_and_lead_to_a_section_on_a_phone(shared_page: Show) -> None:
    page = shared_page(KINDS["guide"])
    tab_to(page, ".page-contents__title")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    target = page.evaluate("decodeURIComponent(location.hash)")
    assert len(target) > 1
    page.keyboard.press("Tab")
    assert page.evaluate(
        """(hash) => Boolean(document.querySelector(hash).compareDocumentPosition(document.activeElement) & 4
            || document.querySelector(hash).contains(document.activeElement))""",
        target,
    )


def test_the_colours_are_switched_by_enter_and_by_space(new_page: Show, base_url: str) -> None:
    page = new_page(viewport=DESK)
    page.goto(base_url)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    tab_to(page, ".scheme-switch")
    page.keyboard.press("Enter")
    dark = page.evaluate(ground)
    assert dark != light
    page.keyboard.press("Space")
    assert page.evaluate(ground) == light
    page.keyboard.press("Space")
    page.reload()
    assert page.evaluate(ground) == dark


# ---- The timer ----

STEPS = (
    ("Start", "Enter", "ready|running"),
    ("Skip the count", "Space", "running"),
    ("Pause", "Enter", "paused"),
    ("Resume", "Space", "running"),
    ("Stop", "Enter", "stopped"),
)


def test_the_timer_starts_pauses_goes_on_and_stops_by_enter_and_by_space(shared_page: Show) -> None:
    page = shared_page("practices/box-breathing/")
    timer = page.locator("practice-timer").first
    for name, key, state in STEPS:
        button = timer.get_by_role("button", name=name, exact=True)
        for _ in range(60):
            if button.evaluate("(button) => button === document.activeElement"):
                break
            page.keyboard.press("Tab")
        expect(button).to_be_focused()
        page.keyboard.press(key)
        expect(timer).to_have_attribute("data-state", re.compile(state))
        assert page.evaluate("document.activeElement.closest('practice-timer') !== null"), name
