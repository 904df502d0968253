"""Every text a reader meets, with its place: prose, sentences with their sources, fields, data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.content.frontmatter import Document, Field
from macros.content.macro_calls import CALL, calls, sources_of
from macros.content.problem import Problem
from macros.content.prose import CODE, paragraphs, plain, without_fences

# A sentence ends at its stop, with the quotation marks, brackets and macro calls that follow without a space.
# A stop inside a macro call ends none.
_SENTENCE = re.compile(
    rf"(?:{CALL.pattern}|.)+?(?:[.!?][\"'*)\u2019\u201d]*(?:{CALL.pattern})*(?=\s|$)|$)", re.DOTALL
)
# Fields of front matter that readers see. `aka` and `everyday` hold what people type, so they are none of
# them.
FIELDS = (
    *("title", "summary", "short", "size", "studied", "not_known", "steps", "phases", "presets", "fits"),
    *("lines", "unsure", "sheet", "alone"),
)
# Parts of a field or of a data file whose texts are shown (of a file that is not listed, every string of two
# words); other strings are names and addresses.
_STEP_PARTS = frozenset({"say", "text", "name", "do"})
_LINE_PARTS = frozenset({"hours", "cost", "languages", "note"})
_FIELD_PARTS: Mapping[str, frozenset[str] | None] = {"lines": _LINE_PARTS, "sheet": None}
_DATA_PARTS: Mapping[str, frozenset[str]] = {
    "sources": frozenset({"finding", "limits", "our_note", "figures"}),
    "finders": frozenset({"says"}),
    "vocabulary": frozenset({"label", "note"}),
    "danger-words": frozenset({"say"}),
    "corrections": frozenset({"said", "says", "why", "found"}),
    "news": frozenset({"text"}),
    "ways": frozenset({"say"}),
    "red-flags": frozenset({"name", "sign", "may_be", "action", "more", "who"}),
    **dict.fromkeys(("redirects", "disputes", "words", "left-out", "budgets"), frozenset()),
}


@dataclass(frozen=True)
class Text:
    """A text and where it stands: the file, the line, the field or data file ("" in prose)."""

    path: str
    line: int
    words: str
    part: str = ""

    def problem(self, message: str, hint: str = "") -> Problem:
        """A problem of this text."""
        return Problem(self.path, self.line, message, hint)


def prose_texts(document: Document) -> Iterator[Text]:
    """The paragraphs and list items of a page, as they are written."""
    for line, words in paragraphs(document.body):
        yield Text(document.path, document.body_line + line, words)


def line_texts(document: Document) -> Iterator[Text]:
    """Every line of a page as a reader sees it, headings and tables too; code is left out."""
    for number, line in enumerate(without_fences(document.body).split("\n"), start=document.body_line):
        words = plain(CODE.sub("", line))
        if words:
            yield Text(document.path, number, words)


def field_texts(document: Document) -> Iterator[Text]:
    """The texts in front matter that readers see."""
    for name in FIELDS:
        if name in document.fields:
            field = document.fields[name]
            for words in _strings(field.value, _FIELD_PARTS.get(name, _STEP_PARTS)):
                yield Text(document.path, field.line, words, name)


def data_texts(file: str, entries: Mapping[str, Field]) -> Iterator[Text]:
    """The texts of one file of docs/_data that readers see, each at the line of its entry."""
    parts = _DATA_PARTS.get(file)
    for field in entries.values():
        for words in _strings(field.value, parts):
            yield Text(f"docs/_data/{file}.yml", field.line, words, file)


def _strings(value: Any, parts: frozenset[str] | None, shown: bool = True) -> Iterator[str]:
    """The strings in a value; of groups the named `parts`, or without them every string of two words."""
    if isinstance(value, str):
        if shown and (parts is not None or " " in value):
            yield " ".join(value.split())
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, parts, shown)
    elif isinstance(value, dict):
        for name, item in value.items():
            here = parts is None or name in parts
            yield from _strings(item, None if here and isinstance(item, dict) else parts, here)


@dataclass(frozen=True)
class CitedSentence(Text):
    """A sentence at its paragraph's line, with the keys of its sources, and whether it prints a figure."""

    sources: tuple[str, ...] = ()
    figure: bool = False


def cited_sentences(document: Document) -> Iterator[CitedSentence]:
    """Every sentence of a page's paragraphs and list items, in order, with or without sources."""
    for text in prose_texts(document):
        sentences = (match[0].strip() for match in _SENTENCE.finditer(text.words))
        for sentence in filter(None, sentences):
            called = list(calls(sentence))
            keys = tuple(dict.fromkeys(key for call in called for key in sources_of(call)))
            figure = any(call.name == "figure" for call in called)
            yield CitedSentence(text.path, text.line, plain(sentence), sources=keys, figure=figure)
