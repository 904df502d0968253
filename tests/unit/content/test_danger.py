"""Words of danger: read strictly, and each leads to a page that exists."""

from __future__ import annotations

import dataclasses

import pytest

from macros.content.danger import FILE
from macros.content.frontmatter import read_yaml
from macros.content.library import Library
from macros.content.rules.names import pointed_at
from tests.support.content import library as library_of
from tests.support.content import page

ENTRY = "fire:\n  page: {page}\n  say: Go out first and call afterwards.\n  phrases: [house on fire]\n"
PATH = "docs/_data/danger-words.yml"


def test_words_that_stand_together_become_phrases() -> None:
    text = ENTRY.format(page="help/index.md") + "  together: [[smoke, flames], [stairs, hall]]\n"
    (danger,), problems = FILE.read(read_yaml(text, PATH)[0])
    assert problems == []
    assert danger.all_phrases == (
        "house on fire",
        "smoke stairs",
        "smoke hall",
        "flames stairs",
        "flames hall",
    )


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("[house on fire]", "[]", "1: 'fire' phrases: must have at least 1 item; it has 0."),
        ("  say: Go out first and call afterwards.\n", "", "1: 'fire' lacks 'say'."),
        ("phrases", "words", "1: 'fire' has the unknown part 'words'."),
    ],
)
def test_a_fault_is_told_with_its_line(before: str, after: str, message: str) -> None:
    text = ENTRY.format(page="help/index.md").replace(before, after)
    dangers, problems = FILE.read(read_yaml(text, PATH)[0])
    assert dangers == ()
    assert [str(problem).startswith(f"{PATH}:{message}") for problem in problems] == [True]


def _leading_to(target: str) -> Library:
    pages = library_of({"help/index.md": page(title="Help")})
    dangers, _ = FILE.read(read_yaml("\n" + ENTRY.format(page=target), PATH)[0])
    return Library(pages.documents, pages.pages, dataclasses.replace(pages.data, dangers=dangers))


def test_a_page_that_is_not_there_is_a_problem_with_its_line() -> None:
    assert list(pointed_at(_leading_to("help/index.md"))) == []
    (problem,) = pointed_at(_leading_to("help/indx.md"))
    assert str(problem) == f"{PATH}:2: the page 'help/indx.md' does not exist. Did you mean 'help/index.md'?"
