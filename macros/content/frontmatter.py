"""Splits a page into front matter and body, strictly, and keeps the line of every field."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.content.problem import Problem
from macros.content.yaml_slips import QUOTES, hidden, hidden_signs, invisible, merge_marks, reason, slips

_FENCE = re.compile(r"---[ \t]*")  # as MkDocs reads it
_DASHES = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]+|\.\.\.)\s*")


@dataclass(frozen=True)
class Field:
    """A front-matter value and the line it stands on, counted from the top of the file."""

    value: Any
    line: int
    items: tuple[int, ...] = ()  # the lines on which the items of a list, or the entries of a group, begin

    def entries(self) -> dict[str, "Field"]:
        """The entries of a group by name, each with its line; none when the value is no group."""
        group = self.value if isinstance(self.value, dict) else {}
        entries = zip(group.items(), self.items, strict=False)
        return {str(name): Field(value, line) for (name, value), line in entries}


@dataclass(frozen=True)
class Document:
    """A page as written. `path` is relative to the project ("docs/guides/x.md")."""

    path: str
    fields: Mapping[str, Field]
    body: str
    body_line: int

    def line_of(self, name: str) -> int:
        """Line of a field, or of the front matter's opening when the field is absent."""
        return self.fields[name].line if name in self.fields else 1

    def line_at(self, place: int) -> int:
        """Line of the file on which a character of the body stands, by its place in the body from 0."""
        return self.body_line + self.body.count("\n", 0, place)

    def problem(self, place: int | str, message: str, hint: str = "") -> Problem:
        """A problem of this page, at a line or at a field of its front matter."""
        line = self.line_of(place) if isinstance(place, str) else place
        return Problem(self.path, line, message, hint)


class Loader(yaml.CSafeLoader):
    """Reads YAML, refuses a key that is written twice, and names the place of every value it cannot make."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node; raises ConstructorError where PyYAML raises without a place."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, AttributeError, LookupError) as error:
            if node.tag.endswith("timestamp") and isinstance(error, ValueError):
                hint = "Write a day of the calendar, as year-month-day."
                raise _refused(node, f"there is no day '{node.value}'", hint) from None
            raise _refused(node, "the value does not fit its tag", QUOTES) from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping; raises ConstructorError at the second of two equal keys."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable):
                raise _refused(key_node, "braces begin a group, so a text with '{{' needs quotes", QUOTES)
            if key in seen:
                raise _refused(key_node, f"the key '{key}' stands twice", "Keep one of the two.")
            seen.add(key)
        return super().construct_mapping(node, deep)


def _refused(node: yaml.Node, said: str, hint: str) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, said, node.start_mark, hint)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[dict[str, Field], list[Problem]]:
    """Top-level fields with their lines, or what stopped the reading; `text` begins on `first_line`."""
    problems = list(hidden_signs(text, path, first_line))
    if problems:
        return {}, problems
    lines = text.split("\n")
    try:
        node = yaml.compose(text, Loader)
        if node is None:
            return {}, []
        group = node if isinstance(node, yaml.MappingNode) else None
        problems = list(slips(node, lines, path, first_line))
        if group is None or problems:
            said = "this must be a list of 'field: value' lines"
            return {}, problems or [_unread(lines, [0], said, path, first_line)]
        Loader("").construct_mapping(group)
        return {str(key.value): _field(key, value, first_line) for key, value in group.value}, []
    except yaml.constructor.ConstructorError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        return {}, [Problem(path, line, f"the YAML cannot be read: {error.problem}.", error.note or QUOTES)]
    except yaml.MarkedYAMLError as error:
        marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
        if "flow" in (error.context or ""):  # the bracket that opens says more than where it stopped
            marks.reverse()
        places = [*marks, *(line - 1 for line in marks)] or [0]
        return {}, [_unread(lines, places, str(error.problem), path, first_line)]


def _unread(lines: list[str], places: list[int], said: str, path: str, first_line: int) -> Problem:
    place, why, hint = reason(lines, places, said)
    return Problem(path, first_line + place, f"the YAML cannot be read: {why}.", hint)


def _field(key: yaml.Node, value: yaml.Node, first_line: int) -> Field:
    if isinstance(value, yaml.MappingNode):
        parts = [name for name, _ in value.value]
    else:
        parts = value.value if isinstance(value, yaml.SequenceNode) else []
    lines = tuple(first_line + part.start_mark.line for part in parts)
    return Field(Loader("").construct_object(value, deep=True), first_line + key.start_mark.line, lines)


def read_text(path: Path) -> str:
    """Text of a file in UTF-8, with or without a byte order mark; raises UnicodeDecodeError for any other."""
    return path.read_text(encoding="utf-8-sig")


def not_utf8(path: str) -> Problem:
    """The problem of a file that is in another encoding."""
    return Problem(path, 1, "the file is not in UTF-8.", "Save it again, with UTF-8 as its encoding.")


def read_page(text: str, path: str) -> tuple[Document, list[Problem]]:
    """The page as a Document (empty on a fault) and what is wrong with its frame."""
    lines = text.split("\n")
    empty = Document(path, {}, text, 1)
    marks = list(merge_marks(text, path))
    if marks or not _FENCE.fullmatch(lines[0]):
        return empty, marks or [_no_opening(lines, path)]
    for number, line in enumerate(lines[1:], start=2):
        if _FENCE.fullmatch(line):
            fields, problems = read_yaml("\n".join(lines[1 : number - 1]), path, first_line=2)
            return Document(path, fields, "\n".join(lines[number:]), number + 1), problems
        if line.startswith("## ") or _DASHES.fullmatch(line):
            message = f"the front matter is not closed before '{line.strip()[:20]}'."
            hint = "Close it with '---': three hyphens alone on a line."
            return empty, [Problem(path, number, message, hint)]
    hint = "Put '---' on a line of its own after the fields."
    return empty, [Problem(path, 1, "the front matter is not closed.", hint)]


def _no_opening(lines: list[str], path: str) -> Problem:
    """Why the front matter does not begin on the first line."""
    written = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    number, line = next(written, (1, ""))
    if sign := hidden(line):
        return invisible(path, number, sign)
    if _DASHES.fullmatch(line):
        message = f"the front matter must begin on line 1 with '---'; line {number} has '{line}'."
        return Problem(path, number, message, "Write three hyphens, alone on the first line.")
    return Problem(path, 1, "the page has no front matter.", "Start it with '---', the fields, and '---'.")
