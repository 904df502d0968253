"""How fast the finished folder is beside plain Material with the same content: `python -m bench.speed
[--rounds 5]`.

Builds the site twice: as published, and with the theme as it comes (our overrides, styles and scripts left
out; the macros' words stay). Both are served packed by the same server and measured in turn by Lighthouse as
on a phone; the table shows medians, the spread of the ratio, bytes and requests. Then: interactions at 4x,
the next page, what the publish passes cost. Nothing fails here; a busy machine makes times useless, ratios
less so.
"""

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.support.interactions import interactions, next_page
from bench.support.lighthouse import SCORES, installed, measure
from bench.support.packed import serve_packed
from bench.support.timing import load
from macros.publish.passes import chosen_passes
from tools.setup import find_chromium

EMPTY = '<!doctype html><html lang="en"><title>Five</title><body><p>A page of five words.</p></body></html>'
ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / "build" / "bench"
PAGES = {
    "home": "",
    "guide": "guides/what-is-nervous-system-healing/",
    "practice": "practices/longer-out-breath/",
    "term": "glossary/vagal-tone/",
    "glossary": "glossary/",
    "journal": "tools/journal/",
}


def plain_settings(text: str) -> str:
    """mkdocs.yml without our overrides, which bring all our styles and scripts."""
    text = re.sub(r"^  custom_dir: .*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^(watch|strict): .*\n", "", text, flags=re.MULTILINE)


@contextmanager
def settings_file() -> Iterator[Path]:
    """The plain settings beside mkdocs.yml, since its paths count from there; gone afterwards."""
    path = ROOT / f".plain-{os.getpid()}.yml"
    path.write_text(plain_settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8")), encoding="utf-8")
    try:
        yield path
    finally:
        path.unlink()


def build(settings: Path, site: Path) -> float:
    """Builds once; seconds of the processor. Raises RuntimeError with the build's words when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--config-file",
        str(settings),
        "--site-dir",
        str(site),
    ]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_ADDRESS": "https://steady-ground.example/"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def finish(site: Path) -> dict[str, float]:
    """Runs every pass; seconds of the processor that each took."""
    seconds = {}
    for name, run in chosen_passes().items():
        start = time.process_time()
        run(site)
        seconds[name] = time.process_time() - start
    return seconds


def report_build(plain: float, ours: float, passes: dict[str, float], count: int) -> None:
    """Prints what building costs."""
    total = sum(passes.values())
    print(f"\nBuild, seconds of the processor ({count} pages, {load()})")
    print(
        f"  plain {plain:.2f}, ours {ours:.2f}, passes {total:.2f} = {total / plain:.0%} of plain (aim 35%)"
    )
    print(
        f"  per page: plain {1000 * plain / count:.1f} ms, "
        f"ours with passes {1000 * (ours + total) / count:.1f} ms"
    )
    print("  " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in passes.items()))


def compare(program: Path, plain: str, ours: str, rounds: int, *, applied: bool) -> None:
    """Lighthouse on every page, plain and ours in turn; prints medians, ratios and their spread."""
    for name, path in PAGES.items():
        runs: dict[str, list[dict[str, float]]] = {"plain": [], "ours": []}
        for _ in range(rounds):
            for side, root in (("plain", plain), ("ours", ours)):
                runs[side].append(measure(program, root + path, applied=applied))
        report_page(name, runs["plain"], runs["ours"])


def report_floor(program: Path, rounds: int, *, applied: bool) -> None:
    """The paint of a page of five words: what no page can go below on this server."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "index.html").write_text(EMPTY, encoding="utf-8")
        with serve_packed(Path(folder)) as root:
            runs = [measure(program, root, applied=applied) for _ in range(rounds)]
    print(
        f"\nA page of five words: first paint {_median(runs, 'first paint, ms'):.0f} ms, median of {rounds}"
    )


def report_page(name: str, plain: list[dict[str, float]], ours: list[dict[str, float]]) -> None:
    """One page's figures."""
    print(f"\n{name} (Lighthouse, phone, median of {len(ours)}, {load()})")
    print(
        "  scores: "
        + ", ".join(f"{key} {_median(plain, key):.0f} -> {_median(ours, key):.0f}" for key in SCORES)
    )
    for key in (key for key in ours[0] if key not in SCORES):
        ratios = [mine[key] / theirs[key] for mine, theirs in zip(ours, plain, strict=True) if theirs[key]]
        spread = (
            f"ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
            if ratios
            else ""
        )
        digits = 3 if key == "layout shift" else 0
        print(f"  {key}: {_median(plain, key):.{digits}f} -> {_median(ours, key):.{digits}f}  {spread}")


def _median(runs: list[dict[str, float]], key: str) -> float:
    return statistics.median(run[key] for run in runs)


def report_interactions(ours: str, rounds: int) -> None:
    """Interactions at a quarter of the speed, and the next page at full speed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        print(
            f"\nInteractions at 4x, ms from touch to next paint, "
            f"median and worst of {rounds} (aim 200; {load()})"
        )
        for name, times in interactions(browser, ours, rounds).items():
            print(f"  {name}: {statistics.median(times):.0f}, {max(times):.0f}")
        times = next_page(browser, ours, rounds)
        print("Next page visible, ms at full speed on loopback, median and worst (aim 100)")
        print(f"  {statistics.median(times):.0f}, {max(times):.0f}")
        browser.close()


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reckoned", action="store_true", help="reckon a slow line's times from a fast run")
    parser.add_argument("--pages", nargs="*", choices=PAGES, default=list(PAGES))
    chosen = parser.parse_args()
    for name in set(PAGES) - set(chosen.pages):
        del PAGES[name]
    with tempfile.TemporaryDirectory() as folder, settings_file() as settings:
        plain, ours = Path(folder) / "plain", Path(folder) / "ours"
        seconds = build(settings, plain), build(ROOT / "mkdocs.yml", ours)
        report_build(*seconds, finish(ours), len(list(ours.rglob("*.html"))))
        with serve_packed(plain) as there, serve_packed(ours) as here:
            report_interactions(here, chosen.rounds)
            program = installed(CACHE / "lighthouse")
            if program:
                report_floor(program, chosen.rounds, applied=not chosen.reckoned)
                compare(program, there, here, chosen.rounds, applied=not chosen.reckoned)
            else:
                print(
                    "\nLighthouse could not be installed (npm and its registry are needed): "
                    "paints are not measured."
                )


if __name__ == "__main__":
    main()
