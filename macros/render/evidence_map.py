"""The evidence map: every practice by how good its evidence is and by its kind; and a small picture."""

from collections import Counter

from macros.content.model import Choice, Practice
from macros.render.context import Context
from macros.render.finder import facts, plain_facts, practice_filter
from macros.render.signs import sign
from macros.render.templates import render

OFF_THE_SCALE = "disputed"  # a column only where a practice has it: it is no step between good and not tested


def evidence_map(context: Context) -> str:
    """The filter, a table of kinds by labels with a mark for each practice, and the same as a list."""
    practices, counts, columns = context.library.practices.values(), _count(context), _columns(context)
    rows: list[tuple[Choice, list[list[Practice]]]] = []
    for group in context.words["groups"].values():
        members = [practice for practice in practices if practice.group == group.name]
        if members:
            cells = [[item for item in members if item.sure == column.name] for column in columns]
            rows.append((group, cells))
    used_sizes = {practice.big for practice in practices}
    return render(
        "evidence-map/evidence-map.html",
        context=context,
        filter=practice_filter(context, rest=False),
        columns=[(column, counts[column.name]) for column in columns],
        rows=rows,
        sizes=[size for size in context.words["big"].values() if size.name in used_sizes],
        facts=facts,
        plain_facts=plain_facts,
        sign=sign,
    )


def evidence_map_link(context: Context) -> str:
    """A link to the map with a still picture of it: a column for each label, a dot for each practice."""
    counts = _count(context)
    columns = [(column, counts[column.name]) for column in _columns(context)]
    values = {"columns": columns, "all": counts.total(), "most": max(counts.values(), default=1)}
    return render("evidence-map/evidence-map-link.html", context=context, **values)


def _columns(context: Context) -> list[Choice]:
    """The labels in their order, best first."""
    counts = _count(context)
    sure = context.words["sure"].values()
    return [choice for choice in sure if choice.name != OFF_THE_SCALE or counts[choice.name]]


def _count(context: Context) -> Counter[str]:
    """How many practices carry each label."""
    return Counter(practice.sure for practice in context.library.practices.values())
