"""Rules on terms: one word leads to one term, sources stand behind a status, nobody is forgotten."""

import re
from collections.abc import Iterable, Iterator

from macros.content.library import Library
from macros.content.model import Term
from macros.content.problem import Problem
from macros.content.prose import without_code
from macros.content.rules.page import CheckedPage

LEAST_SOURCES = {"settled": 1, "supported": 1, "mixed": 2, "disputed": 2}


def one_word_one_term(library: Library) -> Iterator[Problem]:
    """No title or alias stands twice in the whole glossary."""
    owners: dict[str, Term] = {}
    for term in library.terms.values():
        document = library.documents[term.path]
        for field, form in [("title", term.title), *(("aka", alias) for alias in term.aka)]:
            key = _spaced(form)
            other = owners.setdefault(key, term)
            if other is not term:
                message = f"'{form}' already leads to '{other.slug}'."
                yield document.problem(field, message, "Keep it on one of the two terms.")
            elif field == "aka" and key == term.title.casefold():
                yield document.problem("aka", f"'{form}' is the title itself.", "Take it out.")


def own_words(page: CheckedPage, term: Term) -> Iterator[Problem]:
    """The plain line does not begin by repeating the headword as its own definition."""
    if re.match(rf"(?:an? |the )?{re.escape(term.title)} (?:is|are|means)\b", term.short, re.IGNORECASE):
        message = f"'short' repeats the headword '{term.title}'."
        yield page.problem("short", message, "Say it without the word itself.")


def cited(page: CheckedPage, term: Term) -> Iterator[Problem]:
    """A settled or supported term cites a source; a mixed or disputed one two or more, for both sides."""
    needed, count = LEAST_SOURCES.get(term.status, 0), len(page.library.cited(page.path))
    if count < needed:
        message = f"status '{term.status}' needs {needed} cited sources; the page has {count}."
        yield page.problem("status", message, "Cite them, or change the status.")


def mentioned(library: Library) -> Iterator[Problem]:
    """Another page mentions each term: by its title or an alias, or by a link to it."""
    texts = {path: _spaced(without_code(document.body)) for path, document in library.documents.items()}
    for term in library.terms.values():
        forms = [*map(_spaced, (term.title, *term.aka)), term.path, f'term("{term.slug}"']
        others = (text for path, text in texts.items() if path != term.path)
        if term.autolink and not any(_has_one(text, forms) for text in others):
            document = library.documents[term.path]
            yield document.problem(1, f"no page mentions '{term.title}'.", "Use it, or add its forms.")


def _spaced(text: str) -> str:
    """A text in small letters, with one space between its words."""
    return " ".join(text.casefold().split())


def _has_one(text: str, forms: Iterable[str]) -> bool:
    """Whether a text in small letters holds one of the forms as whole words."""
    return any(form in text and re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text) for form in forms)


MUST = {"glossary": (one_word_one_term, cited)}
SHOULD = {"glossary": (own_words, mentioned)}
