"""How hard a page is to read: words and grade of its prose, measured by a library."""

from __future__ import annotations

import re
import warnings

from macros.content.frontmatter import Document
from macros.content.prose import paragraphs, plain

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # textstat imports pkg_resources, which warns of its own end
    import textstat


def prose(document: Document) -> str:
    """The prose of a page, a paragraph a line; a list item without a full stop counts as a sentence."""
    found = (plain(text) for _, text in paragraphs(document.body))
    return "\n".join(text if text[-1] in ".!?" else f"{text}." for text in found if text)


def words(document: Document) -> int:
    """Number of words of the prose."""
    return len(re.findall(r"[\w'’-]+", prose(document)))


def grade(document: Document) -> float:
    """Flesch-Kincaid grade of the prose (Kincaid and others 1975, as textstat computes it); 0.0 without prose."""
    text = prose(document)
    return float(textstat.flesch_kincaid_grade(text)) if text else 0.0
