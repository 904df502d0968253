"""Joins a page's style sheets into one, trims it to what pages of that kind need, and puts it into the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from macros.publish.assets import HASHED, change_pages, file_of, pages, root_of, swapped, write_hashed
from macros.publish.trim import THEME_TAGS, page_labels, page_tags, script_words, small, trim

_LINK = re.compile(r'<link rel="stylesheet" href="(?P<address>[^"]+)"(?: media="(?P<media>[^"]+)")?>\n?')
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_KIND = re.compile(r" page--([\w-]+)")
_URL = re.compile(r'url\((?P<quote>["\']?)(?!data:|#|/|https?:)(?P<path>[^"\')]+)(?P=quote)\)')
_RIGHT_TO_LEFT = re.compile(r'\bdir="?rtl')
_TAG = re.compile(r"<([a-z]+-[a-z-]+)")
_THEME = re.compile(r"(?:bundle|search)\.[0-9a-f]{8}\.min\.js$")  # its scripts' words are those of every feature
_SCRIPT = re.compile(r"/([a-z]+-[a-z-]+)\.[0-9a-f]{8}\.js")
INDEX = "search/search_index.json"
ROOT = "site-root:"  # stands for the way from a page to the site's root until the page is known

Sheets = tuple[tuple[str, str], ...]  # (path, media) of the sheets in the order of the page
Key = tuple[Sheets, str]  # with the kind of page


@dataclass
class Group:
    """Pages that share one sheet: they ask for the same sheets and are of one kind."""

    labels: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # of elements of ours, and of scripts
    right_to_left: bool = False


def join_styles(site: Path, *, inline: bool = True) -> str:
    """Puts one trimmed sheet into each page (or beside it, with `inline` false); sheets without use go.

    A second run finds no sheet to join. Raises ValueError for a sheet that cannot be read.
    """
    groups, alone = _groups(site)
    if not groups:
        return "no sheets to join"
    scripts = {file.name: script_words(file.read_text(encoding="utf-8")) for file in site.glob("assets/**/*.js")}
    found = {tag for index in site.glob(INDEX) for tag in page_tags(index.read_text(encoding="utf-8"))} | THEME_TAGS
    made = {key: _sheet(site, key[0], group, scripts, found) for key, group in groups.items()}
    names = {path: write_hashed(site, path, small((site / path).read_text(encoding="utf-8"))) for path in alone}
    beside = (
        {}
        if inline
        else {key: write_hashed(site, f"assets/{key[1]}.css", _from(text, "../")) for key, text in made.items()}
    )
    changed = change_pages(site, lambda page, text: _rewrite(page, _rename(page, text, names), made, beside))
    kept = {*names.values(), *beside.values()}
    for sheet in site.rglob("*.css"):
        if sheet.relative_to(site).as_posix() not in kept:
            sheet.unlink()
    sizes = sum(len(text) for text in made.values()) // len(made)
    return f"{len(made)} sheets of {sizes} characters on average for {changed} pages"


def _key(page: str, text: str) -> Key:
    """What decides a page's sheet; no sheets for a page that asks for none. Plain pages differ by part of the site."""
    found = _KIND.search(text)
    kind = found[1] if found else "plain"
    part = f"-{page.partition('/')[0]}" if kind == "plain" else ""
    return tuple(path_media for _, path_media in _found(page, text)), kind + part


def _sheets(page: str, text: str) -> list[tuple[re.Match[str], str]]:
    """Links to the site's own sheets, with their paths."""
    root = root_of(text)
    found = [(each, file_of(page, each["address"], root)) for each in _LINK.finditer(text)]
    return [(each, path) for each, path in found if path]


def _found(page: str, text: str) -> list[tuple[re.Match[str], tuple[str, str]]]:
    """The same, but for those that only readers without scripts get."""
    shut = [found.span() for found in _NOSCRIPT.finditer(text)]
    links = [(each, path) for each, path in _sheets(page, text) if not any(a < each.start() < b for a, b in shut)]
    return [(each, (path, each["media"] or "")) for each, path in links]


def _rename(page: str, text: str, names: dict[str, str]) -> str:
    """The page with the new names of sheets that stay by themselves."""
    for link, path in reversed(_sheets(page, text)):
        if path in names:
            start, end = link.span("address")
            text = text[:start] + swapped(link["address"], path, names[path]) + text[end:]
    return text


def _groups(site: Path) -> tuple[dict[Key, Group], set[str]]:
    """The pages in groups, and the paths of sheets that stay by themselves."""
    groups: dict[Key, Group] = {}
    asked: set[str] = set()
    for page in pages(site):
        path, text = page.relative_to(site).as_posix(), page.read_text(encoding="utf-8")
        asked |= {sheet for _, sheet in _sheets(path, text) if not HASHED.search(sheet)}
        key = _key(path, text)
        if key[0]:
            group = groups.setdefault(key, Group())
            group.labels |= page_labels(text)
            group.tags |= page_tags(text)
            group.names |= {*_TAG.findall(text), *_SCRIPT.findall(text)}
            group.right_to_left |= bool(_RIGHT_TO_LEFT.search(text))
    return groups, asked - {path for sheets, _ in groups for path, _ in sheets}


def _words(scripts: dict[str, set[str]], group: Group) -> set[str]:
    """Words of every script but those of elements that stand on none of the group's pages ("a-b_c-d" is of two)."""
    absent = {name for name in scripts if _of_elements(name) and not group.names & _parts(name)}
    return set().union(*(words for name, words in scripts.items() if name not in absent))


def _parts(script: str) -> set[str]:
    return set(script.partition(".")[0].split("_"))


def _of_elements(script: str) -> bool:
    return all("-" in part for part in _parts(script))


def _sheet(site: Path, sheets: Sheets, group: Group, scripts: dict[str, set[str]], found: set[str]) -> str:
    """The sheets as one, their addresses counted from the site's root. `found`: elements in what the search shows."""
    words = _words(scripts, group)
    ours = _words({name: each for name, each in scripts.items() if not _THEME.match(name)}, group)
    parts = []
    for path, media in sheets:
        text = _URL.sub(partial(_from_root, path), (site / path).read_text(encoding="utf-8"))
        parts.append(f"@media {media} {{ {text} }}" if media else text)
    tags = group.tags | ours | found
    return trim("\n".join(parts), group.labels, words, tags=tags, right_to_left=group.right_to_left)


def _from_root(sheet: str, found: re.Match[str]) -> str:
    return f'url("{ROOT}{file_of(sheet, found["path"])}")'


def _from(sheet: str, way: str) -> str:
    return sheet.replace(ROOT, way)


def _rewrite(page: str, text: str, made: dict[Key, str], beside: dict[Key, str]) -> str:
    key = _key(page, text)
    if key not in made:
        return text
    way = root_of(text) or "../" * page.count("/")
    tag = f'<link rel="stylesheet" href="{way}{beside[key]}">' if beside else f"<style>{_from(made[key], way)}</style>"
    links = [each for each, _ in _found(page, text)]
    for each in reversed(links):
        text = text[: each.start()] + (tag if each is links[-1] else "") + text[each.end() :]
    return text
