"""Front matter: split strictly from the body, each field with its line, each fault with its place."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from macros.content.frontmatter import Document, Field, Loader, not_utf8, read_page, read_text, read_yaml

PATH = "docs/guides/x.md"


def test_a_page_is_split_into_fields_with_lines_and_a_body_with_its_line() -> None:
    document, problems = read_page("---\ntitle: One\n\nsummary: Two\n---\n\nBody\n", PATH)
    assert document == Document(PATH, {"title": Field("One", 2), "summary": Field("Two", 4)}, "\nBody\n", 6)
    assert (document.line_of("summary"), document.line_of("absent")) == (4, 1)  # the front matter's opening
    assert problems == []


# What authors write, editors change and systems add: how each is read, or what is said of it.
READ = [
    ("a: [[1, x], {c: 2.5}, 2026-11-22, ~, true]", [[1, "x"], {"c": 2.5}, date(2026, 11, 22), None, True]),
    ('a: "\u201cNo\u201d is a sentence."', "\u201cNo\u201d is a sentence."),
    ("a: ranked  # by whom?", "ranked"),
    ("a: C# and F#", "C# and F#"),
    ("a: 20\u00a0kg", "20\u00a0kg"),
    ("a:\tOne", "One"),
    ("a: yes and no", "yes and no"),
    ('a: "no"', "no"),
    ('a: "1:30"', "1:30"),
    ('a: "0800"', "0800"),
    ("a: [0, 0.5, -1]", [0, 0.5, -1]),
]
# What authors write, editors change and systems add: what is said of it, from its beginning.
REFUSED = [
    ("nothing at all", "", "1: the page has no front matter. Start it with '---', the fields, and '---'."),
    ("no frame", "# Title\n", "1: the page has no front matter. Start it with '---', the fields, and '---"),
    ("an empty line above", "\n---\na: 1\n---\n", "2: the front matter must begin on line 1 with '---'; l"),
    ("an invisible sign above", "\u200b---\na: 1\n---\n", "1: an invisible sign stands in this line: U+20"),
    ("a second byte order mark", "\ufeff---\na: 1\n---\n", "1: an invisible sign stands in this line: U+F"),
    ("dashes for hyphens", "\u2014-\na: 1\n---\n", "1: the front matter must begin on line 1 with '---'; "),
    ("never closed", "---\na: 1\n", "1: the front matter is not closed. Put '---' on a line of its own af"),
    ("closed with a dash", "---\na: 1\n\u2014\nBody\n---\n", "3: the front matter is not closed before '"),
    ("closed with dots", "---\na: 1\n...\nBody\n", "3: the front matter is not closed before '...'. Close"),
    ("closed below the first heading", "---\na: 1\n\n## A part\n\nText.\n\n---\n", "4: the front matter i"),
    ("closed below the first sentence", "---\na: 1\n\nText of the page.\n---\n", "4: the YAML cannot be r"),
    ("an unfinished merge", "---\na: 1\n---\n>>>>>>> theirs\n", "4: an unfinished merge: '>>>>>>> theirs'"),
    ("a list", "---\n- one\n---\n", "2: the YAML cannot be read: this must be a list of 'field: value' li"),
]
# The same within the lines of a frame: the fault stands on line 3, and U stands for what cannot be read.
IN_FRAME = [
    ("a key twice", "z: 2", "U the key 'z' stands twice. Keep one of the two."),
    ("a key twice in a group", "b: {c: 1, c: 2}", "U the key 'c' stands twice. Keep one of the two."),
    ("no space after a colon", "a:One", "U the space after the colon is missing. Write 'field: value'."),
    ("a colon in a text", "a: One: two", "U a text with ': ' in it needs quotes. Put the text in double q"),
    ("a number sign in a text", "a: We are #1 here", "' #' cuts the text off after 'We are'. Put the text"),
    ("a macro", "a: {{ cite('x') }}", "U braces begin a group, so a text with '{{' needs quotes. Put the "),
    ("curly quotes round a text", "a: \u201cOne\u201d", "curly quotes quote nothing and would be shown. W"),
    ("curly quotes round a colon", "a: \u201cOne: two\u201d", "U curly quotes quote nothing. Write straig"),
    ("an apostrophe in quotes", "a: 'It's'", 'U the quotes end before the text does. Write "..." around a'),
    ("quotes in quotes", 'a: "Say "no"."', 'U the quotes end before the text does, or nowhere. Write \\" '),
    ("an at sign first", "a: @home", "U a text cannot begin with this sign. Put the text in double quotes"),
    ("an asterisk first", "a: *No*", "U a text cannot begin with this sign. Put the text in double quotes"),
    ("an exclamation mark first", "a: !x", "a text cannot begin with '!x'. Put the text in double quotes."),
    ("a tag that does not fit", "a: !!timestamp x", "U the value does not fit its tag. Put the text in do"),
    ("a bracket left open", "a: [x, y", "U a bracket opens that nothing closes. Close it, or quote the te"),
    ("a list on its field's line", "a: - x", "U a list begins on the line below its field. Begin a line t"),
    ("a field that is indented", " a: 1", "U the line is not indented as those above it. Begin a field in"),
    ("a tab for spaces", "\ta: 1", "U a tab stands in this line; YAML knows only spaces. Write spaces."),
    ("an odd space before a value", "a:\xa0One", "a space that is none stands before the value: U+00A0 no"),
    ("an odd space before a field", "\u3000a: One", "a space that is none stands before the value: U+3000"),
    ("an invisible sign in a text", "a: calm\xadness", "an invisible sign stands in this line: U+00AD sof"),
    ("a control character", "a: x\x07y", "an invisible sign stands in this line: U+0007 control character"),
    ("a line end that is none", "a: x\u2028b: 1", "an invisible sign stands in this line: U+2028 line sep"),
    ("no for a country", "a: no", "YAML reads 'no' as true or false. Write true or false, or the word in "),
    ("off in a list", "a: [On, x]", "YAML reads 'On' as true or false. Write true or false, or the word i"),
    ("no for a name", "no: 1", "YAML reads 'no' as true or false. Write true or false, or the word in quo"),
    ("minutes and seconds", "a: 1:30", "YAML may read '1:30' as another number. Write a plain one such as"),
    ("a number with an underline", "a: 1_000", "YAML may read '1_000' as another number. Write a plain on"),
    ("an endless number", "a: .inf", "YAML may read '.inf' as another number. Write a plain one such as 9"),
    ("a leading zero", "a: 010", "YAML may read '010' as another number. Write a plain one"),
    ("a leading zero, then an eight", "a: 080", "YAML may read '080' as another number. Write a plain one"),
    ("a day that is none", "a: 2026-02-30", "U there is no day '2026-02-30'. Write a day of the calendar,"),
]


@pytest.mark.parametrize(("line", "value"), READ)
def test_what_is_meant_is_read_and_the_generator_reads_the_same(line: str, value: object) -> None:
    page = f"---\n{line}\n---\nBody"
    document, problems = read_page(page, PATH)
    assert (document.fields["a"].value, problems) == (value, [])
    assert get_data(page)[1]["a"] == value


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_what_could_mean_something_else_is_refused_in_plain_words(name: str, text: str, message: str) -> None:
    _, [problem] = read_page(text, PATH)
    assert str(problem).startswith(f"{PATH}:{message}"), name


@pytest.mark.parametrize(("name", "line", "message"), IN_FRAME)
def test_a_line_that_could_mean_something_else_is_refused(name: str, line: str, message: str) -> None:
    _, [problem] = read_page(f"---\nz: 1\n{line}\n---\n", PATH)
    said = re.sub(r"^U ", "the YAML cannot be read: ", message)
    assert str(problem).startswith(f"{PATH}:3: {said}"), name


def test_spaces_after_the_hyphens_are_no_fault_and_hyphens_in_the_body_end_nothing() -> None:
    document, problems = read_page("--- \ntitle: One\n---\t\nBody\n---\nMore", PATH)
    assert (document.body, problems) == ("Body\n---\nMore", [])


def test_every_slip_of_a_page_is_told_at_once() -> None:
    _, problems = read_page("---\na: no\nb: 1:30\nc: [x, 007]\n---\n", PATH)
    assert [problem.line for problem in problems] == [2, 3, 4]


def test_a_page_with_a_broken_frame_keeps_its_body_so_that_rules_can_read_it() -> None:
    document, _ = read_page("---\na: [\n---\n{{ cite('x') }}\n", PATH)
    assert (dict(document.fields), document.body, document.body_line) == ({}, "{{ cite('x') }}\n", 4)


def test_lines_are_counted_from_the_line_on_which_the_yaml_begins() -> None:
    fields, _ = read_yaml("a: 1\nb:\n  c: 2\n", "x.yml", first_line=10)
    assert {name: field.line for name, field in fields.items()} == {"a": 10, "b": 11}
    assert [problem.line for problem in read_yaml("a: 1\nb: [\n", "x.yml", first_line=10)[1]] == [11]


def test_an_empty_file_has_no_fields_and_no_problems() -> None:
    assert read_yaml("# only a remark\n", "x.yml") == ({}, [])


def test_a_file_is_read_with_any_line_ends_and_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    for raw in (b"\xef\xbb\xbf---\na: 1\n", b"---\r\na: 1\r\n", b"---\ra: 1\r"):
        file.write_bytes(raw)
        assert read_text(file) == "---\na: 1\n"
    file.write_bytes("caf\u00e9".encode("latin-1"))
    with pytest.raises(UnicodeDecodeError):
        read_text(file)
    said = "the file is not in UTF-8. Save it again, with UTF-8 as its encoding."
    assert str(not_utf8(PATH)) == f"{PATH}:1: {said}"


def test_libyaml_reads_the_pages_since_the_parser_in_python_takes_ten_times_as_long() -> None:
    assert issubclass(Loader, yaml.CSafeLoader)


SNIPPETS = st.sampled_from(
    ["---", "a: 1", "a", ": ", "{{ x }}", "[", "]", "{", "}", "'", '"', "- ", "#", "&x", "*x", "!!int", "!x",
     "|", ">", "2026-99-99", "\n", "\t", " ", "? ", "<<: ", "%", "@", "\u00e9", "\x00", "\x85", "\u2028", "=",
     "~", "1_0", "0o8"]
)  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(SNIPPETS, max_size=12).map("".join))
def test_no_front_matter_whatever_stops_the_reading(text: str) -> None:
    document, problems = read_page(f"---\n{text}\n---\nBody", PATH)
    assert problems or all(field.line >= 2 for field in document.fields.values())
    assert all(problem.path == PATH and problem.line >= 1 and problem.message for problem in problems)
