"""A page that breaks every rule, with the neighbours it needs: exactly what `python -m macros check`
prints."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros import __main__ as command
from macros.content.library import load
from tests.content.harness import ALL_RULES, HERE, TODAY
from tests.support.content import project

PAGES = HERE / "breaks_every_rule"


class FixedDate(date):
    """The day on which the expected messages were written."""

    @classmethod
    def today(cls) -> "FixedDate":
        return cls.fromordinal(TODAY.toordinal())


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages that break every rule, as a project, on a fixed day."""
    monkeypatch.setattr(command, "date", FixedDate)
    shutil.copytree(PAGES / "docs", project(tmp_path, {}) / "docs", dirs_exist_ok=True)
    return tmp_path


def test_the_checker_prints_exactly_these_messages_in_order(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run_check([], root=root) == 1
    assert capsys.readouterr().out == (PAGES / "expected.txt").read_text(encoding="utf-8")


def test_no_rule_is_left_unbroken(root: Path) -> None:
    library, _ = load(root)
    assert [name for name, rule in ALL_RULES.items() if not rule.problems(library, TODAY)] == []


def test_a_named_file_shows_only_its_own_problems(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = root / "docs" / "about" / "broken-yaml.md"
    assert command.run_check([str(file)], root=root) == 1
    assert capsys.readouterr().out.split("\n") == [
        "docs/about/broken-yaml.md:2: the YAML cannot be read: a text with ': ' in it needs quotes. "
        "Put the text in double quotes.",
        "11 pages checked (1 as drafts): 1 must, 0 shoulds.",
        "",
    ]


def test_a_project_without_problems_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run_check([], root=project(tmp_path, {})) == 0  # control
    assert capsys.readouterr().out.endswith("0 pages checked: 0 musts, 2 shoulds.\n")
