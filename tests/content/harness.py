"""Runs one case file of a rule: a tiny project of the pages written in it, and the messages they must bring.

A case is a text in parts. Each part begins with a line `%%% <path>`; the part `%%% expected` holds the exact
messages, one a line. The data of the project are those of tests/content/fixtures, unless a part replaces one
of their files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.content.library import load
from macros.content.problem import listing
from macros.content.rules import RULES, Rule
from tests.support.content import project

HERE = Path(__file__).resolve().parent
TODAY = date(2026, 12, 1)
_PART = re.compile(r"^%%% (\S+)\n", re.MULTILINE)


ALL_RULES: dict[str, Rule] = {rule.function.__name__: rule for rule in RULES.values()}
# What reading finds before any rule runs: a page's frame, its fields, files that are no pages.
READING = ("front_matter", "fields", "strays")


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
    project(root, {f"../{path}": text for path, text in case.files.items()})
    library, problems = load(root)
    if case.rule not in READING:
        assert not problems, f"the case cannot be read:\n{listing(problems)}"
        problems = ALL_RULES[case.rule].problems(library, TODAY)
    return listing(problem for problem in problems if problem.path in case.files)
