"""Practices and sources as data that anyone may take: /practices.json and /sources.json."""

import json
from typing import Any

from macros.content.addresses import embed_url
from macros.content.how_to import how_to
from macros.content.lengths import default_length, offered_lengths
from macros.content.library import Library
from macros.content.model import Practice, Source
from macros.render.glossary_data import LICENCE
from macros.render.glossary_data import VERSION as GLOSSARY_VERSION

VERSION = 2
# Each file of open data without its ending: its version, and what it holds, in words for a reader.
FILES = {
    "glossary": (
        GLOSSARY_VERSION,
        "every word: what it means, its other forms, how settled it is, its sources",
    ),
    "practices": (VERSION, "every practice: steps, times, safety lines, evidence, sources"),
    "sources": (VERSION, "every source: what it found, its limits, the pages that cite it"),
}


def practices_json(library: Library, address: str) -> str:
    """The text of /practices.json, as docs/schemas/practices.schema.json describes it.

    `address` is the site's own, with a last slash, or empty; then addresses are relative to the file.
    """
    practices = [_practice(library, practice, address) for practice in library.practices.values()]
    return _text({"practices": practices})


def sources_json(library: Library, address: str) -> str:
    """The text of /sources.json, as docs/schemas/sources.schema.json describes it; `address` as above."""
    return _text({"sources": [_source(library, source, address) for source in library.data.sources.values()]})


def _text(record: dict[str, Any]) -> str:
    head = {"version": VERSION, "licence": LICENCE, "language": "en-GB"}
    return json.dumps({**head, **record}, ensure_ascii=False, indent=1) + "\n"


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
