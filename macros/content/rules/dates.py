"""Rules on dates: honest, ordered, and what is overdue is said aloud."""

from collections.abc import Iterator
from datetime import date, timedelta

from macros.content.country import Country
from macros.content.library import Library
from macros.content.problem import Problem

LONGEST = timedelta(days=366)
NUMBERS_HOLD = timedelta(days=120)  # three months after the month in which they were read
ELSEWHERE = timedelta(days=1)  # an author's day may have begun while it is still yesterday at the build


def review_dates(library: Library, path: str, today: date) -> Iterator[Problem]:
    """A page that cites has review dates: none in the future, the next within twelve months."""
    page, document = library.pages.get(path), library.documents[path]
    if page is None:
        return
    if not page.reviewed:
        if library.cited(path):
            message = "the page makes cited claims but has no 'reviewed'."
            yield document.problem(1, message, "Give the day of the review.")
        return
    if page.reviewed > today + ELSEWHERE:
        yield document.problem("reviewed", "'reviewed' lies in the future.")
    if not page.next_review or not page.reviewed < page.next_review <= page.reviewed + LONGEST:
        message = "'next_review' must come after 'reviewed', at most twelve months later."
        yield document.problem("next_review", message)


def review_due(library: Library, path: str, today: date) -> Iterator[Problem]:
    """A page is read again against its sources by the day of its next review."""
    page, document = library.pages.get(path), library.documents[path]
    if page and page.next_review and page.next_review < today:
        message = f"the review was due on {page.next_review.isoformat()}."
        line = document.line_of("next_review")
        yield document.problem(line, message, "Check the page against its sources.")


def numbers_read(library: Library, path: str, today: date) -> Iterator[Problem]:
    """Help numbers were read in a month that has come, and are read again every three months."""
    country, document = library.pages.get(path), library.documents[path]
    if not isinstance(country, Country):
        return
    line, month = document.line_of("read"), f"{country.read:%B %Y}"
    if country.read > today + ELSEWHERE:
        yield document.problem(line, "'read' lies in the future.", "Give the month of the reading.")
    elif country.read + NUMBERS_HOLD < today:
        message = f"the numbers of {country.country} were last read in {month}."
        yield document.problem(line, message, "Read them again where 'places' leads.")


SHOULD = (review_dates, review_due, numbers_read)
