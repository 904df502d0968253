"""`python -m tools.successor [zensical|properdocs]`: builds the same docs with what may follow MkDocs, and
compares.

Each builder has an environment of its own in .cache/. All use the theme's own templates, since ours are
written for one engine: what is compared is content and macros, page by page.
"""

import posixpath
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from macros.content.library import load

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "successor"
BUILDERS = {"zensical": "zensical==0.0.73", "properdocs": "properdocs==1.6.7"}


class Article(HTMLParser):
    """A page's article: ids, timers and links of terms in `parts`, all links within the site in `links`."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.address, self.depth = address, 0
        self.parts: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what an element inside the article is; links become paths below the site's root."""
        self.depth += tag == "article"
        values = {name: value or "" for name, value in attrs} if self.depth else {}
        if values.get("id", "").strip() and not values["id"].startswith("__"):  # the theme's own
            self.parts.add(f"id {values['id']}")
        if tag == "practice-timer" and self.depth:
            self.parts.add(f"timer {values.get('aria-label', '')}")
        if tag == "a" and ":" not in values.get("href", ":"):
            path, mark, fragment = values["href"].partition("#")
            link = posixpath.normpath(posixpath.join("/", self.address, path)) + mark + fragment
            self.links.add(f"link to {link}")
            if "term-link" in values.get("class", ""):
                self.parts.add(f"term {link}")

    def handle_endtag(self, tag: str) -> None:
        """Leaves the article."""
        self.depth -= tag == "article"


def differences(ours: dict[str, Article], theirs: dict[str, Article]) -> list[str]:
    """A line for each page or part that only one of two builds has, and for each link that ours has not.

    Ours may have more links: Zensical runs nothing at the end of a build, when the lists of mentions are
    filled.
    """
    lines = [f"{address}: no such page" for address in sorted(ours.keys() - theirs.keys())]
    for address in sorted(ours.keys() & theirs.keys()):
        mine, other = ours[address], theirs[address]
        lines += [f"{address}: lacks {part}" for part in sorted(mine.parts - other.parts)]
        lines += [
            f"{address}: adds {part}"
            for part in sorted((other.parts | other.links) - mine.parts - mine.links)
        ]
    return lines


def build(builder: str, package: str = "") -> dict[str, Article]:
    """The articles of all pages as the module `builder` builds them, by address. Stops with its words when it
    fails."""
    python, folder = str(CACHE / f"venv-{builder}" / "bin" / "python"), CACHE / f"project-{builder}"
    if not package:
        python = sys.executable
    elif not Path(python).exists():
        subprocess.run([sys.executable, "-m", "venv", CACHE / f"venv-{builder}"], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "--requirement", str(ROOT / "requirements.txt")], check=True)
        subprocess.run([*install, package], check=True)
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("docs", "macros", "overrides", "tools"):
        shutil.copytree(ROOT / name, folder / name)
    settings = re.sub(r"\n  custom_dir: .*", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    if builder == "zensical":
        settings = settings.replace("module_name: macros", "module_name: tools.for_zensical")
        settings = settings.replace("\nplugins:", "  - tools.for_zensical\n\nplugins:", 1)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = subprocess.run(
        [python, "-m", builder, "build"], cwd=folder, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{builder} could not build the site:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    files = {page.url: folder / "site" / page.url / "index.html" for page in load(ROOT)[0].pages.values()}
    return {
        url: Article(url, file.read_text(encoding="utf-8")) for url, file in files.items() if file.exists()
    }


def main(builders: list[str]) -> int:
    """Builds with MkDocs and with each of `builders`, and prints what differs; 1 when anything does."""
    ours, status = build("mkdocs"), 0
    for builder in builders:
        lines = differences(ours, build(builder, BUILDERS[builder]))
        print("\n".join([f"{builder}: {len(ours)} pages compared, {len(lines)} differences", *lines]))
        status = 1 if lines else status
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(BUILDERS)))
