"""The private notes as a reader meets them: nothing kept unasked, nothing shown unasked, nothing lost."""

import io
import json
from collections.abc import Callable

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.support.axe import violations
from tests.support.notes import Notes, note
from tests.support.opening import wait_until_drawn, wait_until_ready

Open = Callable[..., Notes]
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>'
WARNINGS = (
    "open or watch this device may read this",
    "would not stop software that watches",
    "someone may force you to tell them",
    "If your phone is checked, do not write here",
    "Nobody is alerted",
    "get help now",
    "Nothing is saved until you choose",
)
ASKS_BEFORE_LEAVING = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"


def test_nothing_is_kept_until_the_reader_chooses_and_the_warnings_stand_first(notes: Open) -> None:
    tab = notes()
    before = tab.page.inner_text(".page-text").partition("Nothing is saved until you press")[0]
    assert [words for words in WARNINGS if words not in before] == []
    assert tab.page.title().startswith("Notes - ")
    tab.field("hard").press_sequentially("x")
    assert tab.page.evaluate(ASKS_BEFORE_LEAVING)
    tab.field("hard").press("Backspace")
    assert not tab.page.evaluate(ASKS_BEFORE_LEAVING)
    tab.field("hard").press_sequentially("not kept")
    tab.reload()
    assert tab.dialogs == ["beforeunload"]
    assert tab.field("hard").input_value() == ""
    tab.fill(hard="  \n ")
    tab.part("keep").click()
    tab.says("nothing to keep yet")
    assert tab.raw is None
    assert tab.page.evaluate("Object.keys({ ...localStorage, ...sessionStorage }).length") == 0
    tab.keep(hard="Row with the bank", good="Ola rang")
    tab.says("Kept on this device, under")
    assert [record["note"]["hard"] for record in tab.stored] == ["Row with the bank"]
    tab.reload()
    assert tab.dialogs == ["beforeunload"]
    assert "Ola rang" in tab.shown


def test_every_field_comes_back_and_stays_out_of_sight_until_asked_for(notes: Open) -> None:
    tab = notes()
    tab.fill(day="2026-11-03", practice="Looking round", sign="I sang\nTwice", good="Ola", free="x")
    tab.page.get_by_label("I said no and stayed").check()
    tab.keep(
        slept="broken", sleep="woke at four", hard="a letter", settled="hour", before="tight", after="softer"
    )
    tab.reload()
    assert "a letter" not in tab.page.inner_text("body")
    tab.show()
    expect(tab.part("notes").locator("li")).to_have_count(1)
    assert tab.part("notes").locator("dd").all_text_contents() == [
        "broken. woke at four",
        "a letter",
        "within an hour",
        "Ola",
        "I said no and stayed, I sang, Twice",
        "Looking round",
        "tight",
        "softer",
        "x",
    ]
    expect(tab.part("notes")).to_contain_text("3 November 2026")
    tab.change()
    values = {name: tab.field(name).input_value() for name in ("sign", "day", "slept", "after")}
    assert values == {"sign": "I sang\nTwice", "day": "2026-11-03", "slept": "broken", "after": "softer"}
    tab.keep(after="much softer")
    assert [record["note"]["after"] for record in tab.stored] == ["much softer"]
    tab.part("show").click()
    assert "a letter" not in tab.page.inner_text("body")
    assert tab.part("note").count() == 0


def paper(page: Page) -> str:
    """What the page prints, as text."""
    page.emulate_media(media="print")
    text: str = page.evaluate(
        """[...document.querySelectorAll("h1, h2, h3, h4, p, dd, li")]
          .filter((element) => element.checkVisibility()).map((element) => element.textContent).join("\\n")"""
    )
    page.emulate_media(media="screen")
    return text


def test_no_entry_becomes_markup_and_paper_never_holds_the_notes_unless_asked(notes: Open) -> None:
    tab = notes()
    tab.fill(sign=HOSTILE, practice=HOSTILE)
    tab.keep(**dict.fromkeys(("sleep", "hard", "good", "before", "after", "free"), HOSTILE), slept="fair")
    tab.show()
    assert tab.page.locator("private-notes :is(img, script, b)").count() == 0
    printed = paper(tab.page)
    assert HOSTILE not in printed
    assert "Week or day" in printed
    tab.page.evaluate("window.print = () => {}")
    tab.fold("Save or print")
    expect(tab.part("exports")).to_contain_text("find the paper can read them")
    tab.part("print").click()
    printed = paper(tab.page)
    assert printed.count(HOSTILE) >= 8
    for other in ("Week or day", "Keep and move", "Notes - "):
        assert other not in printed
    assert "&lt;img" in tab.part("paper").inner_html()
    tab.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert HOSTILE not in paper(tab.page)
    assert "&lt;img" not in tab.part("paper").inner_html()
    assert tab.page.title().startswith("Notes")


def test_a_file_goes_out_and_comes_back_identical_and_older_notes_come_on_a_press(notes: Open) -> None:
    tab = notes()
    assert "no notes that this page can read" in tab.add(b"\x00\xff\xfe", "x.csv")
    assert "newer version" in tab.add(b'{"notes": 9, "entries": []}')
    assert tab.raw is None
    days = range(1, 31)
    entries = [note(id=f"n{day}", hard=f"note {day}", day=f"2026-10-{day:02}") for day in days]
    assert "30 notes added." in tab.add(json.dumps({"notes": 1, "entries": entries}).encode())
    assert tab.shown == [f"note {day}" for day in range(30, 10, -1)]
    tab.press("Show older notes")
    assert "note 10" in tab.page.evaluate("document.activeElement.textContent")
    assert len(tab.shown) == 30
    tab.keep(hard=HOSTILE, free="\u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f467 =1+1")
    file = tab.export()
    tab.delete_all()
    assert "31 notes added." in tab.add(file)
    assert tab.export() == file
    assert "31 notes already here." in tab.add(file)
    other = {**entries[0], "hard": "another under its name"}
    assert "1 note added." in tab.add(json.dumps({"notes": 1, "entries": [other]}).encode())
    later = {**entries[0], "hard": "changed", "changed": "2026-11-03T00:00:00.000+00:00"}
    assert "1 note updated." in tab.add(json.dumps({"notes": 1, "entries": [later, 7]}).encode())
    said = tab.add(json.dumps({"notes": 1, "entries": [entries[0], other, 7]}).encode())
    assert "2 notes already here. 1 note could not be read" in said
    assert len(tab.stored) == 32


def test_what_is_deleted_can_be_brought_back_for_ten_seconds(notes: Open) -> None:
    tab = notes()
    tab.page.clock.install()
    undo = tab.page.get_by_role("button", name="Undo")
    tab.keep(hard="one")
    tab.delete()
    expect(undo).to_be_focused()
    assert tab.stored == []
    undo.click()
    tab.says("It is back")
    assert len(tab.stored) == 1
    tab.delete()
    tab.page.clock.run_for(9_000)
    expect(undo).to_be_visible()
    tab.page.clock.run_for(1_100)
    expect(undo).to_have_count(0)
    tab.keep(hard="two")
    tab.lay(notes=[["x", {"mark": "m", "note": note(id="x", day=3)}]], aside=[[1, "cannot be read"]])
    tab.reload()
    expect(tab.part("unread")).to_contain_text("2 pieces of your notes can't be read")
    before = tab.raw
    assert before is not None
    tab.fill(free="typed and not kept")
    tab.delete_all()
    assert tab.raw is None
    assert tab.field("free").input_value() == ""
    undo.click()
    tab.says("It is back")
    assert tab.raw == before
    tab.delete_all()
    tab.page.clock.run_for(10_100)
    expect(undo).to_have_count(0)
    tab.reload()
    assert tab.raw is None
    expect(tab.part("views")).to_be_hidden()


def test_words_typed_while_a_note_is_being_stored_are_not_lost(notes: Open) -> None:
    tab = notes()
    tab.fill(hard="first")
    tab.page.evaluate("""() => {
      const form = document.querySelector(".private-notes__form");
      form.requestSubmit();
      form.elements.hard.value = "first, and more";
    }""")
    tab.says("ept")
    assert tab.field("hard").input_value() == "first, and more"
    tab.keep()
    assert tab.shown == ["first, and more"]


def test_leaving_quickly_wipes_what_is_typed_and_shown(notes: Open) -> None:
    tab = notes()
    tab.keep(hard="shown words")
    tab.show()
    tab.fill()
    tab.field("free").press_sequentially("typed words")
    entries = tab.page.evaluate("history.length")
    tab.page.evaluate("document.querySelector('.exit-page__button').href = '#away'")
    tab.page.locator(".exit-page__button").evaluate("(link) => link.click()")
    expect(tab.page.locator("body")).to_be_hidden()
    assert tab.page.evaluate("history.length") == entries, "there is no way back"
    text = tab.page.evaluate(
        "document.body.textContent + "
        "[...document.querySelectorAll('input, textarea')].map((field) => field.value).join()"
    )
    assert "shown words" not in text
    assert "typed words" not in text
    tab.page.reload()
    assert tab.dialogs == []


def test_everything_works_by_keyboard(notes: Open) -> None:
    tab = notes()
    tab.field("day").focus()
    at = "document.activeElement.name || document.activeElement.textContent"
    for place, keys in (
        ("hard", "typed by keys"),
        ("Keep on this device", "Enter"),
        ("Show my notes", "Enter"),
        ("Change", ""),
        ("Delete", "Enter"),
    ):
        presses = 0
        while tab.page.evaluate(at) != place:
            tab.page.keyboard.press("Tab")
            presses += 1
            assert presses < 20, place
        (tab.page.keyboard.type if " " in keys else tab.page.keyboard.press)(keys or "Shift")
        wait_until_drawn(tab.page)
    expect(tab.page.get_by_role("button", name="Undo")).to_be_focused()
    tab.page.keyboard.press("Enter")
    tab.says("It is back")
    assert tab.shown == ["typed by keys"]


# Not `small_targets`: the words at the foot of the window lie over whatever is scrolled there.
TARGETS = """private-notes :is(button, select, textarea, summary, input:not([type=checkbox]),
  label:has([type=checkbox])):visible"""
SMALL = """(targets) => targets.filter((target) => {
  const { width, height } = target.getBoundingClientRect(); return width < 44 || height < 44;
}).map((target) => target.outerHTML.slice(0, 120))"""


def test_every_state_is_sound_on_a_phone_in_the_light_and_in_the_dark(notes: Open) -> None:
    tab = notes(bypass_csp=True, viewport={"width": 320, "height": 844})

    def check(state: str) -> None:
        faults = [*violations(tab.page, "private-notes"), *tab.page.locator(TARGETS).evaluate_all(SMALL)]
        tab.page.emulate_media(color_scheme="dark")
        faults += violations(tab.page, "private-notes", "color-contrast")
        tab.page.emulate_media(color_scheme="light")
        width = tab.page.evaluate("document.documentElement.scrollWidth")
        assert (faults, width) == ([], 320), state

    tab.page.evaluate(
        "document.querySelectorAll('private-notes details').forEach((fold) => (fold.open = true))"
    )
    tab.keep(hard="a letter", slept="fair", settled="hour")
    tab.keep(hard="another")
    tab.lay(notes=[["x", {"mark": "m", "note": note(id="x", day=3)}]])
    tab.delete()
    expect(tab.part("unread")).to_be_visible()
    tab.part("delete-all").click()
    check("a list with what cannot be read, a way to undo, and the question before all goes")
    tab.refuse("QuotaExceededError")
    tab.fill(hard="too much")
    tab.part("keep").click()
    tab.says("no room")
    check("a full device")
    tab.refuse("")
    tab.part("clear").click()
    tab.lay_old("locked.json")
    expect(tab.part("gate")).to_be_visible()
    check("locked by an earlier version")
    tab.lay_state(format=99)
    tab.reload()
    expect(tab.part("newer")).to_be_visible()
    check("written by a newer version")


def test_without_scripts_there_are_words_and_a_sheet_of_one_page(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}tools/journal/")
    expect(page.locator(".private-notes__plain")).to_contain_text("print the sheet below")
    expect(page.locator(".private-notes__form")).to_be_hidden()
    expect(page.locator(".notes-sheet")).to_contain_text("One good contact")
    for size in ("A4", "Letter"):
        texts = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format=size))).pages]
        assert [text.count("Week or day") for text in texts] == [0, 3], size


def test_the_script_comes_on_this_page_alone_and_where_it_fails_the_plain_words_stay(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(f"{base_url}tools/")
    wait_until_ready(page)
    tools = ("private-notes", "boundary-builder.", "four-week-start.")
    assert [url for url in urls if url.endswith(".js") and any(tool in url for tool in tools)] == []
    page.route("**/*private-notes*.js*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(f"{base_url}tools/journal/")
    wait_until_drawn(page)
    expect(page.locator(".private-notes__plain")).to_be_visible()
    expect(page.locator(".notes-sheet")).to_be_visible()
