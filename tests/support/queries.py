"""Queries that people type and the pages that answer each: reads the lists, ranks a search on them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

QUERIES = Path(__file__).resolve().parent.parent / "content" / "queries.tsv"
BLIND = QUERIES.with_name("queries-blind.tsv")


@dataclass(frozen=True)
class Query:
    """What someone types, what sort of query it is, and the addresses of the pages that answer it."""

    sort: str
    text: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Rank:
    """How often an answer came first, and among the first three, and each query whose
    first answer was none."""

    count: int
    first: int
    three: int
    missed: tuple[str, ...]

    def share(self, many: int) -> float:
        """Per cent of all queries."""
        return 100 * many / self.count

    def __str__(self) -> str:
        return (
            f"search: {self.count} queries, {self.share(self.first):.1f}% first, "
            f"{self.share(self.three):.1f}% in the first three"
        )


def read_queries(file: Path) -> list[Query]:
    """The queries of a file: sort, text, pages parted by spaces; columns parted by
    tabs, lines with # are comments."""
    lines = (
        line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    )
    rows = (line.split("\t") for line in lines)
    return [Query(sort, text, tuple(pages.split())) for sort, text, pages in rows]


def rank(queries: Sequence[Query], find: Callable[[str], Sequence[str]]) -> Rank:
    """Asks `find` each query; it gives addresses, the best first."""
    first = three = 0
    missed = []
    for query in queries:
        answers = list(find(query.text)[:3])
        right = [answer in query.pages for answer in answers]
        first += right[:1] == [True]
        three += any(right)
        if right[:1] != [True]:
            missed.append(
                f"{query.text} -> {' or '.join(query.pages)}, but found {', '.join(answers) or 'nothing'}"
            )
    return Rank(len(queries), first, three, tuple(missed))
