"""The schemas for editors: they accept all that stands in docs/, refuse planted faults, and are current."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from macros.content.data import FILES, load_data
from macros.content.frontmatter import read_text, read_yaml
from macros.content.library import kind_of, load
from macros.content.schemas import FOLDER, SETTINGS, schema_files, write_schemas
from tests.conftest import ROOT

DATA = load_data(ROOT)[0]
FILES_FOR_EDITORS = schema_files(ROOT, DATA)
SCHEMAS: dict[str, Any] = {Path(name).stem: json.loads(text) for name, text in FILES_FOR_EDITORS.items()}
GUIDE = {
    "title": "A guide",
    "summary": "A guide called A guide, made so that a schema has something to read.",
    "reviewed": "2026-11-22",
    "next_review": "2027-11-22",
    "order": 1,
    "practice": "box-breathing",
}


def as_editors_see(value: Any) -> Any:
    """A value of YAML as the editors' own reader has it, to which a day is a text."""
    if isinstance(value, dict):
        return {str(key): as_editors_see(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_editors_see(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(name: str, value: Any) -> list[str]:
    """What a schema has against a value, each with its place."""
    errors = Draft7Validator(SCHEMAS[name]).iter_errors(as_editors_see(value))
    return [f"{error.json_path}: {error.message}" for error in errors]


def all_values() -> Iterator[tuple[str, str, Any]]:
    """Schema, file and value of each page and each file of data."""
    for document in load(ROOT)[0].documents.values():
        values = {name: field.value for name, field in document.fields.items()}
        yield kind_of(document.path.removeprefix("docs/")), document.path, values
    for file in FILES.values():
        fields, _ = read_yaml(read_text(ROOT / file.path), file.path)
        yield file.name, file.path, {key: field.value for key, field in fields.items()} or None


def test_the_schemas_accept_every_page_and_every_file_of_data() -> None:
    read = list(all_values())
    assert {name for name, _, _ in read} == SCHEMAS.keys() - {"settings"}
    assert {path: errors for name, path, value in read if (errors := faults(name, value))} == {}


@pytest.mark.parametrize("name", sorted(SCHEMAS.keys() - {"settings"}))
def test_a_schema_is_one_and_names_its_fields(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert faults(name, ["no group"])
    assert name in ("budgets", "redirects", "vocabulary") or "properties" in json.dumps(SCHEMAS[name])


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("guide", {**GUIDE, "titel": "x"}, "'titel' was unexpected"),
        ("guide", {key: GUIDE[key] for key in GUIDE if key != "summary"}, "'summary' is a required property"),
        ("guide", {**GUIDE, "summary": "Too short."}, "$.summary"),
        (
            "guide",
            {**GUIDE, "summary": "A text that is long enough and does not end as a text"},
            "$.summary",
        ),
        ("guide", {**GUIDE, "order": 100}, "$.order"),
        ("guide", {**GUIDE, "order": 1.5}, "$.order"),
        ("guide", {**GUIDE, "practice": "Box Breathing"}, "$.practice"),
        ("guide", {**GUIDE, "reviewed": "22.11.2026"}, "$.reviewed"),
        ("guide", {**GUIDE, "section": "nowhere"}, "$.section"),
        ("guide", {**GUIDE, "everyday": ["one", "one"]}, "$.everyday"),
        ("guide", {**GUIDE, "quick_exit": "yes"}, "$.quick_exit"),
        ("practice", {"bounds": {"into": [1, 2]}}, "$.bounds"),
        ("practice", {"steps": [{"say": "One"}]}, "$.steps"),
        ("practice", {"presets": [{"name": "x", "pattern": "4 to 6"}]}, "$.presets[0].pattern"),
        ("country", {"lines": [{"name": "One", "kind": "emergency", "call": ["x"]}]}, "$.lines[0].call[0]"),
        ("country", {"zones": ["dublin"], "read": "2026-13", "places": ["www.x"]}, "$.places[0]"),
        ("sources", {"able2020": {"year": 1066}}, "$.able2020.year"),
        ("redirects", {"old/": "/new"}, "$['old/']"),
        ("vocabulary", {"sure": {"good": {"labl": "x"}}}, "$.sure.good"),
        ("safety", {"risks": {"x": {"title": "Breath", "lines": [{"lin": "x"}]}}}, "$.risks.x.lines[0]"),
        ("four-week-start", {"weeks": []}, "$.weeks"),
        ("boundary-scripts", {"firmness": {"softer": {}}}, "$.firmness"),
    ],
)
def test_a_planted_fault_is_marked_at_its_place(name: str, value: Any, place: str) -> None:
    assert any(place in fault for fault in faults(name, value)), faults(name, value)
    assert faults("guide", GUIDE) == []  # control


def test_the_files_for_editors_are_up_to_date() -> None:
    stale = [name for name, text in FILES_FOR_EDITORS.items() if (ROOT / name).read_text("utf-8") != text]
    assert stale == [], "Run `make schemas`."
    assert {f"{FOLDER}/{file.name}" for file in (ROOT / FOLDER).iterdir()} <= FILES_FOR_EDITORS.keys()


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/contributing").symlink_to(ROOT / "docs/contributing")
    assert set(write_schemas(tmp_path, DATA)) == FILES_FOR_EDITORS.keys()
    (tmp_path / SETTINGS).write_text("{}", encoding="utf-8")
    assert write_schemas(tmp_path, DATA) == [SETTINGS]


def test_a_field_is_shown_with_the_words_of_the_contributors_pages() -> None:
    practice, country = SCHEMAS["practice"]["properties"], SCHEMAS["country"]["properties"]
    assert practice["kind"]["description"].startswith("`breath` (phases and rounds)")
    assert "description" not in practice["phases"]["items"]["properties"]["kind"]
    assert country["lines"]["items"]["properties"]["call"]["description"].startswith(
        "Numbers as they are dialled"
    )
    assert SCHEMAS["sources"]["additionalProperties"]["properties"]["limits"]["description"]
