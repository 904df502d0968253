"""The private notes as a reader meets them: nothing kept unasked, nothing shown
unasked, nothing lost, nothing sent."""

import io
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect
from pypdf import PdfReader

from tests.support.axe import violations
from tests.support.notes import Notes, accept, note
from tests.support.opening import wait_until_drawn, wait_until_ready

Open = Callable[..., Notes]
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>'


def answer(kinds: list[str]) -> Callable[[Dialog], None]:
    """Says yes to the browser's questions and writes down their kinds."""

    def say_yes(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.accept()

    return say_yes


def test_the_warnings_stand_before_the_first_field(notes: Open) -> None:
    page = notes().page
    before = page.evaluate(
        """() => { const range = document.createRange();
          range.setStart(document.querySelector(".page-text"), 0);
          range.setEndBefore(document.querySelector("private-notes")); return range.toString(); }"""
    )
    for words in (
        "open or watch this device may read this",
        "would not stop software that watches",
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
    dialogs: list[str] = []
    tab.page.on("dialog", answer(dialogs))
    tab.page.locator(".private-notes__form [name=hard]").press_sequentially("not kept")
    tab.page.reload()
    tab.page.wait_for_selector("private-notes[data-ready]")
    assert dialogs == ["beforeunload"]
    assert tab.page.input_value(".private-notes__form [name=hard]") == ""
    assert tab.raw is None
    tab.keep(hard="kept")
    tab.page.reload()
    assert dialogs == ["beforeunload"]


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
    tab.show()
    expect(tab.part("note")).to_be_visible()
    tab.part("show").click()
    assert tab.part("note").count() == 0


def test_older_notes_come_on_a_press(notes: Open) -> None:
    tab = notes()
    entries = [
        note(id=f"n{number}", hard=f"note {number}", day=f"2026-10-{number:02}") for number in range(1, 31)
    ]
    tab.add(json.dumps({"notes": 1, "entries": entries}).encode())
    assert tab.shown == [f"note {number}" for number in range(30, 10, -1)]
    tab.page.get_by_role("button", name="Show older notes").click()
    assert tab.page.evaluate("document.activeElement.textContent").find("note 10") > 0
    assert len(tab.shown) == 30


def test_no_entry_ever_becomes_markup(notes: Open) -> None:
    tab = notes()
    tab.fill(sign=HOSTILE, practice=HOSTILE)
    tab.keep(**dict.fromkeys(("sleep", "hard", "good", "before", "after", "free"), HOSTILE), slept="fair")
    tab.show()
    assert tab.page.locator("private-notes :is(img, script, b)").count() == 0
    tab.part("note").get_by_role("button", name="Change").click()
    tab.page.evaluate(
        "window.print = () => { window.paper = document.querySelector('.private-notes__paper').outerHTML; }"
    )
    tab.fold("Save or print")
    tab.part("print").click()
    assert "<img" not in tab.page.evaluate("paper")
    assert "&lt;img" in tab.page.evaluate("paper")
    assert tab.page.title().startswith("Notes")


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
    expect(tab.part("unread")).to_contain_text("1 piece of your notes can't be read")
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


def test_words_typed_while_a_note_is_being_stored_are_not_lost(notes: Open) -> None:
    tab = notes()
    tab.fill(hard="first")
    tab.page.evaluate("""() => {
      const form = document.querySelector(".private-notes__form");
      form.requestSubmit();
      form.elements.hard.value = "first, and more";
    }""")
    expect(tab.part("passing")).to_contain_text("ept")
    assert tab.page.input_value(".private-notes__form [name=hard]") == "first, and more"
    tab.keep()
    assert tab.shown == ["first, and more"]


def test_a_file_goes_out_and_comes_back_identical(notes: Open) -> None:
    tab = notes()
    for text in (HOSTILE, "\u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f467 \x00", "=1+1"):
        tab.keep(hard=text, free="z" * 20_000, slept="fair")
    file = tab.export()
    other = notes()
    assert "3 notes added." in other.add(file)
    assert other.export() == file
    assert "3 notes already here." in other.add(file)
    assert len((other.raw or {})["notes"]) == 3


def test_a_strange_file_changes_nothing(notes: Open) -> None:
    tab = notes()
    assert "no notes that this page can read" in tab.add(b"\x00\xff\xfe", "x.csv")
    assert "newer version" in tab.add(b'{"notes": 9, "entries": []}')
    assert tab.raw is None


def test_leaving_quickly_wipes_what_is_typed_and_shown(notes: Open) -> None:
    tab = notes()
    dialogs: list[str] = []
    tab.page.on("dialog", answer(dialogs))
    tab.keep(hard="shown words")
    tab.show()
    tab.page.locator("[name=free]").evaluate("(field) => field.closest('details').open = true")
    tab.page.locator("[name=free]").press_sequentially("typed words")
    tab.page.evaluate("document.querySelector('.exit-page__button').href = '#away'")
    tab.page.locator(".exit-page__button").evaluate("(link) => link.click()")
    expect(tab.page.locator("body")).to_be_hidden()
    text = tab.page.evaluate(
        "document.body.textContent + "
        "[...document.querySelectorAll('input, textarea')].map((f) => f.value).join()"
    )
    assert "shown words" not in text
    assert "typed words" not in text
    tab.page.reload()
    assert dialogs == []


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
        if "Show my" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".private-notes__notes .private-notes__note")).to_contain_text("typed by keys")
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
        tab.page.evaluate(
            "document.querySelectorAll('private-notes details').forEach((fold) => (fold.open = true))"
        )

    def undo() -> None:
        tab.show()
        tab.part("note").first.get_by_role("button", name="Delete").click()

    def unread() -> None:
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
        tab.lie("locked.json")
        expect(tab.part("gate")).to_be_visible()

    def newer() -> None:
        tab.spoil("state", {"format": 99})
        tab.reload()
        expect(tab.part("newer")).to_be_visible()

    return {
        "empty": lambda: None,
        "folds": folds,
        "kept": lambda: tab.keep(hard="a letter", slept="fair", settled="hour"),
        "list": tab.show,
        "undo": undo,
        "unread": unread,
        "full": full,
        "locked": locked,
        "newer": newer,
        "sure": tab.part("delete-all").click,
    }


SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """[...document.querySelectorAll(
    "private-notes :is(button, select, textarea, summary, input, label)")]
  .filter((element) => !element.matches("[type=checkbox], label:not(:has([type=checkbox]))"))
  .filter((element) => element.checkVisibility())
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 44 || height < 44)
  .map(([each]) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 390)])
def test_every_state_is_sound_on_a_phone(notes: Open, scheme: str, width: int) -> None:
    tab = notes(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 844})
    faults_by_state = {}
    for name, step in states(tab).items():
        step()
        rule = None if scheme == "light" else "color-contrast"
        faults = [*violations(tab.page, "private-notes", rule), *tab.page.evaluate(SMALL)]
        if sideways := tab.page.evaluate(SIDEWAYS):
            faults.append(f"{sideways} px too wide")
        if faults:
            faults_by_state[name] = faults
    assert faults_by_state == {}


def paper(page: Page) -> str:
    """What the page prints, as text."""
    page.emulate_media(media="print")
    text: str = page.evaluate(
        """[...document.querySelectorAll("h1, h2, h3, h4, p, dd, li")]
          .filter((element) => element.checkVisibility()).map((element) => element.textContent).join("\\n")"""
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
    expect(tab.part("exports")).to_contain_text("find the paper can read them")
    tab.part("print").click()
    printed = paper(tab.page)
    assert "kept words" in printed
    assert "Week or day" not in printed
    tab.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert "kept words" not in paper(tab.page)
    assert "kept words" not in tab.part("paper").inner_html()


def test_without_scripts_there_are_words_and_a_sheet(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}tools/journal/")
    expect(page.locator(".private-notes__plain")).to_contain_text("print the sheet below")
    assert page.locator(".private-notes__form").is_hidden()
    expect(page.locator(".notes-sheet")).to_contain_text("One good contact")


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_sheet_is_one_page_of_its_own(new_page: Callable[..., Page], base_url: str, size: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}tools/journal/")
    texts = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format=size))).pages]
    assert [text.count("Week or day") for text in texts] == [0, 3]


def test_the_script_is_fetched_on_this_page_alone(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(f"{base_url}tools/")
    wait_until_ready(page)
    assert not [url for url in urls if "private-notes" in url]


def test_a_failed_script_leaves_the_plain_words(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    page.route("**/*private-notes*.js*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto(f"{base_url}tools/journal/")
    wait_until_drawn(page)
    expect(page.locator(".private-notes__plain")).to_be_visible()
    expect(page.locator(".notes-sheet")).to_be_visible()


def test_a_question_before_leaving_comes_only_while_something_is_typed(notes: Open) -> None:
    tab = notes()
    tab.page.on("dialog", accept)
    tab.page.locator("[name=hard]").press_sequentially("x")
    assert tab.page.evaluate("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    tab.page.locator("[name=hard]").press("Backspace")
    assert tab.page.evaluate("window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")
