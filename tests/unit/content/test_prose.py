"""Prose: lines without code, the paragraphs that rules read, the words a reader sees."""

import pytest

from macros.content.prose import paragraphs, plain, without_code, without_fences


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a", "```", "b", "```", "c"], ["a", "", "", "", "c"]),
        (["~~~ x", "```", "~~~"], ["", "", ""]),
        (["````", "```", "````"], ["", "", ""]),
        (["> ```", "> a", "> ```"], ["", "", ""]),
        (["    ```", "    a", "    ```"], ["", "", ""]),
        (["```", "a", "```", "b", "```", "c", "```"], ["", "", "", "b", "", "", ""]),
        (["```", "never closed"], ["```", "never closed"]),
        (["``` not `a` fence", "```"], ["``` not `a` fence", "```"]),
    ],
)
def test_fences_are_emptied_line_for_line(lines: list[str], expected: list[str]) -> None:
    assert without_fences("\n".join(lines)).split("\n") == expected


def test_code_within_lines_goes_too_and_lines_still_count() -> None:
    assert without_code("a `b\nc` d ``e ` f`` \\`g") == "a \n d  \\`g"


def test_paragraphs_come_with_their_line_and_without_marks() -> None:
    body = "\n## Head\n\nOne\ntwo.\n\n- Item\n- Item two\n  more\n\n> Quote\n> more\n\n| a | b |\n\n1. Last"
    assert list(paragraphs(body)) == [
        (3, "One two."),
        (6, "Item"),
        (7, "Item two more"),
        (10, "Quote more"),
        (15, "Last"),
    ]


def test_code_comments_raw_blocks_and_block_macros_are_no_paragraphs() -> None:
    body = "```\ncode\n```\n\n<!-- a\nb -->\n\n<div>\n</div>\n\n{{ sources() }}\n\nText{{ cite('x') }}."
    assert list(paragraphs(body)) == [(12, "Text{{ cite('x') }}.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A *b* `c`.", "A b c."),
        ("A [b c](d.md){ .x } e.", "A b c e."),
        ("A{{ cite('x') }}.", "A."),
        ("{{ popular('Reset it') }} and {{ term('x', 'the word') }}.", "Reset it and the word."),
        ("A <b>c</b> \\word.", "A c word."),
    ],
)
def test_a_plain_paragraph_is_what_a_reader_sees(text: str, expected: str) -> None:
    assert plain(text) == expected
