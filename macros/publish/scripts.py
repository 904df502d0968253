"""Joins our scripts into few classic files, makes them small, and lets the theme's wait for the first sign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from macros.publish.assets import HASHED, THEME_SCRIPT, change_pages, file_of, pages, root_of, swapped, write_hashed
from macros.publish.first_paint import after_paint
from macros.publish.joining import join, reach
from macros.publish.modules import Module, read_module
from macros.publish.smaller import smaller

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*\ssrc=\"(?P<address>[^\"]+)\"[^>]*)></script>\n?")
_MODULE = re.compile(r'\stype="module"')
_WITH_SCRIPTS = '<script>document.documentElement.className="js"</script>'
SOURCES = "components"  # the folder whose scripts are joined

Wanted = tuple[str, ...]  # paths of a page's scripts in the order in which they run


def join_scripts(site: Path) -> str:
    """Writes one script for each set of scripts that pages ask for, and rewrites the pages; a second run finds none.

    Raises JoinError for a module that cannot be joined.
    """
    wanted = {found for page in pages(site) if (found := _asked(site, page))}
    graph = _graph(site, {path for each in wanted for path in each})
    made = {each: _write(site, graph, each) for each in sorted(wanted)}
    changed = change_pages(site, lambda page, text: _rewrite(page, text, made))
    for path in graph:
        (site / path).unlink(missing_ok=True)
    return f"{len(graph)} scripts joined into {len(made)} for {changed} pages"


def _found(page: str, text: str) -> list[tuple[re.Match[str], str]]:
    """Scripts of a page that are ours to join, with their paths, in the order in which they run."""
    root = root_of(text)
    all_ = [(found, file_of(page, found["address"], root) or "") for found in _SCRIPT.finditer(text)]
    ours = [(found, path) for found, path in all_ if path.startswith(f"{SOURCES}/") and not HASHED.search(path)]
    return sorted(ours, key=lambda each: bool(_MODULE.search(each[0]["attributes"])))


def _asked(site: Path, page: Path) -> Wanted:
    text = page.read_text(encoding="utf-8")
    return tuple(path for _, path in _found(page.relative_to(site).as_posix(), text))


def _graph(site: Path, entries: Iterable[str]) -> dict[str, Module]:
    """Every module that `entries` need now or later."""
    graph: dict[str, Module] = {}
    waiting = sorted(entries)
    while waiting:
        path = waiting.pop()
        if path in graph or not (site / path).is_file():
            continue
        graph[path] = read_module(path, (site / path).read_text(encoding="utf-8"))
        waiting += [*(each for each, _ in graph[path].imports), *graph[path].dynamic]
    return graph


def _write(site: Path, graph: dict[str, Module], wanted: Wanted) -> str:
    """Writes the joined script for `wanted`, and what it brings later; returns its path."""
    texts = []
    for path in wanted:
        joined = join(
            graph, path, lambda stem, text: write_hashed(site, f"assets/{stem}.js", _small(text)).split("/")[-1]
        )
        texts.append(joined.main)
    text = "".join(texts)
    if any(len(reach(graph, path)) > 1 or graph[path].dynamic for path in wanted):
        return write_hashed(site, "assets/site.js", _small(after_paint(text)))
    return write_hashed(site, f"assets/{wanted[-1].rsplit('/', 1)[-1]}", _small(text))


def _small(script: str) -> str:
    return smaller("text/javascript", script)


def _rewrite(page: str, text: str, made: dict[Wanted, str]) -> str:
    """The page with one deferred script, which also knows where the theme's own is."""
    found = _found(page, text)
    if not found:
        return text
    first, path = found[0]
    address = swapped(first["address"], path, made[tuple(each for _, each in found)])
    theme = [
        each
        for each in _SCRIPT.finditer(text)
        if THEME_SCRIPT.match(file_of(page, each["address"], root_of(text)) or "")
    ]
    later = f' data-theme="{theme[0]["address"]}"' if theme else ""
    last = max(each.start() for each, _ in found)
    for each in sorted([*(each for each, _ in found), *theme], key=lambda each: -each.start()):
        tag = f'<script defer src="{address}"{later}></script>\n' if each.start() == last else ""
        text = text[: each.start()] + tag + text[each.end() :]
    return text.replace("</head>", f"{_WITH_SCRIPTS}</head>", 1) if theme else text
