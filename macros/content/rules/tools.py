"""Rules on the data of the tools: what they name exists, and nobody who asks is left with nothing."""

import re
from collections.abc import Iterator

from macros.content import four_week, ways
from macros.content.body_signals import PATH as SIGNALS
from macros.content.body_signals import Section, sections
from macros.content.finder import NOT_SAFE, every_ask, fits, lengths
from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean

VOCABULARY = "docs/_data/vocabulary.yml"
_PRACTICE = re.compile(r"\]\([^)]*practices/|\{\{\s*practice_")
_HELP = re.compile(r"\]\([^)]*help/index\.md\)")


def every_moment(library: Library) -> Iterator[Problem]:
    """Every combination of feeling, minutes, place and sound has a practice, also without the breath."""
    for path, call in library.calls_of("practice_finder")[:1]:
        vocabulary = library.data.vocabulary
        for ask in every_ask(vocabulary["moments"], vocabulary["places"]):
            if not any(fits(practice, ask) for practice in library.practices.values()):
                message = f"the finder has no practice for: {ask}."
                hint = "Offer a shorter length, or add the feeling or place to a practice that truly fits."
                yield Problem(f"docs/{path}", call.line, message, hint)


def first_choices(library: Library) -> Iterator[Problem]:
    """The first choice for a feeling is a practice that names the feeling; "not safe" has none."""
    moments = library.data.vocabulary.get("moments", {}) if library.calls_of("practice_finder") else {}
    for moment in moments.values():
        practice = library.practices.get(moment.first)
        if moment.name == NOT_SAFE and moment.first:
            message, hint = "'not-safe' leads to help, not to a practice.", "Take out its 'first'."
            yield Problem(VOCABULARY, 1, message, hint)
        elif practice and moment.name not in practice.moments:
            message = f"'{moment.first}', the first choice for '{moment.name}', does not name it."
            yield Problem(VOCABULARY, 1, message, "Add it to its 'moments', or choose another.")


def planned_days(library: Library) -> Iterator[Problem]:
    """The practice of each day of the four-week plan offers a length within the day's minutes."""
    for day in (day for week in library.data.plan for day in week.days):
        practice = library.practices.get(day.practice)
        if practice and not four_week.length_on(practice, day.minutes or 0):
            offered = ", ".join(f"{length.total_ms / 60_000:.1f}" for length in lengths(practice))
            message = f"day {day.number} gives '{day.practice}' {day.minutes} min, which it does not offer."
            yield Problem(four_week.PATH, 1, message, f"It offers, in minutes: {offered}.")


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
    """A page with the parts of a worksheet prints it and says when not to do it alone; no other page does."""
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
    """Each short way has its own page, which alone prints it."""
    printed = {path: call.line for path, call in library.calls_of("short_way")}
    for name, way in library.data.ways.items():
        if not printed.pop(own := f"{ways.FOLDER}/{name}.md", 0):
            hint = f"Write docs/{own} with {{{{ short_way() }}}}."
            yield Problem(ways.PATH, way.line, f"no page prints the way '{name}'.", hint)
    for path, line in printed.items():
        hint = f"A page in docs/{ways.FOLDER}/ prints the way of its own name. Add it there."
        yield Problem(f"docs/{path}", line, f"{ways.PATH} has no way for this page.", hint)


MUST = (every_moment, first_choices, planned_days, signals_agree, signals_safe, sheets_printed, ways_lead)
