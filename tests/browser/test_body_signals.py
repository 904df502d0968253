"""The body outline, in a real browser: links and anchors alone, help first, no practice
where life may be in danger."""

import io
from collections.abc import Callable

import pytest
from markdown.extensions.toc import slugify
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.content.library import Library
from tests.support.axe import violations

DRAWN, LISTED = ".body-signals__link", ".body-signals__list a"
# Every link of a signal's own part of the page: from its heading to the next.
LINKS = """(id) => {
  const hrefs = [];
  let at = document.getElementById(id);
  while ((at = at.nextElementSibling) && !/^H[23]$/.test(at.tagName))
    hrefs.push(...[...at.querySelectorAll("a")].map((link) => link.getAttribute("href")));
  return hrefs;
}"""


def anchor(name: str) -> str:
    """The id of a signal's heading."""
    return str(slugify(name, "-"))


@pytest.fixture
def signals(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens the page of the outline."""

    def opened(fragment: str = "", **options: object) -> Page:
        page = new_page(**options)
        page.goto(f"{base_url}tools/body-signals/{fragment}")
        return page

    return opened


@pytest.mark.parametrize("scripts", [True, False])
def test_each_label_and_each_line_of_the_list_lead_to_the_same_part(
    signals: Callable[..., Page], library: Library, scripts: bool
) -> None:
    page = signals(java_script_enabled=scripts)
    wanted = [f"#{slugify(signal.name, '-')}" for signal in library.data.signals]
    assert len(wanted) >= 12
    for links in (DRAWN, LISTED):
        assert [link.get_attribute("href") for link in page.locator(links).all()] == wanted
    for signal in library.data.signals:
        page.locator(".body-signals__list").get_by_role("link", name=signal.name, exact=True).click()
        assert page.url.endswith(f"#{slugify(signal.name, '-')}")
        expect(page.locator(f"#{slugify(signal.name, '-')}")).to_be_in_viewport()


def test_what_may_be_an_emergency_stands_first_and_leads_to_help_alone(
    signals: Callable[..., Page], library: Library
) -> None:
    page = signals()
    urgent = [signal for signal in library.data.signals if signal.urgent]
    assert {signal.name.split()[0] for signal in urgent} >= {"Chest", "Trouble", "Fainting", "Weakness", "A"}
    for signal in library.data.signals:
        links = page.evaluate(LINKS, anchor(signal.name))
        practices = [link for link in links if "practices/" in link]
        assert len(practices) == (0 if signal.urgent else 1), signal.name
        assert not signal.urgent or any(link.endswith("help/") for link in links), signal.name
    places = [page.locator(f"#{slugify(signal.name, '-')}").bounding_box() for signal in library.data.signals]
    tops = [place["y"] for place in places if place]
    assert len(tops) == len(places)
    assert tops == sorted(tops)
    calls = page.locator(".help-numbers a[href^='tel:']")
    assert calls.first.bounding_box()["y"] < tops[0]  # type: ignore[index]


def test_the_keyboard_walks_the_drawing_and_the_focus_shows(signals: Callable[..., Page]) -> None:
    page = signals()
    page.locator(DRAWN).first.focus()
    page.keyboard.press("Tab")
    second = page.locator(DRAWN).nth(1)
    expect(second).to_be_focused()
    assert second.locator("rect").evaluate("(rect) => getComputedStyle(rect).strokeWidth") == "3px"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.split('#')[0]}{second.get_attribute('href')}")


@pytest.mark.parametrize("width", [390, 1280])
def test_labels_are_targets_that_never_overlap(signals: Callable[..., Page], width: int) -> None:
    page = signals(viewport={"width": width, "height": 900})
    boxes = [link.locator("rect").bounding_box() for link in page.locator(DRAWN).all()]
    for box in boxes:
        assert box
        assert min(box["width"], box["height"]) >= 44
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert one and other  # noqa: PT018
            beside = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
            above = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
            assert beside or above
    for link in page.locator(LISTED).all():
        assert link.bounding_box()["height"] >= 44  # type: ignore[index]


def test_words_on_the_drawing_keep_inside_it(signals: Callable[..., Page]) -> None:
    page = signals(viewport={"width": 320, "height": 700})
    edge = page.locator(".body-signals__drawing").bounding_box()
    assert edge
    for words in page.locator(".body-signals__words").all():
        box = words.bounding_box()
        assert box
        assert edge["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= edge["x"] + edge["width"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_is_asked_kept_or_added_up(signals: Callable[..., Page]) -> None:
    page = signals()
    assert page.locator(".page-text :is(input, select, textarea, form, button)").count() == 0
    before = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    page.locator(LISTED).nth(6).click()
    assert page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])") == before
    assert page.context.cookies() == []


def test_axe_finds_nothing(signals: Callable[..., Page]) -> None:
    page = signals(bypass_csp=True, viewport={"width": 390, "height": 900})
    assert violations(page) == []


def test_forced_colours_keep_the_outline_and_the_links_apart(signals: Callable[..., Page]) -> None:
    page = signals(forced_colors="active")
    body = page.locator(".body-signals__body").evaluate("(element) => getComputedStyle(element).stroke")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    words = page.locator(".body-signals__words").first.evaluate("(element) => getComputedStyle(element).fill")
    assert body != paper
    assert words not in (paper, body)


def test_paper_has_the_drawing_the_list_and_the_numbers(
    signals: Callable[..., Page], library: Library
) -> None:
    page = signals()
    page.evaluate("document.fonts.ready")
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    words = "".join("".join(sheet.extract_text() for sheet in reader.pages).split())
    for signal in library.data.signals:
        assert words.count("".join(signal.name.split())) >= 2, signal.name
    assert "999" in words
    page.emulate_media(media="print")
    expect(page.locator(".body-signals__drawing")).to_be_visible()


def test_a_guide_and_the_tools_lead_here(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    for path in ("tools/", "guides/feeling-your-body/"):
        page.goto(base_url + path)
        page.locator(".page-text").get_by_role("link", name="Body signals").click()
        expect(page.locator("h1")).to_have_text("Body signals")
