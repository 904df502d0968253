"""The runs of text of a page, as the site's Markdown cuts it: headings, table heads, code and raw HTML blocks left out.

The linker works on the finished tree; the scan for mentions must meet the same runs without paying for a conversion.
"""

from __future__ import annotations

import re
from collections.abc import Callable

BREAK = "\x00"
_FENCE = re.compile(r"([ \t>]*)(`{3,}|~{3,})([^`]*)$")
_PREFIX = re.compile(r"[ \t>]*")
_HTML = re.compile(r"^ {0,3}(?:<!--|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)\b(?P<attributes>[^>]*)>)", re.MULTILINE)
_TAG = re.compile(r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)\b[^>]*?(?P<alone>/?)>", re.DOTALL)
_MARKDOWN = re.compile(r"\bmarkdown\b(?!\s*=\s*[\"']?0)")
_HEADING = re.compile(r"#{1,6}")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_RULER = re.compile(r"\|?[ :|-]*-[ :|-]*$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.) +")
_DEFINITION = re.compile(r" {0,3}: {1,3}")
_NOTE = re.compile(r"!!! ?[\w-]")
_QUOTE = re.compile(r" {0,3}> ?")
_REFERENCE = re.compile(
    r"""^ {0,3}\[([^\[\]]*)\]: *(?:\n *)?(\S+) *(?:\n *)?(?:".*" *|'.*' *|\(.*\) *)?$""", re.MULTILINE
)
_PIPE = re.compile(r"(?<!\\)\|")
CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

_BLOCK_TAGS = """
address article aside blockquote body canvas center colgroup dd details div dl dt fieldset figcaption figure footer form
group h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main map math menu nav noscript object ol option output p
pre progress script section style summary table tbody td textarea tfoot th thead tr ul video
"""
_EMPTY_TAGS = "area base br col embed hr img input link meta param source track wbr"
_NEVER = "a h1 h2 h3 h4 h5 h6 th code pre kbd button script style summary"
# Elements that begin a raw block at the start of a line, as Python-Markdown lists them.
BLOCK_TAGS = frozenset(_BLOCK_TAGS.split())
EMPTY_TAGS = frozenset(_EMPTY_TAGS.split())
# Elements whose text is never linked, wherever they stand.
NEVER = frozenset(_NEVER.split())


def runs(body: str) -> tuple[list[str], dict[str, str]]:
    """Each run of inline text of a page in reading order (a paragraph, an item, a table's cell, a term's definition),
    and the targets of its reference links by their names."""
    text = without_html("\n".join(without_fences(body.expandtabs(4).split("\n"), BREAK)))
    references = {name.strip().lower(): target.strip("<>") for name, target in _REFERENCE.findall(text)}
    return _runs(_REFERENCE.sub("\n", text).split("\n"))[0], references


def without_fences(lines: list[str], left: str = "") -> list[str]:
    """The same lines with those of code fences empty, at any indent and inside quotes; an open fence is text.

    `left` stands where a fence began, so that it still parts what was before it from what comes after.
    """
    kept = list(lines)
    start = 0
    while start < len(kept):
        opening = _FENCE.match(kept[start])
        end = _fence_end(kept, start, opening) if opening else None
        if end is not None:
            kept[start : end + 1] = [opening.group(1) + left if opening and left else "", *[""] * (end - start)]
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
    return _html_out(text, lambda block: f"\n\n{BREAK}\n\n")


def html_blanked(text: str) -> str:
    """The same, with the line ends of the blocks kept, so that lines can be counted."""
    return _html_out(text, lambda block: "\n" * block.count("\n"))


def _html_out(text: str, left: Callable[[str], str]) -> str:
    kept: list[str] = []
    place = 0
    for found in _HTML.finditer(text):
        end = _html_end(text, found) if found.start() >= place else None
        if end is not None:
            kept += [text[place : found.start()], left(text[found.start() : end])]
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
    for tag in _TAG.finditer(text, start):
        _pass_tag(open_tags, tag)
        if not open_tags:
            return tag.end()
    return len(text)


def pass_tags(open_tags: list[str], html: str) -> None:
    """Notes on `open_tags` every element that a piece of raw HTML opens and closes."""
    for tag in _TAG.finditer(html):
        _pass_tag(open_tags, tag)


def _pass_tag(open_tags: list[str], tag: re.Match[str]) -> None:
    name = (tag["name"] or "").lower()
    if tag["close"]:
        if name in open_tags:  # what was opened inside it ends with it
            del open_tags[len(open_tags) - 1 - open_tags[::-1].index(name) :]
    elif name and not tag["alone"] and name not in EMPTY_TAGS:
        open_tags.append(name)


def _runs(lines: list[str], depth: int = 0) -> tuple[list[str], int]:
    """The runs of a container's lines, block by block, and the depth that the last block leaves."""
    found: list[str] = []
    block: list[str] = []
    quoted = 0
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            reader = _Block(block, depth, quoted)
            reader.read()
            found += reader.runs
            depth, quoted, block = reader.depth, reader.quoted, []
    return found, depth


class _Block:
    """Reads lines without a blank one between. `depth` counts the lists and notes that a line may be indented for,
    `quoted` those inside the quote that stood just before: the next one continues it."""

    def __init__(self, lines: list[str], depth: int, quoted: int) -> None:
        self.lines, self.depth, self.before, self.quoted = lines, depth, quoted, 0
        self.runs: list[str] = []
        self.text: list[str] = []
        self.listed = False

    def read(self) -> None:
        """Fills `runs`, and leaves `depth` as the next block finds it."""
        while self.lines:
            level = min(_indent(self.lines[0]), self.depth)
            if not self.text and _indent(self.lines[0]) > self.depth:
                self.lines.pop(0)  # code
                continue
            if not self.text:
                self.depth = level
                if self._table() or self._underlined():
                    continue
            self._line(self.lines[0][4 * level :], level)
        self._end()

    def _line(self, line: str, level: int) -> None:
        definition = _DEFINITION.match(line)
        mark = definition or (_ITEM.match(line) if self.listed or not self.text else None)
        if not mark and _QUOTE.match(line):
            self._quote(level)
        elif mark:
            self._end(apart=bool(definition))
            self.listed, self.depth = True, level + 1
            self.lines[0] = " " * 4 * self.depth + line[mark.end() :]
        elif _HEADING.match(line) or _NOTE.match(line):
            self._end()
            self.depth = level + 1 if _NOTE.match(line) else level
            self.lines.pop(0)
        else:
            self.text.append(line)
            self.lines.pop(0)

    def _end(self, apart: bool = False) -> None:
        """Ends the run; `apart` makes each of its lines a run of its own (the terms before a definition)."""
        self.runs += self.text if apart else ["\n".join(self.text)] if self.text else []
        self.text = []

    def _quote(self, level: int) -> None:
        self._end()
        inner = [_QUOTE.sub("", line[4 * min(level, _indent(line)) :], count=1) for line in self.lines]
        found, self.quoted = _runs(inner, 0 if self.runs else self.before)
        self.runs += found
        self.lines = []

    def _underlined(self) -> bool:
        if len(self.lines) < 2 or not _UNDERLINE.match(self.lines[1].strip()) or _HEADING.match(self.lines[0].strip()):
            return False
        self.lines = self.lines[2:]
        return True

    def _table(self) -> bool:
        rows = [line.strip() for line in self.lines]
        if len(rows) < 2 or not _RULER.match(rows[1]) or "|" not in rows[0]:
            return False
        width = len(_cells(rows[0]))
        if len(_cells(rows[1])) != width or (width == 1 and not all(row.startswith("|") for row in rows)):
            return False
        self.runs += [cell for row in rows[2:] for cell in _cells(row)[:width]]
        self.lines = []
        return True


def _cells(row: str) -> list[str]:
    row = CODE.sub(lambda code: BREAK * len(code.group()), row)
    cells = _PIPE.split(row.removeprefix("|"))
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def _indent(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // 4
