"""The whole site with a keyboard alone: Tab, Enter, Space, Escape and arrows. Nothing
here moves a pointer."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.keyboard import here, missed, tab_to, walk
from tests.support.opening import wait_until, wait_until_ready
from tests.support.pages import KINDS

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}


@pytest.fixture
def opened(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens an address, its scripts at work."""

    def make(address: str = "", size: dict[str, int] | None = None) -> Page:
        page = new_page(viewport=size or DESK)
        page.goto(base_url + address)
        wait_until_ready(page)
        if page.locator("offline-copy").count():  # it is fetched when a reader comes near it
            page.locator("offline-copy").scroll_into_view_if_needed()
            wait_until(page, "document.querySelector('.offline-copy__buttons button') !== null")
            page.evaluate("scrollTo(0, 0)")
        if address == KINDS["not found"]:  # what it suggests comes with the index
            page.locator(".nearest-pages a").first.wait_for()
        return page

    return make


# ---- Every stop of every kind of page ----


def faults_of_stops(page: Page) -> list[str]:
    """Walks a page by Tab: what is skipped, out of view, without a ring, or covered (WCAG 2.4.7, 2.4.11)."""
    stops = walk(page)
    size = page.viewport_size or DESK
    faults = [f"never reached: {markup}" for markup in missed(page)]
    for stop in stops:
        tall = stop.bottom - stop.top > size["height"] / 2
        if not stop.ring:
            faults.append(f"no ring: {stop}")
        if not stop.shown or stop.right <= 1 or stop.left >= size["width"] - 1:
            faults.append(f"not shown: {stop}")
        if (stop.top >= size["height"] or stop.bottom <= 0) and not tall:
            faults.append(f"out of the window: {stop}")
        if stop.cover and not tall:
            faults.append(f"covered by {stop.cover}: {stop}")
    return faults


# In a wide window only the bar and what stands beside the text differ.
WALKS = [(kind, PHONE) for kind in KINDS] + [
    (kind, DESK) for kind in ("home", "guide", "practice with a breath")
]


@pytest.mark.parametrize(
    ("kind", "size"), WALKS, ids=lambda part: part if isinstance(part, str) else str(part["width"])
)
def test_tab_walks_every_stop_in_sight_and_out_again(
    opened: Callable[..., Page], kind: str, size: dict[str, int]
) -> None:
    assert faults_of_stops(opened(KINDS[kind], size)) == []


def test_and_back_again(opened: Callable[..., Page]) -> None:
    page = opened()
    forth = [stop.index for stop in walk(page)]
    back = [stop.index for stop in walk(page, "Shift+Tab")]
    assert back == forth[::-1]


PLANTED = {
    "no ring": "sheet.replaceSync('a:focus-visible { outline: 0 !important; box-shadow: none !important }')",
    "not shown": "document.querySelector('article a').style.cssText = 'position: absolute; left: -9999px'",
    "covered": "const lid = Object.assign(document.createElement('p'), { className: 'lid' });"
    "document.querySelector('article').prepend(lid);"
    "sheet.replaceSync('.lid { position: fixed; inset: 0; z-index: 3; background: red }')",
    "never reached": "document.querySelector('article a')"
    ".addEventListener('focus', (event) => event.target.blur())",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_planted_faults_of_stops_are_seen(opened: Callable[..., Page], fault: str) -> None:
    page = opened("tools/")
    page.evaluate(
        f"const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet]; "
        f"{PLANTED[fault]}; undefined"
    )
    assert any(fault in message for message in faults_of_stops(page))


def test_a_planted_trap_is_seen(opened: Callable[..., Page]) -> None:
    page = opened("tools/")
    page.evaluate(
        "document.querySelector('article a').addEventListener('keydown', (event) => event.preventDefault())"
    )
    with pytest.raises(AssertionError, match="never leaves"):
        walk(page)


# ---- The frame ----


@pytest.mark.parametrize("kind", ["home", "guide", "practice with a breath", "term", "practices"])
def test_the_skip_link_comes_first_and_leads_past_the_frame(opened: Callable[..., Page], kind: str) -> None:
    page = opened(KINDS[kind])
    page.keyboard.press("Tab")
    stop = here(page)
    assert stop is not None
    assert stop.where == "skip-link"
    assert stop.top >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_places_are_reached_and_opened_on_a_phone(opened: Callable[..., Page]) -> None:
    page = opened("", PHONE)
    names = [stop.name for stop in walk(page)]
    for place in ("Guides", "Practices", "Glossary", "Tools", "Get help now"):
        assert place in names
    page.reload()
    tab_to(page, ".site-places--foot a[href*=glossary]")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/glossary/$"))


def test_the_contents_fold_open_and_lead_to_a_section_on_a_phone(opened: Callable[..., Page]) -> None:
    page = opened(KINDS["guide"], PHONE)
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


def test_the_colours_are_chosen_with_arrow_keys_on_a_phone(opened: Callable[..., Page]) -> None:
    page = opened("", PHONE)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    tab_to(page, ".site-footer__choice")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(ground) != light


def test_the_colours_are_switched_by_enter_and_by_space(opened: Callable[..., Page]) -> None:
    page = opened("", DESK)
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


# ---- Filters and the finder ----


def test_the_library_is_narrowed_and_widened_again(opened: Callable[..., Page]) -> None:
    page = opened("practices/")
    cards = page.locator("[data-practice]:visible")
    everything = cards.count()
    tab_to(page, ".practice-filter select[name=minutes]")
    page.keyboard.press("ArrowDown")
    tab_to(page, ".practice-filter input[name=breath]")
    page.keyboard.press("Space")
    fewer = cards.count()
    assert 0 < fewer < everything
    tab_to(page, ".practice-filter__clear")
    page.keyboard.press("Enter")
    expect(page.locator(".practice-filter__count")).to_be_focused()
    assert cards.count() == everything
    tab_to(page, "[data-practice] a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/practices/[^/]+/"))


def test_the_glossary_is_asked_and_a_word_opened(opened: Callable[..., Page]) -> None:
    page = opened("glossary/")
    tab_to(page, ".glossary-filter__input")
    page.keyboard.type("wound up")
    results = page.locator(".glossary-filter__results a")
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".glossary-filter__input")).to_be_focused()
    expect(page.locator(".glossary-filter__input")).to_have_value("")
    page.keyboard.type("wound up")
    expect(results.first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(results.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hyperarousal")


@pytest.mark.parametrize("address", ["", "tools/find/"])
def test_the_finder_is_asked_answered_and_begun_again(opened: Callable[..., Page], address: str) -> None:
    page = opened(address, PHONE)
    tab_to(page, ".practice-finder input[name=feel]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    cards = page.locator(".practice-finder__list > [data-practice]")
    expect(cards.first).to_be_visible()
    tab_to(page, ".practice-finder select[name=minutes]")
    page.keyboard.press("ArrowDown")
    tab_to(page, ".practice-finder input[name=sound]")
    page.keyboard.press("Space")
    expect(cards.first).to_be_visible()
    tab_to(page, ".practice-finder__clear")
    page.keyboard.press("Enter")
    expect(page.locator(".practice-finder input[name=feel]").first).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, ".practice-finder__list a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/practices/[^/]+/"))


# ---- The timer ----


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_timer_starts_pauses_goes_on_and_stops(opened: Callable[..., Page], key: str) -> None:
    page = opened("practices/box-breathing/", PHONE)
    timer = page.locator("practice-timer").first

    def press(name: str) -> None:
        button = timer.get_by_role("button", name=name, exact=True)
        for _ in range(60):
            if button.evaluate("(button) => button === document.activeElement"):
                break
            page.keyboard.press("Tab")
        expect(button).to_be_focused()
        page.keyboard.press(key)

    press("Start")
    expect(timer).to_have_attribute("data-state", re.compile("ready|running"))
    press("Skip the count")
    expect(timer).to_have_attribute("data-state", "running")
    assert page.evaluate("document.activeElement.closest('practice-timer') !== null")
    press("Pause")
    expect(timer).to_have_attribute("data-state", "paused")
    press("Resume")
    expect(timer).to_have_attribute("data-state", "running")
    press("Stop")
    expect(timer).to_have_attribute("data-state", "stopped")
    assert page.evaluate("document.activeElement.closest('practice-timer') !== null")
