"""What finished pages tell machines is what schema.org knows, complete, and of the page it stands on."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.content.library import Library
from macros.content.model import Guide, Practice, Term
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage

ANYTHING = ("@context", "@type", "name", "description", "url", "alternateName", "image", "mainEntityOfPage")
WORK = (*ANYTHING, "inLanguage", "isAccessibleForFree", "author", "publisher", "license", "dateModified")
# Type: what it must have here, and what else it may have (schema.org 29).
TYPES = {
    "Article": ("headline description author publisher dateModified url image license", WORK),
    "BreadcrumbList": ("itemListElement", ANYTHING),
    "DefinedTerm": ("name description url termCode", (*ANYTHING, "inDefinedTermSet")),
    "DefinedTermSet": ("name url license", (*WORK, "hasDefinedTerm")),
    "HowTo": ("name description step totalTime author url image license", WORK),
    "HowToStep": ("text position", ANYTHING),
    "ListItem": ("position name item", ANYTHING),
    "Organization": ("name url", ANYTHING),
}
FORMS = {
    **{
        name: {"pattern": "^https://[^/]"} for name in ("url", "item", "license", "image", "mainEntityOfPage")
    },
    **{name: {"minLength": 1} for name in ("name", "headline", "description", "text", "termCode")},
    "dateModified": {"pattern": r"^20\d\d-\d\d-\d\d$"},
    "totalTime": {"pattern": r"^PT(?=\d)(\d+M)?(\d+(\.\d+)?S)?$"},
}


def schema_of(needed: str, allowed: tuple[str, ...]) -> dict[str, Any]:
    """The JSON schema of a type."""
    names = needed.split()
    return {
        "required": names,
        "properties": {name: FORMS.get(name, {}) for name in (*names, *allowed)},
        "additionalProperties": False,
    }


SCHEMAS = {name: Draft202012Validator(schema_of(*properties)) for name, properties in TYPES.items()}


def faults(record: Any) -> list[str]:
    """What `record` (parsed JSON) and the records in it say that schema.org does not know, or leave out."""
    if isinstance(record, list):
        return [fault for item in record for fault in faults(item)]
    if not isinstance(record, dict):
        return []
    kind = record.get("@type")
    if kind not in SCHEMAS:
        return [f"no type {kind!r}"]
    positions = [item["position"] for name in ("step", "itemListElement") for item in record.get(name, ())]
    counted = positions == list(range(1, len(positions) + 1))
    messages = [f"{kind}: {error.message}" for error in SCHEMAS[kind].iter_errors(record)]
    messages += [] if counted else [f"{kind}: counts {positions}"]
    return messages + [fault for name in record if name != "alternateName" for fault in faults(record[name])]


@pytest.fixture(scope="module")
def records(pages: dict[str, BuiltPage]) -> dict[str, list[dict[str, Any]]]:
    """The records of every page by its address."""
    return {
        address: [
            json.loads(script.text or "")
            for script in page.root.iter("script")
            if script.get("type") == "application/ld+json"
        ]
        for address, page in pages.items()
    }


def test_every_record_has_what_its_type_needs_and_nothing_it_lacks(
    records: dict[str, list[dict[str, Any]]],
) -> None:
    for address, page_records in records.items():
        assert faults(page_records) == [], address
        assert all(record["@context"] == "https://schema.org" for record in page_records), address


def test_every_page_is_told_as_what_it_is(records: dict[str, list[dict[str, Any]]], library: Library) -> None:
    kinds = {Guide: "Article", Practice: "HowTo", Term: "DefinedTerm"}
    for page in library.pages.values():
        types = {record["@type"]: record for record in records[page.url]}
        for kind, name in kinds.items():
            assert (name in types) == isinstance(page, kind), page.url
            assert name not in types or types[name]["url"] == f"{ADDRESS}{page.url}"
    assert {record["@type"] for record in records["glossary/"]} == {"DefinedTermSet", "BreadcrumbList"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": ""}, "'' should be non-empty"),
        ({"url": "../x/"}, "'../x/' does not match"),
        ({"colour": "red"}, "'colour' was unexpected"),
        ({"author": {"@type": "Robot"}}, "no type 'Robot'"),
        ({"step": [{"@type": "HowToStep", "text": "x", "position": 2}]}, "HowTo: counts [2]"),
        ({"step": [{"@type": "HowToStep", "position": 1}]}, "'text' is a required property"),
    ],
)
def test_planted_faults_are_seen(
    records: dict[str, list[dict[str, Any]]], change: dict[str, Any], fault: str
) -> None:
    [record] = [record for record in records["practices/body-scan/"] if record["@type"] == "HowTo"]
    assert any(fault in message for message in faults({**record, **change}))
