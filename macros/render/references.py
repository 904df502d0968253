"""Citations and the list of sources: numbered by first use on a page, linked both ways, one format."""

from __future__ import annotations

from dataclasses import dataclass

from macros.content.model import Page, Source
from macros.render.context import Context
from macros.render.templates import render

SHOWN_AUTHORS = 3


@dataclass(frozen=True)
class Reference:
    """A source as a template prints it."""

    source: Source
    authors: str
    place: str


def short_name(source: Source) -> str:
    """`Balban and others, 2023`: the name by which sources are sorted; without known authors its publisher or title."""
    lead = source.authors[0] if source.authors else source.container or source.title
    name = lead.rsplit(" ", 1)[0] if _is_person(lead) else lead
    return f"{name}{' and others' if len(source.authors) > 2 else ''}, {source.year or 'no date confirmed'}"


def _is_person(author: str) -> bool:
    family, _, initials = author.rpartition(" ")
    return bool(family) and initials.isupper() and len(initials) <= 3


def reference(source: Source) -> Reference:
    """A source with its authors and its place written out."""
    named = [name for name in source.authors if name != "et al."]
    cut = len(named) > SHOWN_AUTHORS + 1 or len(named) != len(source.authors)
    authors = ", ".join(named[:SHOWN_AUTHORS]) + " and others" if named and cut else ", ".join(named)
    return Reference(source, authors, _place(source))


def _place(source: Source) -> str:
    volume = source.volume or ""
    if source.issue:
        volume += f"({source.issue})"
    return ", ".join(part for part in (volume, source.pages) if part)


def cite(context: Context, *keys: str) -> str:
    """Links to the sources `keys`, in one raised group; numbers follow the first use on the page."""
    numbers = {key: number for number, key in enumerate(context.library.cited(context.path), start=1)}
    links = []
    for key in keys:
        context.uses[key] += 1
        links.append({"key": key, "number": numbers[key], "use": context.uses[key]})
    return render("citation/citation.html", links=links)


def sources(context: Context) -> str:
    """The page's sources in the order of their numbers, each with a link back to every place that cites it."""
    items = [
        {
            "reference": reference(context.library.data.sources[key]),
            "uses": range(1, context.uses[key] + 1),
            "found": context.href(f"about/evidence/#evidence-{key}"),
        }
        for key in context.library.cited(context.path)
    ]
    return render("source-list/source-list.html", items=items)


def evidence_index(context: Context) -> str:
    """Every source: what it found, its limits, and every page that cites it."""
    library = context.library
    found = sorted(library.data.sources.values(), key=lambda source: short_name(source).casefold())
    items = [
        {"reference": reference(source), "pages": _pages(context, library.citing.get(source.key, ()))}
        for source in found
        if library.citing.get(source.key)
    ]
    return render("evidence-index/evidence-index.html", items=items, count=len(items))


def _pages(context: Context, pages: tuple[Page, ...]) -> list[dict[str, str]]:
    return [{"title": page.title, "href": context.href(page.url)} for page in pages]
