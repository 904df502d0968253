"""Every text a reader meets, with its place: prose, shown fields, texts in docs/_data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.content.frontmatter import Document, Field
from macros.content.prose import CODE, paragraphs, plain, without_fences

# Fields of front matter that readers see. `aka` and `everyday` hold what people type, so they are none of
# them.
FIELDS = (
    *("title", "summary", "short", "size", "studied", "not_known", "steps", "phases", "presets", "fits"),
    *("lines", "unsure", "sheet", "alone"),
)
# Parts of a field or of a data file whose texts are shown; other strings are names and addresses.
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
}


@dataclass(frozen=True)
class Text:
    """A text and where it stands: the file, the line, the field or data file ("" in prose)."""

    path: str
    line: int
    words: str
    part: str = ""


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
