"""Phrases that people type and the word each must find: reads the list, scores an
answer to it, prints the shares."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "content" / "phrases.tsv"
# Written by somebody who had seen only the list of subjects; never tuned on.
BLIND = FILE.with_name("phrases-blind.tsv")


@dataclass(frozen=True)
class Phrase:
    """What someone types, the slug of the term it must find, and what sort of phrase it is."""

    text: str
    term: str
    kind: str


@dataclass(frozen=True)
class Score:
    """How often the right term came first, and among the first three, and each phrase
    that did not come first."""

    name: str
    count: int
    first: int
    three: int
    missed: tuple[str, ...]

    def share(self, hits: int) -> float:
        """Per cent of all phrases."""
        return 100 * hits / self.count

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.count} phrases, {self.share(self.first):.1f}% first, "
            f"{self.share(self.three):.1f}% in the first three"
        )


def read_phrases(file: Path = FILE) -> list[Phrase]:
    """The phrases of a file of three columns with a heading line, parted by tabs."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Phrase(row["phrase"], row["term"], row["kind"])
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def score(name: str, phrases: Sequence[Phrase], find: Callable[[str], Sequence[str]]) -> Score:
    """Asks `find` each phrase; it gives slugs, the best first."""
    first = three = 0
    missed = []
    for phrase in phrases:
        slugs = list(find(phrase.text)[:3])
        first += slugs[:1] == [phrase.term]
        three += phrase.term in slugs
        if slugs[:1] != [phrase.term]:
            missed.append(f"{phrase.text} -> {phrase.term}, but found {', '.join(slugs) or 'nothing'}")
    return Score(name, len(phrases), first, three, tuple(missed))
