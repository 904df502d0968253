"""Reading: what counts as prose, and that harder words give a higher grade."""

from __future__ import annotations

from macros.content.frontmatter import Document
from macros.content.reading import grade, prose, words


def document(body: str) -> Document:
    return Document("docs/x.md", {}, body, 1)


def test_only_prose_is_counted() -> None:
    found = document("## Head\n\nOne *two*{{ cite('x') }}.\n\n- three four\n\n| a | b |\n\n```\ncode\n```\n")
    assert prose(found) == "One two.\nthree four."
    assert words(found) == 4


def test_a_page_without_prose_has_no_words_and_no_grade() -> None:
    assert (words(document("## Head\n")), grade(document("## Head\n"))) == (0, 0.0)


def test_long_words_in_long_sentences_read_harder_than_short_ones() -> None:
    easy = document("The cat sat. The dog ran. It was hot.")
    hard = document(
        "Physiological interpretation necessitates considerable multidisciplinary understanding of regulation."
    )
    assert grade(easy) < 3
    assert grade(hard) > 12
