"""Rules on the shape of a page: headings in a fixed order, the parts each kind must have."""

from collections.abc import Iterator

from macros.content.model import HEART, Guide, Practice
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import headings
from macros.content.rules.page import CheckedPage

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

# The length that each kind of practice needs, and how to give it.
NEEDED = {
    "breath": ("rounds", "Give the usual number of rounds."),
    "steps": ("steps", "List each with say, seconds and text."),
    "open": ("minutes", "Give its usual length in minutes."),
}
# Which kinds of practice may have a field; the length of a breath and of steps is computed.
FIELD_KINDS = {
    **dict.fromkeys(("phases", "rounds", "rounds_offered", "presets", "bounds"), ("breath",)),
    "steps": ("steps",),
    "minutes_offered": ("steps", "open"),
    **dict.fromkeys(("minutes", "bell_minutes"), ("open",)),
}


def heading_levels(page: CheckedPage) -> Iterator[Problem]:
    """A body has no H1 (the title is the only one) and never skips a level."""
    above = 1
    for line, level, words in headings(page.document):
        if level == 1:
            yield page.problem(line, f"the heading '{words}' is an H1.", "The title is the only H1; use ##.")
        elif level > above + 1:
            hint = f"Use {'#' * (above + 1)} here."
            yield page.problem(line, f"the heading '{words}' skips a level.", hint)
        above = max(level, 2)


def fixed_headings(page: CheckedPage) -> Iterator[Problem]:
    """Each kind of page has its headings, in its order; a guide has its own between them."""
    heart = isinstance(page.parsed, Guide) and page.parsed.order <= HEART
    wanted = HEADINGS.get("heart" if heart else page.kind)
    if not wanted:
        return
    parts = [(line, words) for line, level, words in headings(page.document) if level == 2]
    if page.kind == "guide":
        yield from _guide(page, parts)
        parts = [part for part in parts if part[1] in wanted]
    order, last = list(wanted), -1
    for line, words in parts:
        if words not in wanted:
            yield page.problem(line, f"the heading '{words}' has no place here.", did_you_mean(words, wanted))
            continue
        if order.index(words) <= last:
            yield page.problem(line, f"the heading '{words}' is out of order.", f"Order: {'; '.join(order)}.")
        last = order.index(words)
    for words in wanted.keys() - {words for _, words in parts}:
        if not wanted[words]:
            message = f"the heading '{words}' is missing."
            yield page.problem(page.document.body_line, message, "Add it with ##.")


def _guide(page: CheckedPage, parts: list[tuple[int, str]]) -> Iterator[Problem]:
    words = [heading for _, heading in parts]
    if FIRST in words and words[0] != FIRST:
        yield page.problem(parts[0][0], f"a guide begins with '{FIRST}'.", "Put it first.")
    last = [name for name in LAST if name in words]
    if set(LAST) - {QUESTIONS} <= set(words) and words[-len(last) :] != last:
        yield page.problem(parts[-1][0], f"a guide ends with: {'; '.join(LAST)}.")
    inside, questions = "", []
    for line, level, heading in headings(page.document):
        inside = heading if level == 2 else inside
        if inside == QUESTIONS and level == 3:
            questions.append(line)
    if len(questions) > MOST_QUESTIONS:
        message = f"the guide answers {len(questions)} questions at its end; at most {MOST_QUESTIONS}."
        yield page.problem(questions[MOST_QUESTIONS], message, "Keep those that people really ask.")


def practice_data(page: CheckedPage, practice: Practice) -> Iterator[Problem]:
    """A practice has the data of its kind, and only that."""
    kind = practice.practice_kind
    needed, hint = NEEDED[kind]
    length = getattr(practice, needed)
    if not length:
        yield page.problem("kind", f"a practice of kind '{kind}' needs '{needed}'.", hint)
    offered = getattr(practice, f"{needed}_offered", ())
    if length and offered and length not in offered:
        yield page.problem(f"{needed}_offered", f"'{needed}_offered' must hold the default '{needed}'.")
    if kind == "breath":
        yield from _breath(page, practice)
    for name, kinds in FIELD_KINDS.items():
        if name in page.document.fields and kind not in kinds:
            owners = " or ".join(f"'{kind}'" for kind in kinds)
            yield page.problem(name, f"'{name}' belongs to kind {owners}, not '{kind}'.", "Take it out.")


def _breath(page: CheckedPage, practice: Practice) -> Iterator[Problem]:
    """What is wrong with the phases of a breath, or with the seconds of its patterns."""
    kinds = [phase.kind for phase in practice.phases]
    if "in" not in kinds or "out" not in kinds:
        hint = "See the skeleton in docs/_templates."
        yield page.problem("phases", "a breath needs at least one phase 'in' and one 'out'.", hint)
    if kinds and kinds[0] != "in":
        yield page.problem("phases", "a breath begins with 'in'.", "Put the first in-breath first.")
    patterns = [("phases", tuple(phase.seconds for phase in practice.phases))]
    for name, seconds in (*patterns, *(("presets", preset.seconds) for preset in practice.presets)):
        if len(seconds) != len(kinds):
            message = f"the pattern has {len(seconds)} numbers for {len(kinds)} phases."
            yield page.problem(name, message, "Give one for each phase.")
        for kind, value in zip(kinds, seconds, strict=False):
            least, most = practice.bounds[kind]
            if not least <= value <= most or value * 2 % 1:
                message = f"'{kind}' lasts {value:g} s; it must last {least:g} to {most:g} s, in halves."
                yield page.problem(name, message)


MUST = {"shape": (heading_levels, fixed_headings, practice_data)}
