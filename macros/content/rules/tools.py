"""Rules on the data of the tools: what they name exists, and nobody who asks is left with nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from macros.content import boundary, four_week, news, ways
from macros.content.body_signals import PATH as SIGNALS
from macros.content.body_signals import Section, sections
from macros.content.boundary import Boundary
from macros.content.finder import NOT_SAFE, every_ask, fits, in_words, lengths
from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean
from macros.content.scripts import scripts

_PRACTICE = re.compile(r"\]\([^)]*practices/|\{\{\s*practice_")
_HELP = re.compile(r"\]\([^)]*help/index\.md\)")


def every_moment(library: Library) -> Iterator[Problem]:
    """Every combination of feeling, minutes, place and sound has a practice, also without the breath."""
    for path, call in library.calls_of("practice_finder")[:1]:
        vocabulary = library.data.vocabulary
        for ask in every_ask(vocabulary["moments"], vocabulary["places"]):
            if not any(fits(practice, ask) for practice in library.practices.values()):
                message = f"the finder has no practice for: {in_words(ask, vocabulary)}."
                hint = "Offer a shorter length, or add the feeling or place to a practice that truly fits."
                yield Problem(f"docs/{path}", call.line, message, hint)


def first_choices(library: Library) -> Iterator[Problem]:
    """The first choice for a feeling is a practice that names the feeling; "not safe" has none."""
    moments = library.data.vocabulary.get("moments", {}) if library.calls_of("practice_finder") else {}
    for moment in moments.values():
        practice = library.practices.get(moment.first)
        if moment.name == NOT_SAFE and moment.first:
            message, hint = "'not-safe' leads to help, not to a practice.", "Take out its 'first'."
        elif moment.first and practice is None:
            message = f"there is no practice '{moment.first}', the first choice for '{moment.name}'."
            hint = did_you_mean(moment.first, library.slugs("practice"))
        elif practice and moment.name not in practice.moments:
            message = (
                f"'{moment.first}', the first choice for '{moment.name}', does not name it in 'moments'."
            )
            hint = "Add it there, or choose another."
        else:
            continue
        yield Problem("docs/_data/vocabulary.yml", 1, message, hint)


def plan_guides(library: Library) -> Iterator[Problem]:
    """Each feeling but "not safe" leads to a guide, which my plan names."""
    if not library.calls_of("my_plan"):
        return
    for moment in library.data.vocabulary.get("moments", {}).values():
        if moment.name != NOT_SAFE and moment.guide not in library.guides:
            message = f"'{moment.name}' names the guide '{moment.guide}' for my plan, which does not exist."
            hint = did_you_mean(moment.guide, library.slugs("guide"))
            if not moment.guide:
                message, hint = f"'{moment.name}' names no guide for my plan.", "Add guide: and its name."
            yield Problem("docs/_data/vocabulary.yml", 1, message, hint)


def planned_days(library: Library) -> Iterator[Problem]:
    """Each day of the four-week plan names a practice that offers a length within the day's minutes."""
    if not library.calls_of("four_week_plan", "four_week_reminders"):
        return
    for day in (day for week in library.data.plan for day in week.days if day.practice):
        practice = library.practices.get(day.practice)
        if practice is None:
            message = f"day {day.number} names the practice '{day.practice}', which does not exist."
            yield Problem(four_week.PATH, 1, message, did_you_mean(day.practice, library.slugs("practice")))
        elif not four_week.length_on(practice, day.minutes or 0):
            offered = ", ".join(f"{length.total_ms / 60_000:.1f}" for length in lengths(practice))
            message = f"day {day.number} gives '{day.practice}' {day.minutes} min, which it does not offer."
            yield Problem(four_week.PATH, 1, message, f"It offers, in minutes: {offered}.")


def borrowed_words(library: Library) -> Iterator[Problem]:
    """What the boundary builder names exists: practices, its own words, sentences in the guides."""
    words = library.data.boundary
    if words is None or not library.calls_of("boundary_builder"):
        return
    for place, kind, name, names in _named(words, library):
        if name not in names:
            message = f"{place} names the {kind} '{name}', which does not exist."
            yield Problem(boundary.PATH, 1, message, did_you_mean(name, names))


def _named(words: Boundary, library: Library) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """Place, kind and name of everything that the builder's data point to, and the names that there are."""
    sentences = scripts(library)
    for key, situation in words.situations.items():
        yield from ((f"'{key}'", "sentence", name, sentences) for name in situation.scripts)
    practices = library.slugs("practice")
    for field, slugs in (("before", words.before), ("after", words.after)):
        yield from ((f"'{field}'", "practice", slug, practices) for slug in slugs)
    yield "'example'", "situation", words.example.situation, words.situations
    yield "'example'", "aim", words.example.aim, words.aims
    yield "'example'", "firmness", words.example.firmness, words.firmness


def signals_agree(library: Library) -> Iterator[Problem]:
    """The signals on the outline are the third headings of its page, in the same order."""
    for path, _ in library.calls_of("body_signals")[:1]:
        document = library.documents[path]
        names = [signal.name for signal in library.data.signals]
        parts = {section.name: section for section in sections(document)}
        for name in names:
            if name not in parts:
                hint = f"Add it as ### to {document.path}. {did_you_mean(name, parts)}"
                yield Problem(SIGNALS, 1, f"the signal '{name}' has no heading on its page.", hint)
        for name, section in parts.items():
            if name not in names:
                message, hint = f"'{name}' is no signal on the outline.", f"Add it to {SIGNALS}."
                yield document.problem(section.line, message, hint)
        if set(parts) == set(names) and list(parts) != names:
            message = "the signals stand in another order than on their page."
            yield Problem(SIGNALS, 1, message, "Order them as the page does.")


def signals_safe(library: Library) -> Iterator[Problem]:
    """An urgent signal stands first and leads to help alone; any other names a doctor and one practice."""
    urgent = {signal.name: signal.urgent for signal in library.data.signals}
    for path, _ in library.calls_of("body_signals")[:1]:
        document, seen_other = library.documents[path], False
        for section in sections(document):
            if section.name not in urgent:
                continue
            faults = _urgent(section, seen_other) if urgent[section.name] else _other(section)
            for fault, hint in faults:
                yield document.problem(section.line, f"'{section.name}' {fault}", hint)
            seen_other = seen_other or not urgent[section.name]


def _urgent(section: Section, late: bool) -> Iterator[tuple[str, str]]:
    if late:
        yield "may be an emergency but does not stand first.", "Move it above the others."
    if _PRACTICE.search(section.text):
        yield "may be an emergency but leads to a practice.", "Take the practice out."
    if not _HELP.search(section.text):
        yield "may be an emergency but does not lead to help.", "Link to help/index.md."


def _other(section: Section) -> Iterator[tuple[str, str]]:
    if (count := len(_PRACTICE.findall(section.text))) != 1:
        yield f"leads to {count} practices.", "Name one thing to try."
    if "doctor" not in section.text:
        yield "does not say when to see a doctor.", "Say what else it may be, and when to go."


def sheets_printed(library: Library) -> Iterator[Problem]:
    """A page with the parts of a worksheet prints it and says when not to do it alone;
    no other page prints one."""
    for path, page in library.pages.items():
        printed = [call.line for call in library.calls[path] if call.name == "worksheet"]
        document = library.documents[path]
        line = document.line_of("sheet")
        if page.sheet and not printed:
            message = "the page has the parts of a worksheet and does not print it."
            yield document.problem(line, message, "Write {{ worksheet() }} in its text.")
        elif printed and not page.sheet:
            message = "the page prints a worksheet and has no parts of one."
            yield document.problem(printed[0], message, "Give it the field 'sheet'.")
        if bool(page.sheet) != bool(page.alone):
            hint = "Say in 'alone' when not to fill it in alone, and who can help."
            yield document.problem(line, "'sheet' and 'alone' belong together.", hint)


def ways_lead(library: Library) -> Iterator[Problem]:
    """Each short way has its own page, which alone prints it; the pages that ways and news name exist."""
    printed = {path: call.line for path, call in library.calls_of("short_way")}
    named = [(news.PATH, entry.line, page) for entry in library.data.news for page in entry.links]
    for name, way in library.data.ways.items():
        if not printed.pop(own := f"{ways.FOLDER}/{name}.md", 0):
            hint = f"Write docs/{own} with {{{{ short_way() }}}}."
            yield Problem(ways.PATH, way.line, f"no page prints the way '{name}'.", hint)
        named += [(ways.PATH, line, step.page) for line, step in zip(way.lines, way.steps, strict=True)]
    for path, line in printed.items():
        hint = f"A page in docs/{ways.FOLDER}/ prints the way of its own name. Add it there."
        yield Problem(f"docs/{path}", line, f"{ways.PATH} has no way for this page.", hint)
    for path, line, page in named:
        if page not in library.pages:
            message = f"the page '{page}' does not exist."
            yield Problem(path, line, message, did_you_mean(page, library.pages))


MUST = (
    every_moment,
    first_choices,
    plan_guides,
    planned_days,
    borrowed_words,
    signals_agree,
    signals_safe,
    sheets_printed,
    ways_lead,
)
