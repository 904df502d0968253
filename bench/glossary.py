"""Measures the glossary: the cost of linking and its growth, the filter, the sizes. See README.md."""

from __future__ import annotations

import gzip
import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.support.filter import SEARCH, keystrokes, summary
from bench.support.sites import make_ours, titles
from bench.support.timing import Build, in_turn, load
from tests.conftest import FLAGS
from tools.setup import find_chromium

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "bench"
SMALL, LARGE = 250, 1000
LARGE_WANTED = os.environ.get("BENCH_LARGE", "1") != "0"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))


def ours(count: int) -> dict[str, Build]:
    """Our site of `count` pages and `count` terms, without linking and with it."""
    folder = FOLDER / f"ours-{count}"
    make_ours(folder, count, count)
    return {
        "without": Build(sys.executable, folder, {"BENCH_LINKING": "0"}),
        "with": Build(sys.executable, folder, {"BENCH_LINKING": "1"}),
    }


def linking(count: int, rounds: int) -> None:
    """Prints the cost of linking and backlinks for `count` pages and terms."""
    costs = in_turn(ours(count), rounds)
    print(f"Linking, {count} pages x {count} terms, {rounds} round(s), {load()}")
    for name, cost in costs.items():
        ratio = cost.cpu / costs["without"].cpu
        print(f"  {name:<12} {cost.cpu:7.1f} s cpu {cost.wall:7.1f} s clock   ratio {ratio:.3f}")


def sizes(site: Path) -> None:
    """Prints what the search weighs, compressed."""
    weigh = {
        "search index": next(site.glob("search/index*.js")).read_text(encoding="utf-8"),
        "words of danger": next(site.glob("search/danger*.js")).read_text(encoding="utf-8"),
        "MiniSearch": (ROOT / "overrides/components/vendor/minisearch.js").read_text(encoding="utf-8"),
    }
    for name, text in weigh.items():
        print(
            f"  {name:<18} {len(text) / 1024:8.0f} KB, "
            f"compressed {len(gzip.compress(text.encode())) / 1024:6.0f} KB"
        )


def filtering(site: Path) -> None:
    """Prints what a keystroke costs on `site`, in the filter and in the search, and the sizes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        words = [titles(1000)[at][:9] for at in (3, 170, 611)] + ["sleep wor"]
        print(f"Filter, {LARGE} terms, key to paint at 4x slow-down, {load()}")
        print(f"  {summary(keystrokes(browser, site, words))}")
        print(f"Search, {LARGE} terms, key to paint at 4x slow-down, {load()}")
        print(f"  {summary(keystrokes(browser, site, words, SEARCH))}")
        browser.close()
    print(f"Sizes, {LARGE} terms")
    sizes(site)


def filter_site() -> Path:
    """A built site of 1,000 terms: that of the large run, or one with ten pages."""
    large = FOLDER / f"ours-{LARGE}" / "site"
    if not (large / "glossary.json").exists():
        make_ours(FOLDER / f"ours-{LARGE}", 10, LARGE)
        in_turn({"filter": Build(sys.executable, FOLDER / f"ours-{LARGE}", {})}, 1)
    return large


def main() -> None:
    """All of it; a part when its name is given (linking, large, filter)."""
    parts = sys.argv[1:] or ["linking", *(["large"] if LARGE_WANTED else []), "filter"]
    if "linking" in parts:
        linking(SMALL, ROUNDS)
    if "large" in parts:
        linking(LARGE, 1)
    if "filter" in parts:
        filtering(filter_site())


if __name__ == "__main__":
    main()
