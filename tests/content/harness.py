"""Runs one case file of a rule: a tiny project of the pages written in it, and the messages they must bring.

A case is a text in parts. Each part begins with a line `%%% <path>`; the part `%%% expected` holds the exact messages,
one a line. The data of the project are those of tests/content/fixtures, unless a part replaces one of their files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.content.library import Library, load
from macros.content.problem import Problem, listing
from macros.content.rules import RULES, Rule, dates
from tests.support.content import project

HERE = Path(__file__).resolve().parent
TODAY = date(2026, 12, 1)
_PART = re.compile(r"^%%% (\S+)\n", re.MULTILINE)


def review_dates(library: Library) -> Iterator[Problem]:
    """The rule on review dates, on a fixed day."""
    return dates.review_dates(library, TODAY)


def read_again(library: Library) -> Iterator[Problem]:
    """The rule on the age of help numbers, on a fixed day."""
    return dates.read_again(library, TODAY)


ALL_RULES: dict[str, Rule] = {rule.__name__: rule for rule in (*RULES, review_dates, read_again)}
# What reading a page finds before any rule runs: its frame, and its fields.
READING = ("front_matter", "fields")


@dataclass(frozen=True)
class Case:
    """A case file: whose it is, whether it fails, its files and the messages it expects."""

    rule: str
    fails: bool
    name: str
    files: dict[str, str]
    expected: str

    def __str__(self) -> str:
        """Its place, as the test's id."""
        return f"{self.rule}/{'failing' if self.fails else 'passing'}/{self.name}"


def read_case(path: Path) -> Case:
    """A case from its file."""
    _, *parts = _PART.split(path.read_text(encoding="utf-8"))
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = files.pop("expected", "").strip()
    return Case(path.parents[1].name, path.parent.name == "failing", path.stem, files, expected)


CASES = [read_case(path) for path in sorted((HERE / "rules").rglob("*.md"))]


def messages(case: Case, root: Path) -> str:
    """What the case's rule says of the case's own files."""
    project(root, {path.removeprefix("docs/"): text for path, text in case.files.items()})
    library, problems = load(root)
    if case.rule not in READING:
        # A field with a macro's name is unknown as well, so that page alone cannot be read.
        problems = [] if case.rule == "macro_names" else problems
        assert not problems, f"the case cannot be read:\n{listing(problems)}"
        problems = list(ALL_RULES[case.rule](library))
    return listing(problem for problem in problems if problem.path in case.files)
