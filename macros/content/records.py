"""Reads the fields of a page and the entries of a data file; a problem for each that does not fit."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.content.fields import InvalidValue, Reader, Schema, Spec, entries, mapping, specs_of
from macros.content.frontmatter import Field
from macros.content.problem import Problem, did_you_mean

MOVED = {
    "sources": 'A page\'s sources are the ones it cites: use {{ cite("key") }} in the body.',
    "evidence": "Write 'sure' and 'big'.",
    "name": "The file's name is the id; 'title' is the only title.",
    "slug": "The file's name is the id and the address.",
    "description": "Write 'summary'; it is the description as well.",
}
REASONS = {
    "reviewed": "Give the day on which the page was really checked against its sources.",
    "next_review": "Give the day of the next check, at most twelve months after 'reviewed'.",
    "risks": "Name every risk that applies; each prints its safety line above Start.",
}


def read_fields(
    path: str, fields: Mapping[str, Field], specs: Mapping[str, Spec]
) -> tuple[dict[str, Any], list[Problem]]:
    """The values of all fields that could be read, and a problem for each that could not."""
    problems = [
        Problem(path, field.line, f"unknown field '{name}'.", MOVED.get(name) or did_you_mean(name, specs))
        for name, field in fields.items()
        if name not in specs
    ]
    values: dict[str, Any] = {}
    for name, spec in specs.items():
        field = fields.get(name)
        if field is None:
            values[name] = spec.default
            if spec.required:
                hint = REASONS.get(name, "See docs/contributing/fields.md.")
                problems.append(Problem(path, 1, f"the field '{name}' is missing.", hint))
            continue
        try:
            values[name] = spec.read(field.value)
        except InvalidValue as error:
            problems.append(Problem(path, _line(field, error), f"'{name}' {error.message}", error.hint))
    return values, problems


def read_entries(
    path: str, fields: Mapping[str, Field], read: Callable[[str, Field], Any]
) -> tuple[dict[str, Any], list[Problem]]:
    """What `read` makes of every entry of a data file, by its key, and a problem for each that it refuses."""
    values, problems = {}, []
    for key, entry in fields.items():
        try:
            values[key] = read(key, entry)
        except InvalidValue as error:
            line = _line(entry, error)
            problems.append(Problem(path, line, f"'{key}' {error.message}", error.hint))
    return values, problems


def _line(field: Field, error: InvalidValue) -> int:
    in_list = error.item is not None and error.item < len(field.items)
    return field.items[error.item or 0] if in_list else field.line


def entry_reader(record: type) -> Callable[[str, Field], Any]:
    """Reads an entry of a data file into the dataclass `record`.

    Its fields without a reader of their own are filled from the file: `key` and `name` with the entry's key,
    `line` with its line.
    """
    specs = specs_of(record)
    read = mapping(specs, dict)
    own = {field.name for field in dataclasses.fields(record)} - specs.keys()

    def read_entry(key: str, entry: Field) -> Any:
        given = {"key": key, "name": key, "line": entry.line}
        return record(**read(entry.value), **{name: given[name] for name in own if name in given})

    return read_entry


@dataclass(frozen=True)
class DataFile:
    """A file of docs/_data: its reader, its schema for editors, and what stands for it when unreadable."""

    name: str
    read: Callable[[Mapping[str, Field]], tuple[Any, list[Problem]]]
    schema: Schema
    unread: Any

    @property
    def path(self) -> str:
        """Its path in the project."""
        return f"docs/_data/{self.name}.yml"


def file_of(
    name: str, record: type, collect: Callable[[dict[str, Any]], Any] = dict, read: Any = None
) -> DataFile:
    """A file whose entries are the dataclass `record`; `collect` makes of them what the site uses."""
    read_entry = read or entry_reader(record)

    def read_file(fields: Mapping[str, Field]) -> tuple[Any, list[Problem]]:
        records, problems = read_entries(f"docs/_data/{name}.yml", fields, read_entry)
        return collect(records), problems

    return DataFile(name, read_file, entries(mapping(specs_of(record), dict)), collect({}))


def file_of_values(name: str, item: Reader, read: Callable[[str, Field], Any]) -> DataFile:
    """A file whose entries are single values: `item` is their schema, `read` reads one."""
    return DataFile(
        name, lambda fields: read_entries(f"docs/_data/{name}.yml", fields, read), entries(item), {}
    )
