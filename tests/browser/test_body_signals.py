"""The body outline, in a real browser: links and anchors alone, help first, no practice
where life may be in danger."""

from collections.abc import Callable
from itertools import combinations

import pytest
from markdown.extensions.toc import slugify
from playwright.sync_api import Page, expect

from macros.content.library import Library
from tests.support.axe import violations
from tests.support.opening import wishing
from tests.support.paper import printed

Show = Callable[..., Page]
PAGE = "tools/body-signals/"
DRAWN, LISTED = ".body-signals__link", ".body-signals__list a"
DESK = {"width": 1280, "height": 900}
# Where a signal's heading stands, and every link from it to the next heading.
PARTS = """(ids) => ids.map((id) => {
  const hrefs = [];
  let at = document.getElementById(id);
  const { top } = at.getBoundingClientRect();
  while ((at = at.nextElementSibling) && !/^H[23]$/.test(at.tagName))
    hrefs.push(...[...at.querySelectorAll("a")].map((link) => link.getAttribute("href")));
  return [top, hrefs];
})"""
BOXES = """(all) => all.map((element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left, top, right, bottom];
})"""


def anchors(library: Library) -> list[str]:
    """The ids of the signals' headings."""
    return [str(slugify(signal.name, "-")) for signal in library.data.signals]


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["scripts", "no scripts"])
def test_each_label_and_each_line_of_the_list_lead_to_the_same_part_and_nothing_is_asked(
    shared_page: Show, library: Library, options: dict[str, bool]
) -> None:
    page = shared_page(PAGE, DESK, **options)
    assert len(anchors(library)) >= 12
    for links in (DRAWN, LISTED):
        hrefs = page.locator(links).evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")
        assert hrefs == [f"#{anchor}" for anchor in anchors(library)]
    assert page.locator(".page-text :is(input, select, textarea, form, button)").count() == 0
    last = library.data.signals[-1]
    page.locator(".body-signals__list").get_by_role("link", name=last.name, exact=True).click()
    assert page.url.endswith(f"#{anchors(library)[-1]}")
    expect(page.locator(f"#{anchors(library)[-1]}")).to_be_in_viewport()


def test_what_may_be_an_emergency_stands_first_and_leads_to_help_alone(
    shared_page: Show, library: Library
) -> None:
    page = shared_page(PAGE, DESK)
    urgent = {signal.name.split()[0] for signal in library.data.signals if signal.urgent}
    assert urgent >= {"Chest", "Trouble", "Fainting", "Weakness", "A"}
    parts = page.evaluate(PARTS, anchors(library))
    for signal, (_, links) in zip(library.data.signals, parts, strict=True):
        practices = [link for link in links if "practices/" in link]
        assert len(practices) == (0 if signal.urgent else 1), signal.name
        assert not signal.urgent or any(link.endswith("help/") for link in links), signal.name
    tops = [top for top, _ in parts]
    assert tops == sorted(tops)
    [call, *_] = page.locator(".help-numbers a[href^='tel:']").evaluate_all(BOXES)
    assert call[1] < tops[0]


def test_the_keyboard_walks_the_drawing_and_the_focus_shows(shared_page: Show, base_url: str) -> None:
    page = shared_page(PAGE, DESK)
    page.locator(DRAWN).first.focus()
    page.keyboard.press("Tab")
    second = page.locator(DRAWN).nth(1)
    expect(second).to_be_focused()
    assert second.locator("rect").evaluate("(rect) => getComputedStyle(rect).strokeWidth") == "3px"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base_url}{PAGE}{second.get_attribute('href')}")


@pytest.mark.parametrize("width", [390, 1280])
def test_labels_are_targets_that_never_overlap(shared_page: Show, width: int) -> None:
    page = shared_page(PAGE, {"width": width, "height": 900})
    boxes = page.locator(f"{DRAWN} rect").evaluate_all(BOXES)
    assert all(min(right - left, bottom - top) >= 44 for left, top, right, bottom in boxes)
    for (left, top, right, bottom), other in combinations(boxes, 2):
        beside = right <= other[0] + 1 or other[2] <= left + 1
        above = bottom <= other[1] + 1 or other[3] <= top + 1
        assert beside or above
    assert all(bottom - top >= 44 for _, top, _, bottom in page.locator(LISTED).evaluate_all(BOXES))


def test_words_on_the_drawing_keep_inside_it(shared_page: Show) -> None:
    page = shared_page(PAGE, {"width": 320, "height": 700})
    [edge] = page.locator(".body-signals__drawing").evaluate_all(BOXES)
    for left, _, right, _ in page.locator(".body-signals__words").evaluate_all(BOXES):
        assert edge[0] - 1 <= left
        assert right <= edge[2] + 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_axe_finds_nothing(shared_page: Show) -> None:
    assert violations(shared_page(PAGE, bypass_csp=True)) == []


def test_forced_colours_keep_the_outline_and_the_links_apart(shared_page: Show) -> None:
    page = shared_page(PAGE, DESK)
    with wishing(page, forced_colors="active"):
        body, words, paper = page.evaluate("""() => {
          const style = (part) => getComputedStyle(document.querySelector(part));
          return [style(".body-signals__body").stroke, style(".body-signals__words").fill,
            style("body").backgroundColor];
        }""")
    assert len({body, words, paper}) == 3


def test_paper_has_the_drawing_the_list_and_the_numbers(shared_page: Show, library: Library) -> None:
    page = shared_page(PAGE)
    words = "".join(printed(page).split())
    for signal in library.data.signals:
        assert words.count("".join(signal.name.split())) >= 2, signal.name
    assert "999" in words
    with wishing(page, media="print"):
        expect(page.locator(".body-signals__drawing")).to_be_visible()


@pytest.mark.parametrize("path", ["tools/", "guides/feeling-your-body/"])
def test_a_guide_and_the_tools_lead_here(shared_page: Show, path: str) -> None:
    page = shared_page(path)
    page.locator(".page-text").get_by_role("link", name="Body signals").click()
    expect(page.locator("h1")).to_have_text("Body signals")
