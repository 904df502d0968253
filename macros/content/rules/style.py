"""Rules on style and spelling, each counted for the whole site against its budget."""

import re
from collections.abc import Iterator

from macros.content.library import Library
from macros.content.problem import Problem
from macros.content.shown import field_texts, line_texts, prose_texts
from macros.content.spelling import slips

CITATIONS_A_PARAGRAPH = 2
_ABOUT = ("about/", "contributing/")
_NOT_TAIL = re.compile(r", (?:and )?not (?!only\b|least\b|to mention\b)")
_OWN_READING = re.compile(
    r"\b(?:we found no|our set|in our words|as we read it|we have not read|in a reprint|in reprints"
    r"|by summaries|as quoted (?:by|on|elsewhere))\b",
    re.IGNORECASE,
)
_STIFF_WORD = re.compile(
    r"\b(?i:whom|seldom|somebody|need not|at times|in place of|another matter|verdict|nor is|should it"
    r"|What you(?: wi|')ll learn)\b|\bImagine\b"
)


def not_tail(library: Library, path: str) -> Iterator[Problem]:
    """A sentence says what is, without a tail that says what is not."""
    return _habit(library, path, _NOT_TAIL, "Say what is, and leave out what is not.")


def own_reading(library: Library, path: str) -> Iterator[Problem]:
    """A page speaks of its subject, and leaves what we read or found to the source's own note."""
    return _habit(library, path, _OWN_READING, "What we saw belongs in the source's own note.")


_STIFF_HINT = "Use the words that people say: 'For example' for 'Imagine'. Begin with the answer."


def stiff_word(library: Library, path: str) -> Iterator[Problem]:
    """A page uses the words that people say, and begins with the answer: "For example", and no "Imagine"."""
    return _habit(library, path, _STIFF_WORD, _STIFF_HINT)


def _habit(library: Library, path: str, pattern: re.Pattern[str], hint: str) -> Iterator[Problem]:
    """Each use of a habit on a page; the pages about this site are left alone."""
    if not path.startswith(_ABOUT):
        for text in line_texts(library.documents[path]):
            for phrase in pattern.finditer(text.words):
                yield Problem(text.path, text.line, f"'{phrase.group().strip()}' tires a reader.", hint)


def few_citations(library: Library, path: str) -> Iterator[Problem]:
    """A paragraph carries at most two citations."""
    if not path.startswith(_ABOUT):
        for text in prose_texts(library.documents[path]):
            count = text.words.count("{{ cite(")
            if count > CITATIONS_A_PARAGRAPH:
                message = f"the paragraph has {count} citations; at most {CITATIONS_A_PARAGRAPH}."
                hint = "Cite once where all of it comes from one source."
                yield Problem(text.path, text.line, message, hint)


def british(library: Library) -> Iterator[Problem]:
    """Every text is spelt as British English has it, save our own words and the forms that people type."""
    documents = library.documents.values()
    texts = [text for document in documents for text in (*field_texts(document), *line_texts(document))]
    texts += library.data.texts
    for slip in slips([text.words for text in texts], library.data.words):
        text = texts[slip.text]
        hint = f"Better: {slip.better}. A name or a word of our own goes into docs/_data/words.yml."
        yield Problem(text.path, text.line, f"'{slip.word}' is not British spelling.", hint)


SHOULD = (british, not_tail, own_reading, stiff_word, few_citations)
