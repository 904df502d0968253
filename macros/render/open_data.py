"""The glossary, practices and sources as data that anyone may take: /glossary.json, /practices.json and
/sources.json, each as the file of its name in docs/schemas/ describes it.
"""

import json
from typing import Any

from macros.content.addresses import embed_url
from macros.content.body_parts import how_to
from macros.content.data_files import Source
from macros.content.library import Library, TermLinks
from macros.content.model import Practice, Term
from macros.content.schedule import default_length, offered_lengths

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# Each file of open data without its ending: its version, and what it holds, in words for a reader.
FILES = {
    "glossary": (1, "every word: what it means, its other forms, how settled it is, its sources"),
    "practices": (2, "every practice: steps, times, safety lines, evidence, sources"),
    "sources": (2, "every source: what it found, its limits, the pages that cite it"),
}


def open_data(links: TermLinks, address: str) -> dict[str, str]:
    """The text of each file by its name.

    `address` is the site's own, with a last slash, or empty; then addresses are relative to the file.
    """
    library = links.library
    statuses, themes = (
        {key: choice.label for key, choice in library.data.vocabulary[name].items()}
        for name in ("statuses", "themes")
    )
    terms = [_term(links, term, address) for term in library.terms.values()]
    practices = [_practice(library, practice, address) for practice in library.practices.values()]
    sources = [_source(library, source, address) for source in library.data.sources.values()]
    return {
        "glossary.json": _text("glossary", statuses=statuses, themes=themes, terms=terms),
        "practices.json": _text("practices", practices=practices),
        "sources.json": _text("sources", sources=sources),
    }


def _text(name: str, **record: object) -> str:
    head = {"version": FILES[name][0], "licence": LICENCE, "language": "en-GB"}
    return json.dumps({**head, **record}, ensure_ascii=False, indent=1) + "\n"


def _term(links: TermLinks, term: Term, address: str) -> dict[str, Any]:
    library = links.library
    sources = [library.data.sources[key] for key in library.cited(term.path) if key in library.data.sources]
    return {
        "id": term.slug,
        "title": term.title,
        "url": f"{address}{term.url}",
        "short": term.short,
        "aka": list(term.aka),
        "everyday": list(term.everyday),
        "status": term.status,
        "theme": term.theme,
        "see": list(library.neighbours[term.slug]),
        "practices": list(term.tries),
        "mentioned_in": [f"{address}{page.url}" for page in links.pages[term.slug]],
        "sources": [
            {"id": source.key, "title": source.title, "year": source.year, "url": source.link}
            for source in sources
        ],
        "reviewed": term.reviewed.isoformat() if term.reviewed else None,
        "next_review": term.next_review.isoformat() if term.next_review else None,
    }


def _practice(library: Library, practice: Practice, address: str) -> dict[str, Any]:
    length = default_length(practice)
    return {
        "id": practice.slug,
        "title": practice.title,
        "url": f"{address}{practice.url}",
        "embed": f"{address}{embed_url(practice.slug)}",
        "summary": practice.summary,
        "group": practice.group,
        "kind": practice.practice_kind,
        "length_seconds": length.total_ms / 1000,
        "lengths_seconds": [part.total_ms / 1000 for part in offered_lengths(practice)],
        "phases": [{"kind": part.kind, "seconds": part.seconds, "say": part.say} for part in practice.phases],
        "steps": [{"say": part.say, "seconds": part.seconds} for part in practice.steps],
        "instructions": list(how_to(practice)),
        "effort": practice.effort,
        "positions": list(practice.positions),
        "places": list(practice.places),
        "moments": list(practice.moments),
        "in_public": practice.in_public,
        "makes_sound": practice.makes_sound,
        "safety": [library.data.safety.stop_rule, *library.data.safety.lines(practice.risks)],
        "evidence": {
            "how_sure": practice.sure,
            "how_big": practice.big or None,
            "size": practice.size or None,
            "studied": practice.studied,
            "not_known": practice.not_known,
        },
        "related": list(practice.related),
        "sources": list(library.cited(practice.path)),
        "reviewed": practice.reviewed.isoformat() if practice.reviewed else None,
        "next_review": practice.next_review.isoformat() if practice.next_review else None,
    }


def _source(library: Library, source: Source, address: str) -> dict[str, Any]:
    return {
        "id": source.key,
        "authors": list(source.authors),
        "year": source.year,
        "title": source.title,
        "container": source.container,
        "type": source.type,
        "participants": source.n,
        "finding": source.finding,
        "limits": source.limits,
        "our_note": source.our_note,
        "url": source.link,
        "cited_on": [f"{address}{page.url}" for page in library.citing[source.key]],
    }
