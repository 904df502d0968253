"""Rules on the shape of a page: headings in a fixed order, the parts each kind must have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.frontmatter import Document
from macros.content.library import Library, kind_of
from macros.content.model import HEART, Guide, Practice
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import without_fences

PRACTICE = (
    "How to do it",
    "Make it fit you",
    "If it's hard",
    "If it feels worse",
    "Does it work?",
    "Sources",
    "Related",
)
PRACTICE_OPTIONAL = {"Make it fit you", "If it's hard"}
GUIDE_FIRST = "In short"
GUIDE_HOPE = "What you can reasonably hope for"  # on the guides at the heart of the site
GUIDE_LAST = ("Questions people ask", "One practice to try", "Words on this page", "Sources")
GUIDE_OPTIONAL = {"Questions people ask"}
MOST_QUESTIONS = 4
TERM = (
    "It means",
    "You might meet it as",
    "It does not mean",
    "What to try",
    "Where it is mentioned",
    "Sources",
)
TERM_OPTIONAL = {"You might meet it as", "It does not mean", "What to try", "Sources"}

# Which kinds of practice may have a field; the length of a breath and of steps is computed.
FIELD_KINDS = {
    **dict.fromkeys(("phases", "rounds", "rounds_offered", "presets", "bounds"), ("breath",)),
    "steps": ("steps",),
    "minutes_offered": ("steps", "open"),
    **dict.fromkeys(("minutes", "bell_minutes"), ("open",)),
}

_HEADING = re.compile(r"^(#{1,6})\s*(.*?)\s*#*\s*(?:\{.*\})?\s*$")
_UNDERLINE = re.compile(r"^(=+|-+) *$")

Heading = tuple[int, int, str]  # line, level, words


def lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines of a body, numbered from the top of the file; those of code fences are empty."""
    yield from enumerate(without_fences(document.body).split("\n"), start=document.body_line)


def headings(document: Document) -> list[Heading]:
    """Line, level and words of every heading: with signs before it, or underlined at the start of a block."""
    found: list[Heading] = []
    numbered = [(document.body_line - 1, ""), *lines(document), (0, "")]
    for (_, above), (number, line), (_, below) in zip(numbered, numbered[1:], numbered[2:], strict=False):
        signs, underline = _HEADING.match(line), _UNDERLINE.match(below)
        if signs:
            found.append((number, len(signs.group(1)), signs.group(2)))
        elif underline and line.strip() and not above.strip():
            found.append((number, 1 if "=" in below else 2, line.strip()))
    return found


def heading_levels(library: Library, path: str) -> Iterator[Problem]:
    """A body has no H1 (the title is the only one) and never skips a level."""
    document = library.documents[path]
    level = 1
    for line, found, words in headings(document):
        if found == 1:
            yield Problem(document.path, line, f"the heading '{words}' is an H1.", "The title is the only H1; use ##.")
        elif found > level + 1:
            yield Problem(
                document.path, line, f"the heading '{words}' skips a level.", f"Use {'#' * (level + 1)} here."
            )
        level = max(found, 2)


def fixed_headings(library: Library, path: str) -> Iterator[Problem]:
    """Each kind of page has its headings, in its order."""
    document = library.documents[path]
    kind = kind_of(path)
    found = [(line, words) for line, level, words in headings(document) if level == 2]
    if kind == "practice":
        yield from _in_order(document, found, PRACTICE, PRACTICE_OPTIONAL)
    elif kind == "term":
        yield from _in_order(document, found, TERM, TERM_OPTIONAL)
    elif kind == "guide":
        page = library.pages.get(path)
        heart = isinstance(page, Guide) and page.order <= HEART
        yield from _guide(document, headings(document), heart)


def _in_order(
    document: Document, found: list[tuple[int, str]], wanted: tuple[str, ...], free: set[str]
) -> Iterator[Problem]:
    for line, words in found:
        if words not in wanted:
            yield Problem(document.path, line, f"the heading '{words}' has no place here.", did_you_mean(words, wanted))
    known = [words for _, words in found if words in wanted]
    for words in wanted:
        if words not in known and words not in free:
            yield Problem(document.path, document.body_line, f"the heading '{words}' is missing.", "Add it with ##.")
    places = [wanted.index(words) for words in known]
    for (line, words), place, before in zip(
        [each for each in found if each[1] in wanted][1:], places[1:], places, strict=False
    ):
        if place <= before:
            yield Problem(
                document.path, line, f"the heading '{words}' is out of order.", f"Order: {'; '.join(wanted)}."
            )


def _guide(document: Document, found: list[Heading], heart: bool) -> Iterator[Problem]:
    parts = [(line, words) for line, level, words in found if level == 2]
    words = [each for _, each in parts]
    wanted = (GUIDE_FIRST, *((GUIDE_HOPE,) if heart else ()), *GUIDE_LAST)
    yield from _in_order(document, [each for each in parts if each[1] in wanted], wanted, GUIDE_OPTIONAL)
    if GUIDE_FIRST in words and words[0] != GUIDE_FIRST:
        yield Problem(document.path, parts[0][0], f"a guide begins with '{GUIDE_FIRST}'.", "Put it first.")
    last = tuple(name for name in GUIDE_LAST if name in words)
    if set(GUIDE_LAST) - GUIDE_OPTIONAL <= set(words) and tuple(words[-len(last) :]) != last:
        yield Problem(document.path, parts[-1][0], f"a guide ends with: {'; '.join(GUIDE_LAST)}.")
    questions = [line for line, level, _ in _below(found, "Questions people ask") if level == 3]
    if len(questions) > MOST_QUESTIONS:
        message = f"the guide answers {len(questions)} questions at its end; at most {MOST_QUESTIONS}."
        yield Problem(document.path, questions[MOST_QUESTIONS], message, "Keep those that people really ask.")


def _below(found: list[Heading], part: str) -> Iterator[Heading]:
    """The headings below the H2 `part`."""
    inside = False
    for heading in found:
        if heading[1] == 2:
            inside = heading[2] == part
        elif inside:
            yield heading


def jinja_comments(library: Library, path: str) -> Iterator[Problem]:
    """`{#` is a comment to Jinja, in code as well, and would swallow the text after it."""
    document = library.documents[path]
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        if "{#" in line:
            yield Problem(document.path, number, "'{#' begins a Jinja comment.", "Write '{ #id }' with a space.")


def practice_data(library: Library, path: str) -> Iterator[Problem]:
    """A practice has the data of its kind, and only that."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    for name, message, hint in (*_practice_faults(practice), *_foreign_fields(practice, document)):
        yield Problem(document.path, document.line_of(name), message, hint)


def _practice_faults(practice: Practice) -> Iterator[tuple[str, str, str]]:
    if practice.practice_kind == "breath":
        yield from _breath_faults(practice)
    if practice.practice_kind == "steps" and not practice.steps:
        yield "kind", "a practice of kind 'steps' needs 'steps'.", "List each with say, seconds and text."
    if practice.practice_kind == "open":
        if not practice.minutes:
            yield "kind", "a practice of kind 'open' needs 'minutes'.", "Give its usual length in minutes."
        elif practice.minutes_offered and practice.minutes not in practice.minutes_offered:
            yield "minutes_offered", "'minutes_offered' must hold the default 'minutes'.", ""


def _foreign_fields(practice: Practice, document: Document) -> Iterator[tuple[str, str, str]]:
    for name, kinds in FIELD_KINDS.items():
        if name in document.fields and practice.practice_kind not in kinds:
            owners = " or ".join(f"'{kind}'" for kind in kinds)
            yield name, f"'{name}' belongs to kind {owners}, not '{practice.practice_kind}'.", "Take it out."


def _breath_faults(practice: Practice) -> Iterator[tuple[str, str, str]]:
    kinds = [phase.kind for phase in practice.phases]
    if "in" not in kinds or "out" not in kinds:
        yield "phases", "a breath needs at least one phase 'in' and one 'out'.", "See the skeleton in docs/_templates."
    if kinds and kinds[0] != "in":
        yield "phases", "a breath begins with 'in'.", "Put the first in-breath first."
    if not practice.rounds:
        yield "kind", "a practice of kind 'breath' needs 'rounds'.", "Give the usual number of rounds."
    if practice.rounds_offered and practice.rounds not in practice.rounds_offered:
        yield "rounds_offered", "'rounds_offered' must hold the default 'rounds'.", ""
    patterns = [("phases", tuple(phase.seconds for phase in practice.phases))]
    patterns += [("presets", preset.seconds) for preset in practice.presets]
    for name, seconds in patterns:
        if len(seconds) != len(kinds):
            yield name, f"the pattern has {len(seconds)} numbers for {len(kinds)} phases.", "Give one for each phase."
        for phase, value in zip(practice.phases, seconds, strict=False):
            least, most = practice.bounds.least[phase.kind], practice.bounds.most[phase.kind]
            if not least <= value <= most or value * 2 % 1:
                yield name, f"'{phase.kind}' lasts {value:g} s; it must last {least:g} to {most:g} s, in halves.", ""


MUST = (heading_levels, fixed_headings, jinja_comments, practice_data)
