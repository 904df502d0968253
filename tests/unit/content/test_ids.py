"""The id of a heading is the one that Markdown gives it."""

from __future__ import annotations

import pytest
from markdown.extensions.toc import slugify

from macros.content.ids import heading_id

WORDS = (
    "Chest pain, tightness or weight",
    "One-sided  days",
    "Na\u00efve caf\u00e9s",
    "What's \u201cit\u201d \u2013 a_b?",
    " 4-7-8 ",
)


@pytest.mark.parametrize("words", WORDS)
def test_a_headings_id_is_that_of_the_generator(words: str) -> None:
    assert heading_id(words) == slugify(words, "-")
