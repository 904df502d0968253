"""The private notes in a browser: opening, writing, looking at what lies on the device, and spoiling it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, expect

from tests.support.opening import wait_until

READY = "private-notes[data-ready]"
PASSPHRASE = "three quiet heron stones"
COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"
HELPERS = Path(__file__).with_suffix(".js")
OLD = (
    Path(__file__).resolve().parents[1] / "browser" / "old_notes"
)  # real stores of the version before this one


def note(**fields: Any) -> dict[str, Any]:
    """A whole note as it is stored and exported."""
    standard: dict[str, Any] = {
        "version": 1,
        "id": "a1",
        "day": "2026-11-02",
        "written": "2026-11-02T21:00:00.000+00:00",
        "changed": "2026-11-02T21:00:00.000+00:00",
        "slept": "",
        "sleep": "",
        "hard": "",
        "settled": "",
        "good": "",
        "signs": [],
        "practice": "",
        "before": "",
        "after": "",
        "free": "",
    }
    return {**standard, **fields}


@dataclass
class Notes:
    """One tab with the page of the notes."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    @classmethod
    def open(cls, context: BrowserContext, base: str, *, ready: bool = True) -> "Notes":
        """Opens the page in a new tab of `context`."""
        notes = cls(context.new_page(), base)
        page = notes.page
        page.add_init_script(path=HELPERS)
        page.on("pageerror", lambda error: notes.faults.append(f"exception: {error}"))
        page.on(
            "console",
            lambda line: notes.faults.append(f"console: {line.text}") if line.type == "error" else None,
        )
        page.on("request", notes.note_request)
        page.goto(f"{base}tools/journal/")
        if ready:
            page.wait_for_selector(READY)
        return notes

    def note_request(self, request: Request) -> None:
        """Remembers what the page asked the network for."""
        self.requests.append(request)

    def reload(self) -> None:
        """Loads the page anew; a question whether to leave is answered with yes."""
        if self.dirty:
            self.page.once("dialog", accept)
        self.page.reload()
        self.page.wait_for_selector(READY)

    @property
    def dirty(self) -> bool:
        """Whether a text field of the form holds something."""
        return bool(
            self.page.evaluate(
                "[...document.querySelectorAll('.private-notes__form textarea')].some((f) => f.value)"
            )
        )

    def part(self, name: str) -> Any:
        """A part of the component."""
        return self.page.locator(f".private-notes__{name}")

    def fill(self, **fields: str) -> None:
        """Types into fields by their names, opening the folds."""
        self.page.evaluate(
            "document.querySelectorAll('.private-notes__form details').forEach((fold) => (fold.open = true))"
        )
        for name, value in fields.items():
            where = f".private-notes__form [name={name}]"
            if name in ("slept", "settled"):
                self.page.select_option(where, value)
            else:
                self.page.fill(where, value)

    def keep(self, **fields: str) -> None:
        """Types, and presses Keep; waits until it is kept."""
        self.fill(**fields)
        self.part("keep").click()
        wait_until(
            self.page,
            "[...document.querySelectorAll('.private-notes__form textarea')].every(({ value }) => !value)",
        )
        expect(self.part("passing")).to_contain_text("ept")

    def show(self) -> None:
        """Shows the list, if it is not shown."""
        if self.part("show").get_attribute("aria-expanded") != "true":
            self.part("show").click()

    @property
    def shown(self) -> list[str]:
        """The text of the notes in the list."""
        self.show()
        expect(self.part("count")).not_to_have_text("")
        return self.page.locator(".private-notes__notes .private-notes__note dd").all_text_contents()

    @property
    def raw(self) -> dict[str, list[tuple[Any, Any]]] | None:
        """What lies on the device."""
        return cast("dict[str, list[tuple[Any, Any]]] | None", self.page.evaluate("rawNotes()"))

    def spoil(self, work: str, argument: Any = None) -> None:
        """Changes what lies on the device, behind the page's back."""
        self.page.evaluate("(given) => spoilNotes(given)", [work, argument])

    def refuse(self, name: str, after: int = 0) -> None:
        """Lets the device refuse to write from now on, after so many writes; an empty
        name lets it write again."""
        self.page.evaluate("([name, after]) => Object.assign(refusal, { name, after })", [name, after])

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
        self.fold("Save or print")
        self.page.evaluate("document.querySelector('.private-notes__passing').replaceChildren()")
        self.page.set_input_files(
            ".private-notes__file", {"name": name, "mimeType": "text/plain", "buffer": text}
        )
        expect(self.part("passing")).not_to_have_text("")
        return cast(str, self.part("passing").inner_text())

    def lie(self, name: str) -> None:
        """Lays a store of an earlier version (tests/browser/old_notes/) on the device,
        and opens the page anew."""
        self.page.evaluate(
            "(tables) => layNotes(tables)", json.loads((OLD / name).read_text(encoding="utf-8"))
        )
        self.reload()

    def unlock(self, button: str, passphrase: str = PASSPHRASE) -> None:
        """Types the passphrase of an earlier version, and presses a button."""
        self.part("gate").locator("[name=passphrase]").fill(passphrase)
        self.part("gate").get_by_role("button", name=button).click()

    def delete_all(self) -> None:
        """Deletes everything, and says yes."""
        self.part("delete-all").click()
        self.part("delete-yes").click()
        expect(self.part("passing")).to_contain_text("Everything is deleted")


def context_of(browser: Browser, **options: Any) -> BrowserContext:
    """A context that takes downloads."""
    return browser.new_context(accept_downloads=True, **options)


def accept(dialog: Dialog) -> None:
    """Says yes to the browser's question."""
    dialog.accept()
