"""Rules on terms: one word leads to one term, sources stand behind a status, nobody is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.library import Library
from macros.content.model import Term
from macros.content.problem import Problem


def one_word_one_term(library: Library) -> Iterator[Problem]:
    """No title or alias stands twice in the whole glossary."""
    owners: dict[str, Term] = {}
    for term in library.terms.values():
        document = library.documents[term.path]
        for field, form in [("title", term.title), *(("aka", each) for each in term.aka)]:
            key = " ".join(form.casefold().split())
            other = owners.setdefault(key, term)
            if other is not term:
                message = f"'{form}' already leads to '{other.slug}'."
                yield Problem(document.path, document.line_of(field), message, "Keep it on one of the two terms.")
            elif field == "aka" and key == term.title.casefold():
                yield Problem(document.path, document.line_of("aka"), f"'{form}' is the title itself.", "Take it out.")


def own_words(library: Library) -> Iterator[Problem]:
    """The plain line does not begin by repeating the headword as its own definition."""
    for term in library.terms.values():
        if re.match(rf"(?:an? |the )?{re.escape(term.title)} (?:is|are|means)\b", term.short, re.IGNORECASE):
            document = library.documents[term.path]
            message = f"'short' repeats the headword '{term.title}'."
            yield Problem(document.path, document.line_of("short"), message, "Say it without the word itself.")


def cited(library: Library) -> Iterator[Problem]:
    """A settled or supported term cites a source; a mixed or disputed one cites two or more, for both sides."""
    least = {"settled": 1, "supported": 1, "mixed": 2, "disputed": 2}
    for term in library.terms.values():
        needed, found = least.get(term.status, 0), len(library.cited(term.path))
        if found < needed:
            document = library.documents[term.path]
            message = f"status '{term.status}' needs {needed} cited sources; the page has {found}."
            yield Problem(document.path, document.line_of("status"), message, "Cite them, or change the status.")


def mentioned(library: Library) -> Iterator[Problem]:
    """A term that no page mentions is reported."""
    for term in library.terms.values():
        if term.autolink and not library.mentioned_in[term.slug]:
            document = library.documents[term.path]
            yield Problem(document.path, 1, f"no page mentions '{term.title}'.", "Use it, or add its forms.", "report")


RULES = (one_word_one_term, own_words, cited, mentioned)
