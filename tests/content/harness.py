"""Runs one case file of a rule: a tiny project of the pages written in it, and the messages they must bring.

A case is a text in parts. Each part begins with a line `%%% <path>`; the part `%%% expected` holds the exact
messages, one a line. The data of the project are those of tests/content/fixtures, unless a part replaces one
of their files. After `%%% + <path>` stands only what matters to the rule: the fields of a page that it lacks
are those of tests/support/content.py, the entries of a data file those of the fixtures. Messages count the
lines as they stand in the case.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from macros.content.library import kind_of, load
from macros.content.problem import Problem, listing
from macros.content.rules import RULES, Rule
from tests.support import content
from tests.support.content import FIXTURES, project

HERE = Path(__file__).resolve().parent
TODAY = date(2026, 12, 1)
_PART = re.compile(r"^%%% (\+? ?\S+)\n", re.MULTILINE)
_ENTRY = re.compile(r"^(?=[\w-][\w -]*:)", re.MULTILINE)


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
    inserted: dict[str, list[int]]  # by path: after which line, and how many lines

    def __str__(self) -> str:
        """Its place, as the test's id."""
        return f"{self.rule}/{'failing' if self.fails else 'passing'}/{self.name}"


def _lacking(own: str, whole: str) -> str:
    """The top-level entries of the YAML in `whole` that the one in `own` lacks, as they are written."""
    names = {entry.partition(":")[0] for entry in _ENTRY.split(own)}
    names |= {"phases", "rounds"} if "kind" in names else set()  # of another kind of practice
    entries = (entry for entry in _ENTRY.split(whole) if ":" in entry)
    return "".join(entry for entry in entries if entry.partition(":")[0] not in names)


def completed(path: str, own: str) -> tuple[str, int, int]:
    """A part with all that it lacks, after which of its lines this is inserted, and how many lines it has."""
    if path.endswith(".yml"):
        more = _lacking(own, (FIXTURES / path).read_text(encoding="utf-8"))
        return own + more, own.count("\n"), more.count("\n")
    _, fields, body = own.split("---\n", 2)
    page = getattr(content, kind_of(path.removeprefix("docs/")))(f"The page {Path(path).stem}")
    more = _lacking(fields, page.split("---\n", 2)[1])
    return f"---\n{fields}{more}---\n{body}", fields.count("\n") + 1, more.count("\n")


def read_case(path: Path) -> Case:
    """A case from its file."""
    _, *parts = _PART.split(path.read_text(encoding="utf-8"))
    files, inserted = {}, {}
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        file = name.removeprefix("+ ")
        files[file] = text
        if name != file:
            files[file], *inserted[file] = completed(file, text)
    expected = files.pop("expected", "").strip()
    return Case(path.parents[1].name, path.parent.name == "failing", path.stem, files, expected, inserted)


CASES = [read_case(path) for path in sorted((HERE / "rules").rglob("*.md"))]


def messages(case: Case, root: Path) -> str:
    """What the case's rule says of the case's own files."""
    project(root, {f"../{path}": text for path, text in case.files.items()})
    library, problems = load(root)
    if case.rule not in READING:
        assert not problems, f"the case cannot be read:\n{listing(problems)}"
        problems = ALL_RULES[case.rule].problems(library, TODAY)
    return listing(_as_in_the_case(case, problem) for problem in problems if problem.path in case.files)


def _as_in_the_case(case: Case, problem: Problem) -> Problem:
    """A problem at the line on which the case has it."""
    after, count = case.inserted.get(problem.path, (0, 0))
    return replace(problem, line=problem.line - count) if problem.line > after + count else problem
