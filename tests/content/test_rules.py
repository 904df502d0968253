"""Each rule on its case files: what fails brings exactly these messages, what passes brings none."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.rules import RULES
from tests.content.harness import ALL_RULES, CASES, READING, Case, messages


@pytest.mark.parametrize("case", [case for case in CASES if case.fails], ids=str)
def test_a_failing_case_brings_exactly_its_messages(case: Case, tmp_path: Path) -> None:
    assert case.expected, "a failing case names the messages it expects"
    assert messages(case, tmp_path) == case.expected


@pytest.mark.parametrize("case", [case for case in CASES if not case.fails], ids=str)
def test_a_passing_case_brings_none(case: Case, tmp_path: Path) -> None:
    assert case.files
    assert messages(case, tmp_path) == ""


@pytest.mark.parametrize("rule", [*ALL_RULES, *READING])
def test_every_rule_has_a_case_that_fails_and_one_that_passes(rule: str) -> None:
    assert {case.fails for case in CASES if case.rule == rule} == {True, False}


def test_no_case_belongs_to_a_rule_that_does_not_exist() -> None:
    assert {case.rule for case in CASES} <= {*ALL_RULES, *READING}


def test_no_two_rules_share_a_name() -> None:
    assert len(ALL_RULES) == len(RULES)


@pytest.mark.parametrize("name", ALL_RULES)
def test_a_rules_docstring_is_the_rule(name: str) -> None:
    said = ALL_RULES[name].function.__doc__
    assert said
    assert said.strip().endswith(".")
