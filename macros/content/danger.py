"""Words of danger and the help page that each leads to: read from docs/_data/danger-words.yml."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from macros.content import fields
from macros.content.fields import Spec, optional
from macros.content.frontmatter import Field
from macros.content.problem import Problem

PATH = "docs/_data/danger-words.yml"


@dataclass(frozen=True)
class Danger:
    """One kind of danger: the help page below docs/, what the panel says, and the phrases that bring it.

    Every word of a phrase must be typed. `line` is where the entry stands in the file.
    """

    page: str
    say: str
    phrases: tuple[str, ...]
    line: int = 1


WORDS = fields.listing(fields.text(2, 60), 1)
ENTRY = {
    "page": Spec(fields.text(4)),
    "say": Spec(fields.sentence(10, 160)),
    "phrases": Spec(WORDS),
    "together": optional(fields.sequence(WORDS, 2, 3), ()),
}


def read_danger(found: Mapping[str, Field]) -> tuple[tuple[Danger, ...], list[Problem]]:
    """Every kind of danger in the order of the file, and what is wrong with the file."""
    dangers: list[Danger] = []
    problems = []
    for name, entry in found.items():
        try:
            dangers.append(fields.mapping(ENTRY, functools.partial(_danger, line=entry.line))(entry.value))
        except fields.Bad as bad:
            problems.append(Problem(PATH, entry.line, f"'{name}' {bad.message}", bad.hint))
    return tuple(dangers), problems


def _danger(page: str, say: str, phrases: tuple[str, ...], together: tuple[tuple[str, ...], ...], line: int) -> Danger:
    combined = (" ".join(words) for words in itertools.product(*together)) if together else ()
    return Danger(page, say, (*phrases, *combined), line)
