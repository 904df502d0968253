"""What the filter and the finder print: the choices, the facts of each practice as data, the plain links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.content.finder import MINUTES, NOT_SAFE, by_fit, lengths, uses_breath
from macros.content.lengths import Length
from macros.content.model import Choice, Practice
from macros.render.context import Context
from macros.render.signs import sign
from macros.render.templates import render

SURENESS = ("good", "some", "little", "untested", "disputed")


def facts(practice: Practice) -> dict[str, str]:
    """The facts that filter and finder go by, as data attributes; docs:
    overrides/components/practice-choices."""
    return {
        "data-practice": practice.slug,
        "data-feel": " ".join(practice.moments),
        "data-place": " ".join(practice.places),
        "data-position": " ".join(practice.positions),
        "data-sound": "on" if practice.makes_sound else "off",
        "data-breath": "on" if uses_breath(practice) else "off",
        "data-sure": str(SURENESS.index(practice.sure)),
        "data-lengths": " ".join(_lengths(practice)),
    }


def _lengths(practice: Practice) -> list[str]:
    """The usual length first, in milliseconds; then the others, each with the query that opens it."""
    usual, *others = lengths(practice)
    return [str(usual.total_ms), *(f"{length.total_ms}?{query(length)}" for length in others)]


def query(length: Length) -> str:
    """What follows the "?" in a link that opens a practice at this length."""
    return f"rounds={length.rounds}" if length.rounds is not None else f"minutes={length.minutes:g}"


def choices(context: Context, *, feel: bool, position: bool, rest: bool = True) -> str:
    """The fields that filter and finder share: time and place, silent, not the breath;
    for the filter also others.

    Without the `rest` there are only minutes, and what is felt.
    """
    words = context.library.data.vocabulary
    fields: list[tuple[str, str, str, list[tuple[str, str]]]] = [
        (
            "minutes",
            "Minutes I have",
            "any length",
            [(str(n), f"{n} minute{'' if n == 1 else 's'}") for n in MINUTES],
        ),
    ]
    if rest:
        fields.append(("place", "Where I am", "anywhere", _options(words["places"])))
    if feel:
        fields.insert(0, ("feel", "I feel", "any feeling", _options(words["moments"])))
    if position:
        fields.append(("position", "Position", "any position", _options(words["positions"])))
    return render("practice-choices/practice-choices.html", fields=fields, switches=rest)


def _options(choices: Any) -> list[tuple[str, str]]:
    return [(choice.name, choice.label[:1].lower() + choice.label[1:]) for choice in choices.values()]


def practice_filter(context: Context, *, rest: bool = True) -> str:
    """The filter above the list of practices, or above their map: then without the `rest` of the fields."""
    return render(
        "practice-filter/practice-filter.html",
        choices=choices(context, feel=True, position=rest, rest=rest),
        help=context.href("help/"),
        count=len(context.library.practices),
    )


def practice_finder(context: Context) -> str:
    """Find a practice. On the home page the first three that fit; elsewhere all, and the whole list by
    feeling."""
    library = context.library
    full = bool(context.page.url)
    moments = [moment for moment in library.data.vocabulary["moments"].values() if moment.name != NOT_SAFE]
    return render(
        "practice-finder/practice-finder.html",
        full=full,
        moments=[_moment(context, moment) for moment in moments],
        folds=_folds(context, moments) if full else (),
        choices=choices(context, feel=False, position=False),
        cards=[_card(context, practice) for practice in library.practices.values()],
        help=context.href("help/"),
        library=context.href("practices/"),
    )


def _moment(context: Context, moment: Choice) -> dict[str, Any]:
    """A feeling, and where its plain link leads."""
    first = context.library.practices.get(moment.first)
    return {"choice": moment, "href": context.href(first.url if first else "guides/")}


def _folds(
    context: Context, moments: Iterable[Choice]
) -> Iterator[tuple[str, list[tuple[Practice, str, str]]]]:
    """The whole list in folds, each with its name: what has no breathing exercise, then every feeling, best
    first."""
    practices = context.library.practices.values()
    folds = [
        (
            "No breathing exercises, whatever I feel",
            [practice for practice in practices if not uses_breath(practice)],
        )
    ]
    folds += [(moment.label, list(by_fit(practices, moment.name, moment.first))) for moment in moments]
    for name, matching in folds:
        yield name, [(practice, context.href(practice.url), plain_facts(practice)) for practice in matching]


def whole_minutes(ms: int) -> int:
    """A length in minutes, at least one; a half is rounded up, as practice-choices/strings.js does."""
    return max(1, (ms + 30_000) // 60_000)


def plain_facts(practice: Practice) -> str:
    """`1 to 5 minutes, silent, no breathing exercise`."""
    minutes = sorted({whole_minutes(length.total_ms) for length in lengths(practice)})
    span = f"{minutes[0]} to {minutes[-1]} minutes" if len(minutes) > 1 else f"{minutes[0]} minute"
    span += "s" if len(minutes) == 1 and minutes[0] > 1 else ""
    sound = "makes a sound" if practice.makes_sound else "silent"
    return ", ".join([span, sound, *([] if uses_breath(practice) else ["no breathing exercise"])])


def _card(context: Context, practice: Practice) -> dict[str, Any]:
    return {
        "practice": practice,
        "href": context.href(practice.url),
        "sign": sign(practice),
        "facts": facts(practice),
    }
