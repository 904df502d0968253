"""Figures of the private notes, printed and not judged: `python -m bench.notes [--notes 5000] [--slow 4]`.

Fills the page of the built site (`make build` first) with made-up notes and prints, for each thing a reader does,
the longest gap between two frames and the longest task, with a slower processor. Twice: plain, and with a passphrase.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.publish.policy import folder_policy
from tests.support.notes import PASSPHRASE, Notes, note
from tests.support.server import serve
from tests.support.setup import find_chromium

SITE = Path(__file__).resolve().parents[1] / "site"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
WORDS = ("the", "letter", "came", "late", "and", "nobody", "rang", "so", "we", "fed", "ducks", "by", "a", "bridge")
WATCH = """
window.figures = { frame: 0, task: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) figures.task = Math.max(figures.task, duration);
}).observe({ entryTypes: ["longtask"] });
let before = performance.now();
const watch = (now) => {
  figures.frame = Math.max(figures.frame, now - before);
  before = now;
  requestAnimationFrame(watch);
};
requestAnimationFrame(watch);
"""
SCROLL = """() => new Promise((resolve) => {
  const list = document.querySelector("[class$=view--list]");
  const step = () => {
    if (list.getBoundingClientRect().bottom < innerHeight) return resolve();
    scrollBy(0, 600);
    requestAnimationFrame(step);
  };
  step();
})"""


def made_up(count: int) -> bytes:
    """A file of `count` notes, four a day, of about forty words each."""
    entries = []
    for number in range(count):
        day = f"{2014 + number // 1344}-{1 + number // 112 % 12:02}-{1 + number // 4 % 28:02}"
        text = " ".join(WORDS[(number * 7 + at) % len(WORDS)] for at in range(40))
        moment = f"{day}T{8 + number % 4}:00:00.000+00:00".replace("T8", "T08").replace("T9", "T09")
        entries.append(
            note(
                id=f"n{number}", day=day, written=moment, changed=moment, hard=text, good=f"duck {number}", slept="fair"
            )
        )
    return json.dumps({"notes": 1, "entries": entries}).encode()


def measure(page: Page, name: str, work: Callable[[], object]) -> None:
    """Prints the longest frame and task, in milliseconds, while `work` is done and for half a second after."""
    page.evaluate("Object.assign(figures, { frame: 0, task: 0 })")
    work()
    page.wait_for_timeout(500)
    found = page.evaluate("figures")
    print(f"{name:32} longest frame {found['frame']:6.0f} ms, longest task {found['task']:6.0f} ms")


def steps(tab: Notes) -> None:
    """Everything a reader does with many notes."""
    page = tab.page
    measure(page, "open the list", lambda: tab.show("list"))
    measure(page, "type a search", lambda: page.locator("input[type=search]").press_sequentially("duck 49", delay=90))
    measure(page, "clear the search", lambda: page.fill("input[type=search]", ""))
    measure(page, "scroll to the end", lambda: page.evaluate(SCROLL))
    measure(page, "open the calendar", lambda: tab.show("calendar"))
    measure(page, "open the pictures", lambda: tab.show("pictures"))
    measure(page, "keep one more", lambda: tab.keep(hard="one more"))


def main() -> None:
    """Runs both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=5000)
    parser.add_argument("--slow", type=float, default=4)
    parser.add_argument("--site", type=Path, default=SITE)
    given = parser.parse_args()
    with serve(given.site, "/", folder_policy(given.site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        tab = Notes.open(browser.new_context(viewport={"width": 390, "height": 844}), address)
        tab.page.set_default_timeout(600_000)
        tab.page.add_init_script(WATCH)
        tab.reload()
        slow = tab.page.context.new_cdp_session(tab.page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": given.slow})
        measure(tab.page, f"add {given.notes} from a file", lambda: tab.add(made_up(given.notes)))
        tab.reload()
        measure(tab.page, "after opening the page", lambda: None)
        steps(tab)
        tab.reload()
        slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        tab.lock_with()
        tab.reload()
        slow.send("Emulation.setCPUThrottlingRate", {"rate": given.slow})
        measure(tab.page, "open the lock", lambda: tab.unlock(PASSPHRASE))
        steps(tab)
        browser.close()


if __name__ == "__main__":
    main()
