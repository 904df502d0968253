"""The rules that hold the content: each a small generator of problems, its docstring the rule.

A module of rules lists its musts in `MUST` and its shoulds in `SHOULD`, by their area; this registry names
them ("style.stiff-word"). What a rule takes says how it is run: `page` once for each page (and with a default
once more, for docs/_data), otherwise once for the site; `practice`, `term`, `guide` or `country` only for
pages of that kind that could be read; `today` gives it the day.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from macros.content.budgets import PATH as BUDGETS
from macros.content.budgets import Excuse, over_budget
from macros.content.library import Library
from macros.content.problem import Degree, Problem, did_you_mean
from macros.content.rules.page import CheckedPage

# Every module of this folder, in the order of their names.
MODULES = tuple(import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))


@dataclass(frozen=True)
class Rule:
    """A rule by its name ("style.stiff-word"): its degree, and the function that yields what breaks it."""

    name: str
    degree: Degree
    function: Callable[..., Iterator[Problem]]

    @cached_property
    def _takes(self) -> Mapping[str, inspect.Parameter]:
        return inspect.signature(self.function).parameters

    @property
    def of_pages(self) -> bool:
        """Whether it looks at one page at a time; other rules look at the site as a whole."""
        return "page" in self._takes

    def problems(self, library: Library, today: date, paths: Iterable[str] | None = None) -> list[Problem]:
        """What breaks it in `library`; a rule of pages looks at `paths` alone when they are given."""
        if not self.of_pages:
            return self._run(library, today)
        pages = [CheckedPage(library, path) for path in (library.documents if paths is None else paths)]
        problems = [problem for page in pages for problem in self._run(library, today, page)]
        return problems + (self.of_data(library, today) if paths is None else [])

    def of_data(self, library: Library, today: date) -> list[Problem]:
        """What breaks a rule of pages in docs/_data, when it looks there as well."""
        looks = self.of_pages and self._takes["page"].default is None
        return self._run(library, today) if looks else []

    def _run(self, library: Library, today: date, page: CheckedPage | None = None) -> list[Problem]:
        values: dict[str, Any] = {page.kind: page.parsed} if page else {}
        values |= {"library": library, "today": today, "page": page}
        taken = {name: values.get(name) for name in self._takes}
        if any(value is None for name, value in taken.items() if name != "page"):
            return []  # a page of another kind, or one with faults in its front matter
        return [replace(problem, rule=self.name, degree=self.degree) for problem in self.function(**taken)]


def _rules() -> Iterator[Rule]:
    degrees: tuple[Degree, Degree] = ("must", "should")
    for module, degree in ((module, degree) for module in MODULES for degree in degrees):
        for area, functions in getattr(module, degree.upper(), {}).items():
            for function in functions:
                yield Rule(f"{area}.{function.__name__.replace('_', '-')}", degree, function)


RULES: dict[str, Rule] = {rule.name: rule for rule in _rules()}
# What of a draft would stop a build.
OF_DRAFTS = ("calls.valid-macro-call", "calls.stray-braces")
NAMES = {**{name: rule.degree for name, rule in RULES.items()}, "excuses.needed": "should"}
SHOULDS = [name for name, degree in NAMES.items() if degree == "should"]


def check(library: Library, today: date) -> list[Problem]:
    """Every problem that the rules find in a library, excuses and budgets counted."""
    problems = [problem for rule in RULES.values() for problem in rule.problems(library, today)]
    for path in library.drafts:
        problems += check_draft(library, path, today)
    return weigh(library, problems)


def check_draft(library: Library, path: str, today: date) -> list[Problem]:
    """What of the draft at `path` would stop a build, were it published."""
    whole = library.with_draft(path)
    return [problem for name in OF_DRAFTS for problem in RULES[name].problems(whole, today, [path])]


def weigh(library: Library, problems: Iterable[Problem]) -> list[Problem]:
    """The problems that no excuse covers, faulty excuses and budgets, each should over its budget."""
    left, covered = [], set()
    for problem in problems:
        excuses = library.excused.get(problem.path.removeprefix("docs/"), ())
        fitting = [excuse for excuse in excuses if excuse.fits(problem)]
        covered |= {(problem.path, excuse.line) for excuse in fitting}
        if not any(excuse.reason for excuse in fitting):
            left.append(problem)
    for path, excuses in library.excused.items():
        for excuse in excuses:
            left += _faults(f"docs/{path}", excuse, (f"docs/{path}", excuse.line) in covered)
    for rule, budget in library.data.budgets.items():
        if NAMES.get(rule) != "should":
            message = f"there is no should '{rule}' to have a budget."
            left.append(Problem(BUDGETS, budget.line, message, did_you_mean(rule, SHOULDS), "budgets.rule"))
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
        hint = f"Write <!-- excuse: {excuse.rule}, why -->."
        yield Problem(path, excuse.line, message, hint, "excuses.reason")
    elif not covers:
        message = f"the excuse for '{excuse.rule}' covers nothing."
        yield Problem(path, excuse.line, message, "Take it out.", "excuses.needed", "should")
