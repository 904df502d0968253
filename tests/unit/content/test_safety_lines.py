"""Which safety lines a practice prints, in which order, and how those who ask first are named."""

import pytest

from macros.content.safety_lines import ask_first
from tests.support.content import data


def test_the_gravest_risk_comes_first_whatever_the_order_of_the_page() -> None:
    assert data().safety.lines(["breath", "holds"]) == (
        "Leave the holds out in pregnancy.",
        "Ask a professional first if you are pregnant, or have heart disease or epilepsy.",
        "If watching your breath frightens you, skip it.",
        "Not while driving.",
    )


def test_nobody_is_asked_to_ask_for_a_risk_without_conditions() -> None:
    lines = data().safety.lines(["people"])
    assert lines == ("If you are afraid of someone, this is not for that.", "Not while driving.")


@pytest.mark.parametrize(
    ("conditions", "sentence"),
    [
        ([], ""),
        (["have epilepsy"], "Ask a professional first if you have epilepsy."),
        (["faint easily", "are pregnant"], "Ask a professional first if you faint easily, or are pregnant."),
        (
            ["have had mania", "have asthma", "have been ill lately", "have asthma", "have POTS"],
            "Ask a professional first if you have had mania, have been ill lately, or have asthma or POTS.",
        ),
    ],
)
def test_the_conditions_make_one_sentence_each_once(conditions: list[str], sentence: str) -> None:
    assert ask_first(conditions) == sentence
