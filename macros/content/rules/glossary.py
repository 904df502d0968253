"""Rules on terms: one word leads to one term, sources stand behind a status, nobody is forgotten."""

import re
from collections.abc import Iterable, Iterator

from macros.content.library import Library
from macros.content.model import Term
from macros.content.problem import Problem
from macros.content.prose import without_code


def one_word_one_term(library: Library) -> Iterator[Problem]:
    """No title or alias stands twice in the whole glossary."""
    owners: dict[str, Term] = {}
    for term in library.terms.values():
        document = library.documents[term.path]
        for field, form in [("title", term.title), *(("aka", alias) for alias in term.aka)]:
            key = " ".join(form.casefold().split())
            other = owners.setdefault(key, term)
            if other is not term:
                message = f"'{form}' already leads to '{other.slug}'."
                yield document.problem(field, message, "Keep it on one of the two terms.")
            elif field == "aka" and key == term.title.casefold():
                yield document.problem("aka", f"'{form}' is the title itself.", "Take it out.")


def own_words(library: Library, path: str) -> Iterator[Problem]:
    """The plain line does not begin by repeating the headword as its own definition."""
    term, document = library.pages.get(path), library.documents[path]
    if not isinstance(term, Term):
        return
    if re.match(rf"(?:an? |the )?{re.escape(term.title)} (?:is|are|means)\b", term.short, re.IGNORECASE):
        message = f"'short' repeats the headword '{term.title}'."
        yield document.problem("short", message, "Say it without the word itself.")


def cited(library: Library, path: str) -> Iterator[Problem]:
    """A settled or supported term cites a source; a mixed or disputed one two or more, for both sides."""
    least = {"settled": 1, "supported": 1, "mixed": 2, "disputed": 2}
    term, document = library.pages.get(path), library.documents[path]
    if not isinstance(term, Term):
        return
    needed, count = least.get(term.status, 0), len(library.cited(path))
    if count < needed:
        message = f"status '{term.status}' needs {needed} cited sources; the page has {count}."
        yield document.problem("status", message, "Cite them, or change the status.")


def mentioned(library: Library) -> Iterator[Problem]:
    """Another page mentions each term: by its title or an alias, or by a link to it."""
    bodies = {path: document.body for path, document in library.documents.items()}
    texts = {path: " ".join(without_code(body).casefold().split()) for path, body in bodies.items()}
    for term in library.terms.values():
        forms = [" ".join(form.casefold().split()) for form in (term.title, *term.aka)]
        forms += [term.path, f'term("{term.slug}"']
        others = (text for path, text in texts.items() if path != term.path)
        if term.autolink and not any(_has_one(text, forms) for text in others):
            document = library.documents[term.path]
            yield document.problem(1, f"no page mentions '{term.title}'.", "Use it, or add its forms.")


def _has_one(text: str, forms: Iterable[str]) -> bool:
    """Whether a text in small letters holds one of the forms as whole words."""
    return any(form in text and re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text) for form in forms)


MUST = (one_word_one_term, cited)
SHOULD = (own_words, mentioned)
