"""The paper edition, printed by a real browser: one sheet a practice, alone and in the pack
of its group, with all that must be on it."""

import io
from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, ViewportSize, expect

from macros.content.library import Library
from macros.render.print_card import packs, session_address
from macros.render.timer import facts, timer_safety
from tests.conftest import ADDRESS, ROOT
from tests.support.axe import violations
from tests.support.pages import BuiltPage
from tests.support.paper import SIZES, sheets, squeezed

Show = Callable[..., Page]
DESK: ViewportSize = {"width": 1280, "height": 720}  # on a phone a sheet has other sizes on the screen
LONG_LARGE = "muscle-relaxation"  # twenty-one steps: its large print takes a second sheet
# The fullest sheet, the emptiest, one with holds, one in steps, one open. The packs have all practices.
SAMPLE = (LONG_LARGE, "longer-out-breath", "box-breathing", "body-scan", "gentle-walk")
SLUGS = sorted(path.stem for path in (ROOT / "docs" / "practices").glob("*.md") if path.stem != "index")
EVERY_SLUG = [pytest.param(slug, marks=() if slug in SAMPLE[::2] else pytest.mark.matrix) for slug in SLUGS]
PACKS = ("breath", "grounding", "body", "mind", "people", "evening")  # "starter" has sheets of these


def scanned(source: Locator) -> str:
    """What a telephone reads from the code on a sheet."""
    [barcode] = zxingcpp.read_barcodes(Image.open(io.BytesIO(source.screenshot())))
    return barcode.text


@pytest.mark.parametrize("slug", SAMPLE)
def test_a_practice_is_one_sheet_in_both_sizes_with_its_safety_lines_and_its_code(
    shared_page: Show, library: Library, slug: str
) -> None:
    page, practice = shared_page(f"print/{slug}/", DESK), library.practices[slug]
    address = session_address(practice, ADDRESS)
    assert scanned(page.locator(".print-card__source")) == address
    [_], [sheet] = (sheets(page, size) for size in SIZES)
    text, safety = squeezed(sheet.extract_text()), timer_safety(library, practice)
    steps = [step.say for step in practice.steps] + [phase.say for phase in practice.phases]
    help_lines = ("Life in danger? Call 112", "999 (United Kingdom)")
    for line in (practice.title, safety.stop_rule, *safety.lines, *safety.ways_out, *steps, *help_lines):
        assert squeezed(line) in text, line
    assert squeezed(address.removeprefix("https://")) in text


@pytest.mark.parametrize("slug", EVERY_SLUG)
def test_large_print_is_large_and_takes_one_sheet_of_paper(shared_page: Show, slug: str) -> None:
    page = shared_page(f"print/{slug}/large/", DESK)
    most = 4 if slug == LONG_LARGE else 2
    assert all(len(sheets(page, size)) <= most for size in SIZES)
    smallest = page.locator(".print-card__sheet :is(p, li, h1, h2)").evaluate_all(
        "(all) => Math.min(...all.map((element) => parseFloat(getComputedStyle(element).fontSize)))"
    )
    assert smallest * 72 / 96 >= 15.9


@pytest.mark.parametrize("name", PACKS)
def test_each_practice_is_one_page_of_its_pack_in_both_sizes_with_its_safety_lines(
    shared_page: Show, library: Library, name: str
) -> None:
    [pack] = [pack for pack in packs(library) if pack.name == name]
    page = shared_page(f"print/pack/{name}/")
    a4, letter = (sheets(page, size) for size in SIZES)
    assert len(a4) == len(letter) == len(pack.practices)
    for sheet, practice in zip(a4, pack.practices, strict=True):
        text, safety = squeezed(sheet.extract_text()), timer_safety(library, practice)
        address = session_address(practice, ADDRESS).removeprefix("https://")
        for line in (practice.title, safety.stop_rule, *safety.lines, "Life in danger? Call", address):
            assert squeezed(line) in text, (practice.slug, line)


def test_every_practice_is_in_one_of_the_packs_that_are_printed_here(library: Library) -> None:
    assert tuple(pack.name for pack in packs(library)) == ("starter", *PACKS)
    grouped = [practice.slug for pack in packs(library)[1:] for practice in pack.practices]
    assert sorted(grouped) == sorted(library.practices)


def test_each_sheet_of_a_pack_has_its_own_code(shared_page: Show, library: Library) -> None:
    sources = shared_page("print/pack/starter/", DESK).locator(".print-card__source").all()
    addresses = [session_address(practice, ADDRESS) for practice in packs(library)[0].practices]
    assert [scanned(source) for source in sources] == addresses


def test_a_sheet_too_long_would_be_seen(shared_page: Show) -> None:
    page = shared_page(f"print/{LONG_LARGE}/")
    page.evaluate("document.querySelector('.print-card__steps').innerHTML += '<li>More</li>'.repeat(60)")
    assert len(sheets(page)) > 1


def test_the_code_opens_the_session_of_the_sheet_also_where_another_was_chosen(
    new_page: Show, base_url: str, library: Library
) -> None:
    page = new_page()
    timer = page.locator("practice-timer[data-state]").first
    words = page.locator(".practice-timer__facts").first
    for slug in ("box-breathing", "gentle-walk", "body-scan"):  # phases, minutes, steps
        practice = library.practices[slug]
        page.goto(f"{base_url}practices/{slug}/")
        timer.locator(".practice-timer__settings > summary").click()
        timer.locator('details[data-row="length"] summary').click()
        timer.locator('[name="own"]').first.fill("7")
        timer.locator('[name="own"]').first.press("Tab")
        page.goto(session_address(practice, base_url))
        expect(timer).to_be_visible()
        assert words.inner_text() == facts(practice)
        page.goto(f"{base_url}practices/{slug}/")
        expect(timer).to_be_visible()
        assert words.inner_text() != facts(practice)  # the device does remember


def test_practices_and_packs_lead_to_their_sheets_and_sheets_lead_back(
    shared_page: Show, base_url: str, library: Library
) -> None:
    page = shared_page("practices/box-breathing/", java_script_enabled=False)
    for name, address in (
        ("Print one sheet", "print/box-breathing/"),
        ("Large print", "print/box-breathing/large/"),
        ("Standard print", "print/box-breathing/"),
        ("Back to the practice", "practices/box-breathing/"),
    ):
        page.get_by_role("link", name=name).click()
        assert page.url == base_url + address
    for path in ("guides/for-teachers-groups-and-clinicians/", "practices/"):
        page = shared_page(path, java_script_enabled=False)
        for pack in packs(library):
            assert page.locator(f'.page-text a[href$="print/pack/{pack.name}/"]').count() == 1
    page.get_by_role("link", name="Starter pack").click()
    assert page.url == f"{base_url}print/pack/starter/"
    page.get_by_role("link", name="All practices").click()
    assert page.url == f"{base_url}practices/"


@pytest.mark.parametrize("path", ["print/box-breathing/", "print/pack/evening/"])
def test_the_print_button_prints_and_is_hidden_without_scripts(shared_page: Show, path: str) -> None:
    page = shared_page(path)
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    assert shared_page(path, java_script_enabled=False).get_by_role("button").count() == 0


@pytest.mark.parametrize("path", ["alternate-nostril/", "body-scan/large/", "pack/evening/"])
def test_a_sheet_on_the_screen_is_accessible_and_fits_a_phone(shared_page: Show, path: str) -> None:
    page = shared_page(f"print/{path}", {"width": 320, "height": 640}, bypass_csp=True)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_sheets_are_not_offered_to_search_engines(pages: dict[str, BuiltPage]) -> None:
    papers = [page for address, page in pages.items() if address.startswith("print/")]
    assert len(papers) > len(SAMPLE)
    assert all('name="robots" content="noindex"' in page.text for page in papers)
