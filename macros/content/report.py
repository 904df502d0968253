"""The checker's report: what the library holds, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from macros.content.data import CONFIDENCE
from macros.content.library import Library, kind_of
from macros.content.macro_calls import sources_of
from macros.content.reading import grade, words
from macros.content.rules.prose import cited_claims, phrases


def report(library: Library) -> str:
    """Pages with words, grade, citations and their best source; totals by kind; sources; claims and phrases."""
    return "\n".join([*_pages(library), *_sources(library), *_words(library), *_terms(library)])


def _pages(library: Library) -> Iterator[str]:
    """A line a page; then for each kind its pages, words, and the median and worst grade."""
    yield "grade  words  cites  best  page"
    kinds: dict[str, list[tuple[float, int, str]]] = {}
    for path, document in sorted(library.documents.items()):
        found, count = grade(document), words(document)
        kinds.setdefault(kind_of(path), []).append((found, count, path))
        yield f"{found:5.1f}  {count:5d}  {_cites(library, path):5d}  {_best(library, path):>4s}  docs/{path}"
    for kind, pages in sorted(kinds.items()):
        worst, _, where = max(pages)
        total = sum(count for _, count, _ in pages)
        middle = median(found for found, _, _ in pages)
        yield f"{kind}: {len(pages)} pages, {total} words, grade median {middle:.1f}, worst {worst:.1f} (docs/{where})"


def _cites(library: Library, path: str) -> int:
    return sum(len(sources_of(call)) for call in library.calls[path])


def _best(library: Library, path: str) -> str:
    """The best confidence among the sources that a page cites: A, B, C; "-" when it cites none."""
    known = (library.data.sources[key].confidence for key in library.cited(path) if key in library.data.sources)
    return min(known, default="-")


def _sources(library: Library) -> Iterator[str]:
    sources = library.data.sources
    used = {key for key, pages in library.citing.items() if pages and key in sources}
    cites = sum(_cites(library, path) for path in library.documents)
    yield f"sources: {len(used)} used of {len(sources)}; citations: {cites}"
    counts = Counter(sources[key].confidence for key in used)
    yield "confidence of the sources used: " + ", ".join(f"{name} {counts[name]}" for name in CONFIDENCE)
    core = [key for key, source in library.data.left_out.items() if source.core]
    yield f"left out with a reason: {len(library.data.left_out)}, of them core: {len(core)}"
    for key, source in sorted(library.data.left_out.items(), key=lambda each: (not each[1].core, each[0])):
        yield f"  {key}{' (core)' if source.core else ''}: {source.why}"


def _words(library: Library) -> Iterator[str]:
    yield f"claims without a citation: {len(list(cited_claims(library)))}"
    yield f"phrases to avoid: {len(list(phrases(library)))}"


def _terms(library: Library) -> Iterator[str]:
    links = sum(len(found) for found in library.mentions.values())
    yield f"terms: {len(library.terms)}; first mentions linked: {links}"
    statuses = Counter(term.status for term in library.terms.values())
    yield "terms by status: " + ", ".join(f"{name} {count}" for name, count in sorted(statuses.items()))
