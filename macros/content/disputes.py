"""What experts dispute, and which sources stand on which side: read from docs/_data/disputes.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.content import fields
from macros.content.fields import Spec, optional
from macros.content.frontmatter import Field
from macros.content.problem import Problem

PATH = "docs/_data/disputes.yml"


@dataclass(frozen=True)
class Side:
    """One answer, and the keys of the sources that stand for it."""

    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Dispute:
    """A question in dispute: the terms that are about it, both sides.

    `wider` are sources that pages cite for other findings too: they speak for their side, but citing one alone does
    not take the question up.
    """

    question: str
    terms: tuple[str, ...]
    sides: tuple[Side, Side]
    wider: tuple[str, ...]
    line: int = 1

    def sources(self) -> tuple[str, ...]:
        """Keys of all sources of both sides."""
        return tuple(key for side in self.sides for key in side.sources)

    def taken_up(self, cited: tuple[str, ...]) -> bool:
        """Whether a page that cites these sources takes the question up."""
        return any(key in cited and key not in self.wider for key in self.sources())

    def missing(self, cited: tuple[str, ...]) -> tuple[Side, ...]:
        """The sides for which a page cites no source."""
        return tuple(side for side in self.sides if not set(side.sources) & set(cited))


KEYS = fields.listing(fields.text())
SIDE = {"says": Spec(fields.sentence(10, 200)), "sources": Spec(fields.listing(fields.text(), 1))}
DISPUTE: Mapping[str, Spec] = {
    "question": Spec(fields.sentence(10, 200)),
    "terms": optional(KEYS, ()),
    "sides": Spec(fields.sequence(fields.mapping(SIDE, Side), 2, 2)),
    "wider": optional(KEYS, ()),
}


def read_disputes(found: Mapping[str, Field]) -> tuple[dict[str, Dispute], list[Problem]]:
    """Disputes by name, and what is wrong with the file."""
    disputes, problems = {}, []
    for name, entry in found.items():
        try:
            read = fields.mapping(DISPUTE, dict)(entry.value)
            disputes[name] = Dispute(**read, line=entry.line)
        except fields.Bad as bad:
            problems.append(Problem(PATH, entry.line, f"'{name}' {bad.message}", bad.hint))
    return disputes, problems
