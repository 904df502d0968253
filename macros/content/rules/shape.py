"""Rules on the shape of a page: headings in a fixed order, the parts each kind must have."""

from collections.abc import Iterator

from macros.content.frontmatter import Document
from macros.content.library import Library, kind_of
from macros.content.model import HEART, Guide, Practice
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import headings

# The second headings of each kind of page in their order; one in brackets may be missing.
_HEADINGS = {
    "practice": "How to do it; (Make it fit you); (If it's hard); If it feels worse; Does it work?; "
    "Sources; Related",
    "term": "It means; (You might meet it as); (It does not mean); (What to try); Where it is mentioned; "
    "(Sources)",
    "guide": "In short; (Questions people ask); One practice to try; Words on this page; Sources",
    "heart": "In short; What you can reasonably hope for; (Questions people ask); One practice to try; "
    "Words on this page; Sources",
}
HEADINGS = {
    kind: {words.strip("()"): words[0] == "(" for words in row.split("; ")} for kind, row in _HEADINGS.items()
}
FIRST, QUESTIONS, MOST_QUESTIONS = "In short", "Questions people ask", 4
# How a guide ends, below its own headings.
LAST = (QUESTIONS, "One practice to try", "Words on this page", "Sources")

# Which kinds of practice may have a field; the length of a breath and of steps is computed.
FIELD_KINDS = {
    **dict.fromkeys(("phases", "rounds", "rounds_offered", "presets", "bounds"), ("breath",)),
    "steps": ("steps",),
    "minutes_offered": ("steps", "open"),
    **dict.fromkeys(("minutes", "bell_minutes"), ("open",)),
}


def heading_levels(library: Library, path: str) -> Iterator[Problem]:
    """A body has no H1 (the title is the only one) and never skips a level."""
    document = library.documents[path]
    above = 1
    for line, level, words in headings(document):
        if level == 1:
            hint = "The title is the only H1; use ##."
            yield document.problem(line, f"the heading '{words}' is an H1.", hint)
        elif level > above + 1:
            hint = f"Use {'#' * (above + 1)} here."
            yield document.problem(line, f"the heading '{words}' skips a level.", hint)
        above = max(level, 2)


def fixed_headings(library: Library, path: str) -> Iterator[Problem]:
    """Each kind of page has its headings, in its order; a guide has its own between them."""
    document, kind, page = library.documents[path], kind_of(path), library.pages.get(path)
    if isinstance(page, Guide) and page.order <= HEART:
        kind = "heart"
    if kind not in HEADINGS:
        return
    parts = [(line, words) for line, level, words in headings(document) if level == 2]
    if kind_of(path) == "guide":
        yield from _guide(document, parts)
        parts = [part for part in parts if part[1] in HEADINGS[kind]]
    yield from _in_order(document, parts, HEADINGS[kind])


def _in_order(document: Document, parts: list[tuple[int, str]], wanted: dict[str, bool]) -> Iterator[Problem]:
    order, last = list(wanted), -1
    for line, words in parts:
        if words not in wanted:
            hint = did_you_mean(words, wanted)
            yield document.problem(line, f"the heading '{words}' has no place here.", hint)
            continue
        if order.index(words) <= last:
            hint = f"Order: {'; '.join(order)}."
            yield document.problem(line, f"the heading '{words}' is out of order.", hint)
        last = order.index(words)
    for words in wanted.keys() - {words for _, words in parts}:
        if not wanted[words]:
            message = f"the heading '{words}' is missing."
            yield document.problem(document.body_line, message, "Add it with ##.")


def _guide(document: Document, parts: list[tuple[int, str]]) -> Iterator[Problem]:
    words = [heading for _, heading in parts]
    if FIRST in words and words[0] != FIRST:
        yield document.problem(parts[0][0], f"a guide begins with '{FIRST}'.", "Put it first.")
    last = [name for name in LAST if name in words]
    if set(LAST) - {QUESTIONS} <= set(words) and words[-len(last) :] != last:
        yield document.problem(parts[-1][0], f"a guide ends with: {'; '.join(LAST)}.")
    inside, asked = "", []
    for line, level, heading in headings(document):
        inside = heading if level == 2 else inside
        if inside == QUESTIONS and level == 3:
            asked.append(line)
    if len(asked) > MOST_QUESTIONS:
        message = f"the guide answers {len(asked)} questions at its end; at most {MOST_QUESTIONS}."
        yield document.problem(asked[MOST_QUESTIONS], message, "Keep those that people really ask.")


def practice_data(library: Library, path: str) -> Iterator[Problem]:
    """A practice has the data of its kind, and only that."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    faults = {"breath": _breath_faults, "steps": _steps_faults, "open": _open_faults}[practice.practice_kind]
    for name, message, hint in faults(practice):
        yield document.problem(name, message, hint)
    for name, kinds in FIELD_KINDS.items():
        if name in document.fields and practice.practice_kind not in kinds:
            owners = " or ".join(f"'{kind}'" for kind in kinds)
            message = f"'{name}' belongs to kind {owners}, not '{practice.practice_kind}'."
            yield document.problem(name, message, "Take it out.")


Faults = Iterator[tuple[str, str, str]]  # each with its field, the message, what to do


def _steps_faults(practice: Practice) -> Faults:
    if not practice.steps:
        yield "kind", "a practice of kind 'steps' needs 'steps'.", "List each with say, seconds and text."


def _open_faults(practice: Practice) -> Faults:
    if not practice.minutes:
        yield "kind", "a practice of kind 'open' needs 'minutes'.", "Give its usual length in minutes."
    elif practice.minutes_offered and practice.minutes not in practice.minutes_offered:
        yield "minutes_offered", "'minutes_offered' must hold the default 'minutes'.", ""


def _breath_faults(practice: Practice) -> Faults:
    kinds = [phase.kind for phase in practice.phases]
    if "in" not in kinds or "out" not in kinds:
        hint = "See the skeleton in docs/_templates."
        yield "phases", "a breath needs at least one phase 'in' and one 'out'.", hint
    if kinds and kinds[0] != "in":
        yield "phases", "a breath begins with 'in'.", "Put the first in-breath first."
    if not practice.rounds:
        yield "kind", "a practice of kind 'breath' needs 'rounds'.", "Give the usual number of rounds."
    if practice.rounds_offered and practice.rounds not in practice.rounds_offered:
        yield "rounds_offered", "'rounds_offered' must hold the default 'rounds'.", ""
    patterns = [("phases", tuple(phase.seconds for phase in practice.phases))]
    for name, seconds in (*patterns, *(("presets", preset.seconds) for preset in practice.presets)):
        if len(seconds) != len(kinds):
            message = f"the pattern has {len(seconds)} numbers for {len(kinds)} phases."
            yield name, message, "Give one for each phase."
        for kind, value in zip(kinds, seconds, strict=False):
            least, most = practice.bounds.least[kind], practice.bounds.most[kind]
            if not least <= value <= most or value * 2 % 1:
                message = f"'{kind}' lasts {value:g} s; it must last {least:g} to {most:g} s, in halves."
                yield name, message, ""


MUST = (heading_levels, fixed_headings, practice_data)
