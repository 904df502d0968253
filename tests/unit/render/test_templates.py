"""Templates: one line of HTML, everything escaped, nothing undefined."""

from __future__ import annotations

import re

import jinja2
import pytest

from macros.render.templates import COMPONENTS, render

# What a template may print as it is: HTML that another template or a module of render/ wrote.
HTML_VALUES = {"sign", "label", "shape", "timer", "map", "pacer", "card", "choices", "filter"}


def test_a_template_becomes_a_single_line_so_that_markdown_takes_it_for_one_block() -> None:
    html = render("feels-worse/feels-worse.html", lines=["One.", "Two."], when_not="a/", help="b/")
    assert "\n" not in html
    assert "<li>One.</li><li>Two.</li>" in html


def test_everything_is_escaped() -> None:
    html = render("popular-claim/popular-claim.html", text='<b> & "x"', id='"><i>')
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;b&gt; &amp; &#34;x&#34;" in html


def test_a_name_that_the_template_lacks_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("popular-claim/popular-claim.html")


def unsafe(text: str) -> set[str]:
    """Names that a template of ours prints as they are, and that may be what an author wrote."""
    return set(re.findall(r"(\w+)\s*\|\s*safe\b", text)) - HTML_VALUES


def test_templates_mark_as_safe_only_what_another_template_wrote() -> None:
    names = {file.name: unsafe(file.read_text(encoding="utf-8")) for file in COMPONENTS.rglob("*.html")}
    assert {name: values for name, values in names.items() if values} == {}
    assert unsafe("{{ page.title | safe }}{{ card|safe }}") == {"title"}
