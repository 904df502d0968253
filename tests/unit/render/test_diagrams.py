"""The drawings: each says in a list all that its numbers point at, and follows the colours of the page."""

from __future__ import annotations

import re

import pytest

from macros.content.macro_calls import DIAGRAMS
from macros.render.context import Context
from macros.render.diagrams import diagram
from macros.render.templates import COMPONENTS
from tests.support.content import library, page

HERE = Context(library({"index.md": page()}), "index.md")


@pytest.mark.parametrize("name", DIAGRAMS)
def test_every_number_of_a_drawing_stands_in_its_list(name: str) -> None:
    html = diagram(HERE, name)
    numbers = re.findall(r'class="diagram__number"[^>]*>(\d)</text>', html)
    assert [int(number) for number in numbers] == list(range(1, html.count("<li>") + 1))
    assert len(numbers) >= 4


@pytest.mark.parametrize("name", DIAGRAMS)
def test_a_drawing_is_a_figure_with_a_caption_and_no_colour_of_its_own(name: str) -> None:
    html = diagram(HERE, name)
    assert re.match(r'<figure class="diagram"> <figcaption>', html)
    assert re.search(r'<svg [^>]*aria-hidden="true"', html)
    assert not re.search(r'style=|#[0-9a-f]{3,6}\b|(?:fill|stroke)="', html)


def test_every_drawing_has_its_name_in_the_list_of_names() -> None:
    assert {path.stem for path in (COMPONENTS / "diagrams").glob("*.html")} == set(DIAGRAMS)
