"""The worksheets and the short ways, in a real browser: filled in, printed, and kept
only when that is asked for."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Dialog, Page, expect

from macros.content.library import Library
from tests.support.axe import violations
from tests.support.opening import NO_TRACES, traces
from tests.support.paper import sheets

LOG = "tools/worksheets/worry-log/"
WAY = "tools/ways/seven-evenings/"
OpenPage = Callable[..., Page]


def cell(page: Page, row: str = "1", column: str = "The worry, in one line") -> Any:
    """One cell of the worry log, as it is read aloud."""
    return page.get_by_role("textbox", name=f"{column} {row}", exact=True)


def words_of(sheet: Any) -> str:
    """The words of one page of paper."""
    return " ".join(sheet.extract_text().split())


def test_every_sheet_is_one_page_of_paper_and_in_large_letters_two(
    open_page: OpenPage, base_url: str, library: Library
) -> None:
    page = open_page(LOG)
    worksheets = [sheet for sheet in library.pages.values() if sheet.sheet]
    assert len(worksheets) >= 10
    for sheet in worksheets:
        page.goto(base_url + sheet.url)
        expect(page.locator(".worksheet__print")).to_be_visible()
        assert len(sheets(page, "Letter")) == 1, sheet.url
        [paper] = sheets(page)
        text = words_of(paper)
        assert sheet.title in text
        assert "Not a substitute for care" in text
        assert "What you type here" not in text
        page.locator(".worksheet__large").check()
        assert len(sheets(page, "Letter")) <= 2, sheet.url  # the shorter paper


def test_what_is_typed_is_kept_in_the_notes_only_on_a_press_and_leaving_quickly_empties_the_boxes(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page(LOG)
    status = page.locator(".worksheet__status")
    dialogs: list[str] = []

    def leave(dialog: Dialog) -> None:
        dialogs.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    left = traces(page)
    assert left == {**left, **NO_TRACES}
    page.get_by_role("button", name="Keep in my notes").click()
    expect(status).to_contain_text("nothing to keep yet")
    cell(page).fill("rent and boiler " * 30 + "the very end")
    assert any("the very end" in words_of(paper) for paper in sheets(page))
    assert traces(page) == left
    page.reload()
    assert dialogs == ["beforeunload"]
    expect(cell(page)).to_have_value("")
    cell(page, "2").fill("The rent <b>&")
    page.evaluate("""() => {
      window.open_ = indexedDB.open;
      indexedDB.open = () => { throw new DOMException("no", "SecurityError"); };
    }""")
    page.get_by_role("button", name="Keep in my notes").click()
    expect(status).to_contain_text("It wasn't kept")
    expect(cell(page, "2")).to_have_value("The rent <b>&")
    page.evaluate("() => { indexedDB.open = window.open_; }")
    page.get_by_role("button", name="Keep in my notes").click()
    expect(status).to_contain_text("Kept in your notes")
    page.evaluate("document.dispatchEvent(new Event('exit-page-leave'))")
    expect(cell(page, "2")).to_have_value("")
    page.goto(f"{base_url}tools/journal/")
    assert len(dialogs) == 1  # what is kept would not be lost
    page.get_by_role("button", name="Show my notes").click()
    words = page.locator(".private-notes__note .private-notes__words").inner_text()
    assert words == "Worry log\n\nMy worries\n2: The worry, in one line: The rent <b>&"


def test_without_scripts_a_sheet_is_filled_in_and_printed(open_page: OpenPage) -> None:
    page = open_page(LOG, java_script_enabled=False)
    expect(page.locator(".worksheet__plain")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    cell(page).fill("The rent")
    [paper] = sheets(page, "Letter")
    assert "The rent" in words_of(paper)


def test_pages_that_are_no_kind_of_their_own_are_accessible_and_fit_a_narrow_window(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page("about/whats-new/", bypass_csp=True, viewport={"width": 320, "height": 640})
    for address in ("about/whats-new/", "tools/worksheets/plan-for-bad-moments/"):
        page.goto(base_url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        assert violations(page, ".page-text") == [], address


def test_ticks_come_when_asked_for_stay_and_are_forgotten_with_one_press(open_page: OpenPage) -> None:
    page = open_page(WAY)
    shown = page.locator(".short-way__tick").filter(visible=True)
    ask = page.get_by_role("button", name="Let me tick them off")
    first = page.get_by_role("checkbox", name="Done: Wind down before bed")
    expect(ask).to_be_visible()
    assert shown.count() == 0
    assert page.evaluate("localStorage.length") == 0
    ask.click()
    first.check()
    page.reload()
    expect(first).to_be_checked()
    assert shown.count() == 7
    page.get_by_role("button", name="Forget my ticks").click()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(ask).to_be_visible()
    assert shown.count() == 0
