"""The plan as it is printed: twenty-eight days, each practice at the day's length."""

import re

import pytest

from macros.content.library import Library
from macros.render.context import Context
from macros.render.four_week import four_week_plan
from macros.render.macros import MACRO_FUNCTIONS


def days(library: Library, path: str = "tools/four-week-start.md") -> list[str]:
    return re.findall(
        r'<li class="four-week-plan__day[^>]*>(.*?)</li>', four_week_plan(Context(library, path))
    )


def test_there_are_twenty_eight_days_and_the_rests_are_those_of_the_form(library: Library) -> None:
    plan = days(library)
    rests = [str(number) for number, day in enumerate(plan, start=1) if ">rest<" in day]
    form = MACRO_FUNCTIONS["four_week_reminders"](Context(library, "tools/four-week-start.md"))
    assert len(plan) == 28
    assert f'data-rests="{" ".join(rests)}" data-days="28"' in form
    assert len(rests) == 8


@pytest.mark.parametrize(
    ("number", "words", "href"),
    [
        (1, "one minute", "../../practices/something-cool/"),
        (5, "five minutes", "../../practices/time-outside/?minutes=5"),
        (9, "half a minute", "../../practices/one-breath/?rounds=3"),
        (11, "one minute", "../../practices/longer-out-breath/?rounds=6"),
    ],
)
def test_a_practice_opens_at_the_days_length(library: Library, number: int, words: str, href: str) -> None:
    day = days(library)[number - 1]
    assert f'<a href="{href}">' in day
    assert f'"four-week-plan__long">{words}</span>' in day


def test_a_day_of_choice_has_no_link_and_says_at_most(library: Library) -> None:
    day = days(library)[5]
    assert "up to five minutes" in day
    assert "<a " not in day


def test_every_week_has_its_way_out(library: Library) -> None:
    assert four_week_plan(Context(library, "tools/four-week-start.md")).count('href="#too-much"') == 4
