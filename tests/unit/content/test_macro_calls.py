"""Macro calls: read with their place, and without being run."""

import pytest

from macros.content.macro_calls import MACROS, Call, calls, sources_of


def test_a_call_is_found_with_its_arguments_line_and_column() -> None:
    body = "One{{ cite(\"a\", 'b') }}.\n\n{{ practice_timer() }}\n"
    assert list(calls(body, first_line=10)) == [
        Call("cite", ("a", "b"), 10, 4, alone=False),
        Call("practice_timer", (), 12, 1, alone=True),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('{{ cite("a") }} and {{ cite("b") }}', [(("a",), 1, 1, False), (("b",), 1, 21, False)]),
        ('x\n{{ cite(\n  "a",\n  "b"\n) }}\n', [(("a", "b"), 2, 1, True)]),  # the line of its beginning
        ("{{- sources() -}}", [((), 1, 1, True)]),  # dashes that trim space belong to the braces
        ("  {{ sources() }}", [((), 1, 3, True)]),
    ],
)
def test_calls_come_in_order_with_their_places(body: str, expected: list[tuple[object, ...]]) -> None:
    assert [(call.arguments, call.line, call.column, call.alone) for call in calls(body)] == expected


@pytest.mark.parametrize(
    ("text", "name", "fault"),
    [
        ("{{ }}", "", "it is not a macro call."),
        ("{{ title }}", "title", "it is not a macro call."),
        ("{{ cite(", None, None),
        ('{{ cite("a" }}', 'cite("a"', "it is not a macro call."),
        ("{{ page.title() }}", "page.title()", "it is not a macro call."),
        ("{{ cite(a) }}", "cite", "its arguments must be texts in quotes."),
        ("{{ cite(1) }}", "cite", "its arguments must be texts in quotes."),
        ('{{ cite(key="a") }}', "cite", "its arguments must be texts in quotes."),
        ('{{ cite(*["a"]) }}', "cite", "its arguments must be texts in quotes."),
        ('{{ cite("a") | safe }}', 'cite("a") | safe', "it is not a macro call."),
    ],
)
def test_what_is_not_a_plain_call_is_kept_with_its_fault(
    text: str, name: str | None, fault: str | None
) -> None:
    assert [(call.name, call.fault) for call in calls(text)] == ([] if name is None else [(name, fault)])


def test_a_call_cites_the_sources_it_names_and_not_the_name_of_a_figure() -> None:
    called = calls('{{ cite("a", "b") }} {{ figure("c", "harm") }} {{ term("d") }}')
    assert [sources_of(call) for call in called] == [("a", "b"), ("c",), ()]


def test_every_macro_can_take_as_many_arguments_as_it_needs() -> None:
    for name, macro in MACROS.items():
        assert macro.least <= len(macro.arguments), name
        assert not macro.many or macro.arguments, name
