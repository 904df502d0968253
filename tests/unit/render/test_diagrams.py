"""The drawings: each says in words all that stands in it, and follows the colours and the letters of the page."""

from __future__ import annotations

import re

import pytest

from macros.content.macro_calls import DIAGRAMS
from macros.render.context import Context
from macros.render.diagrams import diagram
from macros.render.templates import COMPONENTS
from tests.support.content import library, page

HERE = Context(library({"index.md": page()}), "index.md")
DRAWINGS = COMPONENTS / "diagrams" / "drawings"


def words(html: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"<[^>]+>", " ", html).lower())


@pytest.mark.parametrize("name", DIAGRAMS)
def test_every_word_of_a_drawing_stands_in_its_list_too(name: str) -> None:
    figure = diagram(HERE, name)
    drawing, rest = figure.split("</svg>")
    labels = re.findall(r"<text[^>]*>(.+?)</text>", drawing)
    assert len(labels) >= 2
    said = set(words(rest.split("<ul", 1)[1]))
    assert [word for label in labels for word in words(label) if word not in said] == []


@pytest.mark.parametrize("name", DIAGRAMS)
def test_a_drawing_has_a_name_a_description_and_says_what_kind_of_picture_it_is(name: str) -> None:
    figure = diagram(HERE, name)
    ids = re.findall(r'\sid="([^"]+)"', figure)
    spoken = re.search(r'<svg [^>]*role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"', figure)
    assert spoken
    assert list(spoken.groups()) == ids
    assert re.search(r'<p class="diagram__title"[^>]*>\s*\w', figure)
    assert "A drawing of the idea, not a measurement.</figcaption>" in figure


@pytest.mark.parametrize("name", DIAGRAMS)
def test_a_drawing_has_no_colour_and_no_size_of_letters_of_its_own(name: str) -> None:
    assert not re.search(r'style=|#[0-9a-f]{3,6}\b|\s(?:fill|stroke|font-size)="', diagram(HERE, name))


@pytest.mark.parametrize("name", DIAGRAMS)
def test_a_drawing_is_small_in_size_and_in_height(name: str) -> None:
    figure = diagram(HERE, name)
    width, height = (int(side) for side in re.findall(r'viewBox="0 0 (\d+) (\d+)"', figure)[0])
    assert width == 320
    assert height <= 260
    assert len(figure.encode()) <= 4000


def test_every_drawing_has_its_name_in_the_list_of_names() -> None:
    assert {path.stem for path in DRAWINGS.glob("*.html")} == set(DIAGRAMS)
