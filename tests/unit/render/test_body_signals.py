"""The outline: every signal twice, on the drawing and in the list, and nothing that remembers."""

import re

import pytest

from macros.content.body_signals import HIGH, ROWS, WIDE, BodySignal
from macros.render.body_signals import LEFT, RIGHT, body_signals, draw
from macros.render.context import Context
from tests.support.content import library, page

SHOWN = body_signals(Context(library({"tools/x.md": page("{{ body_signals() }}\n")}), "tools/x.md"))


def test_each_signal_is_a_link_on_the_drawing_and_in_the_list() -> None:
    drawing, lists = SHOWN.split("</svg>")
    assert re.findall(r'href="#([^"]+)"', drawing) == re.findall(r'href="#([^"]+)"', lists)
    assert re.findall(r'href="#([^"]+)"', lists) == ["a-stabbing-elbow", "cold-knees"]
    assert ">Cold</text> " in drawing
    assert ">Cold knees</a>" in lists


def test_it_is_plain_links_without_style_script_or_form() -> None:
    assert not re.search(r"\sstyle=|<script|<form|<input|<button|\son[a-z]+=", SHOWN)


@pytest.mark.parametrize("urgent", [True, False])
def test_words_and_leads_stay_at_their_side_and_inside_the_drawing(urgent: bool) -> None:
    for row in range(1, ROWS + 1):
        drawn = draw(BodySignal("A", ("One", "two"), row, (200, 300), urgent))
        assert drawn.top >= -10
        assert all(0 < y < HIGH for _, y in drawn.lines)
        start = float(re.findall(r"[\d.]+", drawn.lead)[0])
        assert RIGHT - 10 < start < WIDE if urgent else 0 < start < LEFT + 10
        assert drawn.lead.endswith("200 300")


def test_a_signal_of_no_one_place_has_no_lead() -> None:
    assert draw(BodySignal("A", ("One",), 1, None, True)).lead == ""
