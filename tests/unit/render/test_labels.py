"""Labels, safety notes and quoted claims."""

from __future__ import annotations

import re

import pytest

from macros.render import labels
from macros.render.context import Context
from tests.support.content import guide, library, practice

FOUND = library({"guides/x.md": guide("Xx"), "practices/y.md": practice("Yy")})
GUIDE, PRACTICE = Context(FOUND, "guides/x.md"), Context(FOUND, "practices/y.md")


def words(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(("sure", "filled"), [("strong", 4), ("early", 2), ("untested", 0)])
def test_a_label_says_in_words_and_squares_how_sure_and_how_big(sure: str, filled: int) -> None:
    html = labels.label(GUIDE, sure, "small")
    assert words(html) == f"{FOUND.data.vocabulary['sure'][sure].label}, small effect"
    assert (html.count("evidence-label__square "), html.count("square--filled")) == (filled, filled)
    assert len(re.findall(r'class="evidence-label__square[ "]', html)) == 4


def test_a_disputed_label_shows_a_question_mark_and_no_squares() -> None:
    html = labels.label(GUIDE, "disputed", "unknown")
    assert words(html) == "? Disputed, size of effect not known"
    assert "evidence-label__square" not in html


def test_the_signs_of_a_label_are_hidden_from_those_who_hear_the_words() -> None:
    assert labels.label(GUIDE, "early", "small").count('aria-hidden="true"') == 1


def test_evidence_without_a_size_says_that_the_size_is_not_known() -> None:
    assert words(labels.evidence(GUIDE, "early")) == "Early evidence, size of effect not known"


def test_evidence_without_words_shows_those_of_the_practice_and_what_is_not_known() -> None:
    html = labels.evidence(PRACTICE)
    assert words(html) == (
        "Early evidence, small effect What the labels mean "
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
    text = words(labels.evidence_key(GUIDE))
    for choice in FOUND.data.vocabulary["sure"].values():
        assert f"{choice.label}. {choice.note}" in text
    assert "small effect, size of effect not known." in text


def test_safety_says_each_line_once_and_leads_to_help() -> None:
    html = labels.safety(GUIDE, "breath", "holds", "breath")
    assert words(html) == (
        "If watching your breath frightens you, skip it. Leave the holds out in pregnancy. Get help now"
    )
    assert 'href="../../help/"' in html


def test_only_safety_about_people_leads_to_help_with_abuse() -> None:
    assert "help/domestic-abuse/" in labels.safety(GUIDE, "people")
    assert "help/domestic-abuse/" not in labels.safety(GUIDE, "breath")


def test_what_to_do_when_it_feels_worse_is_the_same_everywhere() -> None:
    assert words(labels.feels_worse(PRACTICE)) == (
        "Stop now. Nothing has been broken by stopping. When not to use these practices Get help now"
    )


def test_a_popular_claim_is_quoted() -> None:
    assert labels.popular(GUIDE, "Reset <it>") == '<q class="popular-claim">Reset &lt;it&gt;</q>'
