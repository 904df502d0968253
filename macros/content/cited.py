"""The sentences of a page with the sources that each of them cites, as an author wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.frontmatter import Document
from macros.content.macro_calls import CALL, calls, sources_of
from macros.content.prose import plain
from macros.content.shown import prose_texts

_MARK = "\x00"
# A sentence ends at its stop, with the quotation marks, brackets and macro calls that follow without a space.
_END = re.compile(rf"(?<=[.!?])[\"'*)\u2019\u201d]*(?:{_MARK}\d+{_MARK})*\s+")


@dataclass(frozen=True)
class CitedSentence:
    """A sentence: its file, the line of its paragraph, the words a reader sees, the keys of the sources it
    cites.

    `figure` says whether it prints a figure of a source; the words of that figure are not among its own.
    """

    path: str
    line: int
    words: str
    sources: tuple[str, ...]
    figure: bool = False


def cited_sentences(document: Document) -> Iterator[CitedSentence]:
    """Every sentence of a page's paragraphs and list items, in order, with or without sources."""
    for text in prose_texts(document):
        for sentence in _split(text.words):
            called = list(calls(sentence))
            keys = tuple(dict.fromkeys(key for call in called for key in sources_of(call)))
            figure = any(call.name == "figure" for call in called)
            yield CitedSentence(text.path, text.line, plain(sentence), keys, figure)


def _split(words: str) -> Iterator[str]:
    """The sentences of a paragraph; a stop inside a macro call ends none."""
    macro_calls: list[str] = []

    def mark(call: re.Match[str]) -> str:
        macro_calls.append(call.group())
        return f"{_MARK}{len(macro_calls) - 1}{_MARK}"

    text = CALL.sub(mark, words)
    start = 0
    for end in (*(stop.end() for stop in _END.finditer(text)), len(text)):
        if text[start:end].strip():
            yield re.sub(
                rf"{_MARK}(\d+){_MARK}",
                lambda number: macro_calls[int(number.group(1))],
                text[start:end].strip(),
            )
        start = end
