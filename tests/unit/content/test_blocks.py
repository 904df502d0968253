"""Blocks: the runs of text that Markdown makes of a page (the linker's tests compare them with Markdown itself)."""

from __future__ import annotations

import pytest

from macros.content.blocks import html_blanked, pass_tags, runs, without_fences


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("# head\ntext\n## head", ["text"]),
        ("head\n====\n\ntext", ["text"]),
        ("- one\n- two\n\n    three\n\n        code", ["one", "two", "three"]),
        ("1. one\n   more\n2. two", ["one\n   more", "two"]),
        ("text\n- no item", ["text\n- no item"]),
        ("text\n\n    code\n\ntext", ["text", "text"]),
        ("> one\n> two\n\nthree", ["one\ntwo", "three"]),
        ("> - one\n>\n>     two", ["one", "two"]),
        ("> - one\n\n>     two", ["one", "two"]),
        ("> - one\n\nmore\n\n>     code", ["one", "more"]),
        ("| a | b |\n|---|---|\n| c | d |", [" c ", " d "]),
        ("a | b\n--|--\n`c|d` | e \\| f", [" e \\| f"]),
        ("word\n:   meaning\n\n    more", ["word", "meaning", "more"]),
        ('!!! note "Title"\n    text\n\n    more\n\nout', ["text", "more", "out"]),
        ("<div>\nraw\n\n<div>raw</div>\n</div>\ntext", ["text"]),
        ("<div markdown>\n\ntext\n\n</div>", ["text"]),
        ("<!-- a\n\nb -->\ntext", ["text"]),
        ("text <div>x</div>", ["text <div>x</div>"]),
        ("* * *", []),
    ],
)
def test_a_page_is_cut_into_runs(body: str, expected: list[str]) -> None:
    assert [run for run in runs(body)[0] if run.strip(" *\x00")] == expected


def test_definitions_of_references_are_taken_out_and_kept_by_name() -> None:
    found, references = runs('[a][x]\n\n[X]: ../a.md "Title"\n[y]: <https://tests.example/>\n[no]: two words')
    assert references == {"x": "../a.md", "y": "https://tests.example/"}
    assert found == ["[a][x]", "[no]: two words"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a", "```", "b", "```", "c"], ["a", "", "", "", "c"]),
        (["~~~ x", "```", "~~~"], ["", "", ""]),
        (["````", "```", "````"], ["", "", ""]),
        (["> ```", "> a", "> ```"], ["", "", ""]),
        (["    ```", "    a", "    ```"], ["", "", ""]),
        (["```", "never closed"], ["```", "never closed"]),
        (["``` not `a` fence", "```"], ["``` not `a` fence", "```"]),
    ],
)
def test_fences_are_emptied_line_for_line(lines: list[str], expected: list[str]) -> None:
    assert without_fences(lines) == expected


def test_raw_blocks_are_blanked_so_that_lines_still_count() -> None:
    text = "a\n<div>\nb\n</div>\nc"
    assert html_blanked(text) == "a\n\n\n\nc"


def test_a_closing_tag_closes_all_that_was_opened_inside_its_element() -> None:
    open_tags: list[str] = []
    pass_tags(open_tags, "<b><i><br><img src='x'/>")
    assert open_tags == ["b", "i"]
    pass_tags(open_tags, "</B><!-- <u> --></i>")
    assert open_tags == []
