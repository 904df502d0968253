"""Writes the zoo: bare pages with the timer in every kind, for the eye, the tests and the benchmark.

    python -m tests.zoo.build FOLDER

Pages: practices/<slug>/ (a practice page without the theme), embed/<slug>/, several/
(many timers on one page), drawn/ (a timer and the drawing that follows it).
"""

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from macros.content.model import Practice
from macros.publish.folder import write_files
from macros.render.pacer import pacer_css
from macros.render.pictures import drawing_html
from macros.render.timer import embed_page, render_timer
from tests.zoo.samples import ALL, DRAWN, SAFETY, links

ROOT = Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title><link rel="stylesheet" href="{root}assets/tokens.css">
<link rel="stylesheet" href="{root}assets/fonts.css">
<link rel="stylesheet" href="{root}components/practice-timer/safety.css">
<link rel="stylesheet" href="{root}components/practice-timer/practice-timer.css">
<link rel="stylesheet" href="{root}components/practice-timer/embed.css">
<link rel="stylesheet" href="{root}components/practice-drawing/practice-drawing.css">
<script type="module" src="{root}zoo.js"></script></head>
<body class="practice-embed"><main class="practice-embed__main"><h1 class="practice-embed__title">{title}</h1>
{body}
<p><a href="{root}help/">After the timer</a></p></main></body></html>
"""
SCRIPT = """import { PracticeTimer } from "./components/practice-timer/practice-timer.js";
customElements.define("practice-timer", PracticeTimer);
"""
# With the drawings, the voice with which the timer speaks, and its base class.
COMPONENTS = ("practice-timer", "practice-drawing", "read-aloud", "shared")


def build(folder: Path) -> Path:
    """Write every page of the zoo below `folder`; returns it."""
    skipped = shutil.ignore_patterns("*.html", "*.md")
    for name in COMPONENTS:
        source = ROOT / "overrides" / "components" / name
        shutil.copytree(source, folder / "components" / name, ignore=skipped, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets", dirs_exist_ok=True)
    files = {
        "assets/pacers.css": pacer_css(ALL),
        "zoo.js": SCRIPT,
        "several/index.html": page("Several", [*ALL, ALL[0]], "../"),
        "drawn/index.html": page("Drawn", [DRAWN], "../", drawing_html(DRAWN.slug, DRAWN)),
        "help/index.html": page("Help", [], "../"),
        "practices/index.html": page("Practices", [], "../"),
    }
    for practice in ALL:
        files[f"practices/{practice.slug}/index.html"] = page(practice.title, [practice], "../../")
        embed = embed_page(practice, SAFETY, links("../../"), "https://example.org/")
        files[f"embed/{practice.slug}/index.html"] = embed.replace("components/index.js", "zoo.js")
    write_files(folder, files)
    return folder


def page(title: str, practices: Iterable[Practice], root: str, more: str = "") -> str:
    """A page of timers without the theme, and `more` HTML below them."""
    body = "\n".join((*(render_timer(practice, SAFETY, links(root)) for practice in practices), more))
    return PAGE.format(policy=POLICY, title=title.replace("<", "&lt;"), root=root, body=body)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
