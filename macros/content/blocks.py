"""The runs of text of a page, as the site's Markdown cuts it: headings, table heads, code and raw HTML blocks left out.

The linker works on the finished tree; the scan for mentions must meet the same runs without paying for a conversion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = "\x00"
_FENCE = re.compile(r"([ \t>]*)(`{3,}|~{3,})([^`]*)$")
_PREFIX = re.compile(r"[ \t>]*")
_HTML = re.compile(r"^ {0,3}(?:<!--|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)\b(?P<attributes>[^>]*)>)", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)\b[^>]*?(/?)>")
_MARKDOWN = re.compile(r"\bmarkdown\b(?!\s*=\s*[\"']?0)")
_HEADING = re.compile(r"#{1,6}")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_RULER = re.compile(r"\|?[ :|-]*-[ :|-]*$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.) +|^ {0,3}: {1,3}")
_DEFINITION = re.compile(r" {0,3}: {1,3}")
_NOTE = re.compile(r"!!! ?[\w-]")
_QUOTE = re.compile(r" {0,3}> ?")
_PIPE = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

# Elements that begin a raw block at the start of a line, as Python-Markdown lists them.
BLOCK_TAGS = frozenset(
    """address article aside blockquote body canvas center colgroup dd details div dl dt fieldset figcaption figure
    footer form group h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main map math menu nav noscript object
    ol option output p pre progress script section style summary table tbody td textarea tfoot th thead tr ul
    video""".split()
)
EMPTY_TAGS = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements whose text is never linked, wherever they stand.
NEVER = frozenset("a h1 h2 h3 h4 h5 h6 th code pre kbd button script style summary".split())


def runs(text: str) -> Iterator[str]:
    """Each run of inline text of a page in reading order: a paragraph, an item, a table's cell, a term's definition."""
    yield from _runs(without_html("\n".join(without_fences(text.expandtabs(4).split("\n")))).split("\n"))


def without_fences(lines: list[str]) -> list[str]:
    """The same lines with those of code fences empty, at any indent and inside quotes; an open fence is text."""
    kept = list(lines)
    start = 0
    while start < len(kept):
        opening = _FENCE.match(kept[start])
        end = _fence_end(kept, start, opening) if opening else None
        if end is not None:
            kept[start : end + 1] = [""] * (end + 1 - start)
        start = start + 1 if end is None else end + 1
    return kept


def _fence_end(lines: list[str], start: int, opening: re.Match[str]) -> int | None:
    width = len(opening.group(1))
    for number in range(start + 1, len(lines)):
        found = _PREFIX.match(lines[number])
        indent = min(width, found.end() if found else 0)
        rest = lines[number][indent:]
        if rest.rstrip() == opening.group(2):
            return number
        if indent < width and rest.strip():
            return None
    return None


def without_html(text: str) -> str:
    """The text without blocks of raw HTML and comments; what stands inside `<div markdown>` stays."""
    kept: list[str] = []
    place = 0
    for found in _HTML.finditer(text):
        end = _html_end(text, found) if found.start() >= place else None
        if end is not None:
            kept += [text[place : found.start()], "\n\n"]
            place = end
    return "".join(kept) + text[place:]


def _html_end(text: str, found: re.Match[str]) -> int | None:
    """Where the block that `found` opens ends; None when it opens none."""
    if found["name"] is None:
        end = text.find("-->", found.end())
        return end + 3 if end >= 0 else None
    name = found["name"].lower()
    if name not in BLOCK_TAGS:
        return None
    readable = _MARKDOWN.search(found["attributes"]) and "no-gloss" not in found["attributes"] and name not in NEVER
    if found["close"] or name in EMPTY_TAGS or readable:
        return found.end()
    return _element_end(text, text.index("<", found.start()))


def _element_end(text: str, start: int) -> int:
    """End of the element that opens at `start`, or of the text when it is never closed."""
    open_tags: list[str] = []
    for closing, name, alone in _TAG.findall_iter(text, start) if False else _tags(text, start):
        pass_tag(open_tags, closing, name, alone)
        if not open_tags:
            return _end_of_tag[0]
    return len(text)
