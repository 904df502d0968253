"""The checker's report: what the library holds, in figures."""

from __future__ import annotations

from collections import Counter
from statistics import median

from macros.content.library import Library, kind_of
from macros.content.reading import grade, words


def report(library: Library) -> str:
    """Pages, words, grades (median and worst by kind), sources, citations and term links, a line each."""
    lines = ["grade  words  page"]
    grades: dict[str, list[float]] = {}
    for path, document in sorted(library.documents.items()):
        found = grade(document)
        grades.setdefault(kind_of(path), []).append(found)
        lines.append(f"{found:5.1f}  {words(document):5d}  docs/{path}")
    for kind, found_grades in sorted(grades.items()):
        middle, worst = median(found_grades), max(found_grades)
        lines.append(f"{kind}: {len(found_grades)} pages, grade median {middle:.1f}, worst {worst:.1f}")
    cites = sum(len(call.arguments) for found in library.calls.values() for call in found if call.name == "cite")
    used = sum(1 for pages in library.citing.values() if pages)
    lines.append(f"sources: {used} used of {len(library.data.sources)}; citations: {cites}")
    links = sum(len(found) for found in library.mentions.values())
    lines.append(f"terms: {len(library.terms)}; first mentions linked: {links}")
    statuses = Counter(term.status for term in library.terms.values())
    lines.append("terms by status: " + ", ".join(f"{name} {count}" for name, count in sorted(statuses.items())))
    return "\n".join(lines)
