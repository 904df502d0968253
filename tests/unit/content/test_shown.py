"""The texts that readers see: which parts of a page and of the data they are, and at which line."""

from macros.content.frontmatter import Field, read_page
from macros.content.shown import Text, data_texts, field_texts, line_texts

PAGE = """---
title: A practice
aka: [color]
steps:
  - {say: Look, seconds: 30, text: Let your eyes look.}
presets: [{name: Slow, pattern: 4-6}]
moments: [wound-up]
---
## A heading

`code`

| a | *b* |
"""


def test_front_matter_gives_what_is_shown_and_no_names() -> None:
    document, _ = read_page(PAGE, "docs/x.md")
    assert [(text.line, text.part, text.words) for text in field_texts(document)] == [
        (2, "title", "A practice"),
        (4, "steps", "Look"),
        (4, "steps", "Let your eyes look."),
        (6, "presets", "Slow"),
    ]


def test_lines_are_those_of_the_file_with_headings_and_tables_and_without_code() -> None:
    document, _ = read_page(PAGE, "docs/x.md")
    assert [(text.line, text.words) for text in line_texts(document)] == [
        (9, "## A heading"),
        (13, "| a | b |"),
    ]


def test_of_a_source_only_our_own_words_are_ours() -> None:
    entry = {
        "authors": ["Center C"],
        "title": "Color",
        "finding": "It was so.",
        "limits": "One study.",
        "figures": {"harm": "8 in 100"},
    }
    assert list(data_texts("sources", {"key": Field(entry, 7)})) == [
        Text("docs/_data/sources.yml", 7, "It was so.", "sources"),
        Text("docs/_data/sources.yml", 7, "One study.", "sources"),
        Text("docs/_data/sources.yml", 7, "8 in 100", "sources"),
    ]


def test_other_data_give_every_text_of_two_words_or_more() -> None:
    entry = {"slug": "body-scan", "line": "Lie down.", "more": ["Or sit down.", 3]}
    assert [text.words for text in data_texts("safety", {"a": Field(entry, 1)})] == [
        "Lie down.",
        "Or sit down.",
    ]
