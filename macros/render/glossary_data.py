"""The glossary as data: the published glossary.json."""

import json
from typing import Any

from macros.content.library import Library
from macros.content.model import Term
from macros.content.term_links import TermLinks

VERSION = 1
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def glossary_json(links: TermLinks, address: str) -> str:
    """The text of /glossary.json: every term, in a shape documented in docs/contributing/glossary.md.

    `address` is the site's own, with a last slash, or empty; then addresses are relative to the file.
    """
    library = links.library
    record = {
        "version": VERSION,
        "licence": LICENCE,
        "language": "en-GB",
        "statuses": _labels(library, "statuses"),
        "themes": _labels(library, "themes"),
        "terms": [_public(links, term, address) for term in library.terms.values()],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _labels(library: Library, name: str) -> dict[str, str]:
    return {key: choice.label for key, choice in library.data.vocabulary[name].items()}


def _public(links: TermLinks, term: Term, address: str) -> dict[str, Any]:
    library = links.library
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
        "sources": [_source(library, key) for key in library.cited(term.path) if key in library.data.sources],
        "reviewed": term.reviewed.isoformat() if term.reviewed else None,
        "next_review": term.next_review.isoformat() if term.next_review else None,
    }


def _source(library: Library, key: str) -> dict[str, Any]:
    source = library.data.sources[key]
    return {"id": key, "title": source.title, "year": source.year, "url": source.link}
