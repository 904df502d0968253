"""Rules on names in front matter: what they point at exists, and nothing is named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from macros.content.danger import PATH as DANGER_WORDS
from macros.content.library import Library
from macros.content.macro_calls import MACROS
from macros.content.problem import Problem, did_you_mean


def pointed_at(library: Library) -> Iterator[Problem]:
    """The practices and terms that front matter names exist, as do the pages that words of danger lead to; a page does
    not name itself."""
    for danger in library.data.dangers:
        if danger.page not in library.pages:
            message = f"the page '{danger.page}' does not exist."
            yield Problem(DANGER_WORDS, danger.line, message, did_you_mean(danger.page, library.pages))
    practices, terms = library.slugs("practice"), library.slugs("term")
    for guide in library.guides.values():
        yield from _each(library, guide.path, "practice", (guide.practice,), practices)
    for practice in library.practices.values():
        yield from _each(library, practice.path, "related", practice.related, practices, practice.slug)
        others = tuple(fit.practice for fit in practice.fits if fit.practice)
        yield from _each(library, practice.path, "fits", others, practices, practice.slug)
    for term in library.terms.values():
        yield from _each(library, term.path, "see", term.see, terms, term.slug)
        yield from _each(library, term.path, "tries", term.tries, practices)


def _each(
    library: Library, path: str, field: str, names: tuple[str, ...], known: Collection[str], own: str = ""
) -> Iterator[Problem]:
    document = library.documents[path]
    for name in names:
        if name == own:
            yield Problem(document.path, document.line_of(field), f"'{field}' names the page itself.", "Take it out.")
        elif name not in known:
            hint = did_you_mean(name, known)
            yield Problem(
                document.path, document.line_of(field), f"'{field}' names '{name}', which does not exist.", hint
            )


def guide_practice(library: Library) -> Iterator[Problem]:
    """A guide ends with the timer of the practice that its front matter names."""
    for guide in library.guides.values():
        document = library.documents[guide.path]
        timers = [call for call in library.calls[guide.path] if call.name == "practice_timer"]
        if timers and timers[-1].arguments != (guide.practice,):
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


def macro_names(library: Library) -> Iterator[Problem]:
    """A field never has a macro's name: it would take the macro's place on that page."""
    for document in library.documents.values():
        for name in document.fields:
            if name in MACROS:
                message = f"the field '{name}' has a macro's name and would replace it."
                yield Problem(document.path, document.line_of(name), message, "Rename the field.")


RULES = (pointed_at, guide_practice, unique, macro_names)
