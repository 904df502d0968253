"""The plan of the four-week start as a list, and the form that makes reminders of it."""

import re

from markupsafe import Markup, escape

from macros.content.finder import lengths
from macros.content.four_week import LINK, Day, length_on
from macros.render.context import Context
from macros.render.finder import query
from macros.render.templates import render

NUMBERS = ("", "one", "two", "three", "four", "five")
SHORT_MS = 45_000  # what is shorter is called half a minute


def four_week_plan(context: Context) -> str:
    """The four weeks, day by day, each practice a link at the day's length."""
    values = {"numbers": NUMBERS, "long": _long, "line": _line}
    return render("four-week-plan/four-week-plan.html", context=context, **values)


def _long(context: Context, day: Day) -> str:
    """How long a day takes, in words; nothing for a rest."""
    if not day.minutes:
        return ""
    words = f"{NUMBERS[day.minutes]} minute{'' if day.minutes == 1 else 's'}"
    if not day.practice:
        return f"up to {words}"
    length = length_on(context.library.practices[day.practice], day.minutes)
    return "half a minute" if length and length.total_ms < SHORT_MS else words


def _line(context: Context, day: Day) -> Markup:
    """The day's line, its bracketed words linked to the practice at the day's length."""
    if not day.practice:
        return escape(day.line)
    practice = context.library.practices[day.practice]
    length = length_on(practice, day.minutes or 0)
    usual = length is None or length == lengths(practice)[0]
    href = context.href(practice.url) + (f"?{query(length)}" if length and not usual else "")
    before, words, after = re.split(LINK, day.line, maxsplit=1)
    return Markup('{}<a href="{}">{}</a>{}').format(before, href, words, after)
