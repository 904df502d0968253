"""The rules that hold the content: each a small generator of problems, its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from macros.content.library import Library
from macros.content.problem import Problem
from macros.content.rules import (
    body_signals,
    calls,
    dates,
    disputes,
    finder,
    glossary,
    links,
    names,
    orphans,
    prose,
    safety,
    shape,
    spelling,
    tools,
)

Rule = Callable[[Library], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *shape.RULES,
    *calls.RULES,
    *links.RULES,
    *names.RULES,
    *glossary.RULES,
    *safety.RULES,
    *finder.RULES,
    *tools.RULES,
    *body_signals.RULES,
    *prose.RULES,
    *spelling.RULES,
    *disputes.RULES,
    *orphans.RULES,
)


def check(library: Library, today: date) -> list[Problem]:
    """Every problem that the rules find in a library; `today` decides which reviews are overdue."""
    found = [problem for rule in RULES for problem in rule(library)]
    return found + list(dates.review_dates(library, today))
