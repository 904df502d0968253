"""What the boundary builder prints, open and closed."""

import json
import re
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.content.scripts import scripts
from macros.render.boundary import boundary_builder
from macros.render.context import Context

PAGE = "tools/boundary-builder.md"


def opened(library: Library) -> str:
    return boundary_builder(Context(library, PAGE, settings={"boundary_builder": True}))


@pytest.mark.parametrize("settings", [{}, {"boundary_builder": "true"}, {"boundary_builder": None}])
def test_only_a_plain_true_opens_it(library: Library, settings: dict[str, object]) -> None:
    assert "<boundary-builder" not in boundary_builder(Context(library, PAGE, settings=settings))


def test_each_sentence_to_borrow_links_to_its_own_place_in_its_guide(library: Library) -> None:
    links = re.findall(r'href="\.\./\.\./guides/([a-z-]+)/#(script-[a-z-]+)"', opened(library))
    scripts_by_name = scripts(library)
    assert len(links) > 70
    assert all(scripts_by_name[name].path == f"guides/{slug}.md" for slug, name in links)


def test_the_fields_stand_in_a_template_and_nowhere_else(library: Library) -> None:
    html = opened(library)
    assert "<boundary-builder" in html
    outside = re.sub(r"<template.*?</template>", "", html)
    assert re.search(r"<(?:input|textarea|select|form)\b", html)
    assert not re.search(r"<(?:input|textarea|select|form)\b", outside)


def test_the_patterns_are_json_that_cannot_end_its_element(library: Library) -> None:
    [text] = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', opened(library))
    assert "<" not in text
    assert set(json.loads(text)) == {"aims", "plan", "moments"}


def test_switched_off_it_says_so_kindly_and_leads_to_help_and_to_the_guide(library: Library) -> None:
    closed = boundary_builder(Context(library, PAGE, settings={"boundary_builder": False}))
    assert "<boundary-builder" not in closed
    assert "switched off" in closed
    assert re.findall(r'href="([^"]+)"', closed) == [
        "../../help/",
        "../../help/domestic-abuse/",
        "../../help/domestic-abuse/#a-device-that-someone-may-watch",
        "../../guides/when-a-boundary-is-not-safe/",
        "../../help/children-and-young-people/",
        "../../guides/set-a-boundary-step-by-step/",
    ]
    assert "script" not in closed


def test_the_one_switch_stands_at_the_top_of_the_settings() -> None:
    settings = (Path(__file__).parents[3] / "mkdocs.yml").read_text(encoding="utf-8").split("# ----")[1]
    assert "boundary_builder: true" in settings
