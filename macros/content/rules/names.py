"""Rules on names in front matter: what they point at exists, and nothing has a name or a place twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from macros.content.country import Country
from macros.content.library import Library
from macros.content.model import Guide, Page, Practice, Term
from macros.content.problem import Problem, did_you_mean


def pointed_at(library: Library, path: str) -> Iterator[Problem]:
    """The practices and terms that front matter names exist, and are others."""
    page = library.pages.get(path)
    if isinstance(page, Guide):
        yield from _pointed_at(library, path, "practice", (page.practice,))
    elif isinstance(page, Practice):
        yield from _pointed_at(library, path, "related", page.related)
        others = [fit.practice for fit in page.fits if fit.practice]
        yield from _pointed_at(library, path, "fits", others)
    elif isinstance(page, Term):
        yield from _pointed_at(library, path, "see", page.see)
        yield from _pointed_at(library, path, "tries", page.tries)


def _pointed_at(library: Library, path: str, field: str, names: Sequence[str]) -> Iterator[Problem]:
    document, page = library.documents[path], library.pages[path]
    kind = "term" if field == "see" else "practice"
    slugs = library.slugs(kind)
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
    """No two pages share a title or a summary, no guides an order, no countries a name or a time zone."""
    owners: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for path, page in library.pages.items():
        for hint, field, value in _own(page):
            owners[hint, f"{field == 'title'} {value.casefold()}"][path] = field, value
    for (hint, _), paths in owners.items():
        for path, (field, value) in paths.items() if len(paths) > 1 else ():
            other = next(other for other in paths if other != path)
            message = f"'{field}' is that of docs/{other} as well: '{value}'."
            yield library.documents[path].problem(field, message, hint)


def _own(page: Page) -> Iterator[tuple[str, str, str]]:
    """The fields of a page that no other may share: what to do about it, the field, what it holds."""
    yield "Give each its own.", "title", page.title
    yield "Give each its own.", ("short" if isinstance(page, Term) else "summary"), page.summary
    if isinstance(page, Guide):
        yield "Give each its own place.", "order", str(page.order)
    if isinstance(page, Country):
        yield "Keep one of the two.", "country", page.country
        yield from (("Take it out of one of the two.", "zones", zone) for zone in page.zones)


MUST = (pointed_at, guide_practice, unique)
