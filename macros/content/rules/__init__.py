"""The rules that hold the content: each a small generator of problems, its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from macros.content.library import Library
from macros.content.problem import Problem
from macros.content.rules import (
    body_signals,
    calls,
    caveats,
    countries,
    dates,
    disputes,
    figures,
    finder,
    glossary,
    labels,
    links,
    names,
    orphans,
    prose,
    red_flags,
    safety,
    shape,
    spelling,
    style,
    tools,
    topics,
)

Rule = Callable[[Library], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *shape.RULES,
    *calls.RULES,
    *links.RULES,
    *names.RULES,
    *glossary.RULES,
    *safety.RULES,
    *red_flags.RULES,
    *labels.RULES,
    *figures.RULES,
    *topics.RULES,
    *caveats.RULES,
    *finder.RULES,
    *tools.RULES,
    *body_signals.RULES,
    *prose.RULES,
    *spelling.RULES,
    *style.RULES,
    *disputes.RULES,
    *countries.RULES,
    *orphans.RULES,
)


def check(library: Library, today: date) -> list[Problem]:
    """Every problem that the rules find in a library; `today` decides which reviews are overdue."""
    found = [problem for rule in RULES for problem in rule(library)]
    return [*found, *dates.review_dates(library, today), *dates.read_again(library, today)]
