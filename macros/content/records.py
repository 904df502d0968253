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
Collect = Callable[[Any], Any]  # makes of all entries what the site uses

MOVED = {
    "sources": 'A page\'s sources are the ones it cites: use {{ cite("key") }} in the body.',
    "description": "Write 'summary'; it is the description as well.",
}
REASONS = {
    "reviewed": "Give the day on which the page was really checked against its sources.",
    "next_review": "Give the day of the next check, at most twelve months after 'reviewed'.",
    "risks": "Name every risk that applies; each prints its safety line above Start.",
}


def read_fields(
    path: str, written: Entries, specs: Mapping[str, Spec]
) -> tuple[dict[str, Any], list[Problem]]:
    """The values of all fields that are there and could be read, and a problem for each that could not."""
    problems = []
    for name in written.keys() - specs.keys():
        hint = MOVED.get(name) or did_you_mean(name, specs)
        problems.append(Problem(path, written[name].line, f"unknown field '{name}'.", hint))
    for name, spec in specs.items():
        if spec.required and name not in written:
            hint = REASONS.get(name, "See docs/contributing/fields.md.")
            problems.append(Problem(path, 1, f"the field '{name}' is missing.", hint))
    ours = {name: written[name] for name in specs if name in written}
    values, faults = read_entries(path, ours, lambda name, field: specs[name].read(field.value))
    return {specs[name].into or name: value for name, value in values.items()}, [*problems, *faults]


def read_entries(path: str, entries: Entries, read: ReadEntry) -> tuple[dict[str, Any], list[Problem]]:
    """What `read` makes of each entry, by its key, and a problem for each that it refuses, at the line of the
    item in which the fault stands."""
    values, problems = {}, []
    for key, entry in entries.items():
        try:
            values[key] = read(key, entry)
        except InvalidValue as error:
            in_list = error.item is not None and error.item < len(entry.items)
            line = entry.items[error.item or 0] if in_list else entry.line
            problems.append(Problem(path, line, f"'{key}' {error.message}", error.hint))
    return values, problems


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
    """A file whose entries are the dataclass `record`."""
    return file_of_values(name, fields.record(record), entry_reader(record), collect)


def file_of_values(name: str, item: Reader, read: ReadEntry, collect: Collect = dict) -> DataFile:
    """A file whose entries are single values: `item` is their schema, `read` reads one."""

    def read_file(entries: Entries) -> tuple[Any, list[Problem]]:
        values, problems = read_entries(f"docs/_data/{name}.yml", entries, read)
        return collect(values), problems

    return DataFile(name, read_file, fields.entries(item), collect({}))


def file_of_record(name: str, record: type, unread: Any, collect: Collect = lambda whole: whole) -> DataFile:
    """A file whose entries are the fields of one dataclass."""
    specs = fields.specs_of(record)

    def read_file(entries: Entries) -> tuple[Any, list[Problem]]:
        values, problems = read_fields(f"docs/_data/{name}.yml", entries, specs)
        return collect(unread if problems else record(**values)), problems

    return DataFile(name, read_file, fields.record(record).schema, collect(unread))
