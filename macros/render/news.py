"""What is new, for readers and the feed: news, corrections, and pages on the day they were checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from macros.content.library import Library
from macros.content.model import Page
from macros.render.context import Context
from macros.render.templates import render

PAGE = "about/whats-new/"
FOLLOWED = {"guide": "Guides", "practice": "Practices", "term": "Words of the glossary"}
DAYS = 3  # days with checked pages that the page shows


@dataclass(frozen=True)
class Entry:
    """One entry: `mark` makes its id unique where a page has several."""

    day: date
    title: str
    url: str
    summary: str
    mark: str = ""


def entries(library: Library) -> Iterator[Entry]:
    """Everything that the feed tells of: news, corrections, checked pages."""
    for news in library.data.news:
        names = "; ".join(titled(library.pages[link]) for link in news.links)
        yield Entry(news.day, news.text, PAGE, names, f"#{news.key}")
    for correction in library.data.corrections:
        page = library.pages[correction.page]
        words = f"It said: {correction.said} It says now: {correction.says} Why: {correction.why}"
        yield Entry(
            correction.day, f"Corrected: {page.title}", page.url, words, f"#correction-{correction.key}"
        )
    for page in checked(library):
        yield Entry(page.reviewed or date.min, titled(page), page.url, page.summary)


def checked(library: Library) -> list[Page]:
    """Guides, practices and terms with the day they were checked, the latest first."""
    pages = [page for page in library.ordered() if page.kind in FOLLOWED and page.reviewed]
    return sorted(pages, key=lambda page: page.reviewed or date.min, reverse=True)


def titled(page: Page) -> str:
    """The title with a capital."""
    return page.title[:1].upper() + page.title[1:]


def news(context: Context) -> str:
    """What is new, newest first."""
    return render("whats-new/whats-new.html", context=context, in_words=in_words, titled=titled)


def pages_checked(context: Context) -> str:
    """The pages checked last against their sources, by day and kind."""
    shown = []
    for day, pages in islice(groupby(checked(context.library), lambda page: page.reviewed or date.min), DAYS):
        same_day = [*pages]
        kinds = [(name, [page for page in same_day if page.kind == kind]) for kind, name in FOLLOWED.items()]
        shown.append((in_words(day), [(name, pages) for name, pages in kinds if pages]))
    return render("whats-new/pages-checked.html", context=context, shown=shown, titled=titled)


def in_words(day: date) -> str:
    """A day as readers write it: 29 November 2026."""
    return f"{day.day} {day:%B %Y}"
