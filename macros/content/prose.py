"""The words of a page as the linker will see them: what is never linked is taken out, markup by markup."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.content.blocks import BREAK, CODE, pass_tags, runs, without_fences
from macros.content.macro_calls import CALL

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!|\"'-])")
PRIVATE = 0xF0000  # characters for private use, which no page has
_SMART = ((re.compile(r"(?<!-)---(?!-)"), "\u2014"), (re.compile(r"(?<!-)--(?!-)"), "\u2013"))
_DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_HELD = re.compile("[\U000f0000-\U000fffff]")
ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
_ANGLE = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*://[^<>]*|[^<> !]+@[^@<> ]+)>")
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_FORBIDDEN = re.compile(
    r"(?P<marks>\*{1,3}|_{1,3})(?=\S)(?:(?!(?P=marks)(?=\S)|(?<=\S)(?P=marks)).)+?(?<=\S)(?P=marks)"
    r"\{[^{}\n]*\.no-gloss[^{}\n]*\}",
    re.DOTALL,
)
_UNDERSCORES = re.compile(
    r"(?<!\w)(?P<marks>_{1,3})(?![\s_])(?P<words>(?:(?!(?<!\w)_(?!\s)).)+?)(?<![\s_])(?P=marks)(?!\w)", re.DOTALL
)
_INLINE_ATTRIBUTES = re.compile(f"(?<={BREAK})\\{{:? *[^}}\n ][^}}\n]*\\}}")
_BLOCK_ATTRIBUTES = re.compile(r"\n *\{:? *([^}\n ][^\n]*)\} *$")
_LINE_BREAK = re.compile(r"  \n")
_TERM_CALL = re.compile(r"""\{\{-?\s*term\(\s*["']([^"']+)["']""")
_TITLE = re.compile(r"""\s+["'].*$""", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """A run of text without markup, or a link to a term: its `slug`, and no text."""

    text: str
    slug: str | None = None


@lru_cache(maxsize=4096)
def pieces(body: str, path: str) -> tuple[Piece, ...]:
    """What the linker meets on a page, in order: runs of plain text and links to terms.

    `path` is the page's path below docs/, against which links are resolved.
    """
    found, references = runs(CALL.sub(_as_markdown, body))
    return tuple(piece for run in found for piece in _pieces(run, path, references))


def _as_markdown(call: re.Match[str]) -> str:
    """What a macro call becomes before Markdown sees it: a link to a term, or HTML that is never linked."""
    term = _TERM_CALL.match(call.group())
    return f"[{BREAK}](/glossary/{term.group(1)}.md)" if term else BREAK


def _pieces(run: str, path: str, references: dict[str, str]) -> Iterator[Piece]:
    attributes = _BLOCK_ATTRIBUTES.search(run)
    if attributes:
        if "no-gloss" in attributes.group(1):
            return
        run = run[: attributes.start()]
    links: dict[int, str] = {}
    text = _without_html(_without_marks(_without_links(_held(run), path, references, links)))
    place = 0
    for part in text.split(BREAK):
        while links and min(links) <= place:
            yield Piece("", links.pop(min(links)))
        if part.strip():
            yield Piece(_finished(part))
        place += len(part) + 1
    for start in sorted(links):
        yield Piece("", links[start])


def _blank(found: re.Match[str]) -> str:
    """Takes a match out but keeps its length, so that the places of links stay true."""
    return BREAK * len(found.group())


def _held(run: str) -> str:
    """Code taken out, and what escapes and entities stand for held by private characters, safe from what looks for
    markup."""
    text = _ESCAPE.sub(lambda found: _private(found.group(1)), CODE.sub(_blank, run))
    return ENTITY.sub(lambda found: _private(character(found.group())), text)


def _private(letter: str) -> str:
    return chr(PRIVATE + ord(letter)) if letter <= "\uffff" else letter


def _finished(part: str) -> str:
    """Dashes and dots as `smarty` sets them, and the held characters given back."""
    for pattern, sign in _SMART:
        part = pattern.sub(sign, part)
    return _HELD.sub(lambda held: chr(ord(held.group()) - PRIVATE), _DOTS.sub("\u2026", part))


def _without_links(text: str, path: str, references: dict[str, str], links: dict[int, str]) -> str:
    """Takes links and images out; notes in `links` where one leads to a term."""
    place = text.find("[")
    while place >= 0:
        end, target = _link(text, place, references)
        if end:
            image = text[place - 1 : place] == "!"
            slug = None if image else term_target(target, path)
            if slug:
                links[place] = slug
            start = place - image
            text = text[:start] + BREAK * (end - start) + text[end:]
        place = text.find("[", end or place + 1)
    return text


def _link(text: str, start: int, references: dict[str, str]) -> tuple[int, str]:
    """End and target of the link whose words open at `start`; 0 when it is none."""
    end = _closing(text, start, "[]")
    if not end:
        return 0, ""
    if text[end : end + 1] == "(":
        close = _closing(text, end, "()")
        return (close, _TITLE.sub("", text[end + 1 : close - 1].strip()).strip("<>")) if close else (0, "")
    named = re.compile(r"\s?\[([^\]]*)\]").match(text, end)
    words = text[start + 1 : end - 1]
    name = " ".join(((named.group(1) if named else "") or words).split()).lower()
    if name in references:
        return (named.end() if named else end), references[name]
    return 0, ""


def _closing(text: str, start: int, pair: str) -> int:
    """The place after the bracket that closes the one at `start`, or 0."""
    depth = 0
    for found in re.compile(f"[{re.escape(pair)}]").finditer(text, start):
        depth += 1 if found.group() == pair[0] else -1
        if not depth:
            return found.end()
    return 0


def _without_marks(text: str) -> str:
    """Takes out addresses in angle brackets, emphasis, attribute lists and forced line ends."""
    text = _FORBIDDEN.sub(_blank, _ANGLE.sub(_blank, text))
    text, count = text.replace("*", BREAK), 1
    while count:  # from the innermost outwards
        text, count = _UNDERSCORES.subn(_blank_ends, text)
    return _LINE_BREAK.sub(_blank, _INLINE_ATTRIBUTES.sub(_blank, text))


def _blank_ends(found: re.Match[str]) -> str:
    marks = BREAK * len(found["marks"])
    return marks + found["words"] + marks


def _without_html(text: str) -> str:
    """Takes out raw elements with their text."""
    open_tags: list[str] = []
    kept: list[str] = []
    place = 0
    for tag in _TAG.finditer(text):
        between = text[place : tag.start()]
        kept += [BREAK * len(between) if open_tags else between, _blank(tag)]
        pass_tags(open_tags, tag.group())
        place = tag.end()
    rest = text[place:]
    kept.append(BREAK * len(rest) if open_tags else rest)
    return "".join(kept)


def character(entity: str) -> str:
    """The character an HTML entity stands for; a semicolon for one that stands for none."""
    found = html.unescape(entity)
    return found if len(found) == 1 else ";"


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
    text = _COMMENT.sub(_lines_only, "\n".join(without_fences(body.split("\n"))))
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


def _lines_only(found: re.Match[str]) -> str:
    return "\n" * found.group().count("\n")


def plain(text: str) -> str:
    """A paragraph without macros, markup and link targets: the words a reader sees."""
    text = re.sub(r"\{\{\s*(?:popular|term)\(.*?[\"']([^\"']*)[\"']\s*\)\s*\}\}", r"\1", text)
    text = CALL.sub("", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?", r"\1", text)
    text = re.sub(r"<[^>]+>", "", text)
    return re.sub(r"[*`]|\\(?=\w)", "", text).strip()
