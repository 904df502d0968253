"""Scripts that the tests run inside a page, each one function without arguments."""

from functools import cache
from pathlib import Path


@cache
def script(name: str) -> str:
    """The text of a script, by its file's name without the ending."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
