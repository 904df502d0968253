"""Readers of single values: what each takes, what it refuses, and what it says."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from macros.content import fields
from macros.content.fields import InvalidValue, Reader, Spec

PAIR = fields.mapping({"a": Spec(fields.whole(1, 9)), "b": Spec(fields.text(), required=False)}, dict)


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (fields.text(2, 9), "  a \n b ", "a b"),
        (fields.sentence(), "Is it?", "Is it?"),
        (fields.flag, True, True),
        (fields.number(0, 12), 4, 4.0),
        (fields.number(0, 12), 0.5, 0.5),
        (fields.whole(1, 200), 6, 6),
        (fields.day, date(2026, 11, 22), date(2026, 11, 22)),
        (fields.choice(("one", "two")), "two", "two"),
        (fields.listing(fields.slug, 1, 2), ["a", "b-2"], ("a", "b-2")),
        (fields.listing(fields.slug), [], ()),
        (fields.sequence(fields.whole(1, 9), 2, 3), [1, 1], (1, 1)),
        (fields.slug, "four-7-8", "four-7-8"),
        (fields.named(fields.text()), {"harm": " 8 in  100 "}, {"harm": "8 in 100"}),
        (PAIR, {"a": 3}, {"a": 3}),
    ],
)
def test_a_fitting_value_is_read_and_has_its_place_in_the_schema(
    read: Reader, value: Any, expected: Any
) -> None:
    Draft7Validator(read.schema).validate(str(value) if isinstance(value, date) else value)
    result = read(value)
    assert result == expected
    assert type(result) is type(expected)


ONE_OR_TWO, FIGURES = fields.listing(fields.slug, 1, 2), fields.named(fields.text())
KINDS = ("breath", "steps")


@pytest.mark.parametrize(
    ("read", "value", "message"),
    [
        (fields.text(), 3, "must be a text, not a number. Put it in quotes."),
        (fields.text(), False, "must be a text, not true or false. Put it in quotes."),
        (fields.text(), None, "must be a text, not nothing. Put it in quotes."),
        (fields.text(3), " a ", "must have at least 3 characters; it has 1."),
        (fields.text(1, 3), "abcd", "must have 1 to 3 characters; it has 4."),
        (fields.text(), "{{ cite('x') }}", "must not hold a macro: front matter is not rendered. Move the m"),
        (fields.text(), "{% if x %}", "must not hold a macro: front matter is not rendered. Move the macro"),
        (fields.sentence(), "No stop", "must be a full sentence. End it with a full stop."),
        (fields.flag, "yes", "must be true or false, not a text."),
        (fields.flag, 1, "must be true or false, not a number."),
        (fields.number(0, 12), "4", "must be a number, not a text."),
        (fields.number(0, 12), True, "must be a number, not true or false."),
        (fields.number(0, 12), 12.5, "must be from 0 to 12; it is 12.5."),
        (fields.number(0, 12), float("nan"), "must be from 0 to 12; it is nan."),
        (fields.number(0, 12), 10**400, f"must be from 0 to 12; it is {10**400}."),
        (fields.number(0, 12), 4.2, "must be a multiple of 0.5; it is 4.2."),
        (fields.whole(1, 9), 2.5, "must be a multiple of 1; it is 2.5."),
        (fields.day, "2026-11-22", "must be a date such as 2026-11-22, not a text. Write year-month-day wit"),
        (fields.day, datetime(2026, 11, 22, 9, 0), "must be a date such as 2026-11-22, not a time of day."),
        (fields.choice(KINDS), "breth", "has the unknown value 'breth'. Did you mean 'breath'?"),
        (fields.choice(KINDS), ["x"], "has the unknown value '['x']'. Known: breath, steps."),
        (ONE_OR_TWO, "a", "must be a list, not a text. Write it as [one, two]."),
        (ONE_OR_TWO, [], "must have 1 to 2 items; it has 0."),
        (ONE_OR_TWO, ["a", "b", "c"], "must have 1 to 2 items; it has 3."),
        (ONE_OR_TWO, ["a", "a"], "has the same item twice."),
        (fields.sequence(fields.slug, 2, 2), ["a"], "must have 2 items; it has 1."),
        (fields.sequence(fields.slug, name="day"), ["a", "B"], "day 2: must be a name such as 'body-scan', "),
        (fields.slug, "-a", "must be a name such as 'body-scan', not '-a'."),
        (fields.slug, 478, "must be a name such as 'body-scan', not '478'."),
        (FIGURES, {}, "must name at least one value. Leave the field out."),
        (FIGURES, "8 in 100", "must be a group of names with their values, not a text. Write name: words."),
        (FIGURES, {"harm": 8}, "harm: must be a text, not a number. Put it in quotes."),
        (FIGURES, {"All harm": "8 in 100"}, "All harm: must be a name such as 'body-scan', not 'All harm'."),
        (PAIR, [1], "must be a group such as {a, b}, not a list."),
        (PAIR, {"b": "x"}, "lacks 'a'."),
        (PAIR, {"a": 1, "c": 2}, "has the unknown part 'c'. Known: a, b."),
        (PAIR, {"a": 10}, "a: must be from 1 to 9; it is 10."),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_words(read: Reader, value: Any, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read(value)
    assert f"{caught.value.message} {caught.value.hint}".startswith(message)


SINGLE = (st.none, st.booleans, st.integers, st.floats, st.text, st.dates, st.datetimes)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of([values() for values in SINGLE]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
READERS = [
    fields.text(), fields.sentence(), fields.flag, fields.number(0, 12), fields.whole(1, 9), fields.day,
    fields.slug,
    fields.choice(("one", "two")), fields.listing(fields.number(0, 60), 1, 5), fields.sequence(PAIR), PAIR,
]  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.sampled_from(READERS), VALUES)
def test_a_reader_returns_or_says_why_not_and_never_stops_otherwise(read: Reader, value: Any) -> None:
    try:
        read(value)
    except InvalidValue as error:
        assert error.message.endswith(".")  # noqa: PT017 (either outcome is right)
