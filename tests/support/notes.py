"""The private notes in a browser: opening, writing, looking at what lies on the device, and spoiling it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import BrowserContext, Dialog, Page, Request, expect

from tests.support.opening import complaints, wait_until

HELPERS = Path(__file__).with_suffix(".js")
OLD = Path(__file__).resolve().parents[1] / "browser/old_notes"  # real stores of an earlier version
PASSPHRASE = "three quiet heron stones"
WRITTEN = ("slept", "sleep", "hard", "settled", "good", "signs", "practice", "before", "after", "free")
Stored = dict[str, list[tuple[Any, Any]]]


def note(**fields: Any) -> dict[str, Any]:
    """A whole note as it is stored and exported."""
    time = "2026-11-02T21:00:00.000+00:00"
    order = {"version": 1, "id": "a1", "day": "2026-11-02", "written": time, "changed": time}
    return {**order, **dict.fromkeys(WRITTEN, ""), "signs": [], **fields}


class Notes:
    """One tab with the page of the notes; `faults` are its complaints, and whatever it sends."""

    def __init__(self, context: BrowserContext, base: str, *, strict: bool = True) -> None:
        self.page: Page = context.new_page()
        self.base = base
        self.dialogs: list[str] = []  # the kinds of the browser's questions, each answered with yes
        self.faults: list[str] = complaints(self.page, base) if strict else []
        self.page.add_init_script(path=HELPERS)
        self.page.on("dialog", self._accept)
        self.page.on("request", self._watch)
        self.page.goto(f"{base}tools/journal/")
        self.page.wait_for_selector("private-notes[data-ready]")

    def _accept(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.type)
        dialog.accept()

    def _watch(self, request: Request) -> None:
        """Only addresses of the site itself, or of a file made in the page, and nothing carried along."""
        own = request.url.startswith(self.base) and "?" not in request.url
        if request.post_data or not (own or request.url.startswith("blob:")):
            self.faults.append(f"sent: {request.url}")

    def reload(self) -> None:
        """Loads the page anew."""
        self.page.reload()
        self.page.wait_for_selector("private-notes[data-ready]")

    def part(self, name: str) -> Any:
        """A part of the component."""
        return self.page.locator(f".private-notes__{name}")

    def press(self, name: str) -> None:
        """Presses a button by its name."""
        self.page.get_by_role("button", name=name).click()

    def says(self, words: str) -> None:
        """Waits for the words at the foot of the window."""
        expect(self.part("passing")).to_contain_text(words)

    def field(self, name: str) -> Any:
        """A field of the form."""
        return self.page.locator(f".private-notes__form [name={name}]")

    def fill(self, **fields: str) -> None:
        """Types into fields by their names, opening the folds."""
        self.page.evaluate(
            "document.querySelectorAll('.private-notes__form details').forEach((fold) => (fold.open = true))"
        )
        for name, value in fields.items():
            if name in {"slept", "settled"}:
                self.field(name).select_option(value)
            else:
                self.field(name).fill(value)

    def keep(self, **fields: str) -> None:
        """Types, and presses Keep; waits until it is kept."""
        self.fill(**fields)
        self.part("keep").click()
        texts = "[...document.querySelectorAll('.private-notes__form textarea')]"
        wait_until(self.page, f"{texts}.every(({{ value }}) => !value)")
        self.says("ept")

    def show(self) -> None:
        """Shows the list, if it is not shown."""
        if self.part("show").get_attribute("aria-expanded") != "true":
            self.part("show").click()

    def change(self) -> None:
        """Brings the first note of the list into the fields."""
        self.show()
        self.page.get_by_role("button", name="Change the note").first.click()

    def delete(self) -> None:
        """Deletes the first note of the list."""
        self.show()
        self.page.get_by_role("button", name="Delete the note").first.click()
        self.says("is deleted")

    def delete_all(self) -> None:
        """Deletes everything, and says yes."""
        self.part("delete-all").click()
        self.part("delete-yes").click()
        self.says("Everything is deleted")

    @property
    def shown(self) -> list[str]:
        """The text of the notes in the list."""
        self.show()
        expect(self.part("count")).not_to_have_text("")
        return self.page.locator(".private-notes__notes .private-notes__note dd").all_text_contents()

    @property
    def raw(self) -> Stored | None:
        """What lies on the device; None without a database."""
        return cast(Stored | None, self.page.evaluate("rawNotes()"))

    @property
    def stored(self) -> list[Any]:
        """The records of notes that lie on the device."""
        return [record for _, record in (self.raw or {"notes": []})["notes"]]

    def lay(self, **tables: Any) -> None:
        """Puts records on the device, behind the page's back: `table=[[key, value], ...]`."""
        self.page.evaluate("(tables) => layNotes(tables)", tables)

    def lay_state(self, **change: Any) -> None:
        """Changes the record of the state."""
        [(_, state)] = (self.raw or {})["state"]
        self.lay(state=[["state", {**state, **change}]])

    def lay_old(self, name: str) -> None:
        """Lays a store of an earlier version on the device, and opens the page anew."""
        self.lay(**json.loads((OLD / name).read_text(encoding="utf-8")))
        self.reload()

    def refuse(self, name: str) -> None:
        """Lets the device refuse to write from now on, with this error; "" lets it write again."""
        self.page.evaluate("(name) => { refusal = name; }", name)

    def fold(self, words: str) -> None:
        """Opens a fold of the part on keeping."""
        summary = self.page.locator(".private-notes__care summary", has_text=words)
        if summary.locator("..").get_attribute("open") is None:
            summary.click()

    def saved(self, press: Callable[[], None]) -> bytes:
        """The file that the browser is given when `press` is done."""
        with self.page.expect_download() as waiting:
            press()
        return Path(waiting.value.path()).read_bytes()

    def export(self) -> bytes:
        """The exported file."""
        self.fold("Save or print")
        return self.saved(self.part("export").click)

    def add(self, text: bytes, name: str = "notes.json") -> str:
        """Adds a file; what the page says about it."""
        self.page.evaluate("document.querySelector('.private-notes__passing').replaceChildren()")
        self.part("file").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text})
        expect(self.part("passing")).not_to_have_text("")
        return cast(str, self.part("passing").inner_text())

    def unlock(self, button: str, passphrase: str = PASSPHRASE) -> None:
        """Types the passphrase of an earlier version, and presses a button."""
        self.part("gate").locator("[name=passphrase]").fill(passphrase)
        self.press(button)
