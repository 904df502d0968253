"""Rules on the signs of an illness: a page that speaks of one prints its line early, and each source exists."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from macros.content.frontmatter import Document
from macros.content.library import Library, kind_of
from macros.content.macro_calls import Call
from macros.content.problem import Problem, did_you_mean
from macros.content.red_flags import PATH, RedFlag
from macros.content.rules.orphans import linked
from macros.content.rules.shape import headings
from macros.content.shown import field_texts, line_texts

HOMES = ("guides/", "practices/", "glossary/", "help/", "tools/")  # where readers go with a body that troubles them
MENTIONS = 2  # one mention is in passing; from the second on a page speaks of a sign
# Second headings that may stand above the lines, and where that is.
EARLY = {
    "practice": (0, "after the timer, before the first heading"),
    "guide": (1, "after 'In short', before the second heading"),
    "term": (1, "after the first paragraph, before the second heading"),
}


def flag_sources(library: Library) -> Iterator[Problem]:
    """A sign names only sources that exist."""
    for flag in library.data.flags.values():
        for key in flag.sources:
            if key not in library.data.sources:
                message = f"'{flag.key}' names the source '{key}', which does not exist."
                yield Problem(PATH, flag.line, message, did_you_mean(key, library.data.sources))


def flags_shown(library: Library, path: str) -> Iterator[Problem]:
    """A page that speaks twice of a sign prints its line, leads to its entry, or says in front matter why not.

    The pages of help by country are the help itself.
    """
    if kind_of(path) == "country":
        return
    document = library.documents[path]
    excused = library.excuses(path)
    for flag, spoken, line in _silent(library, path, document, [*_told(library, path, document), *excused]):
        others = [key for key, other in library.data.flags.items() if key != flag.key and spoken & {*other.words}]
        instead = f" One that shares its words does as well: {', '.join(others)}." if others else ""
        words = ", ".join(f"'{word}'" for word in sorted(spoken))
        hint = f'Add {{{{ red_flags("{flag.key}") }}}} near the top, link to its entry, or excuse it.{instead}'
        message = f"the page speaks of {words} and prints no line for '{flag.key}'."
        yield Problem(document.path, line, message, hint)


def excuses_needed(library: Library, path: str) -> Iterator[Problem]:
    """A page excuses only signs that exist, and that it would have to print."""
    document = library.documents[path]
    excused, line = library.excuses(path), document.line_of("red_flags_excused")
    told = _told(library, path, document)
    for key in excused:
        if key not in library.data.flags:
            hint = did_you_mean(key, library.data.flags)
            yield Problem(document.path, line, f"there is no sign '{key}' to excuse.", hint)
            continue
        others = [*told, *(each for each in excused if each != key)]
        if key not in {flag.key for flag, _, _ in _silent(library, path, document, others)}:
            message = f"'{key}' needs no excuse: the page does not speak of it, or prints its line."
            yield Problem(document.path, line, message, "Take it out of 'red_flags_excused'.")


def flags_early(library: Library, path: str) -> Iterator[Problem]:
    """Lines for signs stand early: before a practice's steps, after a guide's short version or a term's opening."""
    document = library.documents[path]
    most, place = EARLY.get(kind_of(path), (None, ""))
    above = [line for line, level, _ in headings(document) if level == 2]
    for call in library.calls[path]:
        if call.name == "red_flags" and most is not None and sum(line < call.line for line in above) > most:
            yield Problem(document.path, call.line, "the lines for signs stand too far down.", f"Put them {place}.")


def _told(library: Library, path: str, document: Document) -> list[str]:
    """Keys of the signs whose line a page prints, or to whose entry it leads."""
    told: list[str] = []
    for call in library.calls[path]:
        if call.name == "red_flags":
            told += call.arguments or library.data.flags
    for _, target in linked(document):
        name, _, key = target.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        if key in library.data.flags and any(_is_list(call) for call in library.calls.get(page, ())):
            told.append(key)
    return told


def _is_list(call: Call) -> bool:
    return call.name == "red_flags" and not call.arguments


def _silent(
    library: Library, path: str, document: Document, told: list[str]
) -> Iterator[tuple[RedFlag, set[str], int]]:
    """Each sign that a page speaks of without telling it, the words it says, the line of the first.

    A word that two signs share is settled by either of them.
    """
    if not path.startswith(HOMES):
        return
    flags = library.data.flags
    settled = {word for key in told if key in flags for word in flags[key].words}
    texts = [*field_texts(document), *line_texts(document)]
    whole = " ".join(" ".join(text.words for text in texts).lower().split())
    for flag in flags.values():
        if flag.key in told or sum(map(whole.count, flag.words)) < MENTIONS:  # most pages end here, and fast
            continue
        spoken: Counter[str] = Counter()
        first = 0
        for text in texts:
            for word in flag.mentions(text.words):
                if word not in settled:
                    first = first or text.line
                    spoken[word] += 1
        if spoken.total() >= MENTIONS:
            settled |= set(flag.words)
            yield flag, set(spoken), first


MUST = (flag_sources, flags_shown, excuses_needed, flags_early)
