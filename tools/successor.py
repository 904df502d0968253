"""Builds the same docs and macros with what may follow MkDocs and its theme, and compares page by page.

`python -m tools.successor [zensical|properdocs]`. Each builder has an environment of its own in .cache/. The
theme's own templates are used for all, since ours are written for one engine: what is compared is content and macros.
"""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "successor"
BUILDERS = {"zensical": "zensical==0.0.73", "properdocs": "properdocs==1.6.7"}
WRITTEN_AFTER = ("embed/", "print/")  # by the plugin when the build ends, which Zensical has no place for
CUSTOM = re.compile(r"^  custom_dir: .*\n", re.MULTILINE)
EXTENSION = "  - macros.successor\n"


class Content(HTMLParser):
    """What a page's article holds: ids, links of terms, timers, links within the site."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.terms: set[str] = set()
        self.links: set[str] = set()
        self.timers = 0
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Counts what stands in the article."""
        self.inside += tag == "article"
        if not self.inside:
            return
        found = {name: value or "" for name, value in attrs}
        if found.get("id", "").strip() and not found["id"].startswith("__"):
            self.ids.add(found["id"])
        if tag == "a":
            self.links.add(found.get("href", ""))
        if tag == "a" and "term-link" in found.get("class", ""):
            self.terms.add(found.get("href", "").rstrip("/").rpartition("/")[2])
        self.timers += tag == "practice-timer"

    def handle_endtag(self, tag: str) -> None:
        """Leaves the article."""
        self.inside -= tag == "article"


def read(site: Path) -> dict[str, Content]:
    """The content of every page of a built folder, by address."""
    pages = {}
    for page in sorted(site.rglob("index.html")):
        content = Content()
        content.feed(page.read_text(encoding="utf-8"))
        pages[page.parent.relative_to(site).as_posix()] = content
    return pages


def differences(ours: dict[str, Content], theirs: dict[str, Content]) -> list[str]:
    """A line for each page, id, term or timer that one of the two builds has and the other has not."""
    missing = (address for address in sorted(set(ours) - set(theirs)) if not f"{address}/".startswith(WRITTEN_AFTER))
    lines = [f"{address}: no such page" for address in missing]
    lines += [f"{address}: a page that we do not have" for address in sorted(set(theirs) - set(ours))]
    for address in sorted(set(ours) & set(theirs)):
        mine, other = ours[address], theirs[address]
        for name, we, they in (("ids", mine.ids, other.ids), ("terms", mine.terms, other.terms)):
            for word, only in (("lacks", we - they), ("adds", they - we)):
                if only:
                    lines.append(f"{address}: {word} {name} {', '.join(sorted(only)[:5])}")
        if mine.timers != other.timers:
            lines.append(f"{address}: {other.timers} timers, not {mine.timers}")
    return lines


def broken(site: Path, pages: dict[str, Content]) -> list[str]:
    """A line for each link of an article that leads to no file of the folder, or to no id of its page."""
    lines = []
    for address, content in pages.items():
        for link in sorted(content.links):
            path, _, mark = link.partition("#")
            path = path.partition("?")[0]
            if re.match(r"[a-z]+:|/", path):
                continue
            target = posixpath.normpath(posixpath.join(address, path))
            if f"{target}/".startswith(WRITTEN_AFTER) or (site / target).is_file():
                continue
            if target not in pages or (mark and mark not in pages[target].ids | {"__skip"}):
                lines.append(f"{address}: leads to {link}")
    return lines


def _project(folder: Path, successor: bool) -> None:
    """A copy of the project without our templates; for the successor, the linker among the extensions by name."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = CUSTOM.sub("", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    if successor:
        config = config.replace("\nplugins:", f"{EXTENSION}\nplugins:", 1)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def _python(name: str, package: str) -> Path:
    """Python of the builder's own environment, made on first use."""
    folder = CACHE / f"venv-{name}"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "--requirement", str(ROOT / "requirements.txt")], check=True)
        subprocess.run([*install, package], check=True)
    return python


def _build(python: Path, module: str, name: str) -> Path:
    folder = CACHE / f"project-{name}"
    _project(folder, successor=module == "zensical")
    strict = [] if module == "zensical" else ["--strict"]
    done = subprocess.run(
        [str(python), "-m", module, "build", *strict, "-f", "mkdocs.yml"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{name} could not build the site:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return folder / "site"


def main(names: list[str]) -> int:
    """Builds with MkDocs and with each builder named, and prints what differs; 1 when anything does."""
    ours = read(_build(Path(sys.executable), "mkdocs", "mkdocs"))
    failed = False
    for name in names:
        site = _build(_python(name, BUILDERS[name]), name, name)
        pages = read(site)
        found = differences(ours, pages) + broken(site, pages)
        print(f"{name}: {len(ours)} pages compared, {len(found)} differences")
        print("\n".join(found))
        failed |= bool(found)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(BUILDERS)))
