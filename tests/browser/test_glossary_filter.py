"""The filter on the glossary page, in a real browser under the strict policy: finds,
keys, address, no scripts."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from macros.publish.quotes import curled

INPUT = ".glossary-filter__input"
RESULTS = ".glossary-filter > .glossary-filter__results"
ASK = """(text) => {
  const input = document.querySelector(".glossary-filter__input");
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const links = [...document.querySelectorAll(".glossary-filter > .glossary-filter__results a")];
  return links.map((link) => new URL(link.href).pathname.split("/").at(-2));
}"""


@pytest.fixture
def glossary(browser: Browser, base_url: str) -> Iterator[Page]:
    """The glossary page with its filter loaded; fails on any error or refusal in the console."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(base_url + "glossary/")
    page.fill(INPUT, "stress")
    expect(page.locator(f"{RESULTS} a").first).to_be_visible(timeout=30_000)
    yield page
    context.close()
    assert faults == []


def test_it_says_which_word_matched(glossary: Page) -> None:
    glossary.fill(INPUT, "wound up")
    entry = glossary.locator(f"{RESULTS} li").first
    expect(entry).to_contain_text("\u201cwound up\u201d \u2192 hyperarousal")
    status = entry.locator(".term-status").bounding_box()
    line = entry.locator(".glossary-index__short").bounding_box()
    assert status
    assert line
    assert line["y"] >= status["y"] + status["height"]


def test_a_word_of_a_page_finds_its_term_after_names(glossary: Page, library: Library) -> None:
    assert "psychosis" in glossary.evaluate(ASK, "sees or believes what others do not")


def test_nothing_that_fits_offers_the_nearest_or_says_so(glossary: Page) -> None:
    glossary.fill(INPUT, "rumminashun")
    expect(glossary.locator(".glossary-filter__count")).to_contain_text(re.compile("nearest|word"))
    assert "rumination" in glossary.evaluate(ASK, "rumminashun")
    glossary.fill(INPUT, "xqzptlk")
    expect(glossary.locator(".glossary-filter__count")).to_contain_text("No match")
    expect(glossary.locator(".glossary-index__letters")).to_be_visible()


def test_what_is_typed_is_shown_as_text(glossary: Page) -> None:
    for text in ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "__proto__", "%"):
        glossary.fill(INPUT, text)
        expect(glossary.locator(".glossary-filter__count")).to_contain_text(text)
        assert glossary.locator(".glossary-filter img, .glossary-filter script:not([type])").count() == 0
    assert glossary.evaluate(ASK, "word " * 2000) == glossary.evaluate(ASK, "word")


def test_keys_walk_the_results_and_back(glossary: Page) -> None:
    glossary.fill(INPUT, "vagus")
    links = glossary.locator(f"{RESULTS} a")
    glossary.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    glossary.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    glossary.keyboard.press("ArrowUp")
    glossary.keyboard.press("ArrowUp")
    expect(glossary.locator(INPUT)).to_be_focused()
    glossary.keyboard.press("Escape")
    expect(glossary.locator(INPUT)).to_have_value("")
    expect(glossary.locator(".glossary-index__letters")).to_be_visible()


def test_enter_opens_the_first_result(glossary: Page) -> None:
    glossary.fill(INPUT, "wound up")
    glossary.keyboard.press("Enter")
    expect(glossary.locator("h1")).to_have_text("Hyperarousal")


def test_the_count_is_said_politely_once_typing_rests(glossary: Page) -> None:
    status = glossary.locator(".glossary-filter__status")
    expect(status).to_have_attribute("role", "status")
    glossary.locator(INPUT).press_sequentially("fawn", delay=20)
    expect(status).to_contain_text("fawn")


def test_the_address_carries_the_question_and_back_is_not_filled_up(glossary: Page) -> None:
    before = glossary.evaluate("history.length")
    glossary.fill(INPUT, "wound up")
    glossary.wait_for_url(re.compile(r"/glossary/#q=wound\+up$"))
    assert glossary.evaluate("history.length") == before
    glossary.fill(INPUT, "")
    glossary.wait_for_url(re.compile(r"glossary/$"))


@pytest.mark.parametrize("address", ["#q=wound+up", "?q=wound+up"])
def test_a_shared_address_and_an_old_one_show_their_results(
    new_page: Callable[..., Page], base_url: str, address: str
) -> None:
    page = new_page()
    page.goto(f"{base_url}glossary/{address}")
    expect(page.locator(f"{RESULTS} a").first).to_have_text("hyperarousal")
    expect(page.locator("dialog.search")).to_have_count(0)
    page.wait_for_url(re.compile(r"glossary/#q=wound\+up$"))


def test_other_pages_are_named_below_the_words(glossary: Page) -> None:
    glossary.fill(INPUT, "pmr")
    others = glossary.locator(".glossary-filter__others a")
    expect(others.first).to_have_text("Progressive muscle relaxation")
    assert others.count() <= 2


def test_help_stands_above_words_of_danger_before_any_index_has_come(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.route("**/search/index*.js", lambda _: None)  # never answered
    page.goto(base_url + "glossary/")
    page.fill(INPUT, "i want to die")
    first = page.locator(".glossary-filter .search-danger a").first
    expect(first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/help/self-harm/")


def test_an_index_that_does_not_come_is_told_and_the_list_stays(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.route("**/search/index*.js", lambda route: route.abort())
    page.goto(base_url + "glossary/")
    page.fill(INPUT, "fawn")
    expect(page.locator(".glossary-filter__count")).to_contain_text("didn't load")
    expect(page.locator(".glossary-index__letters")).to_be_visible()
    page.unroute("**/search/index*.js")
    page.fill(INPUT, "fawn ")
    page.fill(INPUT, "fawning")
    expect(page.locator(f"{RESULTS} a").first).to_have_text("fawn")


def test_without_scripts_every_word_stands_in_the_list(
    new_page: Callable[..., Page], base_url: str, library: Library
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + "glossary/?q=fawn")
    shown = page.locator(".glossary-index__term a")
    assert shown.count() == len(library.terms)
    expect(shown.first).to_be_visible()
    expect(page.locator(".glossary-filter")).to_be_hidden()
    lines = page.locator(".glossary-index__short").all_text_contents()
    assert sorted(lines) == sorted(curled(term.short) for term in library.terms.values())
