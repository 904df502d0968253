"""The rules that hold the content: each a small generator of problems, its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from macros.content.library import Library
from macros.content.problem import Problem
from macros.content.rules import calls, dates, finder, glossary, links, names, prose, safety, shape

Rule = Callable[[Library], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *shape.RULES,
    *calls.RULES,
    *links.RULES,
    *names.RULES,
    *glossary.RULES,
    *safety.RULES,
    *finder.RULES,
    *prose.RULES,
)


def check(library: Library, today: date) -> list[Problem]:
    """Every problem that the rules find in a library; `today` decides which reviews are overdue."""
    found = [problem for rule in RULES for problem in rule(library)]
    return found + list(dates.review_dates(library, today))
