"""Figures of the practice timer, printed and not judged: `python -m bench.timer [--minutes 5]`.

Serves the zoo, runs a real session of that length in Chromium at 1x, 4x and 20x processor slow-down, and
prints for each: milliseconds from the tap on Start to the first frame painted after it, drift at the end
(from the tap to the event `practice-timer-end`, less get-ready and total), the longest gap between frames and
the longest task while running, and the number of announcements. Then the bytes of script and style,
compressed with gzip -9: as written, and as published.
"""

import argparse
import gzip
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from macros.publish.esbuild import bundle
from tests.support.server import serve
from tests.support.timer import LISTEN
from tests.zoo.build import build
from tools.setup import find_chromium

COMPONENT = Path(__file__).resolve().parents[1] / "overrides" / "components" / "practice-timer"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
GET_READY_MS = 3000
WATCH = """
window.figures = { frame: 0, task: 0, first: 0, ended: 0 };
new PerformanceObserver((list) => {
  for (const { duration, startTime } of list.getEntries())
    if (startTime > (window.tapped ?? Infinity) + 1000) figures.task = Math.max(figures.task, duration);
}).observe({ entryTypes: ["longtask"] });
document.addEventListener("click", ({ target, timeStamp }) => {
  if (target.name !== "start") return;
  window.tapped = timeStamp;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      figures.first = performance.now() - timeStamp; watch(performance.now()); };
    channel.port2.postMessage(0);
  });
}, true);
document.addEventListener("practice-timer-end", () => { figures.ended = performance.now(); });
const watch = (before) => requestAnimationFrame((now) => {
  figures.frame = Math.max(figures.frame, now - before);
  if (!figures.ended) watch(now);
});
"""


def run(browser: Browser, address: str, rounds: int, slow: int) -> dict[str, float]:
    """One real session of `rounds` ten-second breaths, the processor `slow` times slower."""
    page = browser.new_page()
    page.add_init_script(LISTEN + WATCH)
    page.goto(f"{address}practices/longer-out-breath/?rounds={rounds}")
    page.wait_for_selector("practice-timer[data-state]")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.get_by_role("button", name="Start", exact=True).click()
    total = rounds * 10_000
    page.wait_for_selector("practice-timer[data-state=ended]", timeout=total + 60_000)
    results = figures(page, total)
    page.close()
    return results


def figures(page: Page, total: int) -> dict[str, float]:
    """What the page counted."""
    counted: dict[str, Any] = page.evaluate("({ ...figures, tapped, said: said.filter(Boolean).length })")
    drift = counted["ended"] - counted["tapped"] - GET_READY_MS - total
    return {
        "tap to first frame, ms": counted["first"],
        "drift at the end, ms": drift,
        "longest frame, ms": counted["frame"],
        "longest task, ms": counted["task"],
        "announcements": counted["said"],
    }


def sizes() -> dict[str, tuple[int, int]]:
    """Compressed bytes of script and style, as written and as esbuild bundles them."""
    names = ("practice-timer.js", "practice-timer.css")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(COMPONENT, folder, dirs_exist_ok=True)
        bundle(Path(folder), names, "--format=esm", "--entry-names=out/[name]")
        script, style = ((Path(folder) / "out" / name).read_text(encoding="utf-8") for name in names)
    written = "".join(file.read_text(encoding="utf-8") for file in sorted(COMPONENT.glob("*.js")))
    sheet = (COMPONENT / "practice-timer.css").read_text(encoding="utf-8")
    return {"as written": (packed(written), packed(sheet)), "as published": (packed(script), packed(style))}


def packed(text: str) -> int:
    """Bytes after gzip -9."""
    return len(gzip.compress(text.encode(), 9))


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--slow", type=int, nargs="*", default=[1, 4, 20])
    chosen = parser.parse_args()
    rounds = max(1, round(chosen.minutes * 6))
    for name, (script, style) in sizes().items():
        print(f"{name}: script {script} + style {style} = {script + style} bytes")
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(build(Path(folder))) as address,
        sync_playwright() as player,
    ):
        browser = player.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for slow in chosen.slow:
            results = run(browser, address, rounds, slow)
            print(f"{slow}x: " + ", ".join(f"{name} {value:.1f}" for name, value in results.items()))
        browser.close()


if __name__ == "__main__":
    main()
