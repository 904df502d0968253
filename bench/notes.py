"""Figures of the private notes, printed and not judged: `python -m bench.notes [--notes 5000] [--slow 4]`.

Fills the page of the built site (`make build` first) with made-up notes and prints, for each thing a reader does, the
longest task of the page, plain and with a passphrase. Tasks are measured in time of the processor and multiplied by
`slow`: on a busy machine the clock would count the work of others.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from macros.publish.policy import folder_policy
from tests.support.notes import PASSPHRASE, Notes, note
from tests.support.server import serve
from tests.support.setup import find_chromium

SITE = Path(__file__).resolve().parents[1] / "site"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
TRACED = ["toplevel", "devtools.timeline"]
WORDS = ("the", "letter", "came", "late", "and", "nobody", "rang", "so", "we", "fed", "ducks", "by", "a", "bridge")
SCROLL = """(most) => new Promise((resolve) => {
  const list = document.querySelector("[class$=view--list]");
  const from = scrollY;
  const step = () => {
    if (list.getBoundingClientRect().bottom < innerHeight || scrollY - from > most) return resolve();
    scrollBy(0, 600);
    requestAnimationFrame(step);
  };
  step();
})"""
NEAR_END = (
    """scrollTo(0, document.querySelector("[class$=view--list]").getBoundingClientRect().bottom + scrollY - 40000)"""
)


def made_up(count: int) -> bytes:
    """A file of `count` notes, four a day, of about forty words each."""
    entries = []
    for number in range(count):
        day = f"{2014 + number // 1344}-{1 + number // 112 % 12:02}-{1 + number // 4 % 28:02}"
        text = " ".join(WORDS[(number * 7 + at) % len(WORDS)] for at in range(40))
        moment = f"{day}T{8 + number % 4:02}:00:00.000+00:00"
        entries.append(
            note(
                id=f"n{number}", day=day, written=moment, changed=moment, hard=text, good=f"duck {number}", slept="fair"
            )
        )
    return json.dumps({"notes": 1, "entries": entries}).encode()


class Measure:
    """Prints the longest task while something is done and for half a second after."""

    def __init__(self, browser: Browser, tab: Notes, slow: float) -> None:
        self.browser, self.tab, self.slow = browser, tab, slow

    def __call__(self, name: str, work: Callable[[], object]) -> None:
        """Does `work` and prints what it cost, under `name`."""
        with tempfile.TemporaryDirectory() as folder:
            trace = Path(folder) / "trace.json"
            self.browser.start_tracing(page=self.tab.page, path=trace, categories=TRACED)
            work()
            self.tab.page.wait_for_timeout(500)
            self.browser.stop_tracing()
            events: list[dict[str, Any]] = json.loads(trace.read_text(encoding="utf-8"))["traceEvents"]
        tasks = [event.get("tdur", 0) / 1000 * self.slow for event in events if event["name"].endswith("RunTask")]
        print(f"{name:28} longest task {max(tasks):5.0f} ms; over 100 ms: {sum(task > 100 for task in tasks)}")


def steps(tab: Notes, measure: Measure) -> None:
    """Everything a reader does with many notes."""
    page = tab.page
    measure("open the list", lambda: tab.show("list"))
    measure("type a search", lambda: page.locator("input[type=search]").press_sequentially("duck 49", delay=90))
    measure("clear the search", lambda: page.fill("input[type=search]", ""))
    measure("scroll 200,000 pixels", lambda: page.evaluate(SCROLL, 200_000))
    page.evaluate(NEAR_END)
    page.wait_for_timeout(500)
    measure("scroll to the end", lambda: page.evaluate(SCROLL, 100_000))
    measure("open the calendar", lambda: tab.show("calendar"))
    measure("open the pictures", lambda: tab.show("pictures"))
    measure("keep one more", lambda: tab.keep(hard="one more"))


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
        measure = Measure(browser, tab, given.slow)
        measure(f"add {given.notes} from a file", lambda: tab.add(made_up(given.notes)))
        tab.reload()
        steps(tab, measure)
        tab.reload()
        tab.lock_with()
        tab.reload()
        measure("open the lock", lambda: tab.unlock(PASSPHRASE))
        steps(tab, measure)
        browser.close()


if __name__ == "__main__":
    main()
