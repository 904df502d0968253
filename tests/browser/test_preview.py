"""Previews of words and sources by pointer, focus and touch (WCAG 1.4.13); plain links
without scripts and on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.axe import violations
from tests.support.opening import wait_until_ready

PAGE = "glossary/hyperarousal/"
CITING = "guides/what-slow-breathing-does/"
BOX = ".preview"
IN_VIEW = """(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  const bar = document.querySelector(".site-header").getBoundingClientRect().bottom;
  return top >= bar && bottom <= innerHeight;
}"""


@pytest.fixture
def link(new_page: Callable[..., Page], base_url: str) -> Locator:
    """The first term link of a page, and its page as `link.page`."""
    page = new_page()
    page.clock.install()
    page.goto(base_url + PAGE)
    return page.locator(".page-text a.term-link").first


def test_a_pointer_shows_it_and_it_stays_while_the_pointer_is_on_word_or_preview(link: Locator) -> None:
    box = link.page.locator(BOX)
    link.hover()
    expect(box).to_be_visible()
    expect(box).to_contain_text(link.get_attribute("data-short") or "")
    expect(box).to_contain_text(link.get_attribute("data-status") or "")
    box.hover()
    link.page.clock.run_for(600)
    expect(box).to_be_visible()
    link.page.mouse.move(0, 0)
    expect(box).to_be_hidden()


def test_a_pointer_that_only_passes_opens_nothing(link: Locator) -> None:
    link.hover()
    link.page.mouse.move(0, 0)
    link.page.clock.run_for(500)
    assert link.page.locator(f"{BOX}:visible").count() == 0


def test_focus_shows_it_and_names_it_as_the_description(link: Locator) -> None:
    link.page.keyboard.press("Tab")
    link.focus()
    expect(link.page.locator(BOX)).to_be_visible()
    described = link.get_attribute("aria-describedby")
    expect(link.page.locator(f"#{described}")).to_contain_text(link.get_attribute("data-short") or "")
    link.evaluate("(link) => link.blur()")
    expect(link.page.locator(BOX)).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_escape_dismisses_it_without_moving_focus_or_pointer(link: Locator) -> None:
    link.page.keyboard.press("Tab")
    link.focus()
    link.page.keyboard.press("Escape")
    expect(link.page.locator(BOX)).to_be_hidden()
    expect(link).to_be_focused()
    link.evaluate("(link) => link.blur()")
    link.hover()
    expect(link.page.locator(BOX)).to_be_visible()
    link.page.keyboard.press("Escape")
    link.page.clock.run_for(500)
    expect(link.page.locator(BOX)).to_be_hidden()


def test_a_click_and_enter_follow_the_link_at_once(link: Locator) -> None:
    target = link.evaluate("(link) => link.href")
    link.click()
    link.page.wait_for_url(target)
    link.page.go_back()
    link.focus()
    link.page.keyboard.press("Enter")
    link.page.wait_for_url(target)


@pytest.fixture
def touched(new_page: Callable[..., Page], base_url: str) -> Locator:
    """The same link on a phone."""
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(base_url + PAGE)
    return page.locator(".page-text a.term-link").first


def test_a_tap_shows_it_with_a_way_to_the_page(touched: Locator) -> None:
    target = touched.evaluate("(link) => link.href")
    here = touched.page.url
    touched.tap()
    expect(touched.page.locator(BOX)).to_be_visible()
    assert touched.page.url == here
    way = touched.page.locator(".preview__open")
    assert (way.bounding_box() or {"height": 0})["height"] >= 44
    way.tap()
    touched.page.wait_for_url(target)


def test_a_second_tap_on_the_word_follows_it(touched: Locator) -> None:
    target = touched.evaluate("(link) => link.href")
    touched.tap()
    expect(touched.page.locator(BOX)).to_be_visible()
    touched.tap()
    touched.page.wait_for_url(target)


def test_a_tap_elsewhere_closes_it(touched: Locator) -> None:
    touched.tap()
    expect(touched.page.locator(BOX)).to_be_visible()
    touched.page.locator("h1").tap()
    expect(touched.page.locator(BOX)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_never_reaches_past_the_sides(new_page: Callable[..., Page], base_url: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 700})
    page.goto(base_url + PAGE)
    page.keyboard.press("Tab")
    for link in page.locator(".page-text a.term-link").all():
        link.focus()
        box = page.locator(BOX).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_it_is_a_plain_link(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + PAGE)
    link = page.locator(".page-text a.term-link").first
    assert link.get_attribute("title") is None
    link.click()
    expect(page.locator("h1")).not_to_have_text("Hyperarousal")


def test_on_paper_it_is_plain_text(link: Locator) -> None:
    link.page.emulate_media(media="print")
    assert link.evaluate("(link) => getComputedStyle(link).textDecorationLine") == "none"
    link.hover()
    link.page.clock.run_for(400)
    expect(link.page.locator(BOX)).to_be_hidden()


@pytest.fixture
def citation(new_page: Callable[..., Page], base_url: str) -> Locator:
    """The first citation of a guide, and its page as `citation.page`."""
    page = new_page()
    page.clock.install()
    page.goto(base_url + CITING)
    return page.locator("a.cite").first


def listed(citation: Locator) -> Locator:
    """The entry of the page's list to which a citation leads."""
    return citation.page.locator(citation.get_attribute("href") or "")


def test_a_citation_shows_what_the_pages_own_list_says_of_its_source(citation: Locator) -> None:
    wait_until_ready(citation.page)
    citation.page.context.set_offline(True)
    citation.hover()
    box, entry = citation.page.locator(BOX), listed(citation)
    expect(box).to_be_visible()
    for part in ("authors", "year", "title"):
        expect(box).to_contain_text(entry.locator(f".source-list__{part}").text_content() or "")
    facts = dict(
        zip(entry.locator("dt").all_text_contents(), entry.locator("dd").all_text_contents(), strict=True)
    )
    for name in ("Kind", "Found", "Limits"):
        expect(box).to_contain_text(f"{name} {facts[name]}")
    assert citation.get_attribute("title") is None
    box.hover()
    citation.page.clock.run_for(600)
    expect(box).to_be_visible()


def test_a_focused_citation_is_described_and_escape_dismisses_it(citation: Locator) -> None:
    citation.page.keyboard.press("Tab")
    citation.focus()
    described = citation.page.locator(f"#{citation.get_attribute('aria-describedby')}")
    expect(described).to_contain_text(listed(citation).locator(".source-list__title").text_content() or "")
    citation.page.keyboard.press("Escape")
    expect(citation.page.locator(BOX)).to_be_hidden()
    expect(citation).to_be_focused()
    assert citation.get_attribute("aria-describedby") is None


def test_axe_finds_nothing_in_an_open_card(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(bypass_csp=True, viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(base_url + CITING)
    page.locator("a.cite").first.tap()
    expect(page.locator(BOX)).to_be_visible()
    assert violations(page) == []


def test_a_word_after_a_citation_shows_the_word_alone(citation: Locator) -> None:
    citation.page.keyboard.press("Tab")
    citation.focus()
    word = citation.page.locator(".page-text a.term-link").first
    word.focus()
    expect(citation.page.locator(".preview__text > p")).to_have_text(
        [word.get_attribute("data-short") or "", f"Status: {word.get_attribute('data-status')}"]
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_a_citation_leads_to_its_source_and_back_to_the_very_place(
    new_page: Callable[..., Page], base_url: str, scripts: bool
) -> None:
    page = new_page(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    page.goto(base_url + CITING)
    citation = page.locator("a.cite").nth(1)
    citation.click()
    assert page.url.endswith(citation.get_attribute("href") or "")
    entry = listed(citation)
    expect(entry).to_be_in_viewport()
    expect(page.locator(f"{BOX}:visible")).to_have_count(0)
    back = entry.locator(f".source-list__back a[href='#{citation.get_attribute('id')}']")
    back.click()
    expect(citation).to_be_in_viewport()
    assert page.url.endswith(f"#{citation.get_attribute('id')}")
    assert citation.evaluate(IN_VIEW)


def test_a_source_opens_in_the_list_without_scripts(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + CITING)
    entry = page.locator(".source-list__item").first
    page.locator("a.cite").first.click()  # opens the fold that its source is in
    expect(entry.get_by_text("Limits", exact=True)).to_be_hidden()
    entry.locator("summary").click()
    expect(entry.get_by_text("Limits", exact=True)).to_be_visible()


@pytest.fixture
def touched_citation(new_page: Callable[..., Page], base_url: str) -> Locator:
    """A citation on a phone."""
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(base_url + CITING)
    return page.locator("a.cite").nth(2)


def test_a_tap_on_a_citation_shows_the_whole_card_with_a_way_to_the_source(touched_citation: Locator) -> None:
    page = touched_citation.page
    here = page.url
    touched_citation.tap()
    box, way = page.locator(BOX), page.locator(".preview__open")
    expect(box).to_be_visible()
    assert page.url == here
    assert box.evaluate(IN_VIEW)
    assert (way.bounding_box() or {"height": 0})["height"] >= 44
    way.tap()
    expect(listed(touched_citation)).to_be_in_viewport()
    expect(box).to_be_hidden()


def test_a_tap_on_the_translated_way_to_the_source_closes_the_card(touched_citation: Locator) -> None:
    """A translator puts an element of its own round every text."""
    page = touched_citation.page
    touched_citation.tap()
    way = page.locator(".preview__open")
    way.evaluate("(link) => (link.innerHTML = `<font>${link.innerHTML}</font>`)")
    way.locator("font").tap()
    expect(listed(touched_citation)).to_be_in_viewport()
    expect(page.locator(BOX)).to_be_hidden()


def test_a_second_tap_on_a_citation_follows_it(touched_citation: Locator) -> None:
    touched_citation.tap()
    expect(touched_citation.page.locator(BOX)).to_be_visible()
    touched_citation.tap()
    expect(listed(touched_citation)).to_be_in_viewport()
    expect(touched_citation.page.locator(BOX)).to_be_hidden()


def test_a_citation_whose_source_is_not_listed_stays_a_plain_link(touched_citation: Locator) -> None:
    page = touched_citation.page
    page.evaluate(
        "(id) => document.getElementById(id).remove()", (touched_citation.get_attribute("href") or "")[1:]
    )
    touched_citation.tap()
    page.wait_for_url("**#source-*")
    expect(page.locator(f"{BOX}:visible")).to_have_count(0)
