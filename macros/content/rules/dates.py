"""Rules on dates: honest, ordered, and what is overdue is said aloud without stopping a build."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.content.library import Library
from macros.content.problem import Problem

LONGEST = timedelta(days=366)
NUMBERS_HOLD = timedelta(days=120)  # three months after the month in which they were read


def review_dates(library: Library, today: date) -> Iterator[Problem]:
    """A page that cites has review dates; a review is not in the future, the next at most twelve months later."""
    for page in library.pages.values():
        document = library.documents[page.path]
        if library.cited(page.path) and not page.reviewed:
            yield Problem(
                document.path, 1, "the page makes cited claims but has no 'reviewed'.", "Give the day of the review."
            )
        if not page.reviewed:
            continue
        if page.reviewed > today:
            yield Problem(document.path, document.line_of("reviewed"), "'reviewed' lies in the future.")
        if not page.next_review or not page.reviewed < page.next_review <= page.reviewed + LONGEST:
            message = "'next_review' must come after 'reviewed', at most twelve months later."
            yield Problem(document.path, document.line_of("next_review"), message)
        elif page.next_review < today:
            message = f"the review was due on {page.next_review.isoformat()}."
            line = document.line_of("next_review")
            yield Problem(document.path, line, message, "Check the page against its sources.", "report")


def read_again(library: Library, today: date) -> Iterator[Problem]:
    """Help numbers were read in a month that has come, and are read again every three months."""
    for country in library.countries.values():
        document = library.documents[country.path]
        line, month = document.line_of("read"), f"{country.read:%B %Y}"
        if country.read > today:
            yield Problem(document.path, line, "'read' lies in the future.", "Give the month of the reading.")
        elif country.read + NUMBERS_HOLD < today:
            message = f"the numbers of {country.country} were last read in {month}."
            yield Problem(document.path, line, message, "Read them again where 'places' leads.", "report")
