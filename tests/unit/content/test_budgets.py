"""Budgets and excuses weighed: what is left, what is over, what the file of budgets may say."""

from datetime import date
from pathlib import Path

import pytest

from macros.content.budgets import PATH, read_excuses, table, without_excuses
from macros.content.library import load
from macros.content.problem import Problem
from macros.content.rules import check
from tests.support.content import page, project

TODAY = date(2026, 12, 1)
STIFF_WORD = ("style.stiff-word", "should")
FRONT = "---\ntitle: x\n# excuse: glossary.own-words, a name\nshort: y\n---\n"
COMMENT = "<!-- excuse: style.stiff-word, quoted, as said -->"


def problems(root: Path, body: str, budgets: str = "") -> list[Problem]:
    """What is wrong with a small site whose one page is `body`; shoulds of the site as a whole aside."""
    text = f"sources.source-used: 9\nlinks.page-linked: 9\n{budgets}"
    library, wrong = load(project(root, {"tools/x.md": page(body), "_data/budgets.yml": text}))
    ours = ("style.", "budgets.", "excuses.", "reading")
    return [problem for problem in [*wrong, *check(library, TODAY)] if problem.rule.startswith(ours)]


def rules(wrong: list[Problem]) -> list[tuple[str, str]]:
    """Rule and degree of every problem."""
    return sorted((problem.rule, problem.degree) for problem in wrong)


def test_a_should_within_its_budget_is_only_a_should(tmp_path: Path) -> None:
    assert rules(problems(tmp_path, "Seldom.", "style.stiff-word: 1")) == [("style.stiff-word", "should")]


def test_one_more_than_its_budget_is_a_must_that_names_rule_count_and_budget(tmp_path: Path) -> None:
    wrong = problems(tmp_path, "Seldom.\n\nSeldom.", "style.stiff-word: 1")
    (over,) = [problem for problem in wrong if problem.rule == "budgets.over"]
    assert (over.degree, over.path, over.line) == ("must", PATH, 3)
    assert over.message == "the site has 2 of 'style.stiff-word'; the budget is 1."


def test_without_a_line_in_the_file_the_budget_is_none(tmp_path: Path) -> None:
    assert ("budgets.over", "must") in rules(problems(tmp_path, "Seldom."))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("style.stiff-words: 1", "there is no should 'style.stiff-words' to have a budget."),
        ("links.targets-exist: 1", "there is no should 'links.targets-exist' to have a budget."),
        ("style.stiff-word: many", "'style.stiff-word' must be a number, not a text."),
    ],
)
def test_a_budget_is_a_number_for_a_should_that_exists(tmp_path: Path, line: str, message: str) -> None:
    (wrong,) = problems(tmp_path, "Text.", line)
    assert (wrong.path, wrong.line, wrong.message, wrong.degree) == (PATH, 3, message, "must")


def test_an_excuse_with_its_reason_takes_the_should_away(tmp_path: Path) -> None:
    assert problems(tmp_path, "<!-- excuse: style.stiff-word, quoted -->\nSeldom.") == []


@pytest.mark.parametrize(
    ("excuse", "expected"),
    [
        ("style.stiff-word", [("excuses.reason", "must"), STIFF_WORD]),
        ("style.stif-word, x", [("excuses.rule", "must"), STIFF_WORD]),
        ("links.targets-exist, x", [("excuses.rule", "must"), STIFF_WORD]),
        ("style.not-tail, x", [("excuses.needed", "should"), STIFF_WORD]),
    ],
)
def test_an_excuse_names_a_should_that_stands_there_and_says_why(
    tmp_path: Path, excuse: str, expected: list[tuple[str, str]]
) -> None:
    body = f"A.\n\n<!-- excuse: {excuse} -->\nSeldom."
    assert rules(problems(tmp_path, body, "style.stiff-word: 9\nexcuses.needed: 9")) == expected


def test_the_table_shows_counts_beside_budgets(tmp_path: Path) -> None:
    library, _ = load(project(tmp_path, {"_data/budgets.yml": "style.stiff-word: 3\nstyle.not-tail: 0\n"}))
    wrong = [Problem("docs/x.md", line, "x.", rule="prose.lengths", degree="should") for line in (1, 2, 2)]
    assert [row.split() for row in table(wrong, library.data.budgets).split("\n")] == [
        ["should", "count", "budget"],
        ["prose.lengths", "2", "0"],
        ["style.stiff-word", "0", "3"],
    ]


def covered(text: str, body_line: int = 1) -> list[tuple[int, str, str, set[int]]]:
    """Line, rule, reason and covered lines of each excuse in `text`."""
    excuses = read_excuses(text, body_line)
    return [(excuse.line, excuse.rule, excuse.reason, set(excuse.covers)) for excuse in excuses]


STIFF, NAME = ("style.stiff-word", "quoted, as said"), (3, "glossary.own-words", "a name", {4})


@pytest.mark.parametrize(
    ("text", "body_line", "expected"),
    [
        (f"A.\n\n{COMMENT}\n\nSeldom.\nSeldom.", 1, [(3, *STIFF, {5})]),
        (f"A.\n{COMMENT}\n{COMMENT}\nSeldom.", 1, [(2, *STIFF, {4}), (3, *STIFF, {4})]),
        (f"---\ntitle: x\n---\n\n{COMMENT}\n\nA.", 4, [(5, *STIFF, {1, 4, 7})]),  # of the page as a whole
        (f"{FRONT}A.", 6, [NAME]),
        (f"{FRONT}# excuse: a heading, no comment\nA.", 6, [NAME]),
        ("<!-- excuse: style.imagine -->\nA.", 1, [(1, "style.imagine", "", {1, 2})]),
    ],
)
def test_an_excuse_covers_the_next_line_with_text_and_at_the_top_the_page(
    text: str, body_line: int, expected: list[tuple[int, str, str, set[int]]]
) -> None:
    assert covered(text, body_line) == expected


@pytest.mark.parametrize(
    "text", [f"```\n{COMMENT}\n```", f"~~~~\n~~~\n{COMMENT}\n~~~~", f"Write `{COMMENT}` above."]
)
def test_code_holds_no_excuse(text: str) -> None:
    assert covered(text) == []
    assert without_excuses(text) == text


def test_what_is_published_keeps_its_lines_and_loses_its_excuses() -> None:
    assert without_excuses(f"A.\n{COMMENT}\n<!-- a comment -->\nB.") == "A.\n\n<!-- a comment -->\nB."
