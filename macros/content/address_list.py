"""The list of every address that was ever published: docs/_data/addresses.txt."""

from collections.abc import Iterable

PATH = "docs/_data/addresses.txt"


def listed(text: str) -> dict[str, int]:
    """The addresses of the list with their lines; "/" is the root, # begins a comment."""
    lines = ((line.strip(), number) for number, line in enumerate(text.split("\n"), start=1))
    return {
        "" if line == "/" else line: number for line, number in lines if line and not line.startswith("#")
    }


def with_new(text: str, new: Iterable[str]) -> str:
    """The text of the list with the addresses `new` as well: its comments, then all in order."""
    comments = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#"))
    return comments + "".join(f"{address or '/'}\n" for address in sorted({*listed(text), *new}))
