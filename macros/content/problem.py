"""A problem as a value: where, what must be true, what to do about it, and how much it matters."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Degree = Literal["must", "should"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong at one place, and the name of the rule that says so ("style.stiff-word").

    A `must` stops a build. A `should` is a note, counted for the whole site against the budget of its rule.
    """

    path: str
    line: int
    message: str
    hint: str = ""
    rule: str = "reading"
    degree: Degree = "must"

    def __str__(self) -> str:
        """`docs/practices/box.md:7: message. hint`; a should ends with the name by which it is excused."""
        name = f" [{self.rule}]" if self.degree == "should" else ""
        return f"{self.path}:{self.line}: {self.message}{f' {self.hint}' if self.hint else ''}{name}"


def did_you_mean(word: str, words: Iterable[str], where: str = "") -> str:
    """A hint that names the nearest of `words`, or says where the list is."""
    names = sorted(words)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean '{near[0]}'?"
    if not names:
        return where or "There are none."
    return where or f"Known: {', '.join(names[:12])}{' ...' if len(names) > 12 else '.'}"


def musts(problems: Iterable[Problem]) -> list[Problem]:
    """Only the problems that stop a build."""
    return [problem for problem in problems if problem.degree == "must"]


def counted(problems: Iterable[Problem]) -> str:
    """How many there are of each degree, in words: "1 must, 3 shoulds"."""
    different = set(problems)
    numbers = {"must": len(musts(different)), "should": len(different) - len(musts(different))}
    return ", ".join(f"{number} {degree}{'' if number == 1 else 's'}" for degree, number in numbers.items())


def listing(problems: Iterable[Problem]) -> str:
    """All problems, one a line, each once: musts first, then shoulds, both sorted by place."""
    return "\n".join(map(str, sorted(set(problems), key=lambda problem: (problem.degree, problem))))
