"""A guarded body: Jinja meets whole macro calls alone, and all else reaches the reader as written."""

import jinja2
import pytest

from macros.preview.session import guarded


def rendered(body: str) -> str:
    """What Jinja makes of a guarded body; a box is [line: message]."""
    text = guarded(body, 10, lambda line, why: f"[{line}: {why.split('.')[0]}]")
    return (
        jinja2.Environment(undefined=jinja2.StrictUndefined)
        .from_string(text)
        .render(stop_rule=lambda: "STOP")
    )


def test_a_whole_call_is_left_to_jinja() -> None:
    assert guarded("A {{ stop_rule() }} b.", 1, lambda *_: "box") == "A {{ stop_rule() }} b."
    assert rendered("A {{ stop_rule() }} b.") == "A STOP b."


@pytest.mark.parametrize("body", ["{% if %}", "{# x", "a }} b", "{{ open", "{% raw %} {{", "{{{ x", "%}"])
def test_other_braces_reach_the_reader_as_they_are(body: str) -> None:
    assert rendered(body) == body


def test_a_broken_call_is_a_box_with_its_line() -> None:
    assert (
        rendered("A\n{{ stop_rul() }} and {{ stop_rule() }}")
        == "A\n[11: there is no macro 'stop_rul'] and STOP"
    )
    assert rendered("{{ 1 + }}") == "[10: '1 +' is not a macro call]"
