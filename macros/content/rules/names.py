"""Rules on names in front matter: what they point at exists, and nothing is named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from macros.content.danger import PATH as DANGER_WORDS
from macros.content.library import Library
from macros.content.macro_calls import MACROS
from macros.content.model import Guide, Practice, Term
from macros.content.problem import Problem, did_you_mean


def pointed_at(library: Library, path: str = "") -> Iterator[Problem]:
    """The practices and terms that front matter names exist, as do the pages that words of danger lead to; a page does
    not name itself."""
    page, practices = library.pages.get(path), library.slugs("practice")
    if not path:
        for danger in library.data.dangers:
            if danger.page not in library.pages:
                message = f"the page '{danger.page}' does not exist."
                yield Problem(DANGER_WORDS, danger.line, message, did_you_mean(danger.page, library.pages))
    elif isinstance(page, Guide):
        yield from _each(library, path, "practice", (page.practice,), practices)
    elif isinstance(page, Practice):
        yield from _each(library, path, "related", page.related, practices, page.slug)
        others = tuple(fit.practice for fit in page.fits if fit.practice)
        yield from _each(library, path, "fits", others, practices, page.slug)
    elif isinstance(page, Term):
        yield from _each(library, path, "see", page.see, library.slugs("term"), page.slug)
        yield from _each(library, path, "tries", page.tries, practices)


def _each(
    library: Library, path: str, field: str, names: tuple[str, ...], known: Collection[str], own: str = ""
) -> Iterator[Problem]:
    document = library.documents[path]
    for name in names:
        if name == own:
            yield Problem(document.path, document.line_of(field), f"'{field}' names the page itself.", "Take it out.")
        elif name not in known:
            hint = library.draft_hint("term" if field == "see" else "practice", name) or did_you_mean(name, known)
            message = f"'{field}' names '{name}', which does not exist."
            yield Problem(document.path, document.line_of(field), message, hint)


def guide_practice(library: Library, path: str) -> Iterator[Problem]:
    """A guide ends with the timer of the practice that its front matter names."""
    guide, document = library.pages.get(path), library.documents[path]
    timers = [call for call in library.calls[path] if call.name == "practice_timer"]
    if isinstance(guide, Guide) and timers and timers[-1].arguments != (guide.practice,):
        message = f"the timer at the end is not that of '{guide.practice}'."
        yield Problem(document.path, timers[-1].line, message, "Name the same practice in both places.")


def unique(library: Library) -> Iterator[Problem]:
    """No two pages share a title or a summary; no two guides share a place on the path."""
    pages = library.pages.values()
    for field, values in (
        ("title", [page.title.casefold() for page in pages]),
        ("summary", [page.summary for page in pages]),
    ):
        counts = Counter(values)
        for page, value in zip(pages, values, strict=True):
            if counts[value] > 1:
                document = library.documents[page.path]
                name = "short" if field == "summary" and page.kind == "term" else field
                yield Problem(
                    document.path, document.line_of(name), f"another page has the same {name}.", "Reword one."
                )
    orders = Counter(guide.order for guide in library.guides.values())
    for guide in library.guides.values():
        if orders[guide.order] > 1:
            document = library.documents[guide.path]
            message = f"another guide has order {guide.order}."
            yield Problem(document.path, document.line_of("order"), message, "Give each its own place on the path.")


def macro_names(library: Library, path: str) -> Iterator[Problem]:
    """A field never has a macro's name: it would take the macro's place on that page."""
    document = library.documents[path]
    for name in document.fields:
        if name in MACROS:
            message = f"the field '{name}' has a macro's name and would replace it."
            yield Problem(document.path, document.line_of(name), message, "Rename the field.")


MUST = (pointed_at, guide_practice, unique, macro_names)
