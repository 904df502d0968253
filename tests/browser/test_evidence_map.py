"""The evidence map and the pictures from data, in a real browser: by touch, by
keyboard, filtered, without scripts."""

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.content.finder import Ask, fits
from macros.content.library import Library
from tests.support.axe import violations
from tests.support.opening import wishing
from tests.support.targets import small_targets

MARK, CARD = "a.evidence-map__mark", ".preview"
PICTURES = {
    "breath-and-pulse": "guides/what-slow-breathing-does/",
    "how-big-is-small": "glossary/effect-size/",
    "meditation-harm": "guides/common-missteps/",
    "noisy-hrv": "guides/wearables-and-hrv/",
    "days-to-a-habit": "guides/recognising-progress/",
}


@pytest.fixture
def evidence_map(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens the page of the map."""

    def opened(**options: object) -> Page:
        page = new_page(**options)
        page.goto(f"{base_url}about/evidence-map/")
        return page

    return opened


def test_the_first_tap_shows_a_card_that_leads_on_and_the_second_follows(
    evidence_map: Callable[..., Page], library: Library
) -> None:
    page = evidence_map(viewport={"width": 390, "height": 844}, has_touch=True)
    page.locator("practice-filter:defined").wait_for(state="attached")
    walk = library.practices["gentle-walk"]
    page.locator(f"[data-practice={walk.slug}] {MARK}").tap()
    card = page.locator(CARD)
    expect(card).to_contain_text(walk.title)
    expect(card).to_contain_text("Some evidence, medium effect: 0.62")
    expect(card).to_contain_text("minutes")
    assert page.url.endswith("/about/evidence-map/")
    card.get_by_role("link", name=f"Open “{walk.title}”").tap()
    expect(page).to_have_url(f"{page.url.split('about/')[0]}practices/gentle-walk/")


def test_the_keyboard_shows_the_card_escape_puts_it_away_and_enter_follows(
    evidence_map: Callable[..., Page],
) -> None:
    page = evidence_map()
    page.locator("practice-filter:defined").wait_for(state="attached")
    page.locator("select[name=minutes]").focus()
    page.keyboard.press("Tab")
    first = page.locator(MARK).first
    expect(first).to_be_focused()
    card = page.locator(CARD)
    expect(card).to_contain_text(first.inner_text().strip())
    assert first.get_attribute("aria-describedby")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    address = first.evaluate("(link) => link.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)


def test_feeling_and_minutes_leave_the_practices_that_fit(
    evidence_map: Callable[..., Page], library: Library
) -> None:
    page = evidence_map()
    page.locator("select[name=feel]").select_option("cannot-sleep")
    page.locator("select[name=minutes]").select_option("5")
    wanted = {
        practice.slug for practice in library.practices.values() if fits(practice, Ask("cannot-sleep", 5))
    }
    assert 0 < len(wanted) < len(library.practices)
    expect(page.get_by_text(f"{len(wanted)} of {len(library.practices)} practices")).to_be_visible()
    left = page.locator(".evidence-map__marks > li:visible")
    assert {mark.get_attribute("data-practice") for mark in left.all()} == wanted
    assert page.locator(".evidence-map__kind").first.is_visible()


def test_without_scripts_every_mark_is_a_link_and_the_table_opens(
    evidence_map: Callable[..., Page], library: Library
) -> None:
    page = evidence_map(java_script_enabled=False, viewport={"width": 320, "height": 700})
    expect(page.locator("practice-filter")).to_be_hidden()
    assert page.locator(MARK).count() == len(library.practices)
    page.locator(".evidence-map__summary").click()
    expect(page.locator(".evidence-map__list tbody a").last).to_be_visible()
    page.locator(MARK).last.click()
    expect(page.locator("h1")).to_have_text("Wind down before bed")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_marks_are_targets(evidence_map: Callable[..., Page], width: int) -> None:
    page = evidence_map(bypass_csp=True, viewport={"width": width, "height": 900})
    # Open without scrolling below the bar.
    page.locator(".evidence-map__fold").evaluate("(fold) => (fold.open = true)")
    assert violations(page, ".page") == []
    with wishing(page, color_scheme="dark"):
        assert violations(page, ".page", rule="color-contrast") == []
    assert small_targets(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_forced_colours_and_paper_keep_the_size_of_a_mark_and_paper_has_the_names(
    evidence_map: Callable[..., Page], library: Library
) -> None:
    page = evidence_map(forced_colors="active")
    edge = "(dot) => [getComputedStyle(dot).borderTopWidth, getComputedStyle(dot).width]"
    filled, empty = (
        page.locator(f"{MARK} .evidence-map__dot--{size}").first.evaluate(edge)
        for size in ("medium", "unknown")
    )
    assert filled == ["10px", "20px"]  # all edge
    assert empty == ["2px", "16px"]
    page.evaluate("document.fonts.ready")
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    words = "".join("".join(sheet.extract_text() for sheet in reader.pages).split())
    for practice in library.practices.values():
        assert words.count("".join(practice.title.split())) >= 2, (
            practice.title
        )  # in the map and in the table


@pytest.mark.parametrize("path", ["", "practices/", "guides/tools-to-start/"])
def test_the_small_picture_leads_to_the_map(new_page: Callable[..., Page], base_url: str, path: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + path)
    page.get_by_role("link", name="How good is the evidence?").click()
    expect(page.locator(".evidence-map")).to_be_visible()


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_fit_a_narrow_page_and_axe_finds_nothing(
    new_page: Callable[..., Page], base_url: str, name: str
) -> None:
    page = new_page(bypass_csp=True, viewport={"width": 320, "height": 700})
    page.goto(base_url + PICTURES[name])
    figure = page.locator("figure.data-picture")
    figure.locator("summary").click()
    expect(figure.locator("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page, "figure.data-picture") == []
    edges = figure.locator("svg").bounding_box()
    assert edges
    for label in figure.locator("svg text").all():
        box = label.bounding_box()
        assert box
        assert box["x"] >= edges["x"] - 1
        assert box["x"] + box["width"] <= edges["x"] + edges["width"] + 1


def test_another_pace_shows_another_pulse_without_scripts(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + PICTURES["breath-and-pulse"])
    drawn = page.locator(".data-picture__pace:visible")
    expect(drawn).to_have_count(1)
    before = drawn.locator("path").first.get_attribute("d")
    page.get_by_role("radio", name="6", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="9", exact=True)).to_be_checked()
    expect(drawn).to_have_count(1)
    assert drawn.locator("path").first.get_attribute("d") != before
