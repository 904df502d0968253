"""Rules on names in front matter: what they point at exists, and nothing has a name or a place twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from macros.content.danger import PATH as DANGER_WORDS
from macros.content.library import Library
from macros.content.model import Guide, Practice, Term
from macros.content.problem import Problem, did_you_mean


def pointed_at(library: Library, path: str = "") -> Iterator[Problem]:
    """The practices, terms and pages that front matter and words of danger name exist, and are others."""
    page, practices = library.pages.get(path), library.slugs("practice")
    if not path:
        for danger in library.data.dangers:
            if danger.page not in library.pages:
                message = f"the page '{danger.page}' does not exist."
                yield Problem(DANGER_WORDS, danger.line, message, did_you_mean(danger.page, library.pages))
    elif isinstance(page, Guide):
        yield from _pointed_at(library, path, "practice", (page.practice,), practices)
    elif isinstance(page, Practice):
        yield from _pointed_at(library, path, "related", page.related, practices)
        others = [fit.practice for fit in page.fits if fit.practice]
        yield from _pointed_at(library, path, "fits", others, practices)
    elif isinstance(page, Term):
        yield from _pointed_at(library, path, "see", page.see, library.slugs("term"))
        yield from _pointed_at(library, path, "tries", page.tries, practices)


def _pointed_at(
    library: Library, path: str, field: str, names: Sequence[str], slugs: Collection[str]
) -> Iterator[Problem]:
    document, page = library.documents[path], library.pages[path]
    kind = "term" if field == "see" else "practice"
    for name in names:
        if name == page.slug and page.kind == kind:
            yield document.problem(field, f"'{field}' names the page itself.", "Take it out.")
        elif name not in slugs:
            hint = library.draft_hint(kind, name) or did_you_mean(name, slugs)
            yield document.problem(field, f"'{field}' names '{name}', which does not exist.", hint)


def guide_practice(library: Library, path: str) -> Iterator[Problem]:
    """A guide ends with the timer of the practice that its front matter names."""
    guide = library.pages.get(path)
    timers = [call for call in library.calls[path] if call.name == "practice_timer"]
    if isinstance(guide, Guide) and timers and timers[-1].arguments != (guide.practice,):
        message = f"the timer at the end is not that of '{guide.practice}'."
        hint = "Name the same practice in both places."
        yield library.documents[path].problem(timers[-1].line, message, hint)


def unique(library: Library) -> Iterator[Problem]:
    """No two pages share a title or a summary; no two guides share a place on the path."""
    pages = library.pages.values()
    titles = Counter(page.title.casefold() for page in pages)
    summaries = Counter(page.summary for page in pages)
    orders = Counter(guide.order for guide in library.guides.values())
    for page in pages:
        document = library.documents[page.path]
        if titles[page.title.casefold()] > 1:
            yield document.problem("title", "another page has the same title.", "Reword one.")
        if summaries[page.summary] > 1:
            name = "short" if page.kind == "term" else "summary"
            yield document.problem(name, f"another page has the same {name}.", "Reword one.")
        if isinstance(page, Guide) and orders[page.order] > 1:
            hint = "Give each its own place on the path."
            yield document.problem("order", f"another guide has order {page.order}.", hint)


def one_country(library: Library) -> Iterator[Problem]:
    """No two pages are about the same country."""
    seen: dict[str, str] = {}
    for country in library.countries.values():
        first = seen.setdefault(country.country.casefold(), country.path)
        if first != country.path:
            message = f"'{country.country}' has a page already: docs/{first}."
            yield library.documents[country.path].problem("country", message, "Keep one of the two.")


def one_zone(library: Library) -> Iterator[Problem]:
    """No time zone belongs to two countries, so that a clock leads to one of them."""
    seen: dict[str, str] = {}
    for country in library.countries.values():
        for zone in country.zones:
            first = seen.setdefault(zone, country.path)
            if first != country.path:
                message = f"the time zone '{zone}' belongs to docs/{first} already."
                hint = "Take it out of one of the two."
                yield library.documents[country.path].problem("zones", message, hint)


MUST = (pointed_at, guide_practice, unique, one_country, one_zone)
