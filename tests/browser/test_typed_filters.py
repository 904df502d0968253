"""The fields above printed lists: the glossary's, and those of the popular claims and of the evidence.

What they find: tests/site/test_search_matching.py.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import Library
from macros.publish.quotes import curled
from tests.support.axe import violations
from tests.support.keyboard import keys_kept_from_input_method
from tests.support.layout import scrolls_sideways
from tests.support.opening import hold

Visit = Callable[..., Page]

PHONE, DESK = {"width": 390, "height": 500}, {"width": 1280, "height": 700}
INPUT, COUNT, STATUS = ".glossary-filter__input", ".glossary-filter__count", ".glossary-filter__status"
RESULTS, LETTERS = ".glossary-filter > .glossary-filter__results", ".glossary-index__letters"
INDEX = "**/search/index*.js"
CLAIMS, SOURCES = "about/popular-claims/", "about/evidence/calming/"
ITEMS = {CLAIMS: ".page-text li:has(.popular-claim)", SOURCES: ".evidence-index__item"}
HOSTILE = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "[a-z]*", "constructor",
           "__proto__", "%", "\\", "\u0000\u202e", "\U0001f600", "word " * 2000)  # fmt: skip


def shown(page: Page, path: str) -> int:
    """How many items of a long list can be seen."""
    return page.locator(f"{ITEMS[path]}:visible").count()


def type_hostile_words(page: Page) -> None:
    """Types what could do harm; the page takes it as text."""
    for text in HOSTILE:
        page.fill(INPUT, text)
        assert page.locator(".glossary-filter :is(img, script:not([type]))").count() == 0, text
    page.fill(INPUT, "")


# ---- The glossary ----


def test_the_glossary_says_which_word_matched_which_is_nearest_and_that_none_is(visit: Visit) -> None:
    page = visit("glossary/")
    page.locator(INPUT).press_sequentially("wound up", delay=20)
    entry = page.locator(f"{RESULTS} li").first
    expect(entry).to_contain_text("\u201cwound up\u201d \u2192 hyperarousal")
    top, bottom = (
        entry.locator(part).evaluate(f"(element) => element.getBoundingClientRect().{edge}")
        for part, edge in ((".glossary-index__short", "top"), (".term-status", "bottom"))
    )
    assert top >= bottom
    expect(page.locator(STATUS)).to_have_attribute("role", "status")
    expect(page.locator(STATUS)).to_contain_text("for \u201cwound up\u201d")
    page.fill(INPUT, "pmr")
    others = page.locator(".glossary-filter__others a")
    expect(others.first).to_have_text("Progressive muscle relaxation")
    assert others.count() <= 2
    page.fill(INPUT, "rumminashun")
    expect(page.locator(COUNT)).to_contain_text("Closest words")
    expect(page.locator(f"{RESULTS} a", has_text="rumination")).to_be_visible()
    page.fill(INPUT, "xqzptlk")
    expect(page.locator(COUNT)).to_contain_text("No match for \u201cxqzptlk\u201d")
    expect(page.locator(LETTERS)).to_be_visible()
    type_hostile_words(page)


def test_keys_walk_the_words_clear_the_field_and_open_the_first(visit: Visit) -> None:
    page = visit("glossary/")
    page.fill(INPUT, "vagus")
    links, field = page.locator(f"{RESULTS} a"), page.locator(INPUT)
    expect(links.first).to_be_visible()
    for key, focused in (("Down", links.nth(0)), ("Down", links.nth(1)), ("Up", links.nth(0)), ("Up", field)):
        page.keyboard.press(f"Arrow{key}")
        expect(focused).to_be_focused()
    assert keys_kept_from_input_method(field) == []
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(page.locator(LETTERS)).to_be_visible()
    page.keyboard.insert_text("wound up")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hyperarousal")


def test_an_index_that_does_not_come_is_told_and_help_needs_none(visit: Visit) -> None:
    page = visit("glossary/")
    waiting = hold(page, INDEX)
    page.fill(INPUT, "i want to die")
    expect(page.locator(".glossary-filter .search-danger a").first).to_be_visible()
    page.fill(INPUT, "fawn")
    waiting().abort()
    expect(page.locator(COUNT)).to_contain_text("didn't load")
    expect(page.locator(LETTERS)).to_be_visible()
    page.unroute(INDEX)
    page.fill(INPUT, "fawning")
    expect(page.locator(f"{RESULTS} a").first).to_have_text("fawn")
    page.fill(INPUT, "i want to die")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/help/self-harm/")


# ---- A long list ----


def test_a_long_list_shows_what_has_every_word_and_takes_empty_headings_along(visit: Visit) -> None:
    page = visit(CLAIMS, bypass_csp=True, viewport=PHONE)
    every = shown(page, CLAIMS)
    page.locator(INPUT).press_sequentially("vagus", delay=10)
    few = shown(page, CLAIMS)
    assert 0 < few < every
    expect(page.locator(COUNT)).to_have_text(f"{few} of {every} claims match.")
    expect(page.locator(STATUS)).to_have_text(f"{few} of {every} claims match.")
    for item in page.locator(f"{ITEMS[CLAIMS]}:visible").all():
        assert "vag" in item.inner_text().casefold()
    assert violations(page, "list-filter") == []
    for text in ("nerve vagus", "VAGUS nerves", "the vagus", "v\u00e1gus"):
        page.fill(INPUT, text)
        expect(page.locator("li", has_text="Reset, hack or tone your vagus nerve").first).to_be_visible()
    page.fill(INPUT, "cigarettes")
    assert shown(page, CLAIMS) == 1
    headings = page.locator(".page-text h2:visible").all_inner_texts()
    assert [re.sub(r"\s*#$", "", heading) for heading in headings] == ["Other people", "Sources"]
    page.emulate_media(media="print")
    assert shown(page, CLAIMS) == every
    expect(page.locator(INPUT)).to_be_hidden()


def test_nothing_found_keeps_help_and_the_ways_back(visit: Visit) -> None:
    page = visit(CLAIMS, bypass_csp=True, viewport=PHONE)
    every, empty = shown(page, CLAIMS), page.locator(".list-filter__empty")
    clear = page.get_by_role("button", name="Clear", exact=True)
    page.focus(INPUT)
    page.keyboard.type("xqzptlk")
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_have_text("No claims match all of those words. Try one word.")
    expect(empty.get_by_role("link", name="Get help now")).to_be_visible()
    assert violations(page, "list-filter") == []
    assert not scrolls_sideways(page)
    page.keyboard.press("Tab")
    expect(clear).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(INPUT)).to_have_value("")
    page.keyboard.type("xqzptlk")
    page.get_by_role("button", name="Show all claims").click()
    expect(page.locator(INPUT)).to_be_focused()
    expect(empty).to_be_hidden()
    type_hostile_words(page)
    assert shown(page, CLAIMS) == every


def test_every_source_is_found_by_its_title(visit: Visit, library: Library) -> None:
    page = visit(f"{SOURCES}#q=couples", bypass_csp=True, viewport=PHONE)
    expect(page.locator(COUNT)).to_contain_text(" match")
    assert violations(page, "list-filter") == []
    assert not scrolls_sideways(page)
    page.fill(INPUT, "")
    sources = library.data.sources.values()
    cited = [source for source in sources if library.citing.get(source.key) and source.topic == "calming"]
    assert shown(page, SOURCES) == len(cited)
    # Leaflets have titles that say what many say.
    long = [source for source in cited if len(source.title.split()) > 7]
    for source in long[:: max(1, len(long) // 12)]:
        page.fill(INPUT, source.title[:90].rsplit(" ", 1)[0])
        expect(page.locator(f"#evidence-{source.key}")).to_be_visible()
        assert shown(page, SOURCES) <= 4, source.key


# ---- Both ----


@pytest.mark.parametrize(("path", "size"), [("glossary/", DESK), (SOURCES, PHONE)])
def test_the_address_carries_the_words_and_leads_to_what_they_found(
    visit: Visit, base_url: str, path: str, size: dict[str, int]
) -> None:
    page = visit(path, viewport=size)
    before = page.evaluate("history.length")
    page.fill(INPUT, "nervous system")
    page.wait_for_url(f"{base_url}{path}#q=nervous+system")
    assert page.evaluate("history.length") == before
    for address in ("#q=nervous+system", "?q=sleep"):  # shared; an old one
        page.goto("about:blank")
        page.goto(f"{base_url}{path}{address}")
        expect(page.locator(COUNT)).to_be_visible()
        expect(page.locator(INPUT)).to_be_in_viewport()
    page.wait_for_url(f"{base_url}{path}#q=sleep")
    expect(page.locator("dialog.search")).to_have_count(0)
    page.fill(INPUT, "")
    page.wait_for_url(base_url + path)


def test_without_scripts_the_lists_stand_whole_and_without_a_field(
    visit: Visit, base_url: str, library: Library
) -> None:
    page = visit("glossary/?q=fawn", java_script_enabled=False)
    expect(page.locator(".glossary-index__term a").first).to_be_visible()
    lines = page.locator(".glossary-index__short").all_text_contents()
    assert sorted(lines) == sorted(curled(term.short) for term in library.terms.values())
    expect(page.locator(".glossary-filter")).to_be_hidden()
    for path in (CLAIMS, SOURCES):
        page.goto(f"{base_url}{path}#q=vagus")
        expect(page.locator(".list-filter")).to_be_hidden()
        assert shown(page, path) == page.locator(ITEMS[path]).count() > 20
