"""JSON Schemas for editors, made of the tables that the readers use: one for each kind of page, one for each file of
docs/_data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.content import boundary, four_week, left_out, safety_lines, spelling
from macros.content.body_signals import ENTRY as SIGNAL
from macros.content.danger import ENTRY as DANGER
from macros.content.data import CHOICE, CORRECTION, FINDER, SOURCE, Data, in_site
from macros.content.disputes import DISPUTE
from macros.content.fields import Reader, Schema, Spec, entries, group, mapping, whole
from macros.content.library import COUNTRIES, KINDS
from macros.content.parse import specs_of
from macros.content.red_flags import RED_FLAG

FOLDER = "schemas"
SETTINGS = ".vscode/settings.json"
WORDS = ("docs/contributing/fields.md", "docs/contributing/sources.md")
# The pages of each kind; a folder's own index is a plain page.
_KINDS = {
    **{kind: [f"docs/{folder}/*.md", f"!docs/{folder}/index.md"] for folder, kind in KINDS.items()},
    "country": [f"docs/{COUNTRIES}/*.md", f"!docs/{COUNTRIES}/index.md"],
}
# Under which headings of the page on fields a schema's own fields are described.
_HEADINGS = {
    "page": ("Every page",),
    "guide": ("Every page", "A guide"),
    "practice": ("Every page", "A practice"),
    "term": ("Every page", "A term"),
    "country": ("Every page", "A country's help"),
    "danger-words": ("Words of danger",),
    "four-week-start": ("The data of two tools",),
    "boundary-scripts": ("The data of two tools",),
    "red-flags": ("The signs of an illness",),
    "disputes": ("The data of the checker",),
    "sources": ("Adding a source",),
}


def _entries(specs: Mapping[str, Spec]) -> Schema:
    return entries(mapping(specs, dict))


def data_schemas() -> dict[str, Schema]:
    """The schema of each file of docs/_data, by its name."""
    return {
        "body-signals": entries(SIGNAL),
        "budgets": entries(whole(0, 999)),
        "boundary-scripts": group(boundary.SPECS),
        "corrections": _entries(CORRECTION),
        "danger-words": _entries(DANGER),
        "disputes": _entries(DISPUTE),
        "finders": _entries(FINDER),
        "four-week-start": group(four_week.SPECS),
        "left-out": _entries(left_out.ENTRY),
        "red-flags": _entries(RED_FLAG),
        "redirects": entries(in_site),
        "safety": group(safety_lines.SPECS),
        "sources": _entries(SOURCE),
        "vocabulary": entries(Reader(dict, _entries(CHOICE))),
        "words": group(spelling.SPECS),
    }


def page_schemas(data: Data) -> dict[str, Schema]:
    """The schema of the front matter of each kind of page; the closed lists are those of `data`."""
    kinds = ("page", *_KINDS)
    return {kind: group(specs_of(kind, data.vocabulary, data.safety.risks)) for kind in kinds}


def schema_files(root: Path, data: Data) -> dict[str, str]:
    """Text of each file for editors by its path: the schemas, and the settings that name what each is for.

    What an editor shows beside a field comes from the tables of the contributors' pages in `root`/docs.
    """
    pages, files = page_schemas(data), data_schemas()
    tables = [table for name in WORDS for table in _tables((root / name).read_text(encoding="utf-8"))]
    made = {f"{FOLDER}/{name}.json": _described(name, schema, tables) for name, schema in (pages | files).items()}
    uses = {f"./{FOLDER}/{name}.json": [f"docs/_data/{name}.yml"] for name in files}
    uses |= {f"./{FOLDER}/{kind}.json": places for kind, places in _KINDS.items()}
    made[SETTINGS] = {"yaml.schemas": dict(sorted(uses.items()))}
    return {name: json.dumps(text, indent=2, ensure_ascii=False) + "\n" for name, text in made.items()}


def write_schemas(root: Path, data: Data) -> list[str]:
    """Writes the files for editors below `root`; the paths of those that changed."""
    changed = []
    for name, text in schema_files(root, data).items():
        file = root / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


@dataclass(frozen=True)
class Table:
    """What a table of a contributors' page says of fields; `parts` when it tells of the parts of another field."""

    heading: str
    parts: bool
    words: Mapping[str, str]


def _tables(text: str) -> Iterator[Table]:
    for heading, below in re.findall(r"^(?:## |title: )(.+)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE):
        for table in re.findall(r"(?:^\|.*\n?)+", below, re.MULTILINE):
            head, _, *rows = ([cell.strip() for cell in row.split("|")[1:-1]] for row in table.strip().split("\n"))
            words = {name: row[1] for row in rows for name in re.findall(r"`([a-z_]+)`", row[0])}
            yield Table(heading, head[0].startswith("Field of"), words)


def _described(name: str, schema: Schema, tables: Iterable[Table]) -> dict[str, Any]:
    """The schema with the words of its tables at its fields; a file of data may also be empty."""
    own: dict[str, str] = {}
    parts: dict[str, str] = {}
    for table in tables:
        if table.heading in _HEADINGS.get(name, ()):
            (parts if table.parts else own).update(table.words)
    found: dict[str, Any] = json.loads(json.dumps(schema))  # a copy: readers share their parts
    place = found if "properties" in found else found["additionalProperties"]
    _describe(place, parts)
    for field, part in place.get("properties", {}).items():
        part.pop("description", None)  # of a part with the same name
        if field in own:
            part["description"] = own[field]
    if name not in _KINDS and name != "page":
        found["type"] = ["object", "null"]
    return {"$schema": "http://json-schema.org/draft-07/schema#", **found}


def _describe(schema: Any, words: Mapping[str, str]) -> None:
    """Puts words at every field of those names, however deep."""
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _describe(each, words)
    for name, part in schema.get("properties", {}).items() if isinstance(schema, dict) else ():
        if name in words:
            part["description"] = words[name]
