"""Lists of what links to a term and of the terms that a page links to: a place for each, and what fills it.

A macro prints the empty place. It is filled when the pages are finished, since only then is it known what was linked.
"""

from __future__ import annotations

from collections.abc import Iterable

from macros.content.model import Guide, Page, Practice, Term
from macros.content.term_links import TermLinks
from macros.render.context import Context
from macros.render.templates import render


def entries(context: Context, pages: Iterable[Page]) -> list[dict[str, str]]:
    """What a list shows of other pages: title, address as seen from the page that renders, summary."""
    return [{"title": page.title, "href": context.href(page.url), "summary": page.summary} for page in pages]


def mentioned_in(context: Context) -> str:
    """On a term's page: a place for the pages that link to it, near terms, and practices that may fit."""
    library = context.library
    term = library.terms[context.page.slug]
    return render(
        "mentioned-in/mentioned-in.html",
        near=entries(context, (library.terms[slug] for slug in library.neighbours[term.slug])),
        tries=entries(context, (library.practices[slug] for slug in term.tries)),
    )


def page_terms(_: Context) -> str:
    """A place for the terms that this page links to."""
    return render("related-list/page-terms.html")


def see_also(context: Context) -> str:
    """On a practice's page: related practices, guides that end with it, and a place for its terms."""
    library = context.library
    practice = library.practices[context.page.slug]
    return render(
        "related-list/related-list.html",
        practices=entries(context, (library.practices[slug] for slug in practice.related)),
        guides=entries(context, (guide for guide in library.guides.values() if guide.practice == practice.slug)),
    )


def term_list(links: TermLinks, page: Page, name: str) -> str:
    """HTML of the list `name` (mentioned-in, page-terms or related-terms) on a finished page.

    Raises KeyError for another name.
    """
    context = Context(links.library, page.path)
    if name == "mentioned-in":
        return _pages_that_link(context, links.pages[page.slug])
    template = {"page-terms": "related-list/terms-with-lines.html", "related-terms": "related-list/terms.html"}[name]
    return render(template, terms=entries(context, links.terms_on(page.path)))


def _pages_that_link(context: Context, pages: Iterable[Page]) -> str:
    kinds: dict[str, list[Page]] = {"Guides": [], "Practices": [], "Other words": [], "Other pages": []}
    for page in pages:
        kinds[_kind(page)].append(page)
    groups = [(name, entries(context, found)) for name, found in kinds.items() if found]
    return render("mentioned-in/pages.html", groups=groups)


def _kind(page: Page) -> str:
    if isinstance(page, Guide):
        return "Guides"
    if isinstance(page, Practice):
        return "Practices"
    return "Other words" if isinstance(page, Term) else "Other pages"
