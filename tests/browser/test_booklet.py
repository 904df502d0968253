"""A booklet of chosen practices, in a real browser: a cover and every sheet, or a word on what is missing."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.content.addresses import sheet_urls
from macros.content.library import Library
from macros.publish.policy import folder_policy
from macros.render.print_card import session_address
from macros.render.timer import timer_safety
from tests.browser.test_print_cards import LONG_LARGE
from tests.browser.test_print_packs import SIZES, squeezed
from tests.conftest import ADDRESS, PREFIX
from tests.support.axe import violations
from tests.support.faults import save
from tests.support.opening import complaints
from tests.support.server import serve

BOOKLET = "tools/booklet/"
MOST = 20
HOSTILE = "#practices=body-scan,<img src=x onerror=alert(1)>,body-scan,../help,%E0%A4%A,"


@pytest.fixture
def opened(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens the page with what stands behind "#"; no request leaves and no script fails."""
    faults: list[list[str]] = []

    def make(choice: str = "", **options: Any) -> Page:
        page = new_page(**options)
        if not options.get("bypass_csp"):  # axe is injected there, and answers in the console
            faults.append(complaints(page, base_url))
        page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
        page.goto(base_url + BOOKLET + choice)
        if options.get("java_script_enabled", True):
            expect(page.locator(".booklet__bar")).to_be_visible()
        return page

    yield make
    assert [fault for of_page in faults for fault in of_page] == []


def press(page: Page) -> None:
    """Presses "Print the booklet"."""
    page.get_by_role("button", name="Print the booklet").click()


def ready(page: Page) -> None:
    """Waits until the booklet is ready; the browser was told once to print it."""
    expect(page.locator(".booklet__status")).to_contain_text("is ready", timeout=20_000)
    assert page.evaluate("window.printed") == 1


def texts(page: Page, size: str) -> list[str]:
    """The words of each page as it is printed."""
    return [squeezed(sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf(format=size))).pages]


def test_a_booklet_is_a_cover_and_a_page_for_each_practice(
    opened: Callable[..., Page], library: Library
) -> None:
    page = opened()
    chosen = [library.practices[slug] for slug in ("body-scan", "box-breathing")]
    for practice in chosen:
        page.get_by_role("checkbox", name=practice.title, exact=True).check()
    assert page.url.endswith("#practices=body-scan,box-breathing")
    press(page)
    ready(page)
    assert page.locator(".booklet__pages article [id]").count() == 0
    for size in SIZES:
        cover, *sheets = texts(page, size)
        assert len(sheets) == len(chosen), size
        assert all(squeezed(practice.title) in cover for practice in chosen)
        for sheet, practice in zip(sheets, chosen, strict=True):
            safety = timer_safety(library, practice)
            address = session_address(practice, ADDRESS).removeprefix("https://")
            for line in (practice.title, safety.stop_rule, *safety.lines, "Life in danger? Call", address):
                assert squeezed(line) in sheet, (size, practice.slug, line)
    page.get_by_role("checkbox", name=chosen[0].title, exact=True).uncheck()
    assert "Howtodoit" not in "".join(texts(page, "A4"))  # a booklet of another choice is not printed


def test_the_fullest_booklet_in_large_print_keeps_its_cover_on_one_page(
    opened: Callable[..., Page], library: Library
) -> None:
    slugs = list(library.practices)
    page = opened(f"#practices={','.join(slugs)}&print=large")
    over = library.practices[slugs[MOST]].title
    expect(page.get_by_role("status").filter(has_text=f"a booklet holds {MOST}: {over}")).to_be_visible()
    press(page)
    ready(page)
    titles = [squeezed(library.practices[slug].title) for slug in slugs[:MOST]]
    for size in SIZES:
        cover, *sheets = texts(page, size)
        assert all(title in cover for title in titles), size
        assert "Freetocopy" in cover, size
        assert MOST <= len(sheets) <= 2 * MOST + len(LONG_LARGE), size
        assert all(sheets), size  # none is empty
    free = page.locator(".booklet__tick:not(:checked)").first
    free.click()
    expect(free).not_to_be_checked()
    expect(page.locator(".booklet__status")).to_contain_text("Untick one first")


def test_a_hostile_address_gives_the_good_part_and_says_what_was_left_out(
    opened: Callable[..., Page],
) -> None:
    page = opened(HOSTILE)
    said = page.locator(".booklet__status")
    expect(said).to_contain_text("1 practice of at most 20 chosen.")
    for part in ("<img src=x onerror=alert(1)>", "../help", "names twice"):
        expect(said).to_contain_text(part)
    expect(page.locator(".booklet__tick:checked")).to_have_count(1)
    page.goto(page.url.partition("#")[0] + "#practices=")
    expect(said).to_have_text("No practice is chosen.")
    press(page)
    expect(said).to_have_text("Tick at least one practice first.")
    assert page.evaluate("window.printed") == 0


def test_a_sheet_that_cannot_be_got_is_named_and_nothing_is_printed(
    new_page: Callable[..., Page], base_url: str, library: Library
) -> None:
    page = new_page()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page.route("**/print/body-scan/", lambda route: route.abort())
    page.route("**/print/box-breathing/", lambda route: route.fulfill(body="<p>Please log in</p>"))
    page.goto(f"{base_url}{BOOKLET}#practices=body-scan,feet-on-the-floor,box-breathing")
    press(page)
    missing = ", ".join(library.practices[slug].title for slug in ("body-scan", "box-breathing"))
    expect(page.locator(".booklet__status")).to_contain_text(f"couldn't get: {missing}.")
    assert page.evaluate("window.printed") == 0
    assert page.locator(".booklet__pages article").count() == 0


def test_without_scripts_every_sheet_and_pack_is_a_link(
    opened: Callable[..., Page], library: Library
) -> None:
    page = opened(java_script_enabled=False)
    for slug in library.practices:
        for url in sheet_urls(slug):
            assert page.locator(f'.booklet a[href="../../{url}"]').count() == 1
    assert page.locator('.print-packs a[href$="print/pack/starter/"]').count() == 1
    for hidden in (".booklet__tick", ".booklet__bar"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_the_six_safest_sheets_are_one_tap_away(
    opened: Callable[..., Page], new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.goto(f"{base_url}about/for-clinicians/")
    page.get_by_role("link", name="Print these as one booklet").click()
    expect(page.locator(".booklet__tick:checked")).to_have_count(6)
    assert violations(opened(HOSTILE, bypass_csp=True, viewport={"width": 320, "height": 640})) == []


def test_a_saved_copy_has_the_sheets_of_a_booklet(browser: Browser, site: Path) -> None:
    with serve(site, PREFIX, folder_policy(site)) as address:
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
        save(page, f"{address}tools/offline/")
    context.set_offline(True)  # and the host is gone as well
    page.goto(f"{address}{BOOKLET}#practices=body-scan,box-breathing")
    press(page)
    ready(page)
    assert page.locator(".booklet__pages article").count() == 2
    context.close()
