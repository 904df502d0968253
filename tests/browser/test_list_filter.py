"""The field above the long lists (popular claims, all evidence): finds, counts, keeps
the address, works by keys."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import Library
from tests.support.axe import violations

CLAIMS, SOURCES = "about/popular-claims/", "about/evidence/calming/"
ALL = 66  # popular claims
INPUT = ".glossary-filter__input"
COUNT = ".glossary-filter__count"
ITEMS = {CLAIMS: ".page-text li:has(.popular-claim)", SOURCES: ".evidence-index__item"}
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[a-z]*",
    "constructor",
    "%",
    "\\",
    "a" * 5000,
    "\u0000\u202e",
    "\U0001f600",
)


@pytest.fixture
def listed(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens a page with a long list, its field ready."""

    def opened(path: str = CLAIMS, query: str = "", **options: object) -> Page:
        page = new_page(**options)
        page.goto(f"{base_url}{path}{query}")
        expect(page.locator(INPUT)).to_be_attached()
        return page

    return opened


def shown(page: Page, path: str) -> int:
    """How many items of the list can be seen."""
    return page.locator(f"{ITEMS[path]}:visible").count()


def test_all_claims_can_be_found(listed: Callable[..., Page]) -> None:
    page = listed()
    assert shown(page, CLAIMS) == ALL
    page.fill(INPUT, "vagus")
    few = shown(page, CLAIMS)
    assert 0 < few < ALL
    expect(page.locator(COUNT)).to_have_text(f"{few} of {ALL} claims match.")
    for item in page.locator(f"{ITEMS[CLAIMS]}:visible").all():
        assert "vag" in item.inner_text().casefold()


def test_every_source_is_found_by_its_title(listed: Callable[..., Page], library: Library) -> None:
    page = listed(SOURCES)
    cited = [
        source
        for source in library.data.sources.values()
        if library.citing.get(source.key) and source.topic == "calming"
    ]
    assert shown(page, SOURCES) == len(cited)
    said = [
        source for source in cited if len(source.title.split()) > 7
    ]  # leaflets have titles that say what many say
    for source in said[:: max(1, len(said) // 12)]:
        page.fill(INPUT, source.title[:90].rsplit(" ", 1)[0])
        expect(page.locator(f"#evidence-{source.key}")).to_be_visible()
        assert shown(page, SOURCES) <= 4, source.key


@pytest.mark.parametrize("text", ["two words", "VAGUS nerves", "the vagus", "v\u00e1gus"])
def test_words_may_be_written_in_any_way(listed: Callable[..., Page], text: str) -> None:
    page = listed()
    page.fill(INPUT, text.replace("two words", "nerve vagus"))
    expect(page.locator("li", has_text="Reset, hack or tone your vagus nerve").first).to_be_visible()


def test_a_list_that_is_left_empty_takes_its_heading_with_it(listed: Callable[..., Page]) -> None:
    page = listed()
    page.fill(INPUT, "cigarettes")
    assert shown(page, CLAIMS) == 1
    headings = page.locator(".page-text h2:visible").all_inner_texts()
    assert [re.sub(r"\s*#$", "", heading) for heading in headings] == ["Other people", "Sources"]


def test_nothing_found_keeps_help_and_the_way_back(listed: Callable[..., Page]) -> None:
    page = listed()
    page.fill(INPUT, "xqzptlk")
    expect(page.locator(COUNT)).to_have_text("No claims match all of those words. Try one word.")
    expect(page.locator(".list-filter__empty").get_by_role("link", name="Get help now")).to_be_visible()
    expect(page.get_by_role("button", name="Clear", exact=True)).to_be_visible()
    page.get_by_role("button", name="Show all claims").click()
    assert shown(page, CLAIMS) == ALL
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(".list-filter__empty")).to_be_hidden()


def test_it_works_by_keyboard_alone(listed: Callable[..., Page]) -> None:
    page = listed()
    page.focus(INPUT)
    page.keyboard.type("cold")
    few = shown(page, CLAIMS)
    page.keyboard.press("Enter")
    assert shown(page, CLAIMS) == few, "Enter sends nothing"
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Clear", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(INPUT)).to_have_value("")
    page.keyboard.type("cold")
    page.keyboard.press("Escape")
    expect(page.locator(INPUT)).to_have_value("")
    assert shown(page, CLAIMS) == ALL


def test_the_count_is_said_politely_once_typing_rests(listed: Callable[..., Page]) -> None:
    page = listed()
    status = page.locator(".glossary-filter__status")
    expect(status).to_have_attribute("role", "status")
    page.locator(INPUT).press_sequentially("sleep", delay=10)
    expect(status).to_contain_text(f"of {ALL} claims")


def test_the_address_carries_the_words_and_history_is_not_filled(listed: Callable[..., Page]) -> None:
    page = listed()
    before = page.evaluate("history.length")
    page.fill(INPUT, "nervous system")
    page.wait_for_url(re.compile(r"#q=nervous\+system$"))
    assert page.evaluate("history.length") == before
    page.fill(INPUT, "")
    page.wait_for_url(re.compile(r"popular-claims/$"))


@pytest.mark.parametrize("mark", ["#", "?"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_shared_address_and_an_old_one_lead_to_what_they_found(
    listed: Callable[..., Page], width: int, mark: str
) -> None:
    page = listed(SOURCES, f"{mark}q=sleep", viewport={"width": width, "height": 700})
    expect(page.locator(INPUT)).to_have_value("sleep")
    expect(page.locator(COUNT)).to_contain_text(" match.")
    expect(page.locator(INPUT)).to_be_in_viewport()
    page.wait_for_url(re.compile("#q=sleep$"))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:16])
def test_hostile_words_do_no_harm(listed: Callable[..., Page], text: str) -> None:
    page = listed()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.locator(INPUT).evaluate(
        "(input, text) => { input.value = text; "
        "input.dispatchEvent(new Event('input', { bubbles: true })); }",
        text,
    )
    assert page.locator(".list-filter img, .list-filter script").count() == 0
    page.fill(INPUT, "vagus")
    assert shown(page, CLAIMS) > 0
    assert faults == []


@pytest.mark.parametrize("path", [CLAIMS, SOURCES])
def test_without_scripts_the_whole_list_stands_and_no_field(
    new_page: Callable[..., Page], base_url: str, path: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}{path}#q=vagus")
    expect(page.locator(".list-filter")).to_be_hidden()
    assert shown(page, path) == page.locator(ITEMS[path]).count() >= (ALL if path == CLAIMS else 25)


def test_paper_has_the_whole_list(listed: Callable[..., Page]) -> None:
    page = listed(CLAIMS, "#q=cigarettes")
    assert shown(page, CLAIMS) == 1
    page.emulate_media(media="print")
    assert shown(page, CLAIMS) == ALL
    expect(page.locator(INPUT)).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "query"), [(CLAIMS, "#q=vagus"), (CLAIMS, "#q=xqzptlk"), (SOURCES, "#q=couples")]
)
def test_axe_finds_nothing_in_each_state(listed: Callable[..., Page], path: str, query: str) -> None:
    page = listed(path, query, bypass_csp=True, viewport={"width": 390, "height": 844})
    expect(page.locator(COUNT)).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("path", [CLAIMS, SOURCES])
def test_nothing_scrolls_sideways_at_320_pixels(listed: Callable[..., Page], path: str) -> None:
    page = listed(path, "#q=xqzptlk", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
