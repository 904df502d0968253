"""Front matter: split strictly from the body, each field with its line, each fault with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.content.frontmatter import Document, Field, not_utf8, read_page, read_text, read_yaml

PATH = "docs/guides/x.md"


def faults(text: str) -> list[str]:
    return [str(problem) for problem in read_page(text, PATH)[1]]


def test_a_page_is_split_into_fields_with_lines_and_a_body_with_its_line() -> None:
    document, problems = read_page("---\ntitle: One\n\nsummary: Two\n---\n\nBody\n", PATH)
    assert document == Document(PATH, {"title": Field("One", 2), "summary": Field("Two", 4)}, "\nBody\n", 6)
    assert problems == []


def test_the_line_of_an_absent_field_is_the_opening_of_the_front_matter() -> None:
    document, _ = read_page("---\ntitle: One\n---\n", PATH)
    assert (document.line_of("title"), document.line_of("summary")) == (2, 1)


def test_values_are_read_as_yaml_reads_them() -> None:
    document, _ = read_page("---\na: [1, x]\nb: {c: 2.5}\nd: 2026-11-22\ne:\nf: yes\n---\n", PATH)
    values = {name: field.value for name, field in document.fields.items()}
    assert values == {"a": [1, "x"], "b": {"c": 2.5}, "d": date(2026, 11, 22), "e": None, "f": True}


def test_spaces_after_the_dashes_are_no_fault_and_dashes_in_the_body_end_nothing() -> None:
    document, problems = read_page("--- \ntitle: One\n---  \nBody\n---\nMore", PATH)
    assert (document.body, problems) == ("Body\n---\nMore", [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1: the page has no front matter. Start it with '---', the fields, and '---'."),
        ("# Title\n", ":1: the page has no front matter. Start it with '---', the fields, and '---'."),
        ("\n---\na: 1\n---\n", ":1: the page has no front matter. Start it with '---', the fields, and '---'."),
        (
            "---\ntitle: One\n",
            ":1: the front matter is not closed. Put '---' on a line of its own after the fields.",
        ),
        ("---\n- one\n---\n", ":2: this must be a list of 'field: value' lines."),
        (
            "---\na: 1\nb: 2\na: 3\n---\n",
            ":4: the YAML cannot be read: the key 'a' stands twice. Quote a text that has ': ' or '#' in it.",
        ),
        (
            "---\na: 1\nb: {c: 1, c: 2}\n---\n",
            ":3: the YAML cannot be read: the key 'c' stands twice. Quote a text that has ': ' or '#' in it.",
        ),
        (
            "---\ntitle: One: two\n---\n",
            ":2: the YAML cannot be read: mapping values are not allowed here. "
            "Quote a text that has ': ' or '#' in it.",
        ),
        (
            "---\na: 1\ntitle: {{ cite('x') }}\n---\n",
            ":3: the YAML cannot be read: braces begin a group, so a text with '{{' needs quotes. "
            "Quote a text that has ': ' or '#' in it.",
        ),
        (
            "---\na: 1\nreviewed: 2026-02-30\n---\n",
            ":3: the YAML cannot be read: day is out of range for month. Quote a text that has ': ' or '#' in it.",
        ),
        (
            "---\na: 1\nb: x\x07y\n---\n",
            ":3: the YAML cannot be read: special characters are not allowed. Take the invisible sign out.",
        ),
        (
            "---\na: !!timestamp x\n---\n",
            ":2: the YAML cannot be read: the value does not fit its tag. Quote a text that has ': ' or '#' in it.",
        ),
    ],
)
def test_a_broken_frame_is_one_problem_with_path_line_and_hint(text: str, message: str) -> None:
    assert faults(text) == [PATH + message]


def test_a_page_with_a_broken_frame_keeps_its_body_so_that_rules_can_read_it() -> None:
    document, _ = read_page("---\na: [\n---\n{{ cite('x') }}\n", PATH)
    assert (dict(document.fields), document.body, document.body_line) == ({}, "{{ cite('x') }}\n", 4)


def test_lines_are_counted_from_the_line_on_which_the_yaml_begins() -> None:
    fields, _ = read_yaml("a: 1\nb:\n  c: 2\n", "x.yml", first_line=10)
    assert {name: field.line for name, field in fields.items()} == {"a": 10, "b": 11}
    assert [problem.line for problem in read_yaml("a: 1\nb: [\n", "x.yml", first_line=10)[1]] == [12]


def test_an_empty_file_has_no_fields_and_no_problems() -> None:
    assert read_yaml("# only a remark\n", "x.yml") == ({}, [])


def test_a_file_is_read_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"\xef\xbb\xbf---\n")
    assert read_text(file) == "---\n"
    file.write_bytes("caf\u00e9".encode("latin-1"))
    with pytest.raises(UnicodeDecodeError):
        read_text(file)
    assert str(not_utf8(PATH)) == f"{PATH}:1: the file is not in UTF-8. Save it again, with UTF-8 as its encoding."


SNIPPETS = st.sampled_from(
    ["---", "a: 1", "a", ": ", "{{ x }}", "[", "]", "{", "}", "'", '"', "- ", "#", "&x", "*x", "!!int", "!x", "|", ">",
     "2026-99-99", "\n", "\t", " ", "? ", "<<: ", "%", "@", "\u00e9", "\x00", "\x85", "\u2028", "=", "~", "1_0", "0o8"]
)  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(SNIPPETS, max_size=12).map("".join))
def test_no_front_matter_whatever_stops_the_reading(text: str) -> None:
    document, problems = read_page(f"---\n{text}\n---\nBody", PATH)
    assert problems or all(field.line >= 2 for field in document.fields.values())
    assert all(problem.path == PATH and problem.line >= 1 and problem.message for problem in problems)
