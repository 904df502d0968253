"""glossary.json, the island of the filter and the descriptions for machines: their shape, and that they agree."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.content.library import Library
from tests.conftest import ADDRESS
from tests.support.pages import built_pages

TEXT, LIST, RECORDS = str, list, list
SHAPE: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "title": str,
    "url": str,
    "short": str,
    "aka": list,
    "everyday": list,
    "status": str,
    "theme": str,
    "see": list,
    "practices": list,
    "mentioned_in": list,
    "sources": list,
    "reviewed": (str, type(None)),
    "next_review": (str, type(None)),
}
DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "contributing" / "glossary.md"


@pytest.fixture(scope="module")
def record(site: Path) -> dict[str, Any]:
    """The published file."""
    found: dict[str, Any] = json.loads((site / "glossary.json").read_text(encoding="utf-8"))
    return found


def test_the_file_says_its_version_licence_and_words(record: dict[str, Any]) -> None:
    assert set(record) == {"version", "licence", "language", "statuses", "themes", "terms"}
    assert record["version"] == 1
    assert record["licence"] == "https://creativecommons.org/licenses/by/4.0/"


def test_every_term_has_the_documented_shape(record: dict[str, Any]) -> None:
    for term in record["terms"]:
        assert list(term) == list(SHAPE)
        assert {name: type(term[name]) for name, kind in SHAPE.items() if not isinstance(term[name], kind)} == {}
        assert term["status"] in record["statuses"]
        assert term["theme"] in record["themes"]
        assert re.fullmatch(re.escape(ADDRESS) + r"glossary/[a-z0-9-]+/", term["url"])
        assert date.fromisoformat(term["reviewed"])
        for source in term["sources"]:
            assert list(source) == ["id", "title", "year", "url"]


def test_every_field_is_documented(record: dict[str, Any]) -> None:
    words = DOCUMENTED.read_text(encoding="utf-8")
    assert [name for name in [*record, *SHAPE] if f"`{name}`" not in words] == []


def test_every_term_and_every_name_in_it_is_one_of_ours(record: dict[str, Any], library: Library) -> None:
    ids = {term["id"] for term in record["terms"]}
    assert ids == set(library.terms)
    assert all(set(term["see"]) <= ids and set(term["practices"]) <= set(library.practices) for term in record["terms"])


def linked_data(text: str) -> list[dict[str, Any]]:
    return [json.loads(found) for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)]


def test_term_pages_describe_a_defined_term(site: Path, library: Library) -> None:
    pages = built_pages(site)
    for term in library.terms.values():
        described, _ = linked_data(pages[term.url].text)
        assert described["@context"] == "https://schema.org"
        assert described["@type"] == "DefinedTerm"
        assert described["name"] == term.title
        assert described["description"] == term.short
        assert described["url"] == ADDRESS + term.url
        assert described["inDefinedTermSet"]["url"] == ADDRESS + "glossary/"


def test_the_glossary_page_describes_the_set(site: Path, library: Library) -> None:
    described, _ = linked_data(built_pages(site)["glossary/"].text)
    assert described["@type"] == "DefinedTermSet"
    assert [term["url"] for term in described["hasDefinedTerm"]] == [
        ADDRESS + term.url for term in library.terms.values()
    ]
