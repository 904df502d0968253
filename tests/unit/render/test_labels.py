"""Labels, safety notes and quoted claims."""

import re

import pytest

from macros.render import labels
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS
from tests.support.content import guide, library, page, practice

LIBRARY = library({"guides/x.md": guide("Xx"), "practices/y.md": practice("Yy")})
GUIDE, PRACTICE = Context(LIBRARY, "guides/x.md"), Context(LIBRARY, "practices/y.md")


def words(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(("sure", "filled"), [("good", 4), ("little", 2), ("untested", 0)])
def test_a_label_says_in_words_and_squares_how_sure_and_how_big(sure: str, filled: int) -> None:
    html = labels.label(GUIDE, sure, "small", "2 points of 40")
    assert words(html) == f"{LIBRARY.data.vocabulary['sure'][sure].label}, small effect: 2 points of 40"
    assert (html.count("evidence-label__square "), html.count("square--filled")) == (filled, filled)
    assert len(re.findall(r'class="evidence-label__square[ "]', html)) == 4


def test_a_disputed_label_shows_a_question_mark_and_no_squares() -> None:
    html = labels.label(GUIDE, "disputed")
    assert words(html) == "? Experts disagree"
    assert "evidence-label__square" not in html


def test_the_signs_of_a_label_are_hidden_from_those_who_hear_the_words() -> None:
    assert labels.label(GUIDE, "little", "small").count('aria-hidden="true"') == 1


def test_evidence_without_words_shows_those_of_the_practice_and_what_is_not_known() -> None:
    html = labels.evidence(PRACTICE)
    assert words(html) == (
        "Little evidence, small effect: 2 points of 40 What the labels mean "
        "Studied Twenty people who do not exist. Not known Whether it does anything."
    )
    assert 'href="../../about/evidence/"' in html


def test_evidence_without_words_stands_only_on_a_practices_page() -> None:
    with pytest.raises(TypeError, match=r"^guides/x\.md: evidence\(\) without arguments stands only"):
        labels.evidence(GUIDE)


def test_every_way_to_be_sure_has_its_squares() -> None:
    from macros.content.data import load_data
    from tests.support.markdown import ROOT

    assert set(load_data(ROOT)[0].vocabulary["sure"]) == set(labels.FILLED)


def test_the_key_explains_every_label_and_size() -> None:
    text = words(MACRO_FUNCTIONS["evidence_key"](GUIDE))
    for choice in LIBRARY.data.vocabulary["sure"].values():
        assert f"{choice.label}. {choice.note}" in text
    assert "and with a number: no effect found, small effect." in text


def test_safety_says_each_line_once_and_leads_to_help() -> None:
    html = labels.safety(GUIDE, "breath", "holds", "breath")
    assert words(html) == (
        "If watching your breath frightens you, skip it. Leave the holds out in pregnancy. Get help now"
    )
    assert 'href="../../help/"' in html


def test_only_safety_about_people_leads_to_help_with_abuse() -> None:
    assert "help/domestic-abuse/" in labels.safety(GUIDE, "people")
    assert "help/domestic-abuse/" not in labels.safety(GUIDE, "breath")


def test_the_claims_of_a_page_lead_to_their_places_on_it() -> None:
    claims = "- {{ popular('Reset <it>') }} No.\n- {{ popular('5-4-3: it is proven') }} No."
    site = library(
        {"about/popular-claims/breath.md": page(claims), "about/popular-claims.md": page(title="All")}
    )
    html = labels.claim_list(Context(site, "about/popular-claims.md"), "breath")
    assert re.findall(r'href="([^"]+)"><q[^>]*>([^<]+)<', html) == [
        ("breath/#claim-reset-it", "Reset &lt;it&gt;"),
        ("breath/#claim-5-4-3-it-is-proven", "5-4-3: it is proven"),
    ]
    here = Context(site, "about/popular-claims/breath.md")
    assert all(
        f'id="{labels.claim_id(text)}"' in labels.popular(here, text) for text in site.claim_pages["breath"]
    )
