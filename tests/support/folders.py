"""A small built folder for the publish passes, and what differs between two states of a folder."""

from pathlib import Path

from macros.publish.folder import write_files

PAGE = """<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}assets/site.css">
<link rel="icon" href="{root}assets/images/mark.svg"></head>
<body><main class="shown">
<p class="saved-copy" hidden>A copy of <time class="saved-copy__date"></time>.</p>
<h1>{title}</h1> <p>A   line of   text.</p>
<p class="offline-copy__zip" hidden>
<a data-href="{root}site.zip">The site</a>, <span class="offline-copy__size">?</span></p>
<script>document.title = document.title;</script>
<script type="module" src="{root}components/index.js"></script></main></body></html>
"""
PAGES = {"index.html": "", "guides/x/index.html": "../../", "embed/y/index.html": "../../", "404.html": "/"}


def small_folder(site: Path) -> Path:
    """Writes into `site` what every pass has something to do with: pages, a sheet,
    modules, an image, a source map."""
    write_files(site, {name: PAGE.format(title=name, root=root) for name, root in PAGES.items()})
    others = {
        "assets/site.css": "/* said */ .shown { color: red } .never { color: blue }",
        "assets/images/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        "assets/javascripts/bundle.0123abcd.min.js": "1;",
        "assets/javascripts/bundle.0123abcd.min.js.map": "{}",
        "components/index.js": 'import { a } from "./a.js";\na();\n',
        "components/a.js": 'export const a = () => document.body.classList.add("made-here");\n',
        "search/index.js": "(window.siteData??={}).index={};\n",
    }
    write_files(site, others)
    return site


def contents(site: Path) -> dict[str, bytes]:
    """The bytes of every file by its path below `site`."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """Paths that are new, gone or not the same."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
