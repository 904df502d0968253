"""The glossary: its index with a picture of each theme, and the lists of what links to what."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from macros.content.library import Library, TermLinks
from macros.content.model import Guide, Page, Term
from macros.render.context import Context
from macros.render.templates import render

SHOWN = 8  # related pages in sight below a term; the others are folded


def glossary_index(context: Context) -> str:
    """Every term with its plain line and status, by letter, and every title by theme."""
    library = context.library
    by_letter = groupby(library.terms.values(), key=lambda term: first_letter(term.title))
    letters = [(letter, list(terms)) for letter, terms in by_letter]
    themes = []
    for choice in context.words["themes"].values():
        terms = [term for term in library.terms.values() if term.theme == choice.name]
        column = _near_first(library, terms)
        themes.append((choice, terms, column, _joins(library, column)))
    return render("glossary-index/glossary-index.html", context=context, letters=letters, themes=themes)


def first_letter(title: str) -> str:
    """The letter under which a title stands: its first, without accents, a capital; "#" for another sign."""
    letter = unicodedata.normalize("NFD", title)[:1].upper()
    return letter if letter.isalpha() and letter.isascii() else "#"


def _near_first(library: Library, terms: Iterable[Term]) -> list[Term]:
    """An order that keeps joined terms close, so that arcs stay short: a walk along the joins."""
    left = {term.slug: term for term in terms}
    ordered: list[Term] = []
    while left:
        queue = [next(iter(left))]
        while queue:
            slug = queue.pop(0)
            if slug in left:
                ordered.append(left.pop(slug))
                queue = [other for other in library.neighbours[slug] if other in left] + queue
    return ordered


def _joins(library: Library, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Where terms name each other, either way: the upper row, and how many rows below it the other stands."""
    rows = {term.slug: row for row, term in enumerate(terms)}
    pairs = {
        (min(rows[term.slug], rows[other]), abs(rows[term.slug] - rows[other]))
        for term in terms
        for other in library.neighbours[term.slug]
        if other in rows and other != term.slug
    }
    return sorted(pairs)


def term_list(links: TermLinks, page: Page, name: str) -> str:
    """HTML of the list `name` (mentioned-in, page-terms or related-terms), for which a macro left a place.

    It is filled when the pages are finished, since only then is it known what was linked. Raises KeyError
    for another name.
    """
    context = Context(links.library, page.path)
    if name == "mentioned-in":
        return _mentioned_in(links, page, context)
    template = {
        "page-terms": "related-list/terms-with-lines.html",
        "related-terms": "related-list/terms.html",
    }[name]
    return render(template, context=context, terms=list(links.terms_on(page.path)))


def _mentioned_in(links: TermLinks, term: Page, context: Context) -> str:
    """One list: practices that may fit, guides that link to the term, near terms, then all others that do."""
    library, linking = links.library, links.pages[term.slug]
    tries = [library.practices[slug] for slug in library.terms[term.slug].tries]
    near = [library.terms[slug] for slug in library.neighbours[term.slug] if slug in library.terms]
    guides = [page for page in linking if isinstance(page, Guide)]
    shown = list({page.path: page for page in (*tries, *guides, *near, *linking)}.values())
    values = {"first": shown[:SHOWN], "rest": shown[SHOWN:], "mentioned": linking}
    return render("mentioned-in/pages.html", context=context, **values)
