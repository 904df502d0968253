"""The words of a page as the linker will see them: what is never linked is taken out, line for line."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.content.macro_calls import CALL

BREAK = "\x00"
_FENCE = re.compile(r"^( {0,3})(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\2[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ELEMENT = re.compile(r"<([a-z][\w-]*)\b[^>]*>.*?</\1\s*>", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*)[^()]*\)(?:\{[^}]*\})?")
_ANGLE = re.compile(r"<(?:https?://|mailto:)[^>]*>|<[^<>\s@]+@[^<>\s]+>")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t].*$", re.MULTILINE)
_TABLE_HEAD = re.compile(r"^[^\n]*\|[^\n]*\n(?=[ \t]*\|?[ \t:]*-{2,}[-| \t:]*$)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_TERM_CALL = re.compile(r"""\{\{\s*term\(\s*["']([^"']+)["']""")


@dataclass(frozen=True)
class Piece:
    """A run of text without markup, or a link to a term (`slug`), and the offset in the body."""

    text: str
    offset: int
    slug: str | None = None


@lru_cache(maxsize=4096)
def pieces(body: str, path: str) -> tuple[Piece, ...]:
    """What the linker meets on a page, in order: runs of plain text and links to terms.

    `path` is the page's path below docs/, against which links are resolved.
    """
    links: list[Piece] = []

    def keep_term(found: re.Match[str]) -> str:
        links.append(Piece("", found.start(), _term_call(found)))
        return _blank(found)

    def keep_link(found: re.Match[str]) -> str:
        slug = term_target(found["target"], path)
        if slug and not found.group().startswith("!"):
            links.append(Piece("", found.start(), slug))
        return _blank(found)

    text = _COMMENT.sub(_blank, _FENCE.sub(_blank, body))
    text = _HEADING.sub(_blank, _TABLE_HEAD.sub(_blank, text))
    text = CALL.sub(keep_term, _CODE.sub(_blank, text))
    text = _LINK.sub(keep_link, text)
    text = _TAG.sub(_blank, _ELEMENT.sub(_blank, _ANGLE.sub(_blank, text)))
    text = _EMPHASIS.sub(_blank, text)
    found = [Piece(run.group(), run.start()) for run in re.finditer(f"[^{BREAK}]+", _blocks(text))]
    found += [link for link in links if link.slug]
    return tuple(sorted(found, key=lambda piece: piece.offset))


def _blank(found: re.Match[str]) -> str:
    """Takes a match out but keeps its length and its line ends, so that offsets stay true."""
    return "".join("\n" if letter == "\n" else BREAK for letter in found.group())


def _blocks(text: str) -> str:
    """Breaks the text where a block ends: blank lines, list marks, table cells, quotes."""
    text = re.sub(r"\n(?=[ \t]*\n)", BREAK, text)
    text = re.sub(r"\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])", BREAK, text)
    text = re.sub(r"\n(?=[ \t]*\|)", BREAK, text)
    text = re.sub(r"\|", BREAK, text)
    return re.sub(r"(?m)^[ \t]*>", lambda mark: BREAK * len(mark.group()), text)


def _term_call(found: re.Match[str]) -> str | None:
    call = _TERM_CALL.match(found.group())
    return call.group(1) if call else None


def term_target(target: str, path: str) -> str | None:
    """The slug of the term that a link on page `path` leads to, or None."""
    target = target.partition("#")[0]
    if not target.endswith(".md") or ":" in target:
        return None
    full = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    folder, _, name = full.rpartition("/")
    return name.removesuffix(".md") if folder == "glossary" and name != "index.md" else None


_REFERENCE = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")


def paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """Blocks of prose with their line offset from the body's start (0 first): paragraphs and list items, marks and
    markup removed, headings, tables, code and block macros left out. Inline macros stay as they are written."""
    text = _COMMENT.sub(_blank, _FENCE.sub(_blank, body)).replace(BREAK, " ")
    block: list[str] = []
    start = 0
    for number, line in enumerate([*text.split("\n"), ""]):
        bare = line.strip()
        ends = not bare or bare.startswith(("#", "|", "<")) or CALL.fullmatch(bare)
        if (ends or _REFERENCE.match(line)) and block:
            yield start, " ".join(block)
            block = []
        if not ends:
            if not block:
                start = number
            block.append(_REFERENCE.sub("", line).strip().lstrip("> "))


def plain(text: str) -> str:
    """A paragraph without macros, markup and link targets: the words a reader sees."""
    text = re.sub(r"\{\{\s*(?:popular|term)\(.*?[\"']([^\"']*)[\"']\s*\)\s*\}\}", r"\1", text)
    text = CALL.sub("", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?", r"\1", text)
    text = re.sub(r"<[^>]+>", "", text)
    return re.sub(r"[*`]|\\(?=\w)", "", text).strip()
