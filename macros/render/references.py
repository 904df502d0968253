"""Citations and the list of sources: numbered by first use on a page, linked both ways, one format."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.content.model import Source
from macros.render.context import Context
from macros.render.templates import render

SHOWN_AUTHORS = 2
MORE = "et al."  # stands among the authors where some are left out


@dataclass(frozen=True)
class Reference:
    """A source as a template prints it."""

    source: Source
    authors: str
    place: str


def short_name(source: Source) -> str:
    """`Balban and others, 2023`: the name to sort by; without known authors its publisher or title."""
    lead = source.authors[0] if source.authors else source.container or source.title
    name = lead.rsplit(" ", 1)[0] if _is_person(lead) else lead
    others = len(source.authors) > 2 or MORE in source.authors
    return f"{name}{' and others' if others else ''}, {source.year or 'no date confirmed'}"


def _is_person(author: str) -> bool:
    family, _, initials = author.rpartition(" ")
    return bool(family) and initials.isupper() and len(initials) <= 3


def reference(source: Source) -> Reference:
    """A source with its authors and its place written out."""
    named = [name for name in source.authors if name != MORE]
    cut = len(named) > SHOWN_AUTHORS or len(named) != len(source.authors)
    authors = f"{named[0]} and others" if named and cut else " and ".join(named)
    return Reference(source, authors, _place(source))


def _place(source: Source) -> str:
    volume = source.volume or ""
    if source.issue:
        volume += f"({source.issue})"
    return ", ".join(part for part in (volume, source.pages) if part)


def cite(context: Context, *keys: str) -> Markup:
    """Links to the sources `keys`, in one raised group; numbers follow the first use on the page."""
    numbers = {key: number for number, key in enumerate(context.library.cited(context.path), start=1)}
    links = []
    for key in keys:
        context.uses[key] += 1
        links.append({"key": key, "number": numbers[key], "use": context.uses[key]})
    return render("citation/citation.html", links=links)


def figure(context: Context, key: str, name: str) -> str:
    """The words of the figure `name` of the source `key`, followed by the citation of that source."""
    words = context.library.data.sources[key].figures[name]
    return render("citation/figure.html", words=words, citation=cite(context, key))


def sources(context: Context) -> str:
    """The page's sources in the order of their numbers, each with links back to the places that cite it."""
    cited = [reference(context.library.data.sources[key]) for key in context.library.cited(context.path)]
    return render("source-list/source-list.html", context=context, references=cited)


def evidence_index(context: Context, topic: str) -> str:
    """The cited sources of a topic: what each found, its limits, and every page that cites it."""
    references = [reference(source) for source in _cited(context) if source.topic == topic]
    return render("evidence-index/evidence-index.html", context=context, references=references)


def evidence_names(context: Context) -> str:
    """Every cited source by its short name, each leading to its entry on the page of its topic."""
    values = {"sources": _cited(context), "short_name": short_name}
    return render("evidence-index/evidence-names.html", context=context, **values)


def _cited(context: Context) -> list[Source]:
    """The sources that a page cites, by short name."""
    library = context.library
    cited = [source for key, source in library.data.sources.items() if library.citing.get(key)]
    return sorted(cited, key=lambda source: short_name(source).casefold())
