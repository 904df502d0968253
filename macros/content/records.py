"""Reads the fields of a page and the entries of a data file; a problem for each that does not fit."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.content import fields
from macros.content.fields import InvalidValue, Reader, Schema, Spec
from macros.content.frontmatter import Field
from macros.content.problem import Problem, did_you_mean

Entries = Mapping[str, Field]
ReadEntry = Callable[[str, Field], Any]  # reads an entry of a data file, by its key
Collect = Callable[[Any], Any]
Specs = Mapping[str, Spec]

MOVED = {
    "sources": 'A page\'s sources are the ones it cites: use {{ cite("key") }} in the body.',
    "description": "Write 'summary'; it is the description as well.",
}
REASONS = {
    "reviewed": "Give the day on which the page was really checked against its sources.",
    "next_review": "Give the day of the next check, at most twelve months after 'reviewed'.",
    "risks": "Name every risk that applies; each prints its safety line above Start.",
}


def read_fields(path: str, written: Entries, specs: Specs) -> tuple[dict[str, Any], list[Problem]]:
    """The values of all fields that are there and could be read, and a problem for each that could not."""
    values: dict[str, Any] = {}
    problems = []
    for name in written.keys() - specs.keys():
        hint = MOVED.get(name) or did_you_mean(name, specs)
        problems.append(Problem(path, written[name].line, f"unknown field '{name}'.", hint))
    for name, spec in specs.items():
        if name in written:
            try:
                values[spec.into or name] = spec.read(written[name].value)
            except InvalidValue as error:
                problems.append(_problem(path, name, written[name], error))
        elif spec.required:
            hint = REASONS.get(name, "See docs/contributing/fields.md.")
            problems.append(Problem(path, 1, f"the field '{name}' is missing.", hint))
    return values, problems


def read_entries(path: str, entries: Entries, read: ReadEntry) -> tuple[dict[str, Any], list[Problem]]:
    """What `read` makes of every entry of a data file, by its key, and a problem for each that it refuses."""
    values, problems = {}, []
    for key, entry in entries.items():
        try:
            values[key] = read(key, entry)
        except InvalidValue as error:
            problems.append(_problem(path, key, entry, error))
    return values, problems


def _problem(path: str, name: str, field: Field, error: InvalidValue) -> Problem:
    """The fault of a field or entry, at the line of the item in which it stands."""
    in_list = error.item is not None and error.item < len(field.items)
    line = field.items[error.item or 0] if in_list else field.line
    return Problem(path, line, f"'{name}' {error.message}", error.hint)


def entry_reader(record: type) -> ReadEntry:
    """Reads an entry of a data file into `record`; its `key` and `name` are the key, its `line` the line."""
    specs = fields.specs_of(record)
    read = fields.mapping(specs, dict)
    own = {field.name for field in dataclasses.fields(record)} - specs.keys()

    def read_entry(key: str, entry: Field) -> Any:
        given = {"key": key, "name": key, "line": entry.line}
        return record(**read(entry.value), **{name: given[name] for name in own if name in given})

    return read_entry


@dataclass(frozen=True)
class DataFile:
    """A file of docs/_data: its reader, its schema for editors, and what stands for it when unreadable."""

    name: str
    read: Callable[[Entries], tuple[Any, list[Problem]]]
    schema: Schema
    unread: Any

    @property
    def path(self) -> str:
        """Its path in the project."""
        return f"docs/_data/{self.name}.yml"


def file_of(name: str, record: type, collect: Collect = dict) -> DataFile:
    """A file whose entries are the dataclass `record`; `collect` makes of them what the site uses."""
    return file_of_values(name, fields.record(record), entry_reader(record), collect)


def file_of_values(name: str, item: Reader, read: ReadEntry, collect: Collect = dict) -> DataFile:
    """A file whose entries are single values: `item` is their schema, `read` reads one."""

    def read_file(entries: Entries) -> tuple[Any, list[Problem]]:
        values, problems = read_entries(f"docs/_data/{name}.yml", entries, read)
        return collect(values), problems

    return DataFile(name, read_file, fields.entries(item), collect({}))


def file_of_record(name: str, record: type, unread: Any, collect: Collect = lambda whole: whole) -> DataFile:
    """A file whose entries are the fields of one dataclass; `collect` makes of it what the site uses."""
    specs = fields.specs_of(record)

    def read_file(entries: Entries) -> tuple[Any, list[Problem]]:
        values, problems = read_fields(f"docs/_data/{name}.yml", entries, specs)
        return collect(unread if problems else record(**values)), problems

    return DataFile(name, read_file, fields.group(specs), collect(unread))
