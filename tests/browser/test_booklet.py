"""A booklet of chosen practices, in a real browser: a cover and every sheet, or a word on what is missing."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from macros.content.addresses import sheet_urls
from macros.content.library import Library
from macros.render.print_card import session_address
from macros.render.timer import timer_safety
from tests.conftest import ADDRESS
from tests.support.axe import violations
from tests.support.faults import save
from tests.support.paper import SIZES, sheets, squeezed

BOOKLET = "tools/booklet/"
MOST = 20
HOSTILE = "#practices=body-scan,<img src=x onerror=alert(1)>,body-scan,../help,%E0%A4%A,"
PRINTS = "window.printed = 0; window.print = () => { window.printed += 1; };"
OpenPage = Callable[..., Page]


def press(page: Page) -> None:
    """Presses "Print the booklet"."""
    page.get_by_role("button", name="Print the booklet").click()


def print_booklet(page: Page) -> None:
    """Presses it, and waits until the booklet is ready; the browser was told once to print it."""
    press(page)
    expect(page.locator(".booklet__status")).to_contain_text("is ready", timeout=60_000)
    assert page.evaluate("window.printed") == 1


def says(page: Page, words: str) -> None:
    expect(page.locator(".booklet__status")).to_contain_text(words)


def text_of(sheet: Any) -> str:
    return squeezed(sheet.extract_text())


def test_a_booklet_is_a_cover_and_a_page_for_each_practice(open_page: OpenPage, library: Library) -> None:
    page = open_page(BOOKLET, PRINTS)
    chosen = [library.practices[slug] for slug in ("body-scan", "box-breathing")]
    for practice in chosen:
        page.get_by_role("checkbox", name=practice.title, exact=True).check()
    assert page.url.endswith("#practices=body-scan,box-breathing")
    print_booklet(page)
    assert page.locator(".booklet__pages article [id]").count() == 0
    for size in SIZES:
        cover, *others = sheets(page, size)
        assert all(squeezed(practice.title) in text_of(cover) for practice in chosen)
        for sheet, practice in zip(others, chosen, strict=True):
            text = text_of(sheet)
            safety = timer_safety(library, practice)
            address = session_address(practice, ADDRESS).removeprefix("https://")
            for line in (practice.title, safety.stop_rule, *safety.lines, "Life in danger? Call", address):
                assert squeezed(line) in text, (size, practice.slug, line)
    page.get_by_role("checkbox", name=chosen[0].title, exact=True).uncheck()
    # A booklet of another choice is not printed.
    assert "Howtodoit" not in "".join(map(text_of, sheets(page)))


def test_the_fullest_booklet_in_large_print_keeps_its_cover_on_one_page(
    open_page: OpenPage, library: Library
) -> None:
    slugs = list(library.practices)
    page = open_page(f"{BOOKLET}#practices={','.join(slugs)}&print=large", PRINTS)
    over = library.practices[slugs[MOST]].title
    expect(page.get_by_role("status").filter(has_text=f"a booklet holds {MOST}: {over}")).to_be_visible()
    print_booklet(page)
    titles = [squeezed(library.practices[slug].title) for slug in slugs[:MOST]]
    for size in SIZES:
        cover, *others = sheets(page, size)
        text = text_of(cover)
        assert all(title in text for title in titles), size
        assert "Freetocopy" in text, size
        assert MOST <= len(others) <= 2 * MOST + 1, size  # one has so many steps that it takes three
    assert all(map(text_of, others))  # none is empty
    free = page.locator(".booklet__tick:not(:checked)").first
    free.click()
    expect(free).not_to_be_checked()
    says(page, "Untick one first")


def test_a_hostile_address_gives_the_good_part_and_says_what_was_left_out(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page(BOOKLET + HOSTILE, PRINTS, bypass_csp=True, viewport={"width": 320, "height": 640})
    for words in (
        "1 practice of at most 20 chosen.",
        "<img src=x onerror=alert(1)>",
        "../help",
        "names twice",
    ):
        says(page, words)
    expect(page.locator(".booklet__tick:checked")).to_have_count(1)
    assert violations(page, ".page-text") == []
    page.goto(f"{base_url}{BOOKLET}#practices=")
    says(page, "No practice is chosen.")
    press(page)
    says(page, "Tick at least one practice first.")
    assert page.evaluate("window.printed") == 0


def test_a_sheet_that_cannot_be_got_is_named_and_nothing_is_printed(
    new_page: Callable[..., Page], base_url: str, library: Library
) -> None:
    page = new_page()
    page.add_init_script(PRINTS)
    page.route("**/print/body-scan/", lambda route: route.abort())
    page.route("**/print/box-breathing/", lambda route: route.fulfill(body="<p>Please log in</p>"))
    page.goto(f"{base_url}{BOOKLET}#practices=body-scan,feet-on-the-floor,box-breathing")
    press(page)
    missing = ", ".join(library.practices[slug].title for slug in ("body-scan", "box-breathing"))
    says(page, f"couldn't get: {missing}.")
    assert page.evaluate("window.printed") == 0
    assert page.locator(".booklet__pages article").count() == 0


def test_without_scripts_every_sheet_and_pack_is_a_link_and_the_safest_six_are_one_tap_away(
    open_page: OpenPage, library: Library
) -> None:
    page = open_page(BOOKLET, java_script_enabled=False)
    links = page.locator(".booklet a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    )
    for slug in library.practices:
        assert [links.count(f"../../{url}") for url in sheet_urls(slug)] == [1, 1], slug
    assert page.locator('.print-packs a[href$="print/pack/starter/"]').count() == 1
    for hidden in (".booklet__tick", ".booklet__bar"):
        expect(page.locator(hidden).first).to_be_hidden()
    page = open_page("about/for-clinicians/")
    page.get_by_role("link", name="Print these as one booklet").click()
    expect(page.locator(".booklet__tick:checked")).to_have_count(6)


def test_a_saved_copy_has_the_sheets_of_a_booklet(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    page.add_init_script(PRINTS)
    save(page, f"{base_url}tools/offline/")
    page.context.set_offline(True)
    page.goto(f"{base_url}{BOOKLET}#practices=body-scan,box-breathing")
    print_booklet(page)
    assert page.locator(".booklet__pages article").count() == 2
