"""Previews of terms by pointer, focus and touch (WCAG 1.4.13), and plain links without scripts and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

PAGE = "glossary/hyperarousal/"
BOX = ".term-preview"


@pytest.fixture
def link(new_page: Callable[..., Page], base_url: str) -> Locator:
    """The first term link of a page, and its page as `link.page`."""
    page = new_page()
    page.goto(base_url + PAGE)
    return page.locator(".page-text a.term-link").first


def test_a_pointer_shows_it_and_it_stays_while_the_pointer_is_on_word_or_preview(link: Locator) -> None:
    box = link.page.locator(BOX)
    link.hover()
    expect(box).to_be_visible()
    expect(box).to_contain_text(link.get_attribute("data-short") or "")
    expect(box).to_contain_text(link.get_attribute("data-status") or "")
    box.hover()
    link.page.wait_for_timeout(600)
    expect(box).to_be_visible()
    link.page.mouse.move(0, 0)
    expect(box).to_be_hidden()


def test_a_pointer_that_only_passes_opens_nothing(link: Locator) -> None:
    link.hover()
    link.page.mouse.move(0, 0)
    link.page.wait_for_timeout(500)
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
    link.page.wait_for_timeout(500)
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
    way = touched.page.locator(".term-preview__open")
    assert (way.bounding_box() or {"height": 0})["height"] >= 24
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
    link.page.wait_for_timeout(400)
    expect(link.page.locator(BOX)).to_be_hidden()
