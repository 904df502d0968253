"""Lists of what links to a term and of the terms that a page links to: a place for each, and what fills it.

A macro prints the empty place. It is filled when the pages are finished, since only then is it known what was
linked.
"""

from macros.content.model import Guide, Page
from macros.content.term_links import TermLinks
from macros.render.context import Context
from macros.render.templates import render

KINDS = {"guide": "Guide", "practice": "Practice", "term": "Word"}
SHOWN = 8  # related pages in sight below a term; the others are folded


def mentioned_in(context: Context) -> str:
    """On a term's page: a place for practices that may fit, the pages that link to it, and near terms.

    Raises TypeError on any other page.
    """
    if context.page.kind != "term":
        raise TypeError("mentioned_in() stands only on the page of a term.")
    return render("mentioned-in/mentioned-in.html")


def see_also(context: Context) -> str:
    """On a practice's page: related practices, guides that end with it, and a place for its terms."""
    practice = context.library.practices[context.page.slug]
    guides = [guide for guide in context.library.guides.values() if guide.practice == practice.slug]
    return render("related-list/related-list.html", context=context, practice=practice, guides=guides)


def term_list(links: TermLinks, page: Page, name: str) -> str:
    """HTML of the list `name` (mentioned-in, page-terms or related-terms) on a finished page.

    Raises KeyError for another name.
    """
    context = Context(links.library, page.path)
    if name == "mentioned-in":
        return _related(links, page, context)
    template = {
        "page-terms": "related-list/terms-with-lines.html",
        "related-terms": "related-list/terms.html",
    }[name]
    return render(template, context=context, terms=list(links.terms_on(page.path)))


def _related(links: TermLinks, term: Page, context: Context) -> str:
    """One list: practices that may fit, guides that link to the term, near terms, then all others that do."""
    library, linking = links.library, links.pages[term.slug]
    tries = library.terms[term.slug].tries
    near = [library.terms[slug] for slug in library.neighbours[term.slug] if slug in library.terms]
    guides = [page for page in linking if isinstance(page, Guide)]
    pages = {
        page.path: page for page in (*(library.practices[slug] for slug in tries), *guides, *near, *linking)
    }
    shown = list(pages.values())
    values = {"first": shown[:SHOWN], "rest": shown[SHOWN:], "mentioned": linking, "kinds": KINDS}
    return render("mentioned-in/pages.html", context=context, **values)
