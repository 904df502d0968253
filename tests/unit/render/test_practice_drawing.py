"""The drawings of what to do: words for those who hear, the page's colours, the timer's steps."""

import re
from pathlib import Path

import pytest

from macros.content.drawings import COMMON, FOLDER, drawings, points_at, step_numbers
from macros.content.library import Library
from macros.render.context import Context
from macros.render.practice_drawing import drawing_html, practice_drawing
from tests.zoo.samples import DRAWN, LONGER, SCAN

STYLESHEET = (FOLDER / "practice-drawing.css").read_text(encoding="utf-8")


def called(library: Library) -> dict[str, str]:
    """HTML of every drawing that a practice calls, by its name."""
    figures: dict[str, str] = {}
    for path, calls in library.calls.items():
        for call in calls:
            if call.name == "practice_drawing":
                name = call.arguments[0] if call.arguments else Path(path).stem
                figures[name] = practice_drawing(Context(library, path), name)
    return figures


def unspoken(html: str) -> bool:
    """Whether a figure lacks a caption, a picture's name, words for a picture, or words for a number."""
    pictures, words = re.findall(r"<svg [^>]*>", html), re.findall(r"<(?:p|li)[^>]*>([^<]+)</", html)
    numbers = {str(number) for number in range(1, len(words) + 1)}
    return (
        not re.match(r'<figure class="practice-drawing"[^>]*><figcaption [^>]*>[^<]{20,}</figcaption>', html)
        or not 0 < len(pictures) <= len(words)
        or not all(re.search(r'role="img" aria-label="[^"]{15,}"', picture) for picture in pictures)
        or not set(re.findall(r"<text [^>]*>([^<]+)</text>", html)) <= numbers
    )


def test_every_drawing_is_called_and_says_in_words_what_it_shows(library: Library) -> None:
    figures = called(library)
    assert set(figures) == set(drawings())
    assert [name for name, html in figures.items() if unspoken(html)] == []
    assert all(unspoken(html.replace("aria-label", "data-label")) for html in figures.values())


def test_a_drawing_takes_its_colours_from_the_page_and_is_small(library: Library) -> None:
    own = re.compile(r'style=|#[0-9a-f]{3,6}\b|(?:fill|stroke)="|<(?:animate|script|image)')
    assert [name for name, html in called(library).items() if own.search(html)] == []
    assert [name for name in drawings() if (FOLDER / f"{name}.html").stat().st_size > 3000] == []


def test_its_numbers_are_those_of_the_steps_it_names() -> None:
    assert step_numbers(DRAWN, "Feel where", "Press") == "2 3"
    html = drawing_html("feet-on-the-floor", DRAWN)
    assert set(re.findall(r'data-steps="([^"]*)"', html)) == {"1 6", "2 3 4", "5"}
    assert points_at("easy-breath") == ("Breathe out",)
    assert COMMON not in drawings()


def test_a_drawing_of_other_steps_is_refused() -> None:
    with pytest.raises(ValueError, match="body-scan: no step begins with 'Breathe out'"):
        drawing_html("easy-breath", SCAN)


def test_without_a_name_a_practice_gets_the_drawing_called_like_it(library: Library) -> None:
    path = "practices/belly-breathing.md"
    own = practice_drawing(Context(library, path))
    assert own == drawing_html("belly-breathing", library.practices["belly-breathing"])
    assert own != drawing_html("easy-breath", LONGER)


def test_the_stylesheet_marks_every_step_at_which_a_drawing_points(library: Library) -> None:
    steps = {step for html in called(library).values() for step in re.findall(r'data-steps="([^"]*)"', html)}
    pairs = re.findall(r'\[data-step="(\d+)"\]\) \*\) \[data-steps~="(\d+)"\]', STYLESHEET)
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert set(" ".join(steps).split()) <= {step for step, _ in pairs}
