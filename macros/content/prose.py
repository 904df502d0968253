"""A plain reading of a page's body: lines without code, paragraphs, links, the words a reader sees."""

import posixpath
import re
from collections.abc import Iterator

from macros.content.frontmatter import Document
from macros.content.macro_calls import CALL

CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_FENCED = re.compile(
    r"^[ \t>]*(?P<marks>`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?[ \t>]*(?P=marks)[ \t]*$", re.MULTILINE
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(
    r"(?<!!)\[[^\[\]]*\]\(\s*<?([^()\s>]+)>?[^()]*\)|^ {0,3}\[[^\[\]]+\]: *<?([^\s>]+)>?", re.MULTILINE
)
_HEADING = re.compile(r"^(#{1,6})\s*(.*?)\s*#*\s*(?:\{.*\})?\s*$")
_UNDERLINE = re.compile(r"^(=+|-+) *$")
_LIST_MARKER = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_STRAIGHT = re.compile(r"&(?:#0*39|#x0*27|apos|#0*34|#x0*22|quot);|['\"]", re.I)
_DOUBLE = re.compile(r'"|34|22|quot', re.I)
_OPENS_AFTER = (
    " \t\n\u00a0([{\u2013\u2014\u2018\u201c/"  # a quotation begins after one of these, or first in a block
)


def without_fences(body: str) -> str:
    """The body with its code fences emptied, their line ends kept; a fence that is never closed is text."""
    return _FENCED.sub(_line_ends, body)


def without_code(body: str) -> str:
    """The body without code, in fences and within lines; line ends are kept."""
    return CODE.sub(_line_ends, without_fences(body))


def _line_ends(code: re.Match[str]) -> str:
    return "\n" * code.group().count("\n")


def paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """Blocks of prose with their line from the body's start (0 first): paragraphs and list items, without
    headings, tables, code and block macros. Inline macros stay as they are written."""
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


Heading = tuple[int, int, str]  # line, level, words


def lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines of a body, numbered from the top of the file; those of code fences are empty."""
    yield from enumerate(without_fences(document.body).split("\n"), start=document.body_line)


def headings(document: Document) -> list[Heading]:
    """Line, level and words of every heading: with signs before it, or underlined at the start of a block."""
    result: list[Heading] = []
    numbered = [(document.body_line - 1, ""), *lines(document), (0, "")]
    for (_, above), (number, line), (_, below) in zip(numbered, numbered[1:], numbered[2:], strict=False):
        signs, underline = _HEADING.match(line), _UNDERLINE.match(below)
        if signs:
            result.append((number, len(signs.group(1)), signs.group(2)))
        elif underline and line.strip() and not above.strip():
            result.append((number, 1 if "=" in below else 2, line.strip()))
    return result


def links(document: Document) -> Iterator[tuple[int, str]]:
    """Line and target of every link in a page's text, as written; code holds none."""
    text = without_code(document.body)
    for link in _LINK.finditer(text):
        line = document.body_line + text.count("\n", 0, link.start(link.lastindex or 0))
        yield line, link[1] or link[2]


def target_path(path: str, target: str) -> str:
    """The page below docs/ that the link `target` on the page at `path` leads to."""
    name = re.split(r"[#?]", target, maxsplit=1)[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def curled_text(text: str, before: str = " ") -> tuple[str, str]:
    """The text with typographic quotes, and its last sign; `before` is the sign that stands ahead of it."""
    whole, at = "", 0
    for quote in _STRAIGHT.finditer(text):
        whole += text[at : quote.start()]
        after = text[quote.end() : quote.end() + 1]
        opens = (whole[-1:] or before) in _OPENS_AFTER and not after.isdigit()
        double = _DOUBLE.search(quote[0])
        whole += ("\u201c" if opens else "\u201d") if double else ("\u2018" if opens else "\u2019")
        at = quote.end()
    whole += text[at:]
    return whole, whole[-1:]
