"""Rules on safety: risks and signs of an illness have their lines, early on the page and sourced."""

from collections.abc import Iterator

from macros.content.library import Library
from macros.content.model import Practice
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import headings, links, target_path
from macros.content.rules.page import CheckedPage
from macros.content.safety_lines import PATH, RedFlag
from macros.content.shown import field_texts, line_texts

HOLDING = ("box-breathing", "four-seven-eight")  # practices known for their hold
# Where readers go with a body that troubles them.
HOMES = ("guides/", "practices/", "glossary/", "help/", "tools/")
MENTIONS = 2  # one mention is in passing; from the second on a page speaks of a sign
# Second headings that may stand above the lines, and where that is.
EARLY = {
    "practice": (0, "after the timer, before the first heading"),
    "guide": (1, "after 'In short', before the second heading"),
    "term": (1, "after the first paragraph, before the second heading"),
}


def shown_risks(page: CheckedPage, practice: Practice) -> Iterator[Problem]:
    """Risks that a practice's own data show are declared: a breath, a hold, other people."""
    needed = {
        "breath": practice.practice_kind == "breath",
        "holds": practice.offers_hold,
        "people": practice.group == "people",
    }
    for risk, applies in needed.items():
        if applies and risk not in practice.risks:
            message = f"the practice shows the risk '{risk}' but does not declare it."
            yield page.problem("risks", message, "Add it to 'risks'.")


def holds_seated(page: CheckedPage, practice: Practice) -> Iterator[Problem]:
    """No practice that can hold the breath is offered standing or walking: a reader who faints then falls."""
    upright = [position for position in ("standing", "walking") if position in practice.positions]
    if practice.offers_hold and upright:
        message = f"the practice can hold the breath and offers '{upright[0]}'."
        yield page.problem("positions", message, f"Take {' and '.join(upright)} out.")


def hold_first(page: CheckedPage, practice: Practice) -> Iterator[Problem]:
    """No default pattern holds the breath, save in the practices known for their hold."""
    if practice.has_hold and practice.slug not in HOLDING:
        hint = "Leave the hold out, or offer it as a preset."
        yield page.problem("phases", "the default pattern holds the breath.", hint)


def lines_sourced(library: Library) -> Iterator[Problem]:
    """A page says what the sources beside the safety lines are."""
    if library.data.safety.sources and library.documents and not library.calls_of("safety_sources"):
        hint = "Put {{ safety_sources() }} on one."
        yield Problem(PATH, 1, "no page prints the sources of these lines.", hint)


def flags_shown(page: CheckedPage) -> Iterator[Problem]:
    """A page that speaks twice of a sign prints its line, leads to its entry, or excuses it in front matter.

    The pages of help by country are the help itself.
    """
    if page.kind == "country":
        return
    flags = page.data.flags
    for flag, spoken, line in _silent(page, [*_printed(page), *_excused(page)]):
        others = [key for key, other in flags.items() if key != flag.key and spoken & {*other.words}]
        instead = f" One that shares its words does as well: {', '.join(others)}." if others else ""
        words = ", ".join(f"'{word}'" for word in sorted(spoken))
        hint = f'Add {{{{ red_flags("{flag.key}") }}}} at the top, link to its entry, or excuse it.{instead}'
        message = f"the page speaks of {words} and prints no line for '{flag.key}'."
        yield page.problem(line, message, hint)


def excuses_needed(page: CheckedPage) -> Iterator[Problem]:
    """A page excuses only signs that exist, and that it would have to print."""
    excused, printed = _excused(page), _printed(page)
    for key in excused:
        if key not in page.data.flags:
            hint = did_you_mean(key, page.data.flags)
            yield page.problem("red_flags_excused", f"there is no sign '{key}' to excuse.", hint)
            continue
        others = [*printed, *(other for other in excused if other != key)]
        if key not in {flag.key for flag, _, _ in _silent(page, others)}:
            message = f"'{key}' needs no excuse: the page does not speak of it, or prints its line."
            yield page.problem("red_flags_excused", message, "Take it out of 'red_flags_excused'.")


def flags_early(page: CheckedPage) -> Iterator[Problem]:
    """Lines for signs stand early: before a practice's steps, after a guide's or term's opening."""
    most, place = EARLY.get(page.kind, (None, ""))
    above = [line for line, level, _ in headings(page.document) if level == 2]
    for call in page.calls_of("red_flags"):
        if most is not None and sum(line < call.line for line in above) > most:
            yield page.problem(call.line, "the lines for signs stand too far down.", f"Put them {place}.")


def _excused(page: CheckedPage) -> list[str]:
    """Keys of the signs that a page speaks of and says why it prints no line for."""
    return list(page.parsed.red_flags_excused) if page.parsed else []


def _printed(page: CheckedPage) -> list[str]:
    """Keys of the signs whose line a page prints, or to whose entry it leads."""
    flags = page.data.flags
    printed: list[str] = []
    for call in page.calls_of("red_flags"):
        printed += call.arguments or flags
    lists = {path for path, call in page.library.calls_of("red_flags") if not call.arguments}
    for _, target in links(page.document):
        key = target.partition("#")[2]
        if key in flags and target_path(page.path, target) in lists:
            printed.append(key)
    return printed


def _silent(page: CheckedPage, printed: list[str]) -> Iterator[tuple[RedFlag, set[str], int]]:
    """Each sign that a page speaks of without printing its line, the words it says, the line of the first.

    A word that two signs share is settled by either of them.
    """
    if not page.path.startswith(HOMES):
        return
    flags = page.data.flags
    settled = {word for key in printed if key in flags for word in flags[key].words}
    texts = [*field_texts(page.document), *line_texts(page.document)]
    whole = " ".join(" ".join(text.words for text in texts).lower().split())
    for flag in flags.values():
        if flag.key in printed or sum(map(whole.count, flag.words)) < MENTIONS:
            continue  # most pages end here, and fast
        mentions = [(word, text.line) for text in texts for word in flag.mentions(text.words)]
        spoken = [(word, line) for word, line in mentions if word not in settled]
        if len(spoken) >= MENTIONS:
            settled |= set(flag.words)
            yield flag, {word for word, _ in spoken}, spoken[0][1]


MUST = {
    "safety": (shown_risks, holds_seated, lines_sourced, hold_first),
    "red-flags": (flags_shown, excuses_needed, flags_early),
}
