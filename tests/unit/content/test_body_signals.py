"""The signals of the outline: read strictly, and the parts of their page."""

import pytest

from macros.content.body_signals import FILE, BodySignal, sections
from macros.content.frontmatter import Document, Field


def read(value: object) -> tuple[tuple[BodySignal, ...], list[str]]:
    signals, problems = FILE.read({"Cold knees": Field(value, 7)})
    return signals, [str(problem) for problem in problems]


def test_a_signal_has_its_words_its_row_and_its_place() -> None:
    signals, problems = read({"label": ["Cold", "knees"], "row": 2, "at": [180, 470], "urgent": True})
    assert signals == (BodySignal("Cold knees", ("Cold", "knees"), 2, (180, 470), True),)
    assert problems == []


def test_place_and_urgency_may_be_left_out() -> None:
    signals, _ = read({"label": ["Knees"], "row": 1})
    assert (signals[0].at, signals[0].urgent) == (None, False)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"row": 1}, "lacks 'label'"),
        ({"label": ["A", "Knees"], "row": 1}, "label: must have 2 to 14 characters"),
        ({"label": ["Knees"], "row": 11}, "row: must be from 1 to 10"),
        ({"label": ["Knees"], "row": 1, "at": [401, 10]}, "lies outside the drawing, which is 400 wide."),
        ({"label": ["Knees"], "row": 1, "at": [10, 641]}, "at: must be from 0 to 640"),
        ({"label": ["Knees"], "row": 1, "practice": "x"}, "has the unknown part 'practice'"),
    ],
)
def test_a_signal_that_cannot_be_drawn_is_named_with_its_line(value: object, said: str) -> None:
    signals, problems = read(value)
    assert signals == ()
    assert problems[0].startswith("docs/_data/body-signals.yml:7: 'Cold knees' ")
    assert said in problems[0]


def test_sections_know_their_line_what_stands_above_and_their_text() -> None:
    body = "Lead\n\n## First\n\n### One\n\ntext one\n\n### Two\n\n## Second\n\ntext\n\n### Three\n\nthe end\n"
    parts = list(sections(Document("docs/tools/x.md", {}, body, 6)))
    assert [(part.name, part.line, part.above) for part in parts] == [
        ("One", 10, "First"),
        ("Two", 14, "First"),
        ("Three", 20, "Second"),
    ]
    assert parts[0].text.strip() == "text one"
    assert parts[2].text.strip() == "the end"
