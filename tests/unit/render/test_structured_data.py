"""What pages tell machines: true to the data, only whole addresses, and no claim of a medical review."""

import json
from typing import Any

from macros.content.library import Library
from macros.content.model import Page
from macros.render.structured_data import duration, structured_data

SITE = "https://example.org/g/"


def records(library: Library, page: Page, address: str = SITE) -> dict[str, dict[str, Any]]:
    """What is told of a page, by type."""
    texts = structured_data(library, page, address, "Steady Ground")
    return {record["@type"]: record for record in map(json.loads, texts)}


def test_a_guide_is_an_article_with_the_date_of_its_check_and_an_organisation_as_author(
    library: Library,
) -> None:
    guide = library.guides["why-boundaries-fail"]
    article = records(library, guide)["Article"]
    assert (article["headline"], article["dateModified"]) == (guide.title, str(guide.reviewed))
    assert article["author"] == {"@type": "Organization", "name": "Steady Ground", "url": SITE}
    assert article["image"] == f"{SITE}assets/share/guides/why-boundaries-fail.png"


def test_a_practice_is_a_how_to_with_its_steps_and_its_true_length(library: Library) -> None:
    scan = records(library, library.practices["body-scan"])["HowTo"]
    told = [(step["position"], step["name"], step["text"]) for step in scan["step"]]
    steps = library.practices["body-scan"].steps
    assert told == [(number, step.say, step.text) for number, step in enumerate(steps, 1)]
    assert scan["totalTime"] == "PT3M"


def test_lengths_are_told_as_iso_8601_says() -> None:
    told = {156_000: "PT2M36S", 600_000: "PT10M", 9_500: "PT9.5S", 0: "PT0S", 3_600_000: "PT60M"}
    assert {ms: duration(ms) for ms in told} == told


def test_every_page_below_home_says_where_it_stands(library: Library) -> None:
    for page in library.pages.values():
        trail = records(library, page).get("BreadcrumbList", {"itemListElement": []})["itemListElement"]
        addresses = [item["item"] for item in trail]
        assert (addresses[:1], addresses[-1:]) == (([SITE], [SITE + page.url]) if page.url else ([], []))
        assert [item["position"] for item in trail] == list(range(1, len(trail) + 1))
        assert all(item["name"] for item in trail)


def test_a_term_is_told_by_its_name_and_plain_line_as_one_of_the_glossary(library: Library) -> None:
    term = library.terms["vagal-tone"]
    described = records(library, term)["DefinedTerm"]
    assert (described["name"], described["description"]) == (term.title, term.short)
    assert described["inDefinedTermSet"]["url"] == f"{SITE}glossary/"
    whole = records(library, library.pages["glossary/index.md"])["DefinedTermSet"]
    urls = [f"{SITE}{item.url}" for item in library.terms.values()]
    assert [item["url"] for item in whole["hasDefinedTerm"]] == urls


def test_without_an_address_no_address_is_told(library: Library) -> None:
    for page in (*library.guides.values(), *library.practices.values()):
        record = records(library, page, "")
        assert "BreadcrumbList" not in record
        [work] = record.values()
        assert not {"url", "image", "mainEntityOfPage"} & set(work)
        assert "example.org" not in json.dumps(work)


def test_nothing_claims_a_medical_review_and_no_text_can_end_the_script(library: Library) -> None:
    texts = [text for page in library.pages.values() for text in structured_data(library, page, SITE, "x")]
    claims = ("<", "reviewedBy", "lastReviewed", '"@type":"Medical', "Physician")
    assert [text for text in texts if any(word in text for word in claims)] == []
