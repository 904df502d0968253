"""Cited sentences: where each begins and ends, and which sources it cites."""

import pytest

from macros.content.cited import cited_sentences
from macros.content.frontmatter import read_page
from tests.support.content import page

A, B = '{{ cite("able2020first") }}', '{{ cite("charlie2021second") }}'


def read(body: str) -> list[tuple[str, tuple[str, ...]]]:
    """Words and sources of every sentence of `body`."""
    document, _ = read_page(page(body), "docs/x.md")
    return [(sentence.words, sentence.sources) for sentence in cited_sentences(document)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"One{A}. Two? Three{B}!",
            [("One.", ("able2020first",)), ("Two?", ()), ("Three!", ("charlie2021second",))],
        ),
        (f'They say "so."{A} Next.', [('They say "so."', ("able2020first",)), ("Next.", ())]),
        (f"It was 1.5{A}{B}{A}.", [("It was 1.5.", ("able2020first", "charlie2021second"))]),
        ('{{ popular("Stop. Go.") }} No.', [("Stop. Go. No.", ())]),
        (
            'Harm: {{ figure("able2020first", "harm") }}. Yes.',
            [("Harm: .", ("able2020first",)), ("Yes.", ())],
        ),
        (f"- One{A}.\n- Two.", [("One.", ("able2020first",)), ("Two.", ())]),
    ],
)
def test_a_paragraph_is_read_sentence_by_sentence(
    body: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert read(body) == expected


def test_a_sentence_says_whether_it_prints_a_figure() -> None:
    document, _ = read_page(page(f'Harm: {{{{ figure("able2020first", "harm") }}}}. One{A}.'), "docs/x.md")
    assert [sentence.figure for sentence in cited_sentences(document)] == [True, False]


def test_a_sentence_has_the_line_of_its_paragraph() -> None:
    document, _ = read_page(page(f"\nOne{A}.\n\n## Two\n\nThree.\nFour{B}."), "docs/x.md")
    sentences = [
        (sentence.line - document.body_line, sentence.words) for sentence in cited_sentences(document)
    ]
    assert sentences == [(1, "One."), (5, "Three."), (5, "Four.")]
