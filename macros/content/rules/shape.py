"""Rules on the shape of a page: headings in a fixed order, the parts each kind must have."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.frontmatter import Document
from macros.content.library import Library, kind_of
from macros.content.model import HEART, Guide, Practice
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import Heading, headings

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
    """Each kind of page has its headings, in its order."""
    document, kind, page = library.documents[path], kind_of(path), library.pages.get(path)
    parts = [(line, words) for line, level, words in headings(document) if level == 2]
    if kind == "practice":
        yield from _in_order(document, parts, PRACTICE, PRACTICE_OPTIONAL)
    elif kind == "term":
        yield from _in_order(document, parts, TERM, TERM_OPTIONAL)
    elif kind == "guide":
        heart = isinstance(page, Guide) and page.order <= HEART
        yield from _guide(document, parts, heart)
        yield from _questions(document, headings(document))


def _in_order(
    document: Document, parts: list[tuple[int, str]], wanted: tuple[str, ...], optional: set[str]
) -> Iterator[Problem]:
    last = -1
    for line, words in parts:
        if words not in wanted:
            hint = did_you_mean(words, wanted)
            yield document.problem(line, f"the heading '{words}' has no place here.", hint)
            continue
        if wanted.index(words) <= last:
            hint = f"Order: {'; '.join(wanted)}."
            yield document.problem(line, f"the heading '{words}' is out of order.", hint)
        last = wanted.index(words)
    for words in wanted:
        if words not in {*optional, *(words for _, words in parts)}:
            message = f"the heading '{words}' is missing."
            yield document.problem(document.body_line, message, "Add it with ##.")


def _guide(document: Document, parts: list[tuple[int, str]], heart: bool) -> Iterator[Problem]:
    words = [heading for _, heading in parts]
    wanted = (GUIDE_FIRST, *((GUIDE_HOPE,) if heart else ()), *GUIDE_LAST)
    yield from _in_order(document, [part for part in parts if part[1] in wanted], wanted, GUIDE_OPTIONAL)
    if GUIDE_FIRST in words and words[0] != GUIDE_FIRST:
        yield document.problem(parts[0][0], f"a guide begins with '{GUIDE_FIRST}'.", "Put it first.")
    last = [name for name in GUIDE_LAST if name in words]
    if set(GUIDE_LAST) - GUIDE_OPTIONAL <= set(words) and words[-len(last) :] != last:
        yield document.problem(parts[-1][0], f"a guide ends with: {'; '.join(GUIDE_LAST)}.")


def _questions(document: Document, all_headings: list[Heading]) -> Iterator[Problem]:
    lines, inside = [], False
    for line, level, words in all_headings:
        if level == 2:
            inside = words == GUIDE_LAST[0]
        elif inside and level == 3:
            lines.append(line)
    if len(lines) > MOST_QUESTIONS:
        message = f"the guide answers {len(lines)} questions at its end; at most {MOST_QUESTIONS}."
        yield document.problem(lines[MOST_QUESTIONS], message, "Keep those that people really ask.")


def practice_data(library: Library, path: str) -> Iterator[Problem]:
    """A practice has the data of its kind, and only that."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    for name, message, hint in (*_practice_faults(practice), *_foreign_fields(practice, document)):
        yield document.problem(name, message, hint)


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
        yield (
            "phases",
            "a breath needs at least one phase 'in' and one 'out'.",
            "See the skeleton in docs/_templates.",
        )
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
            yield (
                name,
                f"the pattern has {len(seconds)} numbers for {len(kinds)} phases.",
                "Give one for each phase.",
            )
        for phase, value in zip(practice.phases, seconds, strict=False):
            least, most = practice.bounds.least[phase.kind], practice.bounds.most[phase.kind]
            if not least <= value <= most or value * 2 % 1:
                yield (
                    name,
                    f"'{phase.kind}' lasts {value:g} s; it must last {least:g} to {most:g} s, in halves.",
                    "",
                )


MUST = (heading_levels, fixed_headings, practice_data)
