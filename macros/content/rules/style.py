"""Rules on style: habits of the pen that tire a reader, each counted for the whole site against its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.library import Library
from macros.content.problem import Problem
from macros.content.shown import line_texts, prose_texts

CITATIONS_A_PARAGRAPH = 2
_ABOUT = ("about/", "contributing/")
_NOT_TAIL = re.compile(r", (?:and )?not (?!only\b|least\b|to mention\b)")
_IMAGINE = re.compile(r"\bImagine\b")
_OWN_READING = re.compile(
    r"\b(?:we found no|our set|in our words|as we read it|we have not read|in a reprint|in reprints|by summaries"
    r"|as quoted (?:by|on|elsewhere))\b",
    re.IGNORECASE,
)
_STIFF_WORD = re.compile(
    r"\b(?:whom|seldom|somebody|need not|at times|in place of|another matter|verdict|nor is|should it)\b",
    re.IGNORECASE,
)
_LEARN = re.compile(r"\bWhat you(?: wi|')ll learn\b", re.IGNORECASE)


def not_tail(library: Library, path: str) -> Iterator[Problem]:
    """A sentence says what is, without a tail that says what is not."""
    return _habit(library, path, _NOT_TAIL, "Say what is, and leave out what is not.")


def imagine(library: Library, path: str) -> Iterator[Problem]:
    """A scene begins with "For example" or "Say you", and a guide has one at most."""
    return _habit(library, path, _IMAGINE, "Write 'For example' or 'Say you', and keep it to one scene a guide.")


def own_reading(library: Library, path: str) -> Iterator[Problem]:
    """A page speaks of its subject, and leaves what we read or found to the source's own note."""
    return _habit(library, path, _OWN_READING, "What we saw belongs in the source's own note.")


def stiff_word(library: Library, path: str) -> Iterator[Problem]:
    """A page uses the words that people say."""
    return _habit(library, path, _STIFF_WORD, "Use the word that people say.")


def what_you_will_learn(library: Library, path: str) -> Iterator[Problem]:
    """A page begins with the answer, without a list of what it is going to say."""
    return _habit(library, path, _LEARN, "Take the list out, and begin with the answer.")


def _habit(library: Library, path: str, pattern: re.Pattern[str], hint: str) -> Iterator[Problem]:
    """Each use of a habit on a page; the pages about this site are left alone."""
    if not path.startswith(_ABOUT):
        for text in line_texts(library.documents[path]):
            for found in pattern.finditer(text.words):
                yield Problem(text.path, text.line, f"'{found.group().strip()}' tires a reader.", hint)


def few_citations(library: Library, path: str) -> Iterator[Problem]:
    """A paragraph carries at most two citations."""
    if not path.startswith(_ABOUT):
        for text in prose_texts(library.documents[path]):
            count = text.words.count("{{ cite(")
            if count > CITATIONS_A_PARAGRAPH:
                message = f"the paragraph has {count} citations; at most {CITATIONS_A_PARAGRAPH}."
                yield Problem(text.path, text.line, message, "Cite once where all of it comes from one source.")


SHOULD = (not_tail, imagine, own_reading, stiff_word, what_you_will_learn, few_citations)
