"""Previews of words and sources by pointer, focus and touch (WCAG 1.4.13); plain links without scripts and
on paper."""

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.axe import violations
from tests.support.opening import wait_until_ready

Visit = Callable[..., Page]

PAGE, CITING = "glossary/hyperarousal/", "guides/what-slow-breathing-does/"
BOX, WORD, CITATION = ".preview", ".page-text a.term-link", "a.cite"
TOUCH = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
IN_VIEW = """(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  const bar = document.querySelector(".site-header").getBoundingClientRect().bottom;
  return top >= bar && bottom <= innerHeight;
}"""


def listed(citation: Locator) -> Locator:
    """The entry of the page's list to which a citation leads."""
    return citation.page.locator(citation.get_attribute("href") or "")


# ---- By pointer and by keys ----


def test_a_pointer_shows_it_while_it_rests_on_link_or_preview_and_a_passing_one_does_not(
    new_page: Visit, base_url: str
) -> None:
    page = new_page()
    page.clock.install()
    page.goto(base_url + CITING)
    wait_until_ready(page)
    page.context.set_offline(True)  # all that it shows stands in the page
    citation, word, box = page.locator(CITATION).first, page.locator(WORD).first, page.locator(BOX)
    word.hover()
    page.clock.run_for(100)
    page.mouse.move(0, 0)
    page.clock.run_for(500)
    assert box.count() == 0  # it is built when it is first shown
    word.hover()
    expect(box).to_contain_text(word.get_attribute("data-short") or "-")
    expect(box).to_contain_text(word.get_attribute("data-status") or "-")
    page.mouse.move(0, 0)
    expect(box).to_be_hidden()
    citation.hover()
    entry = listed(citation)
    values = entry.locator("dd").all_text_contents()
    facts = dict(zip(entry.locator("dt").all_text_contents(), values, strict=True))
    texts = [f"{name} {facts[name]}" for name in ("Kind", "Found", "Limits")]
    for part in ("authors", "year", "title"):
        texts.append(entry.locator(f".source-list__{part}").text_content() or "-")
    for text in texts:
        expect(box).to_contain_text(text)
    assert citation.get_attribute("title") is None
    box.hover()
    page.clock.run_for(600)
    expect(box).to_be_visible()
    citation.hover()
    page.keyboard.press("Escape")  # the pointer stays where it is
    page.clock.run_for(500)
    expect(box).to_be_hidden()
    page.emulate_media(media="print")
    assert word.evaluate("(link) => getComputedStyle(link).textDecorationLine") == "none"
    word.hover()
    page.clock.run_for(500)
    expect(box).to_be_hidden()


def test_focus_shows_it_as_the_description_and_escape_dismisses_it(visit: Visit) -> None:
    page = visit(CITING)
    citation, word, box = page.locator(CITATION).first, page.locator(WORD).first, page.locator(BOX)
    page.keyboard.press("Tab")
    citation.focus()
    described = page.locator(f"#{citation.get_attribute('aria-describedby')}")
    expect(described).to_contain_text(listed(citation).locator(".source-list__title").text_content() or "-")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(citation).to_be_focused()
    assert citation.get_attribute("aria-describedby") is None
    word.focus()
    lines = [word.get_attribute("data-short") or "", f"Status: {word.get_attribute('data-status')}"]
    expect(described.locator("p")).to_have_text(lines)  # and nothing of the source before
    word.evaluate("(link) => link.blur()")
    expect(box).to_be_hidden()
    assert word.get_attribute("aria-describedby") is None
    target = word.evaluate("(link) => link.href")
    word.click()
    page.wait_for_url(target)
    page.go_back()
    word.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_it_never_reaches_past_the_sides(visit: Visit) -> None:
    page = visit(PAGE)
    page.keyboard.press("Tab")
    words = page.locator(WORD).all()
    for width, link in product((320, 390, 1280), words):
        page.set_viewport_size({"width": width, "height": 700})
        link.focus()
        box = page.locator(BOX).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# ---- By touch ----


@pytest.mark.parametrize(
    ("address", "selector"), [(PAGE, WORD), (CITING, CITATION)], ids=["word", "citation"]
)
def test_a_tap_shows_it_with_a_way_on_and_a_second_tap_follows(
    visit: Visit, address: str, selector: str
) -> None:
    page = visit(address, bypass_csp=True, **TOUCH)
    link, box, way = page.locator(selector).nth(2), page.locator(BOX), page.locator(".preview__open")
    here, target = page.url, link.evaluate("(link) => link.href")
    link.tap()
    expect(box).to_be_visible()
    assert page.url == here
    assert box.evaluate(IN_VIEW)
    assert (way.bounding_box() or {"height": 0})["height"] >= 44
    assert violations(page, BOX) == []
    page.locator("h1").tap()
    expect(box).to_be_hidden()
    link.tap()
    way.tap()
    page.wait_for_url(target)
    page.goto(here)
    link.tap()
    expect(box).to_be_visible()
    link.tap()
    page.wait_for_url(target)
    expect(page.locator(f"{BOX}:visible")).to_have_count(0)


def test_a_translated_way_closes_the_card_and_a_source_that_is_not_listed_has_none(visit: Visit) -> None:
    """A translator puts an element of its own round every text."""
    page = visit(CITING, **TOUCH)
    citation, way = page.locator(CITATION).nth(2), page.locator(".preview__open")
    citation.tap()
    way.evaluate("(link) => (link.innerHTML = `<font>${link.innerHTML}</font>`)")
    way.locator("font").tap()
    expect(listed(citation)).to_be_in_viewport()
    expect(page.locator(BOX)).to_be_hidden()
    other = page.locator(CITATION).first
    listed(other).evaluate("(entry) => entry.remove()")
    other.tap()
    page.wait_for_url(f"**{other.get_attribute('href')}")
    expect(page.locator(BOX)).to_be_hidden()


# ---- With scripts and without ----


@pytest.mark.parametrize("scripts", [True, False])
def test_a_citation_leads_to_its_source_and_back_to_the_very_place(visit: Visit, *, scripts: bool) -> None:
    page = visit(CITING, java_script_enabled=scripts, viewport=TOUCH["viewport"])
    citation = page.locator(CITATION).nth(1)
    citation.click()  # opens the fold that its source is in
    assert page.url.endswith(citation.get_attribute("href") or "-")
    entry = listed(citation)
    expect(entry).to_be_in_viewport()
    expect(page.locator(f"{BOX}:visible")).to_have_count(0)
    limits = entry.get_by_text("Limits", exact=True)
    expect(limits).to_be_hidden()
    entry.locator("summary").click()
    expect(limits).to_be_visible()
    entry.locator(f".source-list__back a[href='#{citation.get_attribute('id')}']").click()
    expect(citation).to_be_in_viewport()
    assert page.url.endswith(f"#{citation.get_attribute('id')}")
    assert citation.evaluate(IN_VIEW)
    if not scripts:
        word = page.locator(WORD).first
        assert word.get_attribute("title") is None
        target = word.evaluate("(link) => link.href")
        word.click()
        page.wait_for_url(target)
