"""Worksheets, short ways and news: a fault is told with its line, what must be true, and what to do."""

import pytest

from macros.content.frontmatter import read_page, read_yaml
from macros.content.news import FILE as NEWS_FILE
from macros.content.parse import parse
from macros.content.ways import FILE as WAYS_FILE
from macros.content.worksheet import Part
from tests.support.content import data, page

SHEET = "sheet:\n  - {say: One line, lines: 1}\n  - {say: A table, columns: [Left, Right], blank: 3}\n"
WAYS = "calm:\n" + "".join(f"  - {{page: help/{place}.md, say: A line for a test.}}\n" for place in "abcde")
NEWS = "some-news:\n  day: 2026-11-29\n  text: Something is new here.\n"


def sheet(change: tuple[str, str] = ("", "")) -> tuple[object, list[str]]:
    """The parts of a page's sheet, and what is said of it."""
    document, _ = read_page(page(extra=SHEET.replace(*change)), "docs/tools/x.md")
    parsed, problems = parse(document, "page", data().lists)
    return parsed and parsed.sheet, [str(problem) for problem in problems]


def test_a_sheet_is_read_part_by_part() -> None:
    parts, problems = sheet()
    assert problems == []
    assert parts == (Part("One line", lines=1), Part("A table", columns=("Left", "Right"), blank=3))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("One line, lines: 1", "One line"), "5: 'sheet' part 1: has nothing to fill in. Give it 'lines', "),
        (
            (", blank: 3", ""),
            "6: 'sheet' part 2: is a table, so it needs rows and nothing to tick. Name the ",
        ),
        (("blank: 3", "blank: 3, rows: [Up, Down]"), "6: 'sheet' part 2: is a table, so it needs rows "),
        (("lines: 1", "lines: 1, blank: 3"), "5: 'sheet' part 1: has rows, but no 'columns'. Name what "),
        (("lines: 1", "line: 1"), "5: 'sheet' part 1: has the unknown part 'line'. Did you mean 'lines'?"),
        (("lines: 1", "lines: 21"), "5: 'sheet' part 1: lines: must be from 1 to 20; it is 21."),
        (("say: A table, ", ""), "6: 'sheet' part 2: lacks 'say'."),
    ],
)
def test_a_fault_in_a_sheet_names_its_part_and_line(change: tuple[str, str], message: str) -> None:
    parts, [problem] = sheet(change)
    assert parts is None
    assert problem.startswith(f"docs/tools/x.md:{message}")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("help/c.md, say: A line for a test.", "help/c.md"), "4: 'calm' step 3: lacks 'say'."),
        (("test.}\n", "test}\n"), "2: 'calm' step 1: say: must be a full sentence. End it with a full stop."),
        (
            ("  - {page: help/e.md, say: A line for a test.}\n", ""),
            "1: 'calm' must have 5 to 7 steps; it has 4.",
        ),
    ],
)
def test_a_fault_in_a_way_names_its_step_and_line(change: tuple[str, str], message: str) -> None:
    assert len(WAYS_FILE.read(read_yaml(WAYS, "ways.yml")[0])[0]["calm"].steps) == 5
    text = WAYS.replace(*change, 1)
    ways, [problem] = WAYS_FILE.read(read_yaml(text, "ways.yml")[0])
    assert ways == {}
    assert str(problem) == f"docs/_data/ways.yml:{message}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("  day: 2026-11-29\n", ""), "'some-news' lacks 'day'."),
        (("here.", "here"), "'some-news' text: must be a full sentence. End it with a full stop."),
        (("text", "links: []\n  text"), "'some-news' links: must have 1 to 6 items; it has 0."),
    ],
)
def test_a_fault_in_the_news_names_its_entry(change: tuple[str, str], message: str) -> None:
    assert [entry.key for entry in NEWS_FILE.read(read_yaml(NEWS, "news.yml")[0])[0]] == ["some-news"]
    news, [problem] = NEWS_FILE.read(read_yaml(NEWS.replace(*change), "news.yml")[0])
    assert news == ()
    assert str(problem) == f"docs/_data/news.yml:1: {message}"
