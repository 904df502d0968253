"""The paper edition, printed by a real browser: one sheet a practice, with all that must be on it."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.content.library import Library
from macros.content.model import Practice
from macros.render.print_card import session_address
from macros.render.timer import facts, timer_safety
from tests.conftest import ADDRESS, ROOT
from tests.support.axe import violations

SIZES = ("A4", "Letter")
SLUGS = sorted(path.stem for path in (ROOT / "docs" / "practices").glob("*.md") if path.stem != "index")
LONG_LARGE = {"muscle-relaxation"}  # twenty-one steps: its large print takes a second sheet
# The fullest sheet, the emptiest, one with holds, one in steps, one open: all practices
# are printed in test_print_packs.py.
SAMPLE = ("muscle-relaxation", "longer-out-breath", "box-breathing", "body-scan", "gentle-walk")
EVERY_SLUG = [
    pytest.param(slug, marks=() if slug in SAMPLE else pytest.mark.matrix, id=slug) for slug in SLUGS
]


def words(pdf: bytes) -> str:
    """All text of a PDF on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def squeezed(text: str) -> str:
    """Letters and digits alone: a PDF keeps no reliable spaces, and print sets other quotation marks."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.fixture
def sheet(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens the sheet of a practice, its typefaces loaded."""
    page = new_page()

    def opened(slug: str, size: str = "") -> Page:
        page.goto(f"{base_url}print/{slug}/{size}")
        page.evaluate("document.fonts.ready")
        return page

    return opened  # type: ignore[return-value]


@pytest.mark.parametrize("slug", EVERY_SLUG)
def test_every_practice_is_one_sheet_in_both_sizes(
    sheet: Callable[..., Page], library: Library, slug: str
) -> None:
    page, practice = sheet(slug), library.practices[slug]
    for size in SIZES:
        pdf = page.pdf(format=size)
        assert len(PdfReader(io.BytesIO(pdf)).pages) == 1, size
    printed, safety = squeezed(words(pdf)), timer_safety(library, practice)
    for line in (
        practice.title,
        safety.stop_rule,
        *safety.lines,
        *safety.ways_out,
        *(step.say for step in practice.steps),
        *(phase.say for phase in practice.phases),
        "Life in danger? Call 112",
        "999 (United Kingdom)",
        session_address(practice, ADDRESS).removeprefix("https://"),
    ):
        assert squeezed(line) in printed, line


@pytest.mark.parametrize("slug", EVERY_SLUG)
def test_large_print_is_large_and_takes_one_sheet_of_paper(sheet: Callable[..., Page], slug: str) -> None:
    page = sheet(slug, "large/")
    for size in SIZES:
        assert len(PdfReader(io.BytesIO(page.pdf(format=size))).pages) <= (4 if slug in LONG_LARGE else 2), (
            size
        )
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll(".print-card__sheet :is(p, li, h1, h2)")]
            .map((element) => parseFloat(getComputedStyle(element).fontSize)))"""
    )
    assert smallest * 72 / 96 >= 15.9


@pytest.mark.parametrize("slug", EVERY_SLUG)
def test_the_code_says_the_address_that_stands_beside_it(sheet: Callable[..., Page], slug: str) -> None:
    page = sheet(slug)
    picture = Image.open(io.BytesIO(page.locator(".print-card__source").screenshot()))
    [barcode] = zxingcpp.read_barcodes(picture)
    assert barcode.text == page.locator(".print-card__address").get_attribute("href")
    assert barcode.text.removeprefix("https://") == page.locator(".print-card__address").inner_text()
    assert barcode.text.startswith(f"{ADDRESS}practices/{slug}/")


@pytest.mark.parametrize("slug", ["box-breathing", "gentle-walk", "body-scan"])
def test_the_code_opens_the_session_of_the_sheet_also_where_another_was_chosen(
    new_page: Callable[..., Page], base_url: str, library: Library, slug: str
) -> None:
    practice: Practice = library.practices[slug]
    page = new_page()
    page.goto(f"{base_url}practices/{slug}/")
    own = page.locator('practice-timer [name="own"]').first
    page.locator("practice-timer .practice-timer__settings > summary").first.click()
    page.locator('practice-timer details[data-row="length"] summary').first.click()
    own.fill("7")
    own.press("Tab")
    page.goto(session_address(practice, base_url))
    expect(page.locator("practice-timer[data-state]").first).to_be_visible()
    assert page.locator(".practice-timer__facts").first.inner_text() == facts(practice)
    page.goto(f"{base_url}practices/{slug}/")
    expect(page.locator("practice-timer[data-state]").first).to_be_visible()
    assert page.locator(".practice-timer__facts").first.inner_text() != facts(
        practice
    )  # the device does remember


def test_a_practice_leads_to_both_sheets_and_they_lead_back(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.goto(f"{base_url}practices/box-breathing/")
    page.get_by_role("link", name="Print one sheet").click()
    assert page.url == f"{base_url}print/box-breathing/"
    page.get_by_role("link", name="Large print").click()
    assert page.url == f"{base_url}print/box-breathing/large/"
    page.get_by_role("link", name="Standard print").click()
    page.get_by_role("link", name="Back to the practice").click()
    assert page.url == f"{base_url}practices/box-breathing/"


def test_the_print_button_prints_and_is_hidden_without_scripts(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{base_url}print/box-breathing/")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    plain = new_page(java_script_enabled=False)
    plain.goto(f"{base_url}print/box-breathing/")
    assert plain.get_by_role("button").count() == 0


@pytest.mark.parametrize("path", ["alternate-nostril/", "body-scan/large/"])
def test_a_sheet_on_the_screen_is_accessible_and_fits_a_phone(
    new_page: Callable[..., Page], base_url: str, path: str
) -> None:
    page = new_page(bypass_csp=True, viewport={"width": 320, "height": 640})
    page.goto(f"{base_url}print/{path}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_second_page_would_be_seen(sheet: Callable[..., Page]) -> None:
    page = sheet("muscle-relaxation")
    page.evaluate("document.querySelector('.print-card__steps').innerHTML += '<li>More</li>'.repeat(60)")
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) > 1


def test_sheets_are_not_offered_to_search_engines(site: Path) -> None:
    assert all(
        'name="robots" content="noindex"' in file.read_text() for file in site.glob("print/**/index.html")
    )
