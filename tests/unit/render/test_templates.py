"""Templates: one line of HTML, everything escaped, nothing undefined."""

import re

import jinja2
import pytest

from macros.render.context import Context
from macros.render.templates import COMPONENTS, render
from tests.support.content import library, page


def test_a_template_becomes_a_single_line_so_that_markdown_takes_it_for_one_block() -> None:
    context = Context(library({"index.md": page()}), "index.md")
    html = render("correction-log/correction-log.html", context=context)
    assert "\n" not in html
    assert "<strong>No corrections yet.</strong>" in html


def test_everything_is_escaped() -> None:
    html = render("popular-claim/popular-claim.html", text='<b> & "x"', id='"><i>')
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;b&gt; &amp; &#34;x&#34;" in html


def test_a_name_that_the_template_lacks_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("popular-claim/popular-claim.html")


def unsafe(text: str) -> list[str]:
    """Names that a template prints as they are: what is HTML already needs no such word."""
    return re.findall(r"(\w+)\s*\|\s*safe\b", text)


def test_no_template_prints_a_text_as_it_is() -> None:
    templates = {file.name: unsafe(file.read_text(encoding="utf-8")) for file in COMPONENTS.rglob("*.html")}
    assert [name for name, values in templates.items() if values] == []
    assert unsafe("{{ page.title | safe }}{{ card|safe }}") == ["title", "card"]
