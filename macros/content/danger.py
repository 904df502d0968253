"""Words of danger and the help page that each leads to: read from docs/_data/danger-words.yml."""

import itertools
from dataclasses import dataclass
from typing import Annotated

from macros.content import fields
from macros.content.records import file_of

WORDS = fields.listing(fields.text(2, 60), 1)


@dataclass(frozen=True)
class Danger:
    """One kind of danger: the help page below docs/, what the panel says, and the phrases that bring it.

    `together` are lists of which one word each must be typed. `line` is where the entry stands in the file.
    """

    page: Annotated[str, fields.text(4)]
    say: Annotated[str, fields.sentence(10, 160)]
    phrases: Annotated[tuple[str, ...], WORDS]
    together: Annotated[tuple[tuple[str, ...], ...], fields.sequence(WORDS, 2, 3)] = ()
    key: str = ""
    line: int = 1

    @property
    def all_phrases(self) -> tuple[str, ...]:
        """The phrases, and every combination of `together`; all words of a phrase must be typed."""
        combined = (" ".join(words) for words in itertools.product(*self.together)) if self.together else ()
        return (*self.phrases, *combined)


FILE = file_of("danger-words", Danger, lambda dangers: tuple(dangers.values()))
PATH = FILE.path
