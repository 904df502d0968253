"""Sources that were weighed and are not in the set, each with its reason: read from docs/_data/left-out.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.content import fields
from macros.content.fields import Spec, optional
from macros.content.frontmatter import Field
from macros.content.problem import Problem

PATH = "docs/_data/left-out.yml"


@dataclass(frozen=True)
class LeftOut:
    """A source that no page uses. `core` says that a reader who knows the field would look for it."""

    title: str
    why: str
    core: bool = False


ENTRY = {
    "title": Spec(fields.text(3)),
    "why": Spec(fields.sentence(10, 400)),
    "core": optional(fields.flag, False),
}


def read_left_out(found: Mapping[str, Field]) -> tuple[dict[str, LeftOut], list[Problem]]:
    """The sources left out by key, and what is wrong with the file."""
    entries: dict[str, LeftOut] = {}
    problems = []
    for key, entry in found.items():
        try:
            entries[key] = fields.mapping(ENTRY, LeftOut)(entry.value)
        except fields.Bad as bad:
            problems.append(Problem(PATH, entry.line, f"'{key}' {bad.message}", bad.hint))
    return entries, problems
