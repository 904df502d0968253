"""The picture of how terms connect: their names one below the other, joined by arcs. Readable on a phone,
with links.

A net of 130 names cannot be read at 320 px. A column of names can, and arcs at its side show what is joined
to what.
"""

from collections.abc import Iterable, Sequence

from macros.content.library import Library
from macros.content.model import Term
from macros.render.context import Context
from macros.render.templates import render

ROW = 44  # height of a name: what a finger needs
REACH = 76  # how far the longest arc goes to the left of the names
DOT = 4


def theme_map(context: Context, name: str, label: str) -> str:
    """The picture of one theme's terms and the joins among them; empty where nothing is joined."""
    terms = [term for term in context.library.terms.values() if term.theme == name]
    ordered = _near_first(context.library, terms)
    joins = _joins(context.library, ordered)
    if not joins:
        return ""
    longest = max(lower - upper for upper, lower in joins)
    arcs = [_arc(upper, lower, longest) for upper, lower in joins]
    values = {"label": label, "terms": ordered, "row": ROW, "axis": REACH, "dot": DOT, "arcs": arcs}
    return render("term-map/term-map.html", context=context, **values)


def _joins(library: Library, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Pairs of rows (upper first) whose terms name each other, either way."""
    rows = {term.slug: row for row, term in enumerate(terms)}
    pairs = {
        (min(rows[term.slug], rows[other]), max(rows[term.slug], rows[other]))
        for term in terms
        for other in library.neighbours[term.slug]
        if other in rows and other != term.slug
    }
    return sorted(pairs)


def _near_first(library: Library, terms: Iterable[Term]) -> list[Term]:
    """An order that keeps joined terms close, so that arcs stay short: a walk along the joins."""
    left = {term.slug: term for term in terms}
    ordered: list[Term] = []
    while left:
        queue = [next(iter(left))]
        while queue:
            slug = queue.pop(0)
            if slug in left:
                ordered.append(left.pop(slug))
                queue = [other for other in library.neighbours[slug] if other in left] + queue
    return ordered


def _arc(upper: int, lower: int, longest: int) -> str:
    """Half an ellipse to the left of the names; the further apart the rows, the further it reaches."""
    top, bottom = upper * ROW + ROW / 2, lower * ROW + ROW / 2
    reach = round((REACH - DOT - 2) * (0.25 + 0.75 * (lower - upper) / longest), 1)
    return f"M{REACH} {top:g}A{reach:g} {(bottom - top) / 2:g} 0 0 0 {REACH} {bottom:g}"
