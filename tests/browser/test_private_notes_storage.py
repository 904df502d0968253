"""The private notes and a device that fails: full, refusing, emptied, damaged, newer,
open twice, moved in time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.notes import COMPONENTS, HELPERS, OLD, Notes, note
from tests.support.opening import wait_until
from tests.support.server import serve

Open = Callable[..., Notes]
TYPED = ".private-notes__form [name=hard]"


def typed(tab: Notes) -> str:
    return tab.page.input_value(TYPED)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("QuotaExceededError", "no room left"),
        ("UnknownError", "did not let this page"),
        ("AbortError", "did not let this page"),
    ],
)
def test_a_device_that_refuses_loses_nothing_typed(notes: Open, fault: str, words: str) -> None:
    tab = notes()
    tab.keep(hard="before")
    tab.refuse(fault)
    tab.fill(hard="after")
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text(words)
    assert typed(tab) == "after"
    saved = tab.saved(lambda: tab.page.get_by_role("button", name="Save what I typed").click())
    assert json.loads(saved)["entries"][0]["hard"] == "after"
    tab.refuse("")
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text("Kept")
    tab.reload()
    assert sorted(tab.shown) == ["after", "before"]


@pytest.mark.parametrize("way", ["refuses", "missing"])
def test_a_browser_without_storage_still_lets_the_reader_write(notes: Open, way: str) -> None:
    tab = notes(ready=False)
    tab.page.add_init_script(
        'IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };'
        if way == "refuses"
        else 'Object.defineProperty(window, "indexedDB", { value: undefined });'
    )
    tab.page.reload()
    tab.page.wait_for_selector("private-notes[data-ready]")
    tab.fill(hard="in a private window")
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text("private window")
    assert typed(tab) == "in a private window"
    saved = tab.saved(lambda: tab.page.get_by_role("button", name="Save what I typed").click())
    assert json.loads(saved)["entries"][0]["hard"] == "in a private window"


BAD: tuple[Any, ...] = (
    None,
    7,
    "text",
    [],
    {},
    {"note": None},
    {"sealed": 1},
    {"mark": 1, "note": {}},
    {"mark": 1, "note": note(day=3)},
)


def test_what_cannot_be_read_stays_and_can_be_saved(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="whole")
    tab.spoil("records", [[f"bad-{at}", value] for at, value in enumerate(BAD)])
    tab.reload()
    expect(tab.part("unread")).to_contain_text(f"{len(BAD)} pieces")
    assert tab.shown == ["whole"]
    tab.keep(hard="goes on")
    assert len((tab.raw or {})["notes"]) == len(BAD) + 2
    saved = tab.saved(lambda: tab.part("unread").locator("button").click()).decode()
    assert all(f"bad-{at}" in saved for at in range(len(BAD)))


@pytest.mark.parametrize(
    ("work", "argument"),
    [
        ("noState", None),
        ("wholeState", "text"),
        ("wholeState", {}),
        ("state", {"revision": "x"}),
        ("state", {"lock": 3}),
    ],
)
def test_a_damaged_state_harms_no_note(notes: Open, work: str, argument: Any) -> None:
    tab = notes()
    tab.keep(hard="one")
    tab.spoil(work, argument)
    tab.reload()
    assert tab.shown == ["one"]
    tab.keep(hard="two")
    tab.reload()
    assert sorted(tab.shown) == ["one", "two"]


# ---- Stores of the version before this one ----

FIRST = [
    "broken. woke at four",
    '<b>a letter</b> & "more"',
    "within an hour",
    "Ola \u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f467",
    "I said no and stayed, I sang, Twice",
    "Looking round",
    "tight",
    "softer",
    "line one\nline two",
]
ALL = ["fourth note", "third note", "second note", *FIRST]


def test_every_note_of_the_version_before_is_there(notes: Open) -> None:
    tab = notes()
    tab.lie("open.json")
    assert tab.shown == ALL
    expect(tab.part("unread")).to_contain_text("1 piece")
    assert b"a note that cannot be read" in tab.saved(lambda: tab.part("unread").locator("button").click())


def test_a_table_that_the_version_before_saved_is_read(notes: Open) -> None:
    tab = notes()
    assert "4 notes added." in tab.add((OLD / "table.csv").read_bytes(), "notes.csv")
    assert tab.shown == ALL


def test_notes_behind_a_passphrase_are_brought_over(notes: Open) -> None:
    tab = notes()
    tab.lie("locked.json")
    before = tab.raw
    assert tab.part("form").is_hidden()
    tab.unlock("Open, and keep them", "not the one")
    expect(tab.part("gate")).to_contain_text("not the passphrase", timeout=30_000)
    assert tab.raw == before
    tab.unlock("Open, and keep them")
    expect(tab.part("passing")).to_contain_text("without a passphrase", timeout=30_000)
    assert tab.shown == ALL
    tab.reload()
    assert tab.shown == ALL
    assert "sealed" not in json.dumps(tab.raw)
    assert "a note that cannot be read" in json.dumps(tab.raw)
    tab.keep(hard="new")
    assert tab.shown == ["new", *ALL]


def test_notes_behind_a_passphrase_can_be_saved_only(notes: Open) -> None:
    tab = notes()
    tab.lie("locked.json")
    before = tab.raw
    with tab.page.expect_download(timeout=30_000) as waiting:
        tab.unlock("Only save them")
    assert tab.raw == before
    other = notes()
    assert "4 notes added." in other.add(Path(waiting.value.path()).read_bytes())
    assert other.shown == ALL


def test_a_sealed_note_that_does_not_open_is_kept_with_its_lock(notes: Open) -> None:
    tab = notes()
    tab.lie("locked.json")
    tab.spoil("records", [["spoilt", {"mark": "m", "sealed": {"iv": 1, "data": 2}}]])
    tab.reload()
    tab.unlock("Open, and keep them")
    expect(tab.part("unread")).to_contain_text("can't be read", timeout=30_000)
    assert tab.shown == ALL
    assert "spoilt" in json.dumps(tab.raw)
    assert "iterations" in json.dumps((tab.raw or {})["aside"])


def test_nothing_is_written_while_another_tab_holds_a_lock(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="one")
    tab.fill(hard="two")
    tab.spoil("locked")
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text("locked in another tab")
    assert typed(tab) == "two"
    assert len((tab.raw or {})["notes"]) == 1


def test_a_record_without_its_mark_is_still_a_note(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="one")
    tab.spoil("noMark")
    tab.reload()
    assert tab.shown == ["one"]


def test_what_a_newer_version_wrote_is_not_touched(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="one")
    tab.spoil("state", {"format": 2})
    before = tab.raw
    tab.reload()
    expect(tab.part("newer")).to_be_visible()
    assert tab.raw == before
    saved = tab.saved(lambda: tab.part("newer").locator("button").click())
    assert b"one" in saved
    assert tab.raw == before
    tab.delete_all()
    assert tab.raw is None


def test_a_database_of_a_newer_version_is_not_touched(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="one")
    tab.page.goto(f"{tab.base}about/privacy/")
    tab.page.evaluate(
        """() => new Promise((resolve) => { const request = indexedDB.open("notes", 7);
          request.onupgradeneeded = () => request.result.createObjectStore("future");
          request.onsuccess = () => { request.result.close(); resolve(); }; })"""
    )
    tab.page.goto(f"{tab.base}tools/journal/")
    tab.page.wait_for_selector("private-notes[data-ready]")
    expect(tab.part("newer")).to_be_visible()
    raw = tab.raw
    assert raw is not None
    assert raw["notes"][0][1]["note"]["hard"] == "one"


def test_while_typing_a_newer_version_comes_and_the_text_stays(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="one")
    tab.fill(hard="two")
    tab.spoil("state", {"format": 2})
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text("newer version")
    expect(tab.part("form")).to_be_visible()
    assert typed(tab) == "two"
    saved = tab.saved(lambda: tab.page.get_by_role("button", name="Save what I typed").click())
    assert json.loads(saved)["entries"][0]["hard"] == "two"


def test_two_tabs_know_of_each_other(notes: Open) -> None:
    one = notes()
    two = notes(beside=one)
    one.keep(hard="from one")
    two.show()
    expect(two.part("notes")).to_contain_text("from one")
    two.keep(hard="from two")
    assert sorted(one.shown) == ["from one", "from two"]


@pytest.mark.parametrize("announced", [True, False])
def test_two_tabs_that_change_one_note_keep_both(notes: Open, announced: bool) -> None:
    one = notes()
    one.keep(hard="first words")
    two = notes(beside=one)
    if not announced:
        two.page.add_init_script("delete window.BroadcastChannel;")
        two.reload()
    for tab in (one, two):
        tab.show()
        tab.page.get_by_role("button", name="Change the note").click()
    one.keep(hard="changed in one")
    if announced:
        expect(two.part("notes")).to_contain_text("changed in one")
    two.fill(hard="changed in two")
    two.part("keep").click()
    expect(two.part("passing")).to_contain_text("Both versions are kept")
    one.reload()
    assert sorted(one.shown) == ["changed in one", "changed in two"]


def test_undoing_a_deletion_does_not_overwrite_what_another_tab_made_of_the_note(notes: Open) -> None:
    one = notes()
    one.keep(hard="first words")
    two = notes(beside=one)
    two.show()
    two.page.get_by_role("button", name="Change the note").click()
    one.show()
    one.page.get_by_role("button", name="Delete the note").click()
    expect(one.part("passing")).to_contain_text("is deleted")
    two.keep(hard="changed meanwhile")
    expect(one.part("notes")).to_contain_text("changed meanwhile")
    one.page.get_by_role("button", name="Undo").click()
    expect(one.part("passing")).to_contain_text("It is back")
    one.reload()
    assert sorted(one.shown) == ["changed meanwhile", "first words"]


def test_a_note_deleted_in_one_tab_and_changed_in_the_other_stays(notes: Open) -> None:
    one = notes()
    one.keep(hard="first words")
    two = notes(beside=one)
    two.show()
    two.page.get_by_role("button", name="Change the note").click()
    one.show()
    one.page.get_by_role("button", name="Delete the note").click()
    expect(one.part("passing")).to_contain_text("is deleted")
    two.keep(hard="still wanted")
    one.reload()
    assert one.shown == ["still wanted"]


def test_many_tabs_writing_at_once_lose_nothing(browser: Browser) -> None:
    context = browser.new_context()
    with serve(COMPONENTS) as address:
        pages = [context.new_page() for _ in range(4)]
        for number, page in enumerate(pages):
            page.add_init_script(path=HELPERS)
            page.goto(f"{address}private-notes/")
            page.evaluate(
                """async (number) => {
                  const { Journal } = await import("/private-notes/journal.js");
                  const { makeNote } = await import("/private-notes/note.js");
                  const journal = new Journal();
                  await journal.load();
                  const empty = ["sleep", "good", "practice", "before", "after", "free", "slept", "settled"];
                  const words = { ...Object.fromEntries(empty.map((name) => [name, ""])), signs: [] };
                  const now = "2026-11-02T21:00:00.000+00:00";
                  const changed = (hard) => makeNote({ ...words, day: "2026-11-02", hard }, now);
                  setTimeout(async () => {
                    for (let at = 0; at < 15; at += 1) await journal.keep(changed(`${number}-${at}`));
                    window.finished = true;
                  });
                }""",
                number,
            )
        for page in pages:
            wait_until(page, "window.finished")
        raw = pages[0].evaluate("rawNotes()")
    context.close()
    assert len({record["note"]["hard"] for _, record in raw["notes"]}) == 60


def test_everything_deleted_in_one_tab_is_gone_from_the_other(notes: Open) -> None:
    one = notes()
    one.keep(hard="secret words")
    two = notes(beside=one)
    two.show()
    expect(two.part("notes")).to_contain_text("secret words")
    one.delete_all()
    expect(two.part("views")).to_be_hidden()
    assert "secret words" not in two.page.content()
    assert one.raw is None


def test_a_note_stays_on_its_local_day_wherever_the_device_goes(notes: Open) -> None:
    home = notes(timezone_id="Europe/London")
    home.page.clock.install(time="2026-06-30T22:59:00Z")
    home.reload()
    home.keep(hard="a minute before midnight")
    file = home.export()
    assert json.loads(file)["entries"][0]["written"].endswith("+01:00")
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        away = notes(timezone_id=zone)
        away.add(file)
        away.show()
        expect(away.part("note").first).to_contain_text("Tuesday, 30 June 2026, written 23:59")
        assert away.export() == file


def test_a_page_left_open_over_midnight_turns_to_the_new_day_until_something_is_typed(notes: Open) -> None:
    tab = notes(timezone_id="Europe/Berlin")
    tab.page.clock.install(time="2026-10-24T21:59:00Z")
    tab.reload()
    day = tab.page.locator(".private-notes__form [name=day]")
    expect(day).to_have_value("2026-10-24")
    tab.page.clock.set_fixed_time("2026-10-24T22:01:00Z")
    tab.page.focus(TYPED)
    expect(day).to_have_value("2026-10-25")
    tab.page.locator(TYPED).press_sequentially("x")
    tab.page.clock.set_fixed_time("2026-10-25T23:30:00Z")
    tab.page.focus(".private-notes__form [name=good]")
    expect(day).to_have_value("2026-10-25")
    tab.part("keep").click()
    expect(tab.part("passing")).to_contain_text("Sunday, 25 October 2026")
    entry = json.loads(tab.export())["entries"][0]
    assert (entry["day"], entry["written"]) == ("2026-10-25", "2026-10-26T00:30:00.000+01:00")


def test_a_clock_set_back_breaks_nothing(notes: Open) -> None:
    tab = notes()
    tab.page.clock.install(time="2026-11-22T12:00:00Z")
    tab.reload()
    tab.keep(hard="later")
    tab.page.clock.set_fixed_time("1999-01-01T12:00:00Z")
    tab.reload()
    tab.keep(hard="earlier")
    assert tab.shown == ["later", "earlier"]


def test_the_browser_is_asked_to_keep_them_only_on_a_press(notes: Open) -> None:
    tab = notes()
    tab.page.add_init_script(
        "window.asks = 0; StorageManager.prototype.persist = async () => { asks += 1; return false; };"
    )
    tab.reload()
    tab.keep(hard="x")
    tab.fold("How long")
    assert tab.page.evaluate("asks") == 0
    expect(tab.part("care")).to_contain_text("The browser may delete them")
    tab.part("persist").click()
    expect(tab.part("passing")).to_contain_text("has not promised")
    assert tab.page.evaluate("asks") == 1
