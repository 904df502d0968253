"""JSON Schemas for editors: one for each kind of page, one for each file of docs/_data."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.content.data import FILES, Data
from macros.content.fields import Schema, record
from macros.content.library import FOLDERS, KINDS

FOLDER = "schemas"
SETTINGS = ".vscode/settings.json"
WORDS = ("docs/contributing/fields.md", "docs/contributing/sources.md")
# The pages of each kind; a folder's own index is a plain page.
_PAGES = {kind: [f"docs/{folder}/*.md", f"!docs/{folder}/index.md"] for kind, folder in FOLDERS.items()}
# Under which headings of the page on fields a schema's own fields are described.
_HEADINGS = {
    "page": ("Every page", "A worksheet"),
    "guide": ("Every page", "A guide"),
    "practice": ("Every page", "A practice"),
    "term": ("Every page", "A term"),
    "country": ("Every page", "A country's help"),
    "danger-words": ("Words of danger",),
    "four-week-start": ("The data of two tools",),
    "boundary-scripts": ("The data of two tools",),
    "red-flags": ("The signs of an illness",),
    "disputes": ("The data of the checker",),
    "news": ("What is new, and the short ways",),
    "ways": ("What is new, and the short ways",),
    "sources": ("Adding a source",),
}


def schema_files(root: Path, data: Data) -> dict[str, str]:
    """Text of each file for editors by its path: the schemas, and the settings that name what each is for.

    What an editor shows beside a field comes from the tables of the contributors' pages in `root`/docs.
    """
    pages = {kind: record(page, data.lists).schema for kind, page in KINDS.items()}
    files = {file.name: file.schema for file in FILES.values()}
    tables = [table for name in WORDS for table in _tables((root / name).read_text(encoding="utf-8"))]
    texts: dict[str, Any] = {
        f"{FOLDER}/{name}.json": _described(name, schema, tables) for name, schema in (pages | files).items()
    }
    uses = {f"./{FOLDER}/{name}.json": [f"docs/_data/{name}.yml"] for name in files}
    uses |= {f"./{FOLDER}/{kind}.json": places for kind, places in _PAGES.items()}
    texts[SETTINGS] = {"yaml.schemas": dict(sorted(uses.items()))}
    return {name: json.dumps(text, indent=2, ensure_ascii=False) + "\n" for name, text in texts.items()}


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


# What a table of a contributors' page says: under which heading, whether of the parts of a field, the words.
Table = tuple[str, bool, dict[str, str]]


def _tables(text: str) -> Iterator[Table]:
    for heading, below in re.findall(r"^(?:## |title: )(.+)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE):
        for table in re.findall(r"(?:^\|.*\n?)+", below, re.MULTILINE):
            head, _, *rows = ([cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines())
            words = {name: row[1] for row in rows for name in re.findall(r"`([a-z_]+)`", row[0])}
            yield heading, head[0].startswith("Field of"), words


def _described(name: str, schema: Schema, tables: Iterable[Table]) -> dict[str, Any]:
    """The schema with the words of its tables at its fields; a file of data may also be empty."""
    own: dict[str, str] = {}
    parts: dict[str, str] = {}
    for heading, of_parts, words in tables:
        if heading in _HEADINGS.get(name, ()):
            (parts if of_parts else own).update(words)
    copy: dict[str, Any] = json.loads(json.dumps(schema))  # readers share their parts
    place = copy if "properties" in copy else copy["additionalProperties"]
    _describe(place, parts)
    for field, part in place.get("properties", {}).items():
        part.pop("description", None)  # of a part with the same name
        if field in own:
            part["description"] = own[field]
    if name not in KINDS:
        copy["type"] = ["object", "null"]
    return {"$schema": "http://json-schema.org/draft-07/schema#", **copy}


def _describe(schema: Any, words: Mapping[str, str]) -> None:
    """Puts words at every field of those names, however deep."""
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _describe(part, words)
    for name, part in schema.get("properties", {}).items() if isinstance(schema, dict) else ():
        if name in words:
            part["description"] = words[name]
