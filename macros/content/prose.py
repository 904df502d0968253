"""A plain reading of a page's body: its lines without code, its paragraphs, and the words a reader sees.

It follows no Markdown parser to the letter: rules on wording need the words, and what was linked is read from the
finished pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.macro_calls import CALL

CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_FENCED = re.compile(r"^[ \t>]*(?P<marks>`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?[ \t>]*(?P=marks)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIST_MARKER = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")


def without_fences(body: str) -> str:
    """The body with its code fences emptied, their line ends kept; a fence that is never closed is text."""
    return _FENCED.sub(_line_ends, body)


def without_code(body: str) -> str:
    """The body without code, in fences and within lines; line ends are kept."""
    return CODE.sub(_line_ends, without_fences(body))


def _line_ends(found: re.Match[str]) -> str:
    return "\n" * found.group().count("\n")


def paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """Blocks of prose with their line offset from the body's start (0 first): paragraphs and list items, marks and
    markup removed, headings, tables, code and block macros left out. Inline macros stay as they are written."""
    text = _COMMENT.sub(_line_ends, without_fences(body))
    block: list[str] = []
    start = 0
    for number, line in enumerate([*text.split("\n"), ""]):
        bare = line.strip()
        ends = not bare or bare.startswith(("#", "|", "<")) or CALL.fullmatch(bare)
        if (ends or _LIST_MARKER.match(line)) and block:
            yield start, " ".join(block)
            block = []
        if not ends:
            if not block:
                start = number
            block.append(_LIST_MARKER.sub("", line).strip().lstrip("> "))


def plain(text: str) -> str:
    """A paragraph without macros, markup and link targets: the words a reader sees."""
    text = re.sub(r"\{\{\s*(?:popular|term)\(.*?[\"']([^\"']*)[\"']\s*\)\s*\}\}", r"\1", text)
    text = CALL.sub("", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?", r"\1", text)
    text = re.sub(r"<[^>]+>", "", text)
    return re.sub(r"[*`]|\\(?=\w)", "", text).strip()
