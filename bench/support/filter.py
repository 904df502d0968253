"""The glossary's filter and the search in the browser: how long a keystroke takes to be painted."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from macros.publish.policy import folder_policy
from tests.support.server import serve

ROOT = Path(__file__).resolve().parents[2]
SLOWER = 4
PAINTED = """(input) => {
  window.taken = [];
  document.querySelector(input).addEventListener("input", (event) => {
    const start = event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.taken.push(performance.now() - start);
      port2.postMessage(0);
    });
  }, { capture: true });
}"""


class Field(NamedTuple):
    """Where one types and where answers show; `opener` is pressed first, if there is one."""

    input: str
    answers: str
    opener: str = ""


FILTER = Field(".glossary-filter__input", ".glossary-filter__results li")
SEARCH = Field(".search__input", ".search-answer", ".site-header [data-search-open]")


def keystrokes(browser: Browser, site: Path, words: list[str], field: Field = FILTER) -> list[float]:
    """Milliseconds from key to paint, at a quarter of the speed, for each letter of `words` typed and taken
    back."""
    with serve(site, "/", folder_policy(site)) as address:
        page = browser.new_page()
        page.goto(address + "glossary/")
        _warm(page, words[0], field)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(PAINTED, field.input)
        for word in words:
            page.keyboard.type(word, delay=250)
            for _ in word:
                page.keyboard.press("Backspace", delay=60)
        page.wait_for_timeout(500)
        times = [float(time) for time in page.evaluate("window.taken")]
        page.close()
    return times


def _warm(page: Page, word: str, field: Field) -> None:
    """Waits until the library and the index are there, as after the first word of a reader."""
    if field.opener:
        page.click(field.opener)
    page.fill(field.input, word)
    page.wait_for_selector(field.answers, timeout=120_000)
    page.fill(field.input, "")


def summary(times: list[float]) -> str:
    """Median, 95th of a hundred, worst."""
    ordered = sorted(times)
    return (
        f"{len(ordered)} keystrokes: median {statistics.median(ordered):.0f} ms, "
        f"95% under {ordered[int(len(ordered) * 0.95)]:.0f} ms, worst {ordered[-1]:.0f} ms"
    )
