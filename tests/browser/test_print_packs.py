"""Packs of sheets, printed by a real browser: as many pages as practices, each with its
safety lines and its code."""

import io
from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.content.library import Library
from macros.render.print_card import session_address
from macros.render.print_pack import packs
from macros.render.timer import timer_safety
from tests.conftest import ADDRESS
from tests.support.axe import violations

SIZES = ("A4", "Letter")
NAMES = ("starter", "breath", "grounding", "body", "mind", "people", "evening")


def squeezed(text: str) -> str:
    """Letters and digits alone: a PDF keeps no reliable spaces."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.fixture
def printed(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens a pack, its typefaces loaded."""

    def opened(name: str, **options: object) -> Page:
        page = new_page(**options)
        page.goto(f"{base_url}print/pack/{name}/")
        page.evaluate("document.fonts.ready")
        return page

    return opened


def test_there_is_a_pack_for_each_group_and_a_starter(library: Library) -> None:
    assert tuple(pack.name for pack in packs(library)) == NAMES
    grouped = [practice.slug for pack in packs(library)[1:] for practice in pack.practices]
    assert sorted(grouped) == sorted(library.practices)


@pytest.mark.parametrize("name", NAMES)
def test_each_practice_is_one_page_of_its_pack_in_both_sizes(
    printed: Callable[..., Page], library: Library, name: str
) -> None:
    [pack] = [pack for pack in packs(library) if pack.name == name]
    page = printed(name)
    a4, letter = (PdfReader(io.BytesIO(page.pdf(format=size))).pages for size in SIZES)
    assert len(a4) == len(letter) == len(pack.practices)
    for sheet, practice in zip(a4, pack.practices, strict=True):
        words, safety = squeezed(sheet.extract_text()), timer_safety(library, practice)
        lines = (practice.title, safety.stop_rule, *safety.lines, "Life in danger? Call")
        for line in (*lines, session_address(practice, ADDRESS).removeprefix("https://")):
            assert squeezed(line) in words, (practice.slug, line)


def test_each_sheet_of_a_pack_has_its_own_code(printed: Callable[..., Page], library: Library) -> None:
    [pack] = [pack for pack in packs(library) if pack.name == "starter"]
    sources = printed("starter").locator(".print-card__source").all()
    for source, practice in zip(sources, pack.practices, strict=True):
        [barcode] = zxingcpp.read_barcodes(Image.open(io.BytesIO(source.screenshot())))
        assert barcode.text == session_address(practice, ADDRESS)


def test_a_sheet_too_long_would_be_seen(printed: Callable[..., Page], library: Library) -> None:
    page = printed("evening")
    page.evaluate(
        "document.querySelector('.print-card__steps')"
        ".insertAdjacentHTML('beforeend', '<li>More</li>'.repeat(60))"
    )
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) > 1


def test_a_pack_on_the_screen_is_accessible_and_fits_a_phone(printed: Callable[..., Page]) -> None:
    page = printed("evening", bypass_csp=True, viewport={"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["practices/", "guides/for-teachers-groups-and-clinicians/"])
def test_packs_are_linked_where_groups_are_led_and_lead_back(
    new_page: Callable[..., Page], base_url: str, library: Library, path: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + path)
    for pack in packs(library):
        assert page.locator(f'.page-text a[href$="print/pack/{pack.name}/"]').count() == 1
    page.get_by_role("link", name="Starter pack").click()
    assert page.url == f"{base_url}print/pack/starter/"
    page.get_by_role("link", name="All practices").click()
    assert page.url == f"{base_url}practices/"


def test_the_print_button_prints(printed: Callable[..., Page]) -> None:
    page = printed("evening")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
