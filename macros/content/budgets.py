"""Budgets: how many problems of each should the whole site may have, from docs/_data/budgets.yml."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.content.fields import whole
from macros.content.problem import Problem
from macros.content.records import file_of_values


@dataclass(frozen=True)
class Budget:
    """The most problems of one should that the site may have, and the line that says so."""

    most: int
    line: int


_COUNT = whole(0, 999)
FILE = file_of_values("budgets", _COUNT, lambda _, entry: Budget(_COUNT(entry.value), entry.line))
PATH = FILE.path


def counts(problems: Iterable[Problem]) -> Counter[str]:
    """How many shoulds there are of each rule."""
    return Counter(problem.rule for problem in set(problems) if problem.degree == "should")


def over_budget(problems: Iterable[Problem], budgets: Mapping[str, Budget]) -> Iterator[Problem]:
    """A problem for each should that the site breaks more often than its budget (0 without one) allows."""
    for rule, count in sorted(counts(problems).items()):
        budget = budgets.get(rule, Budget(0, 1))
        if count > budget.most:
            message = f"the site has {count} of '{rule}'; the budget is {budget.most}."
            hint = "Mend some, or excuse a line with its reason."
            yield Problem(PATH, budget.line, message, hint, "budgets.over")


def table(problems: Iterable[Problem], budgets: Mapping[str, Budget]) -> str:
    """The shoulds by rule beside their budgets, one a line; "" when there are none of either."""
    numbers = counts(problems)
    rules = sorted({*numbers, *(rule for rule, budget in budgets.items() if budget.most)})
    width = max(map(len, rules), default=0)
    rows = [f"{rule:{width}}  {numbers[rule]:5}  {budgets.get(rule, Budget(0, 1)).most:6}" for rule in rules]
    return "\n".join([f"{'should':{width}}  count  budget", *rows]) if rules else ""
