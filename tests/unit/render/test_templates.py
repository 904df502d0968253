"""Templates: one line of HTML, everything escaped, nothing undefined."""

from __future__ import annotations

import re

import jinja2
import pytest

from macros.render.templates import COMPONENTS, environment, render


def test_a_template_becomes_a_single_line_so_that_markdown_takes_it_for_one_block() -> None:
    assert render("feels-worse/feels-worse.html", lines=["One.", "Two."], when_not="a/", help="b/") == (
        '<div class="feels-worse"> <ul class="feels-worse__list"><li>One.</li><li>Two.</li></ul> '
        '<p class="feels-worse__links"><a href="a/">When not to use these practices</a> '
        '<a href="b/">Get help now</a></p> </div>'
    )


def test_everything_is_escaped() -> None:
    assert render("popular-claim/popular-claim.html", text='<b> & "x"', id="claim-b-x") == (
        '<q class="popular-claim" id="claim-b-x">&lt;b&gt; &amp; &#34;x&#34;</q>'
    )


def test_a_name_that_the_template_lacks_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("popular-claim/popular-claim.html")


# What a template may print as it is: HTML that another template or a module of render/ made.
MADE = {"label", "shape", "timer", "map", "pacer", "card", "choices", "filter"}
# A template that asks for the theme's own filter `url` is included by the theme, not rendered by us.
TEMPLATES = sorted(
    path.relative_to(COMPONENTS).as_posix()
    for path in COMPONENTS.rglob("*.html")
    if not re.search(r"\|\s*url\b", path.read_text(encoding="utf-8"))
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_of_a_component_can_be_read(name: str) -> None:
    assert environment().get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_marks_as_safe_only_what_another_template_made(name: str) -> None:
    text = (COMPONENTS / name).read_text(encoding="utf-8")
    assert set(re.findall(r"(\w+)\s*\|\s*safe", text)) <= MADE
