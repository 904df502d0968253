"""Words of danger: read strictly, with every phrase that they make together."""

import pytest

from macros.content.danger import FILE
from macros.content.frontmatter import read_yaml

ENTRY = "fire:\n  page: {page}\n  say: Go out first and call afterwards.\n  phrases: [house on fire]\n"
PATH = "docs/_data/danger-words.yml"


def test_words_that_stand_together_become_phrases() -> None:
    text = ENTRY.format(page="help/index.md") + "  together: [[smoke, flames], [stairs, hall]]\n"
    (danger,), problems = FILE.read(read_yaml(text, PATH)[0])
    assert problems == []
    together = ("smoke stairs", "smoke hall", "flames stairs", "flames hall")
    assert danger.all_phrases == ("house on fire", *together)


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
