"""How hard a page is to read: words and grade of its prose, measured by a library."""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Iterable

from macros.content.frontmatter import Document
from macros.content.prose import paragraphs, plain

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # textstat imports pkg_resources, which warns of its own end
    import textstat


@functools.cache
def _load_words() -> None:
    """Loads the word list of syllables once; its library leaves the file to the collector, which Python warns of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        textstat.flesch_kincaid_grade("word")


def prose(document: Document) -> str:
    """The prose of a page, a paragraph a line; a list item without a full stop counts as a sentence."""
    return sentences(plain(text) for _, text in paragraphs(document.body))


def sentences(found: Iterable[str]) -> str:
    """Paragraphs as one text, each closed with a full stop; empty ones are left out."""
    return "\n".join(text if text[-1] in ".!?" else f"{text}." for text in found if text)


def words(document: Document) -> int:
    """Number of words of a page's prose."""
    return words_of(document.body)


def words_of(body: str) -> int:
    """Number of words of the prose in a body of Markdown."""
    return len(re.findall(r"[\w'’-]+", sentences(plain(text) for _, text in paragraphs(body))))


def grade(document: Document) -> float:
    """Flesch-Kincaid grade of a page's prose; 0.0 without prose."""
    return grade_of(prose(document))


def grade_of(text: str) -> float:
    """Flesch-Kincaid grade of a text (Kincaid and others 1975, as textstat computes it); 0.0 for an empty one."""
    _load_words()
    return float(textstat.flesch_kincaid_grade(text)) if text else 0.0
