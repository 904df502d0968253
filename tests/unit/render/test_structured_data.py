"""What pages tell machines: true to the data, only whole addresses, and no claim of a medical review."""

import json
from typing import Any

import pytest

from macros.content.library import Library
from macros.content.model import Page
from macros.render.structured_data import duration, structured_data

SITE = "https://example.org/g/"


def records(library: Library, page: Page, address: str = SITE) -> dict[str, dict[str, Any]]:
    """What is told of a page, by type."""
    return {
        record["@type"]: record
        for record in map(json.loads, structured_data(library, page, address, "Steady Ground"))
    }


def test_a_guide_is_an_article_with_the_date_of_its_check_and_an_organisation_as_author(
    library: Library,
) -> None:
    guide = library.guides["why-boundaries-fail"]
    article = records(library, guide)["Article"]
    assert article["headline"] == guide.title
    assert guide.reviewed is not None
    assert article["dateModified"] == guide.reviewed.isoformat()
    assert article["author"] == {"@type": "Organization", "name": "Steady Ground", "url": SITE}
    assert article["url"] == f"{SITE}guides/why-boundaries-fail/"
    assert article["image"] == f"{SITE}assets/share/guides/why-boundaries-fail.png"


def test_a_practice_is_a_how_to_with_its_steps_and_its_true_length(library: Library) -> None:
    scan = records(library, library.practices["body-scan"])["HowTo"]
    steps = library.practices["body-scan"].steps
    assert [(step["name"], step["text"]) for step in scan["step"]] == [
        (step.say, step.text) for step in steps
    ]
    assert [step["position"] for step in scan["step"]] == list(range(1, len(steps) + 1))
    assert scan["totalTime"] == "PT3M"
    assert records(library, library.practices["box-breathing"])["HowTo"]["totalTime"] == "PT2M4S"


@pytest.mark.parametrize(
    ("ms", "words"),
    [(156_000, "PT2M36S"), (600_000, "PT10M"), (9_500, "PT9.5S"), (0, "PT0S"), (3_600_000, "PT60M")],
)
def test_lengths_are_told_as_iso_8601_says(ms: int, words: str) -> None:
    assert duration(ms) == words


def test_every_page_below_home_says_where_it_stands(library: Library) -> None:
    for page in library.pages.values():
        trail = records(library, page).get("BreadcrumbList")
        if not page.url:
            assert trail is None
            continue
        assert trail is not None
        items = trail["itemListElement"]
        assert items[0]["item"] == SITE
        assert items[-1]["item"] == SITE + page.url
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert all(item["name"] for item in items)


def test_a_term_is_told_by_its_name_and_plain_line_as_one_of_the_glossary(library: Library) -> None:
    term = library.terms["vagal-tone"]
    told = records(library, term)
    assert list(told) == ["DefinedTerm", "BreadcrumbList"]
    described = told["DefinedTerm"]
    assert (described["name"], described["description"]) == (term.title, term.short)
    assert described["inDefinedTermSet"]["url"] == f"{SITE}glossary/"
    whole = records(library, library.pages["glossary/index.md"])["DefinedTermSet"]
    assert [item["url"] for item in whole["hasDefinedTerm"]] == [
        f"{SITE}{item.url}" for item in library.terms.values()
    ]


def test_without_an_address_no_address_is_told(library: Library) -> None:
    for page in (*library.guides.values(), *library.practices.values()):
        record = records(library, page, "")
        assert "BreadcrumbList" not in record
        [work] = record.values()
        assert not {"url", "image", "mainEntityOfPage"} & set(work)
        assert "example.org" not in json.dumps(work)


def test_nothing_claims_a_medical_review_and_no_text_can_end_the_script(library: Library) -> None:
    for page in library.pages.values():
        for text in structured_data(library, page, SITE, "Steady Ground"):
            assert "<" not in text
            assert not any(
                word in text for word in ("reviewedBy", "lastReviewed", '"@type":"Medical', "Physician")
            )
