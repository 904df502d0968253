"""The evidence map and the pictures from data, in a real browser: by touch, by
keyboard, filtered, without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from macros.content.finder import Ask, fits
from macros.content.library import Library
from tests.support.axe import violations
from tests.support.opening import wishing
from tests.support.paper import printed
from tests.support.targets import small_targets

Show = Callable[..., Page]
MAP = "about/evidence-map/"
MARK, CARD = "a.evidence-map__mark", ".preview"
NARROW: ViewportSize = {"width": 320, "height": 700}
DESK: ViewportSize = {"width": 1280, "height": 900}
PULSE = "guides/what-slow-breathing-does/"
PICTURES = {
    "breath-and-pulse": PULSE,
    "how-big-is-small": "glossary/effect-size/",
    "meditation-harm": "guides/common-missteps/",
    "noisy-hrv": "guides/wearables-and-hrv/",
    "days-to-a-habit": "guides/recognising-progress/",
}
# How far a picture's words stand out of it, in pixels.
OVERHANG = """(svg) => {
  const edge = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
  return Math.max(...boxes.map(({ left, right }) => Math.max(edge.left - left, right - edge.right)));
}"""


def test_the_first_tap_shows_a_card_that_leads_on_and_the_second_follows(
    shared_page: Show, base_url: str, library: Library
) -> None:
    page = shared_page(MAP, has_touch=True)
    walk = library.practices["gentle-walk"]
    page.locator(f"[data-practice={walk.slug}] {MARK}").tap()
    card = page.locator(CARD)
    for words in (walk.title, "Some evidence, medium effect: 0.62", "minutes"):
        expect(card).to_contain_text(words)
    expect(page).to_have_url(base_url + MAP)
    card.get_by_role("link", name=f"Open “{walk.title}”").tap()
    expect(page).to_have_url(f"{base_url}practices/gentle-walk/")


def test_the_keyboard_shows_the_card_escape_puts_it_away_and_enter_follows(shared_page: Show) -> None:
    page = shared_page(MAP, DESK)
    page.locator("select[name=minutes]").focus()
    page.keyboard.press("Tab")
    first, card = page.locator(MARK).first, page.locator(CARD)
    expect(first).to_be_focused()
    expect(card).to_contain_text(first.inner_text().strip())
    assert first.get_attribute("aria-describedby")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    address = first.evaluate("(link) => link.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)


def test_feeling_and_minutes_leave_the_practices_that_fit(shared_page: Show, library: Library) -> None:
    page = shared_page(MAP, DESK)
    page.locator("select[name=feel]").select_option("cannot-sleep")
    page.locator("select[name=minutes]").select_option("5")
    practices = library.practices.values()
    wanted = {practice.slug for practice in practices if fits(practice, Ask("cannot-sleep", 5))}
    assert 0 < len(wanted) < len(practices)
    expect(page.get_by_text(f"{len(wanted)} of {len(practices)} practices")).to_be_visible()
    left = page.locator(".evidence-map__marks > li:visible")
    assert set(left.evaluate_all("(marks) => marks.map(({ dataset }) => dataset.practice)")) == wanted
    assert page.locator(".evidence-map__kind").first.is_visible()


def test_without_scripts_every_mark_is_a_link_and_the_table_opens(
    shared_page: Show, library: Library
) -> None:
    page = shared_page(MAP, NARROW, java_script_enabled=False)
    expect(page.locator("practice-filter")).to_be_hidden()
    assert page.locator(MARK).count() == len(library.practices)
    page.locator(".evidence-map__summary").click()
    expect(page.locator(".evidence-map__list tbody a").last).to_be_visible()
    page.locator(MARK).last.click()
    expect(page.locator("h1")).to_have_text("Wind down before bed")


def test_axe_finds_nothing_in_the_open_table_and_marks_are_targets(shared_page: Show) -> None:
    page = shared_page(MAP, NARROW, bypass_csp=True)
    # Open without scrolling below the bar. The rest of the page is one of the kinds in test_kinds.py.
    page.locator(".evidence-map__fold").evaluate("(fold) => (fold.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert violations(page, ".evidence-map__fold") == []
    with wishing(page, color_scheme="dark"):
        assert violations(page, ".evidence-map__fold", rule="color-contrast") == []
    page.set_viewport_size(DESK)
    assert small_targets(page) == []


def test_forced_colours_and_paper_keep_the_size_of_a_mark_and_paper_has_the_names(
    shared_page: Show, library: Library
) -> None:
    page = shared_page(MAP, DESK)
    with wishing(page, forced_colors="active"):
        edge = "(dot) => [getComputedStyle(dot).borderTopWidth, getComputedStyle(dot).width]"
        filled, empty = (
            page.locator(f"{MARK} .evidence-map__dot--{size}").first.evaluate(edge)
            for size in ("medium", "unknown")
        )
        assert filled == ["10px", "20px"]  # all edge
        assert empty == ["2px", "16px"]
        words = "".join(printed(page).split())
    for practice in library.practices.values():  # in the map and in the table
        assert words.count("".join(practice.title.split())) >= 2, practice.title


@pytest.mark.parametrize("path", ["", "practices/", "guides/tools-to-start/"])
def test_the_small_picture_leads_to_the_map(shared_page: Show, path: str) -> None:
    page = shared_page(path, java_script_enabled=False)
    page.get_by_role("link", name="How good is the evidence?").click()
    expect(page.locator(".evidence-map")).to_be_visible()


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_fit_a_narrow_page_and_axe_finds_nothing(shared_page: Show, name: str) -> None:
    page = shared_page(PICTURES[name], NARROW, bypass_csp=True)
    figure = page.locator("figure.data-picture")
    figure.locator("summary").click()
    expect(figure.locator("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert violations(page, "figure.data-picture") == []
    assert figure.locator("svg:visible").first.evaluate(OVERHANG) <= 1


def test_another_pace_shows_another_pulse_without_scripts(shared_page: Show) -> None:
    page = shared_page(PULSE, java_script_enabled=False)
    drawn = page.locator(".data-picture__pace:visible")
    expect(drawn).to_have_count(1)
    before = drawn.locator("path").first.get_attribute("d")
    page.get_by_role("radio", name="6", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="9", exact=True)).to_be_checked()
    expect(drawn).to_have_count(1)
    assert drawn.locator("path").first.get_attribute("d") != before
