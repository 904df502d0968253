"""The private notes and a device that fails: full, refusing, emptied, damaged, newer,
open twice, moved in time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.notes import HELPERS, Notes, note
from tests.support.opening import wait_until
from tests.support.server import serve

Open = Callable[..., Notes]
COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"


def refused(tab: Notes, words: str, text: str) -> None:
    """Presses Keep: the page says why not, the words stay in the boxes and go into a file."""
    tab.part("keep").click()
    tab.says(words)
    assert tab.field("hard").input_value() == text
    saved = tab.saved(lambda: tab.press("Save what I typed"))
    assert json.loads(saved)["entries"][0]["hard"] == text


def test_a_device_that_refuses_loses_nothing_typed(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="before")
    for fault, words in (
        ("QuotaExceededError", "no room left"),
        ("UnknownError", "did not let this page"),
        ("AbortError", "did not let this page"),
    ):
        tab.refuse(fault)
        tab.fill(hard=fault)
        refused(tab, words, fault)
        tab.refuse("")
        tab.part("keep").click()
        tab.says("Kept")
    tab.refuse("QuotaExceededError")
    tab.show()
    tab.page.get_by_role("button", name="Delete the note").first.click()
    tab.says("no room left for that. Nothing was changed")
    tab.refuse("")
    tab.fill(hard="last")
    lock = {"id": "x", "iterations": 1, "salt": {"bytes": [0] * 16}}
    for change, words in (({"lock": lock}, "locked in another tab"), ({"format": 2}, "newer version")):
        tab.lay_state(lock=None)
        tab.lay_state(**change)
        refused(tab, words, "last")
    expect(tab.part("form")).to_be_visible()
    assert len(tab.stored) == 4


@pytest.mark.parametrize(
    "script",
    [
        'IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };',
        'Object.defineProperty(window, "indexedDB", { value: undefined });',
    ],
    ids=["refused", "missing"],
)
def test_a_browser_without_storage_still_lets_the_reader_write(notes: Open, script: str) -> None:
    tab = notes(script=script)
    tab.fill(hard="in a private window")
    refused(tab, "private window", "in a private window")


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
    {"mark": 1, "note": note(hard="under another id")},
)


def test_what_is_damaged_stays_can_be_saved_and_harms_no_note(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="whole")
    tab.lay(notes=[["a1", {"note": note(hard="without its mark")}]])
    tab.lay(notes=[[f"bad-{at}", value] for at, value in enumerate(BAD)])
    tab.reload()
    expect(tab.part("unread")).to_contain_text(f"{len(BAD)} pieces")
    shown = ["whole", "without its mark"]
    assert tab.shown == shown
    saved = tab.saved(tab.part("unread").locator("button").click).decode()
    assert all(f"bad-{at}" in saved for at in range(len(BAD)))
    states: list[tuple[Any, ...]] = [(), ("text",), ({},), ({"revision": "x"},), ({"lock": 3},)]
    for number, state in enumerate(states):
        tab.lay(state=[["state", *state]])
        tab.reload()
        assert sorted(tab.shown) == sorted(shown), state
        shown.append(f"number {number}")
        tab.keep(hard=shown[-1])
    assert len(tab.stored) == len(BAD) + len(shown)


# The notes of tests/browser/old_notes/, as they are shown.
ALL = [
    "fourth note",
    "third note",
    "second note",
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


def test_every_note_of_an_earlier_version_is_there(notes: Open) -> None:
    tab = notes()
    tab.lay_old("open.json")
    assert tab.shown == ALL
    expect(tab.part("unread")).to_contain_text("1 piece")
    assert b"a note that cannot be read" in tab.saved(tab.part("unread").locator("button").click)


def test_notes_behind_a_passphrase_are_saved_or_brought_over_and_what_stays_shut_is_kept(notes: Open) -> None:
    tab = notes()
    tab.lay_old("locked.json")
    tab.lay(notes=[["spoilt", {"mark": "m", "sealed": {"iv": 1, "data": 2}}]])
    before = tab.raw
    expect(tab.part("form")).to_be_hidden()
    tab.unlock("Open, and keep them", "not the one")
    expect(tab.part("gate")).to_contain_text("not the passphrase")
    file = tab.saved(lambda: tab.unlock("Only save them"))
    assert tab.raw == before
    tab.unlock("Open, and keep them")
    tab.says("without a passphrase")
    assert tab.shown == ALL
    expect(tab.part("unread")).to_contain_text("3 pieces of your notes can't be read")
    tab.keep(hard="new")
    tab.reload()
    assert tab.shown == ["new", *ALL]
    raw = json.dumps(tab.raw)
    for words in ("spoilt", "a note that cannot be read", "iterations"):
        assert words in raw
    assert raw.count("sealed") == 1
    tab.delete_all()
    assert "4 notes added." in tab.add(file)
    assert tab.shown == ALL


def test_what_a_newer_version_wrote_is_not_touched(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="one")
    tab.lay_state(format=2)
    before = tab.raw
    tab.reload()
    expect(tab.part("newer")).to_be_visible()
    assert b"one" in tab.saved(tab.part("newer").locator("button").click)
    assert tab.raw == before
    tab.page.evaluate(
        """() => new Promise((resolve) => { const request = indexedDB.open("notes", 7);
          request.onupgradeneeded = () => request.result.createObjectStore("future");
          request.onsuccess = () => { request.result.close(); resolve(); }; })"""
    )
    tab.reload()
    expect(tab.part("newer")).to_be_visible()
    assert [record["note"]["hard"] for record in tab.stored] == ["one"]
    tab.part("newer").locator("button").click()
    tab.says("newer version")


@pytest.mark.parametrize("script", ["", "delete window.BroadcastChannel;"], ids=["told", "not told"])
def test_two_tabs_keep_both_versions_of_a_note_and_what_one_deletes_is_gone(notes: Open, script: str) -> None:
    one = notes(script=script)
    one.keep(hard="first words")
    two = notes(beside=one)
    one.change()
    two.change()
    one.keep(hard="changed in one")
    if not script:
        expect(two.part("notes")).to_contain_text("changed in one")
    two.fill(hard="changed in two")
    two.part("keep").click()
    two.says("Both versions are kept")
    if script:
        one.reload()
    else:
        expect(one.part("notes")).to_contain_text("changed in two")
    assert sorted(one.shown) == ["changed in one", "changed in two"]
    one.delete_all()
    if script:
        two.reload()
    expect(two.part("views")).to_be_hidden()
    assert "changed in" not in two.page.content()
    assert two.raw is None


def test_a_note_deleted_in_one_tab_and_changed_in_the_other_stays(notes: Open) -> None:
    one = notes()
    one.keep(hard="first words")
    two = notes(beside=one)
    two.change()
    one.delete()
    two.keep(hard="still wanted")
    expect(one.part("notes")).to_contain_text("still wanted")
    assert [record["note"]["hard"] for record in one.stored] == ["still wanted"]
    one.press("Undo")
    one.says("It is back")
    assert sorted(one.shown) == ["first words", "still wanted"]


WRITES = """async (number) => {
  const { Journal } = await import("/private-notes/journal.js");
  const { makeNote } = await import("/private-notes/note.js");
  const journal = new Journal();
  const changed = (hard) => makeNote({ day: "2026-11-02", hard }, "2026-11-02T21:00:00.000+00:00");
  setTimeout(async () => {
    for (let at = 0; at < 15; at += 1) await journal.keep(changed(`${number}-${at}`));
    window.finished = true;
  });
}"""


def test_many_tabs_writing_at_once_lose_nothing(browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(path=HELPERS)
    with serve(COMPONENTS) as address:
        pages = [context.new_page() for _ in range(4)]
        for number, page in enumerate(pages):
            page.goto(f"{address}private-notes/")
            page.evaluate(WRITES, number)
        for page in pages:
            wait_until(page, "window.finished")
        raw = pages[0].evaluate("rawNotes()")
    context.close()
    assert len({record["note"]["hard"] for _, record in raw["notes"]}) == 60


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
    expect(tab.field("day")).to_have_value("2026-10-24")
    tab.page.clock.set_fixed_time("2026-10-24T22:01:00Z")
    tab.field("hard").focus()
    expect(tab.field("day")).to_have_value("2026-10-25")
    tab.field("hard").press_sequentially("x")
    tab.page.clock.set_fixed_time("2026-10-25T23:30:00Z")
    tab.field("good").focus()
    expect(tab.field("day")).to_have_value("2026-10-25")
    tab.part("keep").click()
    tab.says("Sunday, 25 October 2026")
    [record] = tab.stored
    assert (record["note"]["day"], record["note"]["written"]) == (
        "2026-10-25",
        "2026-10-26T00:30:00.000+01:00",
    )
    tab.field("day").fill("2026-10-20")
    tab.field("hard").focus()
    expect(tab.field("day")).to_have_value("2026-10-20")  # a day that was chosen stays
    tab.page.clock.set_fixed_time("1999-01-01T12:00:00Z")  # and a clock set back breaks nothing
    tab.reload()
    tab.keep(hard="earlier")
    assert tab.shown == ["x", "earlier"]


def test_the_browser_is_asked_to_keep_them_only_on_a_press(notes: Open) -> None:
    tab = notes(
        script="window.asks = 0; StorageManager.prototype.persist = async () => { asks += 1; return false; };"
    )
    tab.keep(hard="x")
    tab.fold("How long")
    assert tab.page.evaluate("asks") == 0
    expect(tab.part("care")).to_contain_text("The browser may delete them")
    tab.part("persist").click()
    tab.says("has not promised")
    assert tab.page.evaluate("asks") == 1
