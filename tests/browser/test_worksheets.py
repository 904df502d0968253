"""The worksheets and the short ways, in a real browser: filled in, printed, and kept
only when that is asked for."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect
from pypdf import PdfReader

from macros.content.library import Library
from tests.browser.test_boundary_builder import LEFT
from tests.support.axe import violations
from tests.support.opening import complaints

LOG = "tools/worksheets/worry-log/"
WAY = "tools/ways/seven-evenings/"


@pytest.fixture
def opened(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens a page; whatever a test asks, no request leaves and no script fails."""
    faults: list[list[str]] = []

    def make(address: str = LOG, **options: Any) -> Page:
        page = new_page(**options)
        if not options.get("bypass_csp"):  # axe is injected there, and answers in the console
            faults.append(complaints(page, base_url))
        page.goto(base_url + address)
        return page

    yield make
    assert [fault for of_page in faults for fault in of_page] == []


def cell(page: Page, row: str = "1", column: str = "The worry, in one line") -> Any:
    """One cell of the worry log, as it is read aloud."""
    return page.get_by_role("textbox", name=f"{column} {row}", exact=True)


def pdf(page: Page, size: str) -> PdfReader:
    """The page as it is printed."""
    return PdfReader(BytesIO(page.pdf(format=size)))


def test_every_sheet_is_one_page_of_paper_and_in_large_letters_two(
    opened: Callable[..., Page], base_url: str, library: Library
) -> None:
    page = opened()
    sheets = [sheet for sheet in library.pages.values() if sheet.sheet]
    assert len(sheets) >= 10
    for sheet in sheets:
        page.goto(base_url + sheet.url)
        expect(page.locator(".worksheet__print")).to_be_visible()
        assert len(pdf(page, "Letter").pages) == 1, sheet.url
        [paper] = pdf(page, "A4").pages
        text = " ".join(paper.extract_text().split())
        assert sheet.title in text
        assert "Not a substitute for care" in text
        assert "What you type here" not in text
        page.locator(".worksheet__large").check()
        assert {len(pdf(page, size).pages) for size in ("A4", "Letter")} <= {1, 2}, sheet.url


def test_nothing_typed_is_stored_and_the_browser_asks_before_it_is_lost(opened: Callable[..., Page]) -> None:
    page = opened()
    dialogs: list[Dialog] = []

    def leave(dialog: Dialog) -> None:
        dialogs.append(dialog)
        dialog.accept()

    page.on("dialog", leave)
    left = page.evaluate(LEFT)
    cell(page).fill("The rent")
    assert page.evaluate(LEFT) == left
    assert (left["local"], left["session"], left["databases"]) == (0, 0, 0)
    page.reload()
    assert [dialog.type for dialog in dialogs] == ["beforeunload"]
    expect(cell(page)).to_have_value("")
    page.reload()
    assert len(dialogs) == 1


def test_long_words_are_printed_to_the_last(opened: Callable[..., Page]) -> None:
    page = opened()
    cell(page).fill("rent and boiler " * 30 + "the very end")
    text = "".join(paper.extract_text() for paper in pdf(page, "A4").pages)
    assert "the very end" in " ".join(text.split())


def test_what_is_kept_stands_in_the_notes_with_its_row_and_column(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_role("button", name="Keep in my notes").click()
    expect(page.locator(".worksheet__status")).to_contain_text("nothing to keep yet")
    assert page.evaluate(LEFT)["databases"] == 0
    cell(page, "2").fill("The rent <b>&")
    page.get_by_role("button", name="Keep in my notes").click()
    expect(page.locator(".worksheet__status")).to_contain_text("Kept in your notes")
    page.on("dialog", lambda dialog: pytest.fail("what is kept would not be lost"))
    page.goto(page.url.replace(LOG, "tools/journal/"))
    page.get_by_role("button", name="Show my notes").click()
    said = page.locator(".private-notes__note .private-notes__words").inner_text()
    assert said == "Worry log\n\nMy worries\n2: The worry, in one line: The rent <b>&"


def test_a_device_that_refuses_loses_nothing_typed(opened: Callable[..., Page]) -> None:
    page = opened()
    page.evaluate("() => void (indexedDB.open = () => { throw new DOMException('no', 'SecurityError') })")
    cell(page).fill("The rent")
    page.get_by_role("button", name="Keep in my notes").click()
    expect(page.locator(".worksheet__status")).to_contain_text("It wasn't kept")
    expect(cell(page)).to_have_value("The rent")


def test_leaving_quickly_empties_the_boxes(opened: Callable[..., Page]) -> None:
    page = opened("tools/worksheets/boundary-script/")
    box = page.get_by_role("textbox", name="My one sentence")
    box.fill("No")
    page.evaluate("document.dispatchEvent(new Event('exit-page-leave'))")
    expect(box).to_have_value("")


def test_without_scripts_a_sheet_is_filled_in_and_printed(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)
    expect(page.locator(".worksheet__plain")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    cell(page).fill("The rent")
    [paper] = pdf(page, "Letter").pages
    assert "The rent" in paper.extract_text()


@pytest.mark.parametrize("address", [LOG, WAY, "tools/worksheets/plan-for-bad-moments/", "about/whats-new/"])
def test_pages_are_accessible_and_fit_a_narrow_window(opened: Callable[..., Page], address: str) -> None:
    page = opened(address, bypass_csp=True, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_ticks_come_when_asked_for_stay_and_are_forgotten_with_one_press(opened: Callable[..., Page]) -> None:
    page = opened(WAY)
    boxes = page.locator(".short-way__tick")
    expect(page.get_by_role("button", name="Let me tick them off")).to_be_visible()
    assert boxes.filter(visible=True).count() == 0
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Let me tick them off").click()
    page.get_by_role("checkbox", name="Done: Wind down before bed").check()
    page.reload()
    expect(page.get_by_role("checkbox", name="Done: Wind down before bed")).to_be_checked()
    assert boxes.filter(visible=True).count() == 7
    page.get_by_role("button", name="Forget my ticks").click()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.get_by_role("button", name="Let me tick them off")).to_be_visible()
    assert boxes.filter(visible=True).count() == 0
