"""What experts dispute, and which sources stand on which side: read from docs/_data/disputes.yml."""

from dataclasses import dataclass
from typing import Annotated

from macros.content import fields
from macros.content.fields import InvalidValue
from macros.content.records import file_of

KEYS = fields.listing(fields.text())


@dataclass(frozen=True)
class Side:
    """One answer, and the keys of the sources that stand for it."""

    says: Annotated[str, fields.sentence(10, 200)]
    sources: Annotated[tuple[str, ...], fields.listing(fields.text(), 1)]


@dataclass(frozen=True)
class Dispute:
    """A question in dispute: the terms that are about it, both sides.

    `wider` are sources that pages cite for other findings too: they speak for their side, but citing one
    alone does not take the question up. Raises InvalidValue where the sides do not part the sources.
    """

    question: Annotated[str, fields.sentence(10, 200)]
    sides: Annotated[tuple[Side, Side], fields.sequence(fields.record(Side), 2, 2)]
    terms: Annotated[tuple[str, ...], KEYS] = ()
    wider: Annotated[tuple[str, ...], KEYS] = ()
    line: int = 1

    def __post_init__(self) -> None:
        for key in sorted(set(self.sides[0].sources) & set(self.sides[1].sources)):
            raise InvalidValue(f"has the source '{key}' on both sides.", "Keep it where its finding stands.")
        for key in sorted(set(self.wider) - set(self.sources())):
            message = f"has the source '{key}' under 'wider', and on neither side."
            raise InvalidValue(message, "Put it on its side as well.")

    def sources(self) -> tuple[str, ...]:
        """Keys of all sources of both sides."""
        return tuple(key for side in self.sides for key in side.sources)

    def taken_up(self, cited: tuple[str, ...]) -> bool:
        """Whether a page that cites these sources takes the question up."""
        return any(key in cited and key not in self.wider for key in self.sources())

    def missing(self, cited: tuple[str, ...]) -> tuple[Side, ...]:
        """The sides for which a page cites no source."""
        return tuple(side for side in self.sides if not set(side.sources) & set(cited))


FILE = file_of("disputes", Dispute)
PATH = FILE.path
