"""The evidence map: every practice placed by how good its evidence is and by its kind;
and a small picture of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from macros.content.model import Choice, Practice
from macros.render.context import Context
from macros.render.finder import facts, plain_facts, practice_filter
from macros.render.templates import render

OFF_THE_SCALE = "disputed"  # a column only where a practice has it: it is no step between good and not tested
PAGE = "about/evidence-map/"
ACROSS, STEP = 4, 14  # dots in a row of a column of the small picture, and from one dot to the next


def evidence_map(context: Context) -> str:
    """The map: the filter, a table of kinds by labels with a mark for each practice,
    and the same as a list."""
    words = context.library.data.vocabulary
    practices = context.library.practices.values()
    columns, counts = _columns(context), _count(context)
    rows: list[tuple[Choice, list[list[dict[str, Any]]]]] = []
    for group in words["groups"].values():
        marks = [mark(context, practice) for practice in practices if practice.group == group.name]
        if marks:
            rows.append(
                (group, [[entry for entry in marks if entry["sure"] is column] for column in columns])
            )
    used_sizes = {practice.big for practice in practices}
    return render(
        "evidence-map/evidence-map.html",
        filter=Markup(practice_filter(context, rest=False)),
        columns=[(column, counts[column.name]) for column in columns],
        rows=rows,
        sizes=[size for size in words["big"].values() if size.name in used_sizes],
    )


def mark(context: Context, practice: Practice) -> dict[str, Any]:
    """A practice as the map shows it: its place, the size of its mark, and the words of its card."""
    words = context.library.data.vocabulary
    sure, big = words["sure"][practice.sure], words["big"].get(practice.big)
    label = ", ".join(choice.label for choice in (sure, big) if choice)
    return {
        "practice": practice,
        "href": context.href(practice.url),
        "sure": sure,
        "size": practice.big.replace(" ", "-") or "unknown",
        "label": f"{label}: {practice.size}" if practice.size else label,
        "facts": plain_facts(practice),
        "data": facts(practice),
    }


def evidence_map_link(context: Context) -> str:
    """A link to the map with a still picture of it: a column for each label, a dot for each practice."""
    counts, names = _count(context), _columns(context)
    base = -(-max(counts.values(), default=1) // ACROSS) * STEP
    columns = []
    for number, column in enumerate(names):
        left = round(number * 320 / len(names))
        dots = [
            (left + 10 + place % ACROSS * STEP, base - place // ACROSS * STEP)
            for place in range(counts[column.name])
        ]
        path = "".join(f"M{x} {y}h0" for x, y in dots)
        columns.append({"choice": column, "count": counts[column.name], "left": left, "dots": path})
    return render(
        "evidence-map/evidence-map-link.html",
        href=context.href(PAGE),
        columns=columns,
        all=counts.total(),
        base=base,
    )


def _columns(context: Context) -> list[Choice]:
    """The labels in their order, best first."""
    counts = _count(context)
    sure = context.library.data.vocabulary["sure"].values()
    return [choice for choice in sure if choice.name != OFF_THE_SCALE or counts[choice.name]]


def _count(context: Context) -> Counter[str]:
    """How many practices carry each label."""
    return Counter(practice.sure for practice in context.library.practices.values())
