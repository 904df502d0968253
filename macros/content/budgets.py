"""What a should may do: budgets for the whole site (docs/_data/budgets.yml), and excuses for single lines.

`<!-- excuse: style.stiff-word, quoted -->` on the line before lets one line break one should.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.content.fields import whole
from macros.content.problem import Problem
from macros.content.records import file_of_values

_EXCUSE = re.compile(r"^(?:<!--|#)[ \t]*excuse:(.*?)(?:-->)?[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


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


@dataclass(frozen=True)
class Excuse:
    """An excuse as written: its line, the rule's name, the reason ("" without one), the lines it covers."""

    line: int
    rule: str
    reason: str
    covers: frozenset[int]

    def fits(self, problem: Problem) -> bool:
        """Whether it covers a problem of the same page: a should of its rule, on one of its lines."""
        return problem.degree == "should" and problem.rule == self.rule and problem.line in self.covers


def read_excuses(text: str, body_line: int) -> Iterator[Excuse]:
    """The excuses of a page, which has its body from `body_line` on; in front matter they are YAML comments.

    One covers the next line with text; at the top of the body it covers what is said of the page as a whole.
    """
    lines = text.split("\n")
    for number in _places(lines, body_line):
        rule, _, reason = _EXCUSE.sub(r"\1", lines[number - 1]).partition(",")
        below = (at for at in range(number + 1, len(lines) + 1) if not _passed_over(lines[at - 1]))
        covers = {next(below, number)}
        if number >= body_line and all(map(_passed_over, lines[body_line - 1 : number])):
            covers |= {1, body_line}
        yield Excuse(number, rule.strip(), reason.strip(), frozenset(covers))


def without_excuses(body: str) -> str:
    """A body of Markdown with its excuses blanked: none is published, every line keeps its number."""
    lines = body.split("\n")
    for number in _places(lines, 1):
        lines[number - 1] = ""
    return "\n".join(lines)


def _places(lines: Iterable[str], body_line: int) -> Iterator[int]:
    """The lines, from 1, on which an excuse stands: in no code, and with `#` only above a body."""
    fence = ""
    for number, line in enumerate(lines, start=1):
        opened = _FENCE.match(line) if number >= body_line else None
        if opened and (not fence or opened[1].startswith(fence)):
            fence = "" if fence else opened[1]
        if not fence and _EXCUSE.match(line) and line.startswith("#") == (number < body_line):
            yield number


def _passed_over(line: str) -> bool:
    return not line.strip() or bool(_EXCUSE.match(line))
