"""Rules on macro calls: known, well formed, in their place, with names that exist."""

from collections.abc import Collection, Iterator, Mapping

from macros.content.fields import MANY, amount
from macros.content.macro_calls import DIAGRAMS, FILTERS, MACROS, Call, sources_of
from macros.content.model import Practice
from macros.content.pictures import PICTURES, drawings, points_at, steps_said
from macros.content.problem import Problem, did_you_mean
from macros.content.rules.page import CheckedPage

CALLED = {
    "sure": "label for how sure",
    "big": "label for how big",
    "help-kind": "kind of help line",
    "filter": "list filter",
    "flag": "sign",
    "claims": "page of popular claims",
}
# Macros that speak of their own page when they have no arguments: on which kind of page they stand.
OWN_PAGE = {
    **dict.fromkeys(("practice_timer", "evidence", "see_also", "make_it_fit"), "practice"),
    "mentioned_in": "term",
    "country_lines": "country",
}
NEEDED = {
    "practice": ("practice_timer", "evidence", "feels_worse", "see_also", "sources"),
    "guide": ("practice_timer", "page_terms", "sources"),
    "term": ("mentioned_in",),
    "country": ("country_lines",),
    "page": (),
}
SOURCES = "docs/_data/sources.yml"
DRAWINGS = "overrides/components/practice-drawing"


def valid_macro_call(page: CheckedPage) -> Iterator[Problem]:
    """A page calls only macros that exist, with arguments they take; a block stands alone on its line."""
    for call in page.calls:
        macro = MACROS.get(call.name)
        if fault := unusable(call):
            yield page.problem(call.line, *fault)
        if macro and macro.block and not call.fault and (call.column != 1 or not call.alone):
            message = f"'{call.name}' must stand alone on its line, at the first column."
            yield page.problem(call.line, message, "Put blank lines round it.")


def unusable(call: Call) -> tuple[str, str] | None:
    """What is wrong with a call that cannot be made, and what to do; None for one that can."""
    macro, hint = MACROS.get(call.name), 'Write {{ name("argument") }}.'
    if macro is None and not call.name.isidentifier():
        shown = " ".join(call.name.split())
        return f"'{shown[:40]}{' ...' if shown[40:] else ''}' is not a macro call.", hint
    if macro is None:
        return f"there is no macro '{call.name}'.", did_you_mean(call.name, MACROS)
    if call.fault:
        return f"'{call.name}' cannot be read: {call.fault}", hint
    most, count = MANY if macro.many else len(macro.arguments), len(call.arguments)
    if not macro.least <= count <= most:
        return f"'{call.name}' must have {amount(macro.least, most, 'argument')}; it has {count}.", ""
    return None


def stray_braces(page: CheckedPage) -> Iterator[Problem]:
    """No `{{`, `}}`, `{%`, `{#` stands in a page: every pair of braces is a macro call, in code as well."""
    called = {call.line for call in page.calls}
    for number, line in enumerate(page.document.body.split("\n"), start=page.document.body_line):
        if "{%" in line or "%}" in line:
            yield page.problem(number, "'{%' is not used in pages.", "Only macro calls {{ ... }} are.")
        elif "{#" in line:
            yield page.problem(number, "'{#' begins a Jinja comment.", "Write '{ #id }' with a space.")
        elif line.count("{{") != line.count("}}") or ("{{" in line and number not in called):
            yield page.problem(number, "'{{' and '}}' do not make a macro call.", "Close it on its line.")


def names_exist(page: CheckedPage) -> Iterator[Problem]:
    """Practices, terms, sources and words named in a macro exist."""
    library, vocabulary = page.library, page.data.vocabulary
    names: Mapping[str, Collection[str]] = {
        "practice": library.slugs("practice"),
        "term": library.slugs("term"),
        "source": page.data.sources,
        "risk": page.data.safety.risks,
        "sure": vocabulary.get("sure", {}),
        "big": vocabulary.get("big", {}),
        "help-kind": vocabulary.get("help", {}),
        "diagram": DIAGRAMS,
        "picture": PICTURES,
        "filter": FILTERS,
        "flag": page.data.flags,
        "topic": vocabulary.get("topics", {}),
        "claims": library.claim_pages,
    }
    for call in page.calls:
        macro = MACROS.get(call.name)
        for place, name in enumerate(call.arguments if macro and macro.arguments else ()):
            kind = macro.kind_of(place) if macro else ""
            if name not in names.get(kind, (name,)):
                hint = library.draft_hint(kind, name) or did_you_mean(name, names[kind])
                yield page.problem(call.line, f"there is no {CALLED.get(kind, kind)} '{name}'.", hint)
        yield from _lost_figure(page, call)


def _lost_figure(page: CheckedPage, call: Call) -> Iterator[Problem]:
    """A figure that its source does not name; a source that does not exist is told by itself."""
    key, name = (*call.arguments, "", "")[:2]
    if call.name == "figure" and name and key in page.data.sources:
        figures = page.data.sources[key].figures
        if name not in figures:
            hint = did_you_mean(name, figures, "" if figures else f"Write it under 'figures' in {SOURCES}.")
            yield page.problem(call.line, f"the source '{key}' has no figure '{name}'.", hint)


def at_home(page: CheckedPage) -> Iterator[Problem]:
    """A macro that speaks of its own page stands on a page of that kind."""
    for call in page.calls:
        home = OWN_PAGE.get(call.name)
        if home and not call.arguments and not call.fault and page.kind != home:
            hint = "Name what it is to show." if MACROS[call.name].arguments else "Take it out."
            yield page.problem(call.line, f"'{call.name}()' stands only on the page of a {home}.", hint)


def drawing_of_practice(page: CheckedPage) -> Iterator[Problem]:
    """A drawing stands on the page of a practice, exists, and points at steps of that practice."""
    for call in page.calls_of("practice_drawing"):
        name = call.arguments[0] if call.arguments else page.slug
        if call.fault:
            continue
        if page.kind != "practice":
            message = "'practice_drawing()' stands only on the page of a practice."
            yield page.problem(call.line, message, "Take it out.")
        elif name not in drawings():
            hint = did_you_mean(name, drawings(), f"They stand in {DRAWINGS}.")
            yield page.problem(call.line, f"there is no drawing '{name}'.", hint)
        elif isinstance(page.parsed, Practice):
            says = steps_said(page.parsed)
            for words in points_at(name):
                if not any(said.startswith(words) for said in says):
                    step = f"a step that begins with '{words}'; there is none."
                    hint = f"Change the step, or the drawing in {DRAWINGS}."
                    yield page.problem(call.line, f"the drawing '{name}' points at {step}", hint)


def needed_macros(page: CheckedPage) -> Iterator[Problem]:
    """A page has the macros its kind needs: its timer, its labels, its sources, its lists."""
    # The labels and the timer of another practice do not stand for its own.
    others = [call for call in page.calls if call.arguments and OWN_PAGE.get(call.name) == page.kind]
    called = {call.name for call in page.calls if call not in others}
    cites = any(sources_of(call) for call in page.calls)
    line = page.document.body_line
    for name in dict.fromkeys((*NEEDED[page.kind], *(("sources",) if cites else ()))):
        if name not in called:
            hint = f"Add {{{{ {name}() }}}} on a line of its own."
            yield page.problem(line, f"the page does not call '{name}'.", hint)
    if "sources" in called and not cites:
        yield page.problem(line, "the page lists sources but cites none.", "Cite, or take it out.")


MUST = {"calls": (valid_macro_call, stray_braces, names_exist, at_home, drawing_of_practice, needed_macros)}
