"""The texts that readers see: which parts of a page and of the data they are, and at which line."""

from typing import Any

import pytest

from macros.content.frontmatter import Field, read_page
from macros.content.shown import Text, cited_sentences, data_texts, field_texts, line_texts
from tests.support.content import page

A, B = '{{ cite("able2020first") }}', '{{ cite("charlie2021second") }}'
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
    texts = [(text.line, text.words) for text in line_texts(document)]
    assert texts == [(9, "## A heading"), (13, "| a | b |")]


def test_of_a_source_only_our_own_words_are_ours() -> None:
    entry: dict[str, Any] = {"authors": ["Center C"], "title": "Color"}
    entry |= {"finding": "It was so.", "limits": "One study.", "figures": {"harm": "8 in 100"}}
    ours = ("It was so.", "One study.", "8 in 100")
    texts = [Text("docs/_data/sources.yml", 7, words, "sources") for words in ours]
    assert list(data_texts("sources", {"key": Field(entry, 7)})) == texts


def test_other_data_give_every_text_of_two_words_or_more() -> None:
    entry = {"slug": "body-scan", "line": "Lie down.", "more": ["Or sit down.", 3]}
    texts = data_texts("safety", {"a": Field(entry, 1)})
    assert [text.words for text in texts] == ["Lie down.", "Or sit down."]


FIRST, BOTH = ("able2020first",), ("able2020first", "charlie2021second")
SENTENCES = [
    (f"One{A}. Two? Three{B}!", [("One.", FIRST), ("Two?", ()), ("Three!", BOTH[1:])]),
    (f'They say "so."{A} Next.', [('They say "so."', FIRST), ("Next.", ())]),
    (f"It was 1.5{A}{B}{A}.", [("It was 1.5.", BOTH)]),
    ('{{ popular("Stop. Go.") }} No.', [("Stop. Go. No.", ())]),
    ('Harm: {{ figure("able2020first", "harm") }}. Yes.', [("Harm: .", FIRST), ("Yes.", ())]),
    (f"- One{A}.\n- Two.", [("One.", FIRST), ("Two.", ())]),
]


@pytest.mark.parametrize(("body", "expected"), SENTENCES)
def test_a_paragraph_is_read_sentence_by_sentence(
    body: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    document, _ = read_page(page(body), "docs/x.md")
    assert [(sentence.words, sentence.sources) for sentence in cited_sentences(document)] == expected


def test_a_sentence_has_the_line_of_its_paragraph_and_says_whether_it_prints_a_figure() -> None:
    figure = '{{ figure("able2020first", "harm") }}'
    document, _ = read_page(page(f"\nOne{A}.\n\n## Two\n\nThree: {figure}.\nFour{B}."), "docs/x.md")
    first = document.body_line
    sentences = [(part.line - first, part.words, part.figure) for part in cited_sentences(document)]
    assert sentences == [(1, "One.", False), (5, "Three: .", True), (5, "Four.", False)]
