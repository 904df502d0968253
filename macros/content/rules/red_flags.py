"""Rules on the signs of an illness: a page that speaks of one prints its line early."""

from collections import Counter
from collections.abc import Iterator

from macros.content.library import Library, kind_of
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import headings, links, target_path
from macros.content.red_flags import RedFlag
from macros.content.shown import field_texts, line_texts

# Where readers go with a body that troubles them.
HOMES = ("guides/", "practices/", "glossary/", "help/", "tools/")
MENTIONS = 2  # one mention is in passing; from the second on a page speaks of a sign
# Second headings that may stand above the lines, and where that is.
EARLY = {
    "practice": (0, "after the timer, before the first heading"),
    "guide": (1, "after 'In short', before the second heading"),
    "term": (1, "after the first paragraph, before the second heading"),
}


def flags_shown(library: Library, path: str) -> Iterator[Problem]:
    """A page that speaks twice of a sign prints its line, leads to its entry, or excuses it in front matter.

    The pages of help by country are the help itself.
    """
    if kind_of(path) == "country":
        return
    document, flags = library.documents[path], library.data.flags
    settled = [*_printed(library, path), *library.excuses(path)]
    for flag, spoken, line in _silent(library, path, settled):
        others = [key for key, other in flags.items() if key != flag.key and spoken & {*other.words}]
        instead = f" One that shares its words does as well: {', '.join(others)}." if others else ""
        words = ", ".join(f"'{word}'" for word in sorted(spoken))
        hint = f'Add {{{{ red_flags("{flag.key}") }}}} at the top, link to its entry, or excuse it.{instead}'
        message = f"the page speaks of {words} and prints no line for '{flag.key}'."
        yield document.problem(line, message, hint)


def excuses_needed(library: Library, path: str) -> Iterator[Problem]:
    """A page excuses only signs that exist, and that it would have to print."""
    document = library.documents[path]
    excused, line = library.excuses(path), document.line_of("red_flags_excused")
    printed = _printed(library, path)
    for key in excused:
        if key not in library.data.flags:
            hint = did_you_mean(key, library.data.flags)
            yield document.problem(line, f"there is no sign '{key}' to excuse.", hint)
            continue
        others = [*printed, *(other for other in excused if other != key)]
        if key not in {flag.key for flag, _, _ in _silent(library, path, others)}:
            message = f"'{key}' needs no excuse: the page does not speak of it, or prints its line."
            yield document.problem(line, message, "Take it out of 'red_flags_excused'.")


def flags_early(library: Library, path: str) -> Iterator[Problem]:
    """Lines for signs stand early: before a practice's steps, after a guide's or term's opening."""
    document = library.documents[path]
    most, place = EARLY.get(kind_of(path), (None, ""))
    above = [line for line, level, _ in headings(document) if level == 2]
    for call in library.calls[path]:
        if call.name == "red_flags" and most is not None and sum(line < call.line for line in above) > most:
            yield document.problem(call.line, "the lines for signs stand too far down.", f"Put them {place}.")


def _printed(library: Library, path: str) -> list[str]:
    """Keys of the signs whose line a page prints, or to whose entry it leads."""
    printed: list[str] = []
    for call in library.calls[path]:
        if call.name == "red_flags":
            printed += call.arguments or library.data.flags
    lists = {page for page, call in library.calls_of("red_flags") if not call.arguments}
    for _, target in links(library.documents[path]):
        key = target.partition("#")[2]
        if key in library.data.flags and target_path(path, target) in lists:
            printed.append(key)
    return printed


def _silent(library: Library, path: str, printed: list[str]) -> Iterator[tuple[RedFlag, set[str], int]]:
    """Each sign that a page speaks of without printing its line, the words it says, the line of the first.

    A word that two signs share is settled by either of them.
    """
    if not path.startswith(HOMES):
        return
    flags = library.data.flags
    settled = {word for key in printed if key in flags for word in flags[key].words}
    document = library.documents[path]
    texts = [*field_texts(document), *line_texts(document)]
    whole = " ".join(" ".join(text.words for text in texts).lower().split())
    for flag in flags.values():
        if flag.key in printed or sum(map(whole.count, flag.words)) < MENTIONS:
            continue  # most pages end here, and fast
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


MUST = (flags_shown, excuses_needed, flags_early)
