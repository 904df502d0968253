"""Rules on front matter: what its names point at exists, none stands twice, its dates are honest."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from macros.content.country import Country
from macros.content.library import Library
from macros.content.model import Guide, Page, Practice, Term
from macros.content.problem import Problem, did_you_mean
from macros.content.rules.page import CheckedPage

LONGEST = timedelta(days=366)
NUMBERS_HOLD = timedelta(days=120)  # three months after the month in which they were read
ELSEWHERE = timedelta(days=1)  # an author's day may have begun while it is still yesterday at the build


def pointed_at(page: CheckedPage) -> Iterator[Problem]:
    """The practices and terms that front matter names exist, and are others."""
    parsed = page.parsed
    named: dict[str, tuple[str, ...]] = {}
    if isinstance(parsed, Guide):
        named = {"practice": (parsed.practice,)}
    elif isinstance(parsed, Practice):
        others = tuple(fit.practice for fit in parsed.fits if fit.practice)
        named = {"related": parsed.related, "fits": others}
    elif isinstance(parsed, Term):
        named = {"see": parsed.see, "tries": parsed.tries}
    for field, name in ((field, name) for field, names in named.items() for name in names):
        kind = "term" if field == "see" else "practice"
        slugs = page.library.slugs(kind)
        if (name, kind) == (page.slug, page.kind):
            yield page.problem(field, f"'{field}' names the page itself.", "Take it out.")
        elif name not in slugs:
            hint = page.library.draft_hint(kind, name) or did_you_mean(name, slugs)
            yield page.problem(field, f"'{field}' names '{name}', which does not exist.", hint)


def guide_practice(page: CheckedPage, guide: Guide) -> Iterator[Problem]:
    """A guide ends with the timer of the practice that its front matter names."""
    timers = page.calls_of("practice_timer")
    if timers and timers[-1].arguments != (guide.practice,):
        message = f"the timer at the end is not that of '{guide.practice}'."
        yield page.problem(timers[-1].line, message, "Name the same practice in both places.")


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


def review_dates(page: CheckedPage, today: date) -> Iterator[Problem]:
    """A page that cites has review dates: none in the future, the next within twelve months."""
    parsed = page.parsed
    if parsed is None:
        return
    if not parsed.reviewed:
        if page.library.cited(page.path):
            message = "the page makes cited claims but has no 'reviewed'."
            yield page.problem(1, message, "Give the day of the review.")
        return
    if parsed.reviewed > today + ELSEWHERE:
        yield page.problem("reviewed", "'reviewed' lies in the future.")
    if not parsed.next_review or not parsed.reviewed < parsed.next_review <= parsed.reviewed + LONGEST:
        message = "'next_review' must come after 'reviewed', at most twelve months later."
        yield page.problem("next_review", message)


def review_due(page: CheckedPage, today: date) -> Iterator[Problem]:
    """A page is read again against its sources by the day of its next review."""
    due = page.parsed.next_review if page.parsed else None
    if due and due < today:
        message = f"the review was due on {due.isoformat()}."
        yield page.problem("next_review", message, "Check the page against its sources.")


def numbers_read(page: CheckedPage, country: Country, today: date) -> Iterator[Problem]:
    """Help numbers were read in a month that has come, and are read again every three months."""
    if country.read > today + ELSEWHERE:
        yield page.problem("read", "'read' lies in the future.", "Give the month of the reading.")
    elif country.read + NUMBERS_HOLD < today:
        message = f"the numbers of {country.country} were last read in {country.read:%B %Y}."
        yield page.problem("read", message, "Read them again where 'places' leads.")


MUST = {"names": (pointed_at, guide_practice, unique)}
SHOULD = {"dates": (review_dates, review_due, numbers_read)}
