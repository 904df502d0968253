"""Rule on spelling: British, in every text that a reader meets."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.library import Library
from macros.content.problem import Problem
from macros.content.shown import field_texts, line_texts
from macros.content.spelling import slips


def british(library: Library) -> Iterator[Problem]:
    """Every text is spelt as British English has it, save our own words and the forms that people type."""
    documents = library.documents.values()
    texts = [text for document in documents for text in (*field_texts(document), *line_texts(document))]
    texts += library.data.texts
    for slip in slips([text.words for text in texts], library.data.words):
        text = texts[slip.text]
        hint = f"Better: {slip.better}. A name or a word of our own goes into docs/_data/words.yml."
        yield Problem(text.path, text.line, f"'{slip.word}' is not British spelling.", hint)


SHOULD = (british,)
