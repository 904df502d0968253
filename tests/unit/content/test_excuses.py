"""Excuses: which lines one covers, where none is read, and what is left for readers."""

import pytest

from macros.content.excuses import read_excuses, without_excuses

FRONT = "---\ntitle: x\n# excuse: glossary.own-words, a name\nshort: y\n---\n"
COMMENT = "<!-- excuse: style.stiff-word, quoted, as said -->"


def covered(text: str, body_line: int = 1) -> list[tuple[int, str, str, set[int]]]:
    """Line, rule, reason and covered lines of excuse excuse in `text`."""
    return [
        (excuse.line, excuse.rule, excuse.reason, set(excuse.covers))
        for excuse in read_excuses(text, body_line)
    ]


def test_an_excuse_covers_the_next_line_with_text() -> None:
    assert covered(f"A.\n\n{COMMENT}\n\nSeldom.\nSeldom.") == [
        (3, "style.stiff-word", "quoted, as said", {5})
    ]


def test_two_excuses_stand_above_one_line() -> None:
    assert [lines for *_, lines in covered(f"A.\n{COMMENT}\n{COMMENT}\nSeldom.")] == [{4}, {4}]


def test_at_the_top_of_the_body_it_covers_what_is_said_of_the_whole_page() -> None:
    assert covered(f"---\ntitle: x\n---\n\n{COMMENT}\n\nA.", 4) == [
        (5, "style.stiff-word", "quoted, as said", {1, 4, 7})
    ]


def test_in_front_matter_an_excuse_is_a_yaml_comment() -> None:
    assert covered(f"{FRONT}A.", 6) == [(3, "glossary.own-words", "a name", {4})]
    assert covered(f"{FRONT}# excuse: a heading, no comment\nA.", 6) == [
        (3, "glossary.own-words", "a name", {4})
    ]


@pytest.mark.parametrize(
    "text", [f"```\n{COMMENT}\n```", f"~~~~\n~~~\n{COMMENT}\n~~~~", f"Write `{COMMENT}` above."]
)
def test_code_holds_no_excuse(text: str) -> None:
    assert covered(text) == []
    assert without_excuses(text) == text


def test_without_a_reason_the_reason_is_empty() -> None:
    assert covered("<!-- excuse: style.imagine -->\nA.") == [(1, "style.imagine", "", {1, 2})]


def test_what_is_published_keeps_its_lines_and_loses_its_excuses() -> None:
    assert without_excuses(f"A.\n{COMMENT}\n<!-- a comment -->\nB.") == "A.\n\n<!-- a comment -->\nB."
