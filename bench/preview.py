"""How long from saving a page to seeing it: `python -m bench.preview [--rounds 3]`.

Runs `mkdocs serve` on two copies of the project in turn: ours, and plain Material with the same pages (no
macros, no hooks, no overrides). In each, a page of every kind is saved with a new word, and asked for until
the word is on it. Then a title is changed, and the list that shows it is asked for. Nothing fails here.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.speed import plain_settings
from bench.support.timing import load
from tests.support.server import free_port

ROOT = Path(__file__).resolve().parents[1]
AIM, PATIENCE = 4.0, 300.0  # seconds
CALM = 6.0  # seconds between two saves, as an author reads what was saved
KINDS = {
    "guide": "guides/sleep-and-rest.md",
    "practice": "practices/humming-breath.md",
    "term": "glossary/stress.md",
    "country": "help/in/ireland.md",
    "page": "about/privacy.md",
    "home": "index.md",
}


def bare_settings(text: str) -> str:
    """mkdocs.yml as plain Material: without our theme, our macros and our hooks."""
    text = re.sub(r"^plugins:\n(?:  .*\n)+", "plugins: []\n", plain_settings(text), flags=re.MULTILINE)
    return re.sub(r"^hooks: .*\n", "", text, flags=re.MULTILINE)


def copy_project(folder: Path, *, plain: bool) -> Path:
    """A copy of the project in `folder` whose pages can be changed."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in ("macros", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(bare_settings(settings) if plain else settings, encoding="utf-8")
    return folder


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """The address of a project while `mkdocs serve` runs."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", address]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, cwd=project, env=env)
    try:
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


def seconds_until(address: str, word: str) -> float:
    """Seconds until `word` is on the page at `address`. Raises TimeoutError when it does not come."""
    start = time.monotonic()
    while time.monotonic() - start < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if word in answer.read().decode():
                    return time.monotonic() - start
        except urllib.error.URLError:
            pass
        time.sleep(0.05)
    raise TimeoutError(f"'{word}' did not come to {address} within {PATIENCE:g} s.")


def address_of(root: str, path: str) -> str:
    """Where the page at `path` below docs/ is served."""
    return root + re.sub(r"(?:^|(?<=/))index/$", "", path.removesuffix(".md") + "/")


def measure(project: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds by what was saved, a number for each round."""
    seconds: dict[str, list[float]] = {}
    with serving(project) as root:
        seconds["start"] = [seconds_until(root, "</html>")]
        for number in range(rounds):
            for kind, path in KINDS.items():
                time.sleep(CALM)
                file = project / "docs" / path
                file.write_text(
                    f"{file.read_text(encoding='utf-8')}\nsaved{number}{kind}\n", encoding="utf-8"
                )
                seconds.setdefault(kind, []).append(
                    seconds_until(address_of(root, path), f"saved{number}{kind}")
                )
            time.sleep(CALM)
            file, title = project / "docs" / KINDS["term"], f"stress{number}"
            text = re.sub(
                r"^title: .*", f"title: {title}", file.read_text(encoding="utf-8"), flags=re.MULTILINE
            )
            file.write_text(text, encoding="utf-8")
            seconds.setdefault("a title", []).append(seconds_until(address_of(root, KINDS["term"]), title))
            if "custom_dir" in (project / "mkdocs.yml").read_text(encoding="utf-8"):
                seconds.setdefault("and on its list", []).append(seconds_until(f"{root}glossary/", title))
    return seconds


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        results = {}
        for name in ("plain", "ours"):
            (Path(folder) / name).mkdir()
            results[name] = measure(copy_project(Path(folder) / name, plain=name == "plain"), rounds)
    print(f"From saving to seeing, seconds: median and worst of {rounds} (aim {AIM:g}; {load()})")
    for kind, ours in results["ours"].items():
        plain = results["plain"].get(kind)
        beside = f"   plain {statistics.median(plain):5.1f} {max(plain):5.1f}" if plain else ""
        print(f"  {kind:16} {statistics.median(ours):5.1f} {max(ours):5.1f}{beside}")


if __name__ == "__main__":
    main()
