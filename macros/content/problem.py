"""A problem as a value: where, what, and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "report"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong at one place. An `error` fails the build; a `report` is only printed."""

    path: str
    line: int
    message: str
    hint: str = ""
    level: Level = "error"

    def __str__(self) -> str:
        """`docs/practices/box.md:7: message. hint`."""
        note = "note: " if self.level == "report" else ""
        return f"{self.path}:{self.line}: {note}{self.message}" + (f" {self.hint}" if self.hint else "")


def did_you_mean(word: str, known: Iterable[str], where: str = "") -> str:
    """A hint that names the nearest known word, or says where the list is."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean '{near[0]}'?"
    if not names:
        return where or "There are none."
    return where or f"Known: {', '.join(names[:12])}{' ...' if len(names) > 12 else '.'}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the problems that fail a build."""
    return [problem for problem in problems if problem.level == "error"]


def listing(problems: Iterable[Problem]) -> str:
    """All problems, sorted by place, one a line, each once."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
