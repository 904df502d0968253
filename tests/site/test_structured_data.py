"""What finished pages tell machines is what schema.org knows, complete, and of the page it stands on."""

import json
from typing import Any

import pytest

from macros.content.library import Library
from macros.content.model import Guide, Practice, Term
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage
from tests.support.schema import faults


def records_of(page: BuiltPage) -> list[dict[str, Any]]:
    """The records of a page."""
    scripts = [script for script in page.root.iter("script") if script.get("type") == "application/ld+json"]
    return [json.loads(script.text or "") for script in scripts]


@pytest.fixture(scope="module")
def records(pages: dict[str, BuiltPage]) -> dict[str, list[dict[str, Any]]]:
    """The records of every page by its address."""
    return {address: records_of(page) for address, page in pages.items()}


def test_every_record_has_what_its_type_needs_and_nothing_it_lacks(
    records: dict[str, list[dict[str, Any]]],
) -> None:
    faults_by_address = {
        address: lines for address, page_records in records.items() if (lines := list(faults(page_records)))
    }
    assert faults_by_address == {}
    assert all(
        record["@context"] == "https://schema.org"
        for page_records in records.values()
        for record in page_records
    )


def test_every_page_is_told_as_what_it_is(records: dict[str, list[dict[str, Any]]], library: Library) -> None:
    kinds = {Guide: "Article", Practice: "HowTo", Term: "DefinedTerm"}
    for page in library.pages.values():
        types = {record["@type"]: record for record in records[page.url]}
        for kind, name in kinds.items():
            assert (name in types) == isinstance(page, kind), page.url
            assert name not in types or types[name]["url"] == f"{ADDRESS}{page.url}"
    assert {record["@type"] for record in records["glossary/"]} == {"DefinedTermSet", "BreadcrumbList"}


def test_planted_faults_are_seen() -> None:
    step = {"@type": "HowToStep", "text": "x", "position": 2}
    record: dict[str, Any] = {
        "@type": "HowTo",
        "name": "x",
        "step": [step],
        "totalTime": "3 minutes",
        "url": "../x/",
        "colour": "red",
    }
    record |= {
        "description": "",
        "author": {"@type": "Robot"},
        "image": "https://a.example/b",
        "dateModified": "2999-01-01",
    }
    assert list(faults(record)) == [
        "/HowTo: lacks license",
        "/HowTo: has no property colour",
        "/HowTo: no type 'Robot'",
        "/HowTo: dateModified is '2999-01-01'",
        "/HowTo: description is ''",
        "/HowTo: totalTime is '3 minutes'",
        "/HowTo: url is '../x/'",
        "/HowTo: step counts [2]",
    ]
