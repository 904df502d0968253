"""What the filter and the finder print: the choices, the facts of each practice as data, the plain links."""

from collections.abc import Iterable, Iterator

from macros.content.finder import MINUTES, NOT_SAFE, by_fit, lengths, uses_breath
from macros.content.lengths import Length
from macros.content.model import Choice, Practice
from macros.render.context import Context
from macros.render.signs import sign
from macros.render.templates import render

SURENESS = ("good", "some", "little", "untested", "disputed")


def facts(practice: Practice) -> dict[str, str]:
    """The facts that filter and finder go by, as data attributes (overrides/components/practice-choices)."""
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


def practice_filter(context: Context, *, rest: bool = True) -> str:
    """The filter above the list of practices; above their map without the `rest` of its fields."""
    fields = ("feel", "minutes", "place", "position") if rest else ("feel", "minutes")
    values = {"fields": fields, "minutes": MINUTES}
    return render("practice-filter/practice-filter.html", context=context, **values)


def practice_finder(context: Context) -> str:
    """Find a practice: on the home page the first three that fit; elsewhere all, and the list by feeling."""
    moments = [moment for moment in context.words["moments"].values() if moment.name != NOT_SAFE]
    return render(
        "practice-finder/practice-finder.html",
        context=context,
        full=bool(context.page.url),
        moments=moments,
        folds=_folds(context, moments),
        fields=("minutes", "place"),
        minutes=MINUTES,
        facts=facts,
        plain_facts=plain_facts,
        sign=sign,
    )


def _folds(context: Context, moments: Iterable[Choice]) -> Iterator[tuple[str, Iterable[Practice]]]:
    """The list in folds by name: what has no breathing exercise, then every feeling, best first."""
    practices = context.library.practices.values()
    yield "No breathing exercises, whatever I feel", [item for item in practices if not uses_breath(item)]
    for moment in moments:
        yield moment.label, list(by_fit(practices, moment.name, moment.first))


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
