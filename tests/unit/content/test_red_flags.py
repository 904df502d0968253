"""The signs of an illness: read strictly, recognised in a text by whole words, and excused only with a
reason."""

from typing import Any

import pytest

from macros.content.fields import InvalidValue
from macros.content.frontmatter import Field
from macros.content.red_flags import EXCUSES, FILE, RedFlag
from tests.support.content import library, page

SIGN: dict[str, Any] = {
    "name": "Purple elbow",
    "sign": "an elbow that turned purple",
    "may_be": "a made-up illness",
    "when": "today",
    "action": "Call the made-up number now.",
    "words": ["purple", "purple elbow", "light-headed"],
    "typed": ["lilac arm"],
}


def read(value: object, key: str = "purple-elbow") -> tuple[dict[str, RedFlag], list[str]]:
    flags, problems = FILE.read({key: Field(value, 7)})
    return flags, [str(problem) for problem in problems]


def test_a_sign_keeps_its_key_its_line_and_its_words_and_may_do_without_the_rest() -> None:
    flags, problems = read(SIGN)
    assert problems == []
    flag = flags["purple-elbow"]
    assert (flag.key, flag.line, flag.when) == ("purple-elbow", 7, "today")
    assert (flag.more, flag.ours, flag.who, flag.sources) == ("", "", "", ())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"action": None}, "action: must be a text, not nothing."),
        ({"action": "Call the number"}, "action: must be a full sentence. End it with a full stop."),
        ({"when": "soon"}, "when: has the unknown value 'soon'."),
        ({"when": "tody"}, "when: has the unknown value 'tody'. Did you mean 'today'?"),
        ({"words": []}, "words: must have at least 1 item; it has 0."),
        ({"words": ["blue", "blue"]}, "words: has the same item twice."),
        ({"sources": []}, "sources: must have at least 1 item; it has 0."),
        ({"urgent": True}, "has the unknown part 'urgent'."),
    ],
)
def test_a_sign_that_cannot_be_used_is_named_with_its_line(change: dict[str, Any], said: str) -> None:
    flags, problems = read({**SIGN, **change})
    assert flags == {}
    assert problems[0].startswith("docs/_data/red-flags.yml:7: 'purple-elbow' ")
    assert said in problems[0]


def test_forms_are_read_in_small_letters_with_one_space() -> None:
    assert read({**SIGN, "words": ["Purple  Elbow", "CO"]})[0]["purple-elbow"].words == ("purple elbow", "co")


def test_a_key_must_do_as_a_place_on_a_page() -> None:
    assert "must be a name such as" in read(SIGN, "Purple elbow")[1][0]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Purple here, purple there.", ["purple", "purple"]),
        ("A PURPLE  elbow.", ["purple elbow"]),
        ("(purple)", ["purple"]),
        ("Light-headed at noon", ["light-headed"]),
        ("purplish, empurple, purple-edged, half-purple", []),
        ("an elbow, light, headed", []),
    ],
)
def test_a_text_speaks_of_a_sign_in_whole_words(text: str, mentions: list[str]) -> None:
    assert list(read(SIGN)[0]["purple-elbow"].mentions(text)) == mentions


def test_an_excuse_is_a_reason_by_the_signs_key() -> None:
    assert EXCUSES({"purple-elbow": "The purple here is a curtain."}) == {
        "purple-elbow": "The purple here is a curtain."
    }


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
