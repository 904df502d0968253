"""The filter in the browser: what it finds beside our own matcher, and how long a keystroke takes to be painted."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from macros.publish.policy import folder_policy
from tests.support.server import serve

ROOT = Path(__file__).resolve().parents[2]
SLOWER = 4
PAINTED = """() => {
  window.taken = [];
  document.querySelector(".glossary-filter__input").addEventListener("input", (event) => {
    const start = event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.taken.push(performance.now() - start);
      port2.postMessage(0);
    });
  }, { capture: true });
}"""
COMPARE = """async ([terms, phrases]) => {
  const { Matcher } = await import("/overrides/components/glossary-filter/matching.js");
  const { OwnMatcher } = await import("/bench/own_matcher.js");
  const score = async (Kind) => {
    const matcher = new Kind(terms);
    await matcher.ready;
    const found = { first: 0, three: 0, took: [] };
    for (const [text, term] of phrases) {
      const start = performance.now();
      const slugs = matcher.find(text).found.slice(0, 3).map((hit) => hit.term.id);
      found.took.push(performance.now() - start);
      found.first += slugs[0] === term;
      found.three += slugs.includes(term);
    }
    return found;
  };
  return { library: await score(Matcher), own: await score(OwnMatcher) };
}"""


def compare(browser: Browser, terms: list[dict[str, Any]], phrases: list[tuple[str, str]]) -> dict[str, Any]:
    """Asks the library and our own matcher the same phrases: counts found first and in three, milliseconds each."""
    with serve(ROOT) as address:
        page = browser.new_page()
        page.goto(address + "overrides/404.html")
        found: dict[str, Any] = page.evaluate(COMPARE, [terms, phrases])
        page.close()
    return found


def keystrokes(browser: Browser, site: Path, words: list[str]) -> list[float]:
    """Milliseconds from key to paint, at a quarter of the speed, for each letter of `words` typed and taken back."""
    with serve(site, "/", folder_policy(site)) as address:
        page = browser.new_page()
        page.goto(address + "glossary/")
        _warm(page, words[0])
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(PAINTED)
        for word in words:
            page.keyboard.type(word, delay=250)
            for _ in word:
                page.keyboard.press("Backspace", delay=60)
        page.wait_for_timeout(500)
        taken = [float(each) for each in page.evaluate("window.taken")]
        page.close()
    return taken


def _warm(page: Page, word: str) -> None:
    """Waits until the library and the index are there, as after the first word of a reader."""
    page.fill(".glossary-filter__input", word)
    page.wait_for_selector(".glossary-filter__results li", timeout=120_000)
    page.fill(".glossary-filter__input", "")


def summary(taken: list[float]) -> str:
    """Median, 95th of a hundred, worst."""
    ordered = sorted(taken)
    return (
        f"{len(ordered)} keystrokes: median {statistics.median(ordered):.0f} ms, "
        f"95% under {ordered[int(len(ordered) * 0.95)]:.0f} ms, worst {ordered[-1]:.0f} ms"
    )
