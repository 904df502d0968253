"""The private notes as a reader meets them: nothing kept unasked, nothing shown unasked, nothing lost, nothing sent."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect
from pypdf import PdfReader

from tests.support.axe import violations
from tests.support.notes import Notes, accept, note

Open = Callable[..., Notes]
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>'


def answer(asked: list[str]) -> Callable[[Dialog], None]:
    """Says yes to the browser's questions and writes down their kinds."""

    def say_yes(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    return say_yes


def test_the_warnings_stand_before_the_first_field(notes: Open) -> None:
    page = notes().page
    before = page.evaluate(
        """() => { const range = document.createRange(); range.setStart(document.querySelector(".page-text"), 0);
          range.setEndBefore(document.querySelector("private-notes")); return range.toString(); }"""
    )
    for words in (
        "open or watch this device may read this",
        "passphrase does not stop software that watches",
        "someone may force you to tell them",
        "If your phone is checked, do not write here",
        "Nobody is alerted",
        "get help now",
        "Nothing is saved until you choose",
    ):
        assert words in before
    assert page.title().startswith("Notes - ")


def test_nothing_is_kept_until_the_reader_chooses(notes: Open) -> None:
    tab = notes()
    tab.fill(hard="Row with the bank", good="Ola rang")
    assert tab.raw is None
    assert tab.page.evaluate("Object.keys({ ...localStorage, ...sessionStorage }).length") == 0
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text("Kept on this device, under")
    assert tab.page.input_value(".private-notes__form [name=hard]") == ""
    raw = tab.raw
    assert raw is not None
    assert raw["notes"][0][1]["note"]["hard"] == "Row with the bank"
    tab.reload()
    assert "Ola rang" in tab.shown


def test_what_was_typed_and_not_kept_leaves_no_trace_and_the_browser_asks_first(notes: Open) -> None:
    tab = notes()
    asked: list[str] = []
    tab.page.on("dialog", answer(asked))
    tab.page.locator(".private-notes__form [name=hard]").press_sequentially("not kept")
    tab.page.reload()
    tab.page.wait_for_selector("private-notes[data-ready]")
    assert asked == ["beforeunload"]
    assert tab.page.input_value(".private-notes__form [name=hard]") == ""
    assert tab.raw is None
    tab.keep(hard="kept")
    tab.page.reload()
    assert asked == ["beforeunload"]


def test_an_empty_note_is_refused_kindly(notes: Open) -> None:
    tab = notes()
    tab.fill(hard="  \n ")
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text("nothing to keep yet")
    assert tab.raw is None


def test_every_field_comes_back(notes: Open) -> None:
    tab = notes()
    tab.fill(day="2026-11-03", practice="Looking round", sign="I sang\nTwice")
    tab.page.get_by_label("I said no and stayed").check()
    tab.keep(
        slept="broken",
        sleep="woke at four",
        hard="a letter",
        settled="hour",
        good="Ola",
        before="tight",
        after="softer",
        free="x",
    )
    tab.reload()
    tab.show()
    expect(tab.part("note")).to_have_count(1)
    shown = tab.part("note").first.inner_text()
    for words in (
        "3 November 2026",
        "broken. woke at four",
        "a letter",
        "within an hour",
        "Ola",
        "I said no and stayed, I sang, Twice",
    ):
        assert words in shown
    tab.part("note").first.get_by_role("button", name="Change the note").click()
    assert tab.page.input_value("[name=sign]") == "I sang\nTwice"
    assert tab.page.input_value("[name=day]") == "2026-11-03"
    assert tab.page.input_value("[name=after]") == "softer"
    tab.keep(after="much softer")
    raw = tab.raw
    assert raw is not None
    assert len(raw["notes"]) == 1
    assert raw["notes"][0][1]["note"]["after"] == "much softer"


def test_notes_stay_out_of_sight_until_asked_for(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="secret words")
    assert "secret words" not in tab.page.inner_text("body")
    for view in ("list", "calendar", "pictures"):
        tab.show(view)
        expect(tab.page.locator(f".private-notes__view--{view}")).to_be_visible()
        tab.page.locator(f"[data-view={view}]").click()
        expect(tab.page.locator(f".private-notes__view--{view}")).to_be_hidden()
    assert tab.page.locator(".private-notes__note").count() == 0


def test_no_entry_ever_becomes_markup(notes: Open) -> None:
    tab = notes()
    tab.fill(sign=HOSTILE, practice=HOSTILE)
    tab.keep(**dict.fromkeys(("sleep", "hard", "good", "before", "after", "free"), HOSTILE), slept="fair")
    for view in ("list", "calendar", "pictures"):
        tab.show(view)
        tab.page.wait_for_timeout(100)
        assert tab.page.locator("private-notes :is(img, script, b)").count() == 0
    tab.show("list")
    tab.part("note").get_by_role("button", name="Change").click()
    tab.page.evaluate(
        "window.print = () => { window.paper = document.querySelector('.private-notes__paper').outerHTML; }"
    )
    tab.fold("Save or print")
    tab.page.locator("[name=print]").click()
    assert "<img" not in tab.page.evaluate("paper")
    assert "&lt;img" in tab.page.evaluate("paper")
    assert tab.page.title().startswith("Notes")


def test_search_finds_all_words_in_any_field_and_in_any_order(notes: Open) -> None:
    tab = notes()
    tab.add(
        json.dumps(
            {
                "notes": 1,
                "entries": [
                    note(id="a", good="Ola rang", hard="the bank"),
                    note(id="b", free="O\u0301la came", day="2026-10-01"),
                    note(id="c", signs=["I said no"], slept="broken"),
                ],
            }
        ).encode()
    )
    for sought, count in (("OLA bank", 1), ("\u00d3la", 1), ("said", 1), ("october", 1), ("broken no", 1), ("", 3)):
        tab.show()
        tab.page.fill("input[type=search]", sought)
        expect(tab.page.locator(".private-notes__views .private-notes__note")).to_have_count(count)
    tab.page.fill("input[type=search]", "zebra")
    expect(tab.part("count")).to_have_text("No note has these words.")


def test_the_calendar_has_words_and_gaps_and_opens_a_day(notes: Open) -> None:
    tab = notes(viewport={"width": 1280, "height": 900})
    entries = [
        note(id="a", slept="fair", settled="hour", signs=["It passed faster"]),
        note(id="b", day="2026-11-20", free="Only this"),
        note(id="c", day="2026-09-30"),
    ]
    tab.add(json.dumps({"notes": 1, "entries": entries}).encode())
    tab.show("calendar")
    expect(tab.part("month")).to_have_text("November 2026")
    assert tab.part("noted").all_inner_texts()[0].split("\n") == [
        "Mon 2 Nov",
        "Sleep: fair",
        "Settled: within an hour",
        "It passed faster",
    ]
    assert tab.part("gap").count() == 28
    tab.page.get_by_role("button", name="Earlier").click()
    expect(tab.part("no-days")).to_be_visible()
    tab.page.get_by_role("button", name="Earlier").click()
    expect(tab.part("month")).to_have_text("September 2026")
    tab.page.get_by_role("button", name="Later", exact=True).click()
    tab.page.get_by_role("button", name="Later", exact=True).click()
    tab.part("noted").nth(1).locator("button").click()
    expect(tab.part("count")).to_have_text("1 note of Friday, 20 November 2026.")
    expect(tab.page.locator(".private-notes__views .private-notes__note")).to_contain_text("Only this")


def test_pictures_and_table_say_the_same_and_draw_no_line(notes: Open) -> None:
    tab = notes()
    tab.page.clock.set_fixed_time("2026-11-22T12:00:00Z")
    entries = [
        note(id="a", slept="fair", settled="hour"),
        note(id="b", day="2026-11-20", settled="not-yet"),
        note(id="c", day="2026-11-21", slept="a-word-that-went"),
        note(id="d", day="2025-01-01", slept="fair"),
        note(id="e", day="2026-11-19", free="says nothing about it"),
    ]
    tab.add(json.dumps({"notes": 1, "entries": entries}).encode())
    tab.show("pictures")
    rows = [row.split("\t") for row in tab.page.locator(".private-notes__table tbody tr").all_inner_texts()]
    assert rows == [
        ["Mon 2 Nov", "fair", "within an hour"],
        ["Fri 20 Nov", "not said", "not yet"],
        ["Sat 21 Nov", "a-word-that-went", "not said"],
    ]
    dots = [svg.locator("circle").count() for svg in tab.page.locator(".private-notes__dots").all()]
    assert dots == [1, 2]
    assert tab.page.locator(".private-notes__dots :is(path, polyline)").count() == 0
    tab.page.select_option("[class$=view--pictures] select", "28")
    assert len(rows) == 3


def test_deleting_one_can_be_undone_for_ten_seconds(notes: Open) -> None:
    tab = notes()
    tab.page.clock.install()
    tab.keep(hard="one")
    tab.show()
    tab.part("note").get_by_role("button", name="Delete").click()
    undo = tab.page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert (tab.raw or {})["notes"] == []
    undo.click()
    expect(tab.part("passing")).to_contain_text("It is back")
    assert len((tab.raw or {})["notes"]) == 1
    tab.part("note").get_by_role("button", name="Delete").click()
    expect(undo).to_be_visible()
    tab.page.clock.run_for(9_000)
    expect(undo).to_be_visible()
    tab.page.clock.run_for(1_100)
    expect(undo).to_have_count(0)
    assert (tab.raw or {})["notes"] == []


def test_deleting_all_takes_every_copy_and_can_be_undone_for_ten_seconds(notes: Open) -> None:
    tab = notes()
    tab.page.clock.install()
    tab.keep(hard="one")
    tab.keep(hard="two")
    tab.spoil("many", [note(id="x", day=3)])
    tab.reload()
    expect(tab.part("standing")).to_contain_text("set aside")
    before = tab.raw
    tab.fill(free="typed and not kept")
    tab.delete_all()
    assert tab.raw is None
    assert "typed and not kept" not in tab.page.evaluate(
        "[...document.querySelectorAll('textarea')].map((f) => f.value).join()"
    )
    tab.page.get_by_role("button", name="Undo").click()
    expect(tab.part("passing")).to_contain_text("It is back")
    after = tab.raw
    assert before is not None
    assert after is not None
    assert (after["notes"], after["aside"]) == (before["notes"], before["aside"])
    tab.delete_all()
    tab.page.clock.run_for(10_100)
    expect(tab.page.get_by_role("button", name="Undo")).to_have_count(0)
    tab.reload()
    assert tab.raw is None
    assert tab.page.locator(".private-notes__views").is_hidden()


def test_a_file_goes_out_and_comes_back_identical(notes: Open, base_url: str) -> None:
    tab = notes()
    for text in (HOSTILE, "שלום 👩‍👧 \x00", "=1+1"):
        tab.keep(hard=text, free="z" * 20_000, slept="fair")
    files = {kind: tab.export(kind) for kind in ("json", "csv")}
    for kind, file in files.items():
        other = notes()
        assert "3 notes added." in other.add(file, f"notes.{kind}")
        assert other.export(kind) == file
        assert "3 notes already here." in other.add(file, f"notes.{kind}")
        assert len((other.raw or {})["notes"]) == 3


def test_a_strange_file_changes_nothing(notes: Open) -> None:
    tab = notes()
    assert "no notes that this page can read" in tab.add(b"\x00\xff\xfe", "x.csv")
    assert "newer version" in tab.add(b'{"notes": 9, "entries": []}')
    assert tab.raw is None


def test_leaving_quickly_wipes_what_is_typed_and_shown(notes: Open) -> None:
    tab = notes()
    asked: list[str] = []
    tab.page.on("dialog", answer(asked))
    tab.keep(hard="shown words")
    tab.show()
    tab.page.locator("[name=free]").evaluate("(field) => field.closest('details').open = true")
    tab.page.locator("[name=free]").press_sequentially("typed words")
    tab.page.evaluate("document.querySelector('.exit-page__button').href = '#away'")
    tab.page.locator(".exit-page__button").evaluate("(link) => link.click()")
    expect(tab.page.locator("body")).to_be_hidden()
    text = tab.page.evaluate(
        "document.body.textContent + [...document.querySelectorAll('input, textarea')].map((f) => f.value).join()"
    )
    assert "shown words" not in text
    assert "typed words" not in text
    tab.page.reload()
    assert asked == []


def test_after_a_fortnight_it_asks_whether_it_helps_and_then_not_soon_again(notes: Open) -> None:
    tab = notes()
    tab.page.clock.install(time="2026-11-01T20:00:00Z")
    tab.reload()
    tab.keep(hard="x")
    for day, asks in (("14T20", False), ("15T20", True)):
        tab.page.clock.set_fixed_time(f"2026-11-{day}:00:00Z")
        tab.reload()
        expect(tab.part("standing").get_by_text("Does it still help?")).to_have_count(int(asks))
    tab.part("standing").get_by_role("button", name="I would rather stop").click()
    expect(tab.part("passing")).to_contain_text("Nothing is expected of you")
    for day, asks in (("2027-01-09", False), ("2027-01-10", True), ("2020-01-01", False)):
        tab.page.clock.set_fixed_time(f"{day}T20:00:00Z")
        tab.reload()
        expect(tab.part("standing").get_by_text("Does it still help?")).to_have_count(int(asks))


def test_everything_works_by_keyboard(notes: Open) -> None:
    page = notes().page
    page.focus(".private-notes__form [name=day]")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "hard":
            break
    page.keyboard.type("typed by keys")
    for _ in range(20):
        page.keyboard.press("Tab")
        if "Keep" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".private-notes__passing")).to_contain_text("Kept")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.view") == "list":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".private-notes__views .private-notes__note")).to_contain_text("typed by keys")
    page.locator("input[type=search]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Change"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".private-notes__passing")).to_contain_text("It is back")


def states(tab: Notes) -> dict[str, Callable[[], None]]:
    """Every state to look at, in an order in which each follows from the one before."""

    def folds() -> None:
        tab.page.evaluate("document.querySelectorAll('private-notes details').forEach((fold) => (fold.open = true))")

    def undo() -> None:
        tab.show()
        tab.part("note").first.get_by_role("button", name="Delete").click()

    def aside() -> None:
        tab.keep(hard="again")
        tab.spoil("many", [note(id="x", day=3)])
        tab.reload()

    def full() -> None:
        tab.refuse("QuotaExceededError")
        tab.fill(hard="too much")
        tab.part("keep").click()
        expect(tab.part("passing")).to_contain_text("no room")

    def locked() -> None:
        tab.refuse("")
        tab.part("clear").click()
        tab.lock_with()
        tab.part("lock").click()
        expect(tab.part("gate")).to_be_visible()

    def wrong() -> None:
        tab.unlock("not that one")
        expect(tab.part("gate")).to_contain_text("not the passphrase")

    def broken() -> None:
        tab.spoil("lock", {"salt": 3})
        tab.reload()
        expect(tab.part("broken")).to_be_visible()

    def newer() -> None:
        tab.spoil("state", {"format": 99})
        tab.reload()
        expect(tab.part("newer")).to_be_visible()

    def sure() -> None:
        tab.part("delete-all").click()

    return {
        "empty": lambda: None,
        "folds": folds,
        "kept": lambda: tab.keep(hard="a letter", slept="fair", settled="hour"),
        "list": lambda: tab.show("list"),
        "calendar": lambda: tab.show("calendar"),
        "pictures": lambda: tab.show("pictures"),
        "undo": undo,
        "aside": aside,
        "full": full,
        "locked": locked,
        "wrong": wrong,
        "broken": broken,
        "newer": newer,
        "sure": sure,
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(notes: Open, scheme: str) -> None:
    tab = notes(color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 844})
    found = {}
    for name, step in states(tab).items():
        step()
        if faults := violations(tab.page):
            found[name] = faults
    assert found == {}


def test_nothing_scrolls_sideways_at_320_pixels_in_any_state(notes: Open) -> None:
    tab = notes(viewport={"width": 320, "height": 640})
    found = {}
    for name, step in states(tab).items():
        step()
        found[name] = tab.page.evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in found.items() if width > 320} == {}


def test_targets_are_large_enough(notes: Open) -> None:
    tab = notes(viewport={"width": 390, "height": 844})
    small: list[str] = []
    for step in states(tab).values():
        step()
        small += tab.page.evaluate(
            """[...document.querySelectorAll("private-notes :is(button, select, textarea, summary, input, label)")]
              .filter((each) => !each.matches("[type=checkbox], label:not(:has([type=checkbox]))"))
              .filter((each) => each.checkVisibility())
              .map((each) => [each, each.getBoundingClientRect()])
              .filter(([, { width, height }]) => width < 44 || height < 44)
              .map(([each]) => each.outerHTML.slice(0, 120))"""
        )
    assert small == []


def test_forced_colours_keep_edges_and_dots(notes: Open) -> None:
    tab = notes(forced_colors="active")
    tab.keep(slept="fair", settled="hour")
    tab.show("pictures")
    dot = tab.page.locator(".private-notes__dot").first
    assert dot.evaluate("(each) => getComputedStyle(each).fill") == tab.page.evaluate(
        "getComputedStyle(document.body).color"
    )
    keep = tab.part("keep")
    assert keep.evaluate("(each) => getComputedStyle(each).borderTopWidth") == "3px"


def paper(page: Page) -> str:
    """What the page prints, as text."""
    page.emulate_media(media="print")
    text: str = page.evaluate(
        """[...document.querySelectorAll("h1, h2, h3, h4, p, dd, li")]
          .filter((each) => each.checkVisibility()).map((each) => each.textContent).join("\\n")"""
    )
    page.emulate_media(media="screen")
    return text


def test_paper_holds_the_sheet_and_never_the_notes_unless_asked(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="kept words")
    tab.show()
    printed = paper(tab.page)
    assert "kept words" not in printed
    assert "Week or day" in printed
    tab.page.evaluate("window.print = () => {}")
    tab.fold("Save or print")
    expect(tab.part("exports")).to_contain_text("not encrypted")
    tab.page.locator("[name=print]").click()
    printed = paper(tab.page)
    assert "kept words" in printed
    assert "Week or day" not in printed
    tab.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert "kept words" not in paper(tab.page)
    assert "kept words" not in tab.part("paper").inner_html()


def test_without_scripts_there_are_words_and_a_sheet(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}tools/journal/")
    expect(page.locator(".private-notes__plain")).to_contain_text("sheet of paper")
    assert page.locator(".private-notes__form").is_hidden()
    expect(page.locator(".notes-sheet")).to_contain_text("One good contact")


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_sheet_is_one_page_of_its_own(new_page: Callable[..., Page], base_url: str, size: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}tools/journal/")
    texts = [each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format=size))).pages]
    assert [text.count("Week or day") for text in texts] == [0, 3]


def test_the_script_is_fetched_on_this_page_alone(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base_url}tools/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "private-notes" in url or "idb" in url]


def test_a_failed_script_leaves_the_plain_words(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    page.route("**/*private-notes*.js*", lambda route: route.abort())
    page.goto(f"{base_url}tools/journal/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".private-notes__plain")).to_be_visible()
    expect(page.locator(".notes-sheet")).to_be_visible()


def test_a_question_before_leaving_comes_only_while_something_is_typed(notes: Open) -> None:
    tab = notes()
    tab.page.on("dialog", accept)
    tab.page.locator("[name=hard]").press_sequentially("x")
    assert tab.page.evaluate("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    tab.page.locator("[name=hard]").press("Backspace")
    assert tab.page.evaluate("window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")
