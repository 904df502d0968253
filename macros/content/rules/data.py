"""Rules on docs/_data: what its files name exists."""

from collections.abc import Collection, Iterator

from macros.content import boundary, danger, disputes, four_week, news, red_flags, safety_lines, ways
from macros.content.finder import NOT_SAFE
from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean
from macros.content.scripts import scripts

SOURCES, VOCABULARY = "docs/_data/sources.yml", "docs/_data/vocabulary.yml"
# Where a name is written (file and line), what names it, of which kind it is, and the names that there are.
Naming = tuple[str, int, str, str, str, Collection[str]]


def names_exist_in_data(library: Library) -> Iterator[Problem]:
    """The pages, practices, terms, sources and words that the files of docs/_data name exist."""
    for path, line, where, kind, name, names in (*_sources(library), *_pages(library), *_tools(library)):
        if name not in names:
            message = f"{where} names the {kind} '{name}', which does not exist."
            message = message if name else f"{where} names no {kind}."
            yield Problem(
                path, line, message, did_you_mean(name, names) if name else f"Add the {kind} to it."
            )


def _sources(library: Library) -> Iterator[Naming]:
    data = library.data
    for name, dispute in data.disputes.items():
        for key in dispute.sources():
            yield disputes.PATH, dispute.line, f"'{name}'", "source", key, data.sources
        for slug in dispute.terms:
            yield disputes.PATH, dispute.line, f"'{name}'", "term", slug, library.slugs("term")
    for flag in data.flags.values():
        for key in flag.sources:
            yield red_flags.PATH, flag.line, f"'{flag.key}'", "source", key, data.sources
    for risk in data.safety.risks.values():
        for key in (key for line in risk.all_lines for key in line.sources):
            yield safety_lines.PATH, risk.line, f"'{risk.name}'", "source", key, data.sources
    for key, source in data.sources.items():
        yield SOURCES, 1, f"'{key}'", "topic", source.topic, data.vocabulary.get("topics", {})


def _pages(library: Library) -> Iterator[Naming]:
    data, pages = library.data, library.pages
    for entry in data.dangers:
        yield danger.PATH, entry.line, f"'{entry.key}'", "page", entry.page, pages
    for correction in data.corrections:
        yield (
            news.CORRECTIONS.path,
            correction.line,
            f"'{correction.key}'",
            "page",
            correction.page,
            library.documents,
        )
    for new in data.news:
        yield from ((news.PATH, new.line, f"'{new.key}'", "page", page, pages) for page in new.links)
    for name, way in data.ways.items():
        for line, step in zip(way.lines, way.steps, strict=True):
            yield ways.PATH, line, f"'{name}'", "page", step.page, pages


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
            yield four_week.PATH, 1, f"day {day.number}", "practice", day.practice, practices
    words = library.data.boundary
    if words and "boundary_builder" in printed:
        for key, situation in words.situations.items():
            for script in situation.scripts:
                yield boundary.PATH, 1, f"'{key}'", "sentence", script, scripts(library)
        for field, slugs in (("before", words.before), ("after", words.after)):
            yield from ((boundary.PATH, 1, f"'{field}'", "practice", slug, practices) for slug in slugs)
        yield boundary.PATH, 1, "'example'", "situation", words.example.situation, words.situations
        yield boundary.PATH, 1, "'example'", "aim", words.example.aim, words.aims
        yield boundary.PATH, 1, "'example'", "firmness", words.example.firmness, words.firmness


MUST = (names_exist_in_data,)
