"""Which safety lines a practice prints, in which order, and how those who ask first are named."""

import pytest

from macros.content.fields import InvalidValue
from macros.content.frontmatter import Field
from macros.content.safety_lines import EXCUSES, FLAGS, ask_first
from tests.support.content import data, library, page


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


def test_forms_of_a_sign_are_read_in_small_letters_with_one_space() -> None:
    sign = {"name": "Hot ear", "sign": "an ear", "may_be": "a bee", "when": "today", "action": "Do call us."}
    words = {"words": ["Hot  Ear", "CO", "light-headed"], "typed": ["ear"]}
    flags, problems = FLAGS.read({"hot-ear": Field({**sign, **words}, 7)})
    assert problems == []
    flag = flags["hot-ear"]
    assert (flag.words, flag.line) == (("hot ear", "co", "light-headed"), 7)
    assert (flag.more, flag.ours, flag.who, flag.sources) == ("", "", "", ())
    assert list(flag.mentions("Light-headed at noon")) == ["light-headed"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Purple here, purple there.", ["purple", "purple"]),
        ("A PURPLE  elbow.", ["purple elbow"]),
        ("(purple)", ["purple"]),
        ("purplish, empurple, purple-edged, half-purple", []),
        ("an elbow, light, headed", []),
    ],
)
def test_a_text_speaks_of_a_sign_in_whole_words(text: str, mentions: list[str]) -> None:
    assert list(data().flags["purple-elbow"].mentions(text)) == mentions


def test_an_excuse_is_a_reason_by_the_signs_key() -> None:
    reasons = {"purple-elbow": "The purple here is a curtain."}
    assert EXCUSES(reasons) == reasons


@pytest.mark.parametrize(
    "value", [{}, ["purple-elbow"], {"purple-elbow": "no"}, {"Purple elbow": "It is a curtain."}]
)
def test_an_excuse_without_a_reason_is_none(value: object) -> None:
    with pytest.raises(InvalidValue):
        EXCUSES(value)


def test_the_page_with_all_signs_cites_their_sources_by_speed_and_each_once() -> None:
    one = page('{{ red_flags("purple-elbow") }}\n')
    site = library({"help/all.md": page("{{ red_flags() }}\n"), "help/one.md": one})
    assert [(speed, [flag.key for flag in flags]) for speed, flags in site.flags_by_speed] == [
        ("emergency", ["purple-elbow"]),
        ("today", ["humming-ear"]),
        ("this week", ["green-knees"]),
    ]
    assert site.cited("help/all.md") == ("able2020first", "charlie2021second")
    assert site.cited("help/one.md") == ()
