"""The plan of the four-week start as a list, and the form that makes reminders of it."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

from macros.content.finder import lengths
from macros.content.four_week import LINK, Day, length_on
from macros.content.model import Practice
from macros.render.context import Context
from macros.render.finder import query
from macros.render.templates import render

NUMBERS = ("", "one", "two", "three", "four", "five")
SHORT_MS = 45_000  # what is shorter is called half a minute


def four_week_plan(context: Context) -> str:
    """The four weeks, day by day, each practice a link at the day's length."""
    weeks: list[dict[str, Any]] = [
        {
            "number": NUMBERS[number],
            "week": week,
            "days": [
                {"day": day, "long": _long(context, day), "line": _line(context, day)} for day in week.days
            ],
        }
        for number, week in enumerate(context.library.data.plan, start=1)
    ]
    return render("four-week-plan/four-week-plan.html", weeks=weeks)


def four_week_reminders(context: Context) -> str:
    """The form that makes calendar reminders of the plan, in the browser."""
    days = [day for week in context.library.data.plan for day in week.days]
    rests = " ".join(str(day.number) for day in days if not day.minutes)
    return render("four-week-start/four-week-start.html", rests=rests, days=len(days))


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
    href = context.href(context.library.practices[day.practice].url)
    href += _query(context.library.practices[day.practice], day.minutes or 0)
    before, words, after = re.split(LINK, day.line, maxsplit=1)
    return Markup('{}<a href="{}">{}</a>{}').format(before, href, words, after)


def _query(practice: Practice, minutes: int) -> str:
    """The query that opens a length other than the usual one."""
    length = length_on(practice, minutes)
    return "" if length is None or length == lengths(practice)[0] else f"?{query(length)}"
