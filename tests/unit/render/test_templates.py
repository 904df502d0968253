"""Templates: one line of HTML, everything escaped, nothing undefined; the box of a macro with a fault."""

import re
from html import unescape

import jinja2
import pytest
from markdown import markdown

from macros.render.context import Context
from macros.render.templates import COMPONENTS, fault_box, render
from tests.support.content import library, page

CLAIM = "popular-claim/popular-claim.html"


def test_a_template_becomes_a_single_line_in_which_everything_is_escaped() -> None:
    html = render(
        "correction-log/correction-log.html", context=Context(library({"index.md": page()}), "index.md")
    )
    assert "\n" not in html
    assert "<strong>No corrections yet.</strong>" in html
    assert render(CLAIM, arguments=('<b> & "x"',)).endswith(">&lt;b&gt; &amp; &#34;x&#34;</q>")


def test_a_name_that_the_template_lacks_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render(CLAIM)


def unsafe(text: str) -> list[str]:
    """Names that a template prints as they are: what is HTML already needs no such word."""
    return re.findall(r"(\w+)\s*\|\s*safe\b", text)


def test_no_template_prints_a_text_as_it_is() -> None:
    templates = {file.name: unsafe(file.read_text(encoding="utf-8")) for file in COMPONENTS.rglob("*.html")}
    assert [name for name, values in templates.items() if values] == []
    assert unsafe("{{ page.title | safe }}{{ card|safe }}") == ["title", "card"]


def test_what_the_box_of_a_fault_says_passes_through_markdown_to_the_reader() -> None:
    message = "there is no *macro* '_cit_'. Write {{ name(\"x\") }} or <b>, `[x](y)` & more."
    html = markdown(f"A {fault_box('docs/guides/x.md:7', message)} b.")
    assert f"docs/guides/x.md:7: {message}</strong>" in unescape(html)
    assert "<em>" not in html
    assert "{{" not in html
