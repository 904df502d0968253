"""Rules on docs/_data: what its files name exists, and no reader of a tool is left with nothing."""

import re
from collections.abc import Collection, Iterator

from macros.content import data_files, safety_lines, tools
from macros.content.body_parts import scripts, sections
from macros.content.finder import NOT_SAFE, every_ask, fits, length_on, lengths
from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean
from macros.content.rules.page import CheckedPage

SOURCES, VOCABULARY = "docs/_data/sources.yml", "docs/_data/vocabulary.yml"
SIGNALS, WAYS = data_files.SIGNALS.path, data_files.WAYS.path
PLAN, BOUNDARY = tools.PLAN.path, tools.BOUNDARY.path
_PRACTICE = re.compile(r"\]\([^)]*practices/|\{\{\s*practice_")
_HELP = re.compile(r"\]\([^)]*help/index\.md\)")
# Where a name is written (file and line), what names it, of which kind it is, and the names that there are.
Naming = tuple[str, int, str, str, str, Collection[str]]


def names_exist_in_data(library: Library) -> Iterator[Problem]:
    """The pages, practices, terms, sources and words that the files of docs/_data name exist."""
    for path, line, where, kind, name, names in (*_sources(library), *_pages(library), *_tools(library)):
        if not name:
            yield Problem(path, line, f"{where} names no {kind}.", f"Add the {kind} to it.")
        elif name not in names:
            message = f"{where} names the {kind} '{name}', which does not exist."
            yield Problem(path, line, message, did_you_mean(name, names))


def _sources(library: Library) -> Iterator[Naming]:
    data = library.data
    for name, dispute in data.disputes.items():
        path, line, where = data_files.DISPUTES.path, dispute.line, f"'{name}'"
        yield from ((path, line, where, "source", key, data.sources) for key in dispute.sources())
        yield from ((path, line, where, "term", slug, library.slugs("term")) for slug in dispute.terms)
    for flag in data.flags.values():
        for key in flag.sources:
            yield safety_lines.FLAGS.path, flag.line, f"'{flag.key}'", "source", key, data.sources
    for risk in data.safety.risks.values():
        for key in (key for line in risk.all_lines for key in line.sources):
            yield safety_lines.PATH, risk.line, f"'{risk.name}'", "source", key, data.sources
    for key, source in data.sources.items():
        yield SOURCES, 1, f"'{key}'", "topic", source.topic, data.vocabulary.get("topics", {})


def _pages(library: Library) -> Iterator[Naming]:
    data, pages = library.data, library.pages
    for entry in data.dangers:
        yield data_files.DANGERS.path, entry.line, f"'{entry.key}'", "page", entry.page, pages
    for fix in data.corrections:
        yield data_files.CORRECTIONS.path, fix.line, f"'{fix.key}'", "page", fix.page, library.documents
    for new in data.news:
        for page in new.links:
            yield data_files.NEWS.path, new.line, f"'{new.key}'", "page", page, pages
    for name, way in data.ways.items():
        for line, step in zip(way.lines, way.steps, strict=True):
            yield WAYS, line, f"'{name}'", "page", step.page, pages


def _tools(library: Library) -> Iterator[Naming]:
    """What the data of tools name, where a page prints the tool."""
    printed = {call.name for calls in library.calls.values() for call in calls}
    practices, guides = library.slugs("practice"), library.slugs("guide")
    for moment in library.data.vocabulary.get("moments", {}).values():
        if "practice_finder" in printed and moment.first:
            yield VOCABULARY, 1, f"'{moment.name}'", "practice", moment.first, practices
        if "my_plan" in printed and moment.name != NOT_SAFE:
            yield VOCABULARY, 1, f"'{moment.name}'", "guide", moment.guide, guides
    if printed & {"four_week_plan", "four_week_reminders"}:
        for day in (day for week in library.data.plan for day in week.days if day.practice):
            yield PLAN, 1, f"day {day.number}", "practice", day.practice, practices
    words = library.data.boundary
    if words and "boundary_builder" in printed:
        for key, situation in words.situations.items():
            for script in situation.scripts:
                yield BOUNDARY, 1, f"'{key}'", "sentence", script, scripts(library)
        for field, slugs in (("before", words.before), ("after", words.after)):
            yield from ((BOUNDARY, 1, f"'{field}'", "practice", slug, practices) for slug in slugs)
        yield BOUNDARY, 1, "'example'", "situation", words.example.situation, words.situations
        yield BOUNDARY, 1, "'example'", "aim", words.example.aim, words.aims
        yield BOUNDARY, 1, "'example'", "firmness", words.example.firmness, words.firmness


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
        if practice and not length_on(practice, day.minutes or 0):
            offered = ", ".join(f"{length.total_ms / 60_000:.1f}" for length in lengths(practice))
            message = f"day {day.number} gives '{day.practice}' {day.minutes} min, which it does not offer."
            yield Problem(PLAN, 1, message, f"It offers, in minutes: {offered}.")


def signals_agree(library: Library) -> Iterator[Problem]:
    """The signals on the outline are the third headings of its page, in the same order."""
    for path, _ in library.calls_of("body_signals")[:1]:
        document = library.documents[path]
        names = [signal.name for signal in library.data.signals]
        parts = sections(document)
        for name in (name for name in names if name not in parts):
            hint = f"Add it as ### to {document.path}. {did_you_mean(name, parts)}"
            yield Problem(SIGNALS, 1, f"the signal '{name}' has no heading on its page.", hint)
        for name in parts.keys() - set(names):
            message, hint = f"'{name}' is no signal on the outline.", f"Add it to {SIGNALS}."
            yield document.problem(parts[name][0], message, hint)
        if set(parts) == set(names) and list(parts) != names:
            message = "the signals stand in another order than on their page."
            yield Problem(SIGNALS, 1, message, "Order them as the page does.")


def signals_safe(library: Library) -> Iterator[Problem]:
    """An urgent signal stands first and leads to help alone; any other names a doctor and one practice."""
    urgent = {signal.name: signal.urgent for signal in library.data.signals}
    for path, _ in library.calls_of("body_signals")[:1]:
        document, late = library.documents[path], False
        for name, (line, text) in sections(document).items():
            if name in urgent:
                for fault, hint in _unsafe(text, urgent[name], late):
                    yield document.problem(line, f"'{name}' {fault}", hint)
                late = late or not urgent[name]


def _unsafe(text: str, urgent: bool, late: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with the text of a signal, and what to do; `late` says that others stand before it."""
    practices = len(_PRACTICE.findall(text))
    if urgent and late:
        yield "may be an emergency but does not stand first.", "Move it above the others."
    if urgent and practices:
        yield "may be an emergency but leads to a practice.", "Take the practice out."
    if urgent and not _HELP.search(text):
        yield "may be an emergency but does not lead to help.", "Link to help/index.md."
    if not urgent and practices != 1:
        yield f"leads to {practices} practices.", "Name one thing to try."
    if not urgent and "doctor" not in text:
        yield "does not say when to see a doctor.", "Say what else it may be, and when to go."


def sheets_printed(page: CheckedPage) -> Iterator[Problem]:
    """A page with the parts of a worksheet prints it and says when not to do it alone; no other page does."""
    parsed, printed = page.parsed, page.calls_of("worksheet")
    if not parsed:
        return
    if parsed.sheet and not printed:
        message = "the page has the parts of a worksheet and does not print it."
        yield page.problem("sheet", message, "Write {{ worksheet() }} in its text.")
    elif printed and not parsed.sheet:
        message = "the page prints a worksheet and has no parts of one."
        yield page.problem(printed[0].line, message, "Give it the field 'sheet'.")
    if bool(parsed.sheet) != bool(parsed.alone):
        hint = "Say in 'alone' when not to fill it in alone, and who can help."
        yield page.problem("sheet", "'sheet' and 'alone' belong together.", hint)


def ways_lead(library: Library) -> Iterator[Problem]:
    """Each short way has its own page, which alone prints it."""
    folder = data_files.FOLDER_OF_WAYS
    printed = {path: call.line for path, call in library.calls_of("short_way")}
    for name, way in library.data.ways.items():
        if not printed.pop(own := f"{folder}/{name}.md", 0):
            hint = f"Write docs/{own} with {{{{ short_way() }}}}."
            yield Problem(WAYS, way.line, f"no page prints the way '{name}'.", hint)
    for path, line in printed.items():
        hint = f"A page in docs/{folder}/ prints the way of its own name. Add it there."
        yield Problem(f"docs/{path}", line, f"{WAYS} has no way for this page.", hint)


MUST = {
    "data": (names_exist_in_data,),
    "tools": (
        *(every_moment, first_choices, planned_days, signals_agree, signals_safe),
        *(sheets_printed, ways_lead),
    ),
}
