"""Rules on the data of the tools: what they name exists, wherever a page prints them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.content import boundary, four_week
from macros.content.boundary import Boundary
from macros.content.finder import lengths
from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean
from macros.content.scripts import scripts


def _called(library: Library, *names: str) -> bool:
    return any(call.name in names for found in library.calls.values() for call in found)


def planned_days(library: Library) -> Iterator[Problem]:
    """Each day of the four-week plan names a practice that exists and offers a length within the day's minutes."""
    if not _called(library, "four_week_plan", "four_week_reminders"):
        return
    for day in (day for week in library.data.plan for day in week.days if day.practice):
        practice = library.practices.get(day.practice)
        if practice is None:
            message = f"day {day.number} names the practice '{day.practice}', which does not exist."
            yield Problem(four_week.PATH, 1, message, did_you_mean(day.practice, library.slugs("practice")))
        elif not four_week.length_on(practice, day.minutes or 0):
            offered = ", ".join(f"{each.total_ms / 60_000:.1f}" for each in lengths(practice))
            message = f"day {day.number} gives '{day.practice}' {day.minutes} min, which it does not offer."
            yield Problem(four_week.PATH, 1, message, f"It offers, in minutes: {offered}.")


def borrowed_words(library: Library) -> Iterator[Problem]:
    """What the boundary builder names exists: practices, its own words, and sentences in the guides by their id."""
    found = library.data.boundary
    if found is None or not _called(library, "boundary_builder"):
        return
    for place, kind, name, known in _named(found, library):
        if name not in known:
            message = f"{place} names the {kind} '{name}', which does not exist."
            yield Problem(boundary.PATH, 1, message, did_you_mean(name, known, "" if known else "There are none."))


def _named(found: Boundary, library: Library) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """Place, kind, name and the known names of everything that the builder's data point to."""
    standing = scripts(library)
    for key, situation in found.situations.items():
        yield from ((f"'{key}'", "sentence", name, standing) for name in situation.scripts)
    practices = library.slugs("practice")
    for field, names in (("before", found.before), ("after", found.after)):
        yield from ((f"'{field}'", "practice", name, practices) for name in names)
    yield "'example'", "situation", found.example.situation, found.situations
    yield "'example'", "aim", found.example.aim, found.aims
    yield "'example'", "firmness", found.example.firmness, found.firmness


MUST = (planned_days, borrowed_words)
