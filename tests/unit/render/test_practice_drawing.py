"""The drawings of what to do: words for those who hear the page, the colours of the page, the steps of the timer."""

from __future__ import annotations

import re

import pytest

from macros.content.drawings import COMMON, FOLDER, drawings, points_at, step_numbers
from macros.content.library import Library
from macros.content.macro_calls import Call
from macros.render.context import Context
from macros.render.practice_drawing import drawing_html, practice_drawing
from tests.zoo.samples import DRAWN, LONGER, SCAN

SHEET = (FOLDER / "practice-drawing.css").read_text(encoding="utf-8")


def called(library: Library) -> dict[str, str]:
    """Path of a practice by the drawing that it calls: one for each drawing."""
    found: dict[str, str] = {}
    for path, calls in library.calls.items():
        for call in calls:
            if call.name == "practice_drawing":
                found[_name(path, call)] = path
    return found


def _name(path: str, call: Call) -> str:
    return call.arguments[0] if call.arguments else path.rsplit("/", 1)[1].removesuffix(".md")


@pytest.mark.parametrize("name", drawings())
def test_a_drawing_on_its_page_says_in_words_what_it_shows(library: Library, name: str) -> None:
    html = practice_drawing(Context(library, called(library)[name]), name)
    assert re.match(r'<figure class="practice-drawing"[^>]*><figcaption [^>]*>[^<]{20,}</figcaption>', html)
    pictures = re.findall(r"<svg [^>]*>", html)
    assert pictures
    assert all(re.search(r'role="img" aria-label="[^"]{15,}"', each) for each in pictures)
    words = re.findall(r"<(?:p|li)[^>]*>([^<]+)</", html)
    assert len(words) >= len(pictures)
    assert set(re.findall(r"<text [^>]*>([^<]+)</text>", html)) <= {str(number) for number in range(1, len(words) + 1)}


@pytest.mark.parametrize("name", drawings())
def test_a_drawing_takes_its_colours_from_the_page(library: Library, name: str) -> None:
    html = practice_drawing(Context(library, called(library)[name]), name)
    assert not re.search(r'style=|#[0-9a-f]{3,6}\b|(?:fill|stroke)="|<(?:animate|script|image)', html)
    assert len((FOLDER / f"{name}.html").read_bytes()) <= 3000


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


def test_the_sheet_knows_every_step_at_which_a_drawing_points(library: Library) -> None:
    shown = {
        number
        for name, path in called(library).items()
        for steps in re.findall(r'data-steps="([^"]*)"', practice_drawing(Context(library, path), name))
        for number in steps.split()
    }
    known = re.findall(r'\[data-step="(\d+)"\]\) \*\) \[data-steps~="(\d+)"\]', SHEET)
    assert all(timer == part for timer, part in known)
    assert shown <= {timer for timer, _ in known}
