"""glossary.json, the island of the filter and the descriptions for machines: their
shape, and that they agree."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.content.library import Library
from tests.conftest import ADDRESS
from tests.support.pages import BuiltPage

DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "contributing" / "glossary.md"


@pytest.fixture(scope="module")
def record(site: Path) -> dict[str, Any]:
    """The published file."""
    glossary: dict[str, Any] = json.loads((site / "glossary.json").read_text(encoding="utf-8"))
    return glossary


def test_the_file_says_its_version_licence_and_words(record: dict[str, Any]) -> None:
    assert set(record) == {"version", "licence", "language", "statuses", "themes", "terms"}
    assert record["version"] == 1
    assert record["licence"] == "https://creativecommons.org/licenses/by/4.0/"


def test_every_status_and_theme_is_one_that_the_file_names(record: dict[str, Any]) -> None:
    for term in record["terms"]:
        assert term["status"] in record["statuses"]
        assert term["theme"] in record["themes"]


def test_every_field_is_documented(record: dict[str, Any]) -> None:
    words = DOCUMENTED.read_text(encoding="utf-8")
    assert [name for name in [*record, *record["terms"][0]] if f"`{name}`" not in words] == []


def test_every_term_and_every_name_in_it_is_one_of_ours(record: dict[str, Any], library: Library) -> None:
    ids = {term["id"] for term in record["terms"]}
    assert ids == set(library.terms)
    assert all(
        set(term["see"]) <= ids and set(term["practices"]) <= set(library.practices)
        for term in record["terms"]
    )


def linked_data(text: str) -> list[dict[str, Any]]:
    return [
        json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    ]


def test_term_pages_describe_a_defined_term(pages: dict[str, BuiltPage], library: Library) -> None:
    for term in library.terms.values():
        described, _ = linked_data(pages[term.url].text)
        assert described["@context"] == "https://schema.org"
        assert described["@type"] == "DefinedTerm"
        assert described["name"] == term.title
        assert described["description"] == term.short
        assert described["url"] == ADDRESS + term.url
        assert described["inDefinedTermSet"]["url"] == ADDRESS + "glossary/"


def test_the_glossary_page_describes_the_set(pages: dict[str, BuiltPage], library: Library) -> None:
    described, _ = linked_data(pages["glossary/"].text)
    assert described["@type"] == "DefinedTermSet"
    assert [term["url"] for term in described["hasDefinedTerm"]] == [
        ADDRESS + term.url for term in library.terms.values()
    ]
