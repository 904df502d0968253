"""The rules that hold the content: each a small generator of problems, its docstring the rule.

A module of rules lists its musts in `MUST` and its shoulds in `SHOULD`; this registry names them. What a rule takes
says how it is run: `path` once for each page (and with a default once more, for docs/_data), otherwise once for the
site; `today` gives it the day.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType

from macros.content.budgets import PATH as BUDGETS
from macros.content.budgets import over_budget
from macros.content.excuses import Excuse
from macros.content.library import Library
from macros.content.problem import Degree, Problem, did_you_mean
from macros.content.rules import (
    addresses,
    body_signals,
    calls,
    caveats,
    countries,
    dates,
    disputes,
    drawings,
    figures,
    finder,
    glossary,
    html,
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

MODULES = (
    *(shape, html, calls, links, names, glossary, safety, red_flags, labels, figures, topics, caveats, finder, tools),
    *(drawings, body_signals, prose, spelling, style, disputes, countries, orphans, dates, addresses),
)


@dataclass(frozen=True)
class Rule:
    """A rule by its name ("style.stiff-word"): its degree, and the function that yields what breaks it."""

    name: str
    degree: Degree
    function: Callable[..., Iterator[Problem]]

    @property
    def of_pages(self) -> bool:
        """Whether it looks at one page at a time; other rules look at the site as a whole."""
        return "path" in inspect.signature(self.function).parameters

    def problems(self, library: Library, today: date, paths: Iterable[str] | None = None) -> list[Problem]:
        """What breaks it in `library`; a rule of pages looks at `paths` alone when they are given."""
        takes = inspect.signature(self.function).parameters
        day = {"today": today} if "today" in takes else {}
        if not self.of_pages:
            yielded = [*self.function(library, **day)]
        else:
            places = [*(library.documents if paths is None else paths)]
            yielded = [each for path in places for each in self.function(library, path, **day)]
        of_data = self.of_data(library, today) if paths is None else []
        return [*(replace(problem, rule=self.name, degree=self.degree) for problem in yielded), *of_data]

    def of_data(self, library: Library, today: date) -> list[Problem]:
        """What breaks a rule of pages in docs/_data, when it looks there as well."""
        takes = inspect.signature(self.function).parameters
        if "path" not in takes or takes["path"].default != "":
            return []
        day = {"today": today} if "today" in takes else {}
        return [replace(problem, rule=self.name, degree=self.degree) for problem in self.function(library, **day)]


def _rules(module: ModuleType) -> Iterator[Rule]:
    area = module.__name__.rpartition(".")[2].replace("_", "-")
    degrees: tuple[Degree, Degree] = ("must", "should")
    for degree in degrees:
        for function in getattr(module, degree.upper(), ()):
            yield Rule(f"{area}.{function.__name__.replace('_', '-')}", degree, function)


RULES: dict[str, Rule] = {rule.name: rule for module in MODULES for rule in _rules(module)}


# What of a draft would stop a build.
OF_DRAFTS = ("calls.valid-macro-call", "calls.stray-braces", "shape.jinja-comments")
NAMES = {**{name: rule.degree for name, rule in RULES.items()}, "excuses.needed": "should"}
SHOULDS = [name for name, degree in NAMES.items() if degree == "should"]


def check(library: Library, today: date) -> list[Problem]:
    """Every problem that the rules find in a library, excuses and budgets counted.

    `today` decides which reviews are overdue.
    """
    broken = [problem for rule in RULES.values() for problem in rule.problems(library, today)]
    return weigh(library, [*broken, *(each for path in library.drafts for each in check_draft(library, path, today))])


def check_draft(library: Library, path: str, today: date) -> list[Problem]:
    """What of the draft at `path` would stop a build, were it published."""
    whole = library.with_draft(path)
    return [problem for name in OF_DRAFTS for problem in RULES[name].problems(whole, today, [path])]


def weigh(library: Library, problems: Iterable[Problem]) -> list[Problem]:
    """The problems that no excuse covers, what is wrong with excuses and budgets, and each should over its budget."""
    left, covered = [], set()
    for problem in problems:
        excuses = library.excused.get(problem.path.removeprefix("docs/"), ()) if problem.degree == "should" else ()
        fitting = [each for each in excuses if each.rule == problem.rule and problem.line in each.covers]
        covered |= {(problem.path, each.line) for each in fitting}
        left += [] if any(each.reason for each in fitting) else [problem]
    for path, excuses in library.excused.items():
        for each in excuses:
            left += _faults(f"docs/{path}", each, (f"docs/{path}", each.line) in covered)
    for rule, budget in library.data.budgets.items():
        if NAMES.get(rule) != "should":
            message = f"there is no should '{rule}' to have a budget."
            left.append(Problem(BUDGETS, budget.line, message, did_you_mean(rule, SHOULDS), "budgets.known"))
    return [*left, *over_budget(left, library.data.budgets)]


def _faults(path: str, excuse: Excuse, covers: bool) -> Iterator[Problem]:
    if excuse.rule not in NAMES:
        message, hint = f"there is no rule '{excuse.rule}' to excuse.", did_you_mean(excuse.rule, SHOULDS)
        yield Problem(path, excuse.line, message, hint, "excuses.rule")
    elif NAMES[excuse.rule] == "must":
        message = f"'{excuse.rule}' is a must, and has no excuse."
        yield Problem(path, excuse.line, message, "Mend what it says.", "excuses.rule")
    elif not excuse.reason:
        message = f"the excuse for '{excuse.rule}' gives no reason."
        yield Problem(path, excuse.line, message, f"Write <!-- excuse: {excuse.rule}, why -->.", "excuses.reason")
    elif not covers:
        message = f"the excuse for '{excuse.rule}' covers nothing."
        yield Problem(path, excuse.line, message, "Take it out.", "excuses.needed", "should")
