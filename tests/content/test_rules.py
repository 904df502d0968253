"""Each rule on its case files: what fails brings exactly these messages, what passes brings none."""

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


def test_every_rule_has_a_case_that_fails_and_one_that_passes_and_every_case_a_rule() -> None:
    cases = {(case.rule, case.fails) for case in CASES}
    assert cases == {(rule, fails) for rule in (*ALL_RULES, *READING) for fails in (True, False)}


def test_no_two_rules_share_a_name() -> None:
    assert len(ALL_RULES) == len(RULES)
