"""The steps of the page for the worst minute, /now/: one instruction at a time, by links to parts of the
page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.render.context import Context
from macros.render.templates import render


@dataclass(frozen=True)
class Way:
    """A link out of a step: its words, and where it leads (a part of the page, or an address below the
    root)."""

    words: str
    href: str


@dataclass(frozen=True)
class Step:
    """One instruction with its part's id; `breath` shows a disc that grows smaller."""

    id: str
    say: str
    more: str
    ways: tuple[Way, ...]
    breath: bool = False


ILLNESS, HELP = "help/when-to-see-someone/", "help/"


def _ways(better: str, no_different: str) -> tuple[Way, ...]:
    """The three answers: to a practice like the step that helped, to the next anchor, to help."""
    better = f"practices/{better}/"
    return (Way("A bit better", better), Way("No different", no_different), Way("Worse", HELP))


STEPS = (
    Step(
        "look",
        "Look around you.",
        "Find three things that you can see. Say their names.",
        (Way("Next", "#feet"),),
    ),
    Step(
        "feet", "Press your feet down.", "Or press your hands into something firm.", (Way("Next", "#breath"),)
    ),
    Step(
        "breath",
        "Let one breath out, slowly.",
        "Then breathe however you like. If that feels wrong, skip it.",
        (Way("Next", "#where"),),
        breath=True,
    ),
    Step(
        "where",
        "Say where you are.",
        "Out loud or in your head: the place, and the day.",
        (Way("Next", "#how"),),
    ),
    Step(
        "how",
        "How is it now?",
        "Any answer is fine. Nobody sees it.",
        _ways("looking-round", "#hold"),
    ),
    Step(
        "hold",
        "Hold something cool or firm.",
        "A glass, a wall, a coin. Feel its edges, and count to ten.",
        _ways("something-cool", "#listen"),
    ),
    Step(
        "listen",
        "Listen for the farthest sound.",
        "Then the nearest one. Name each of them.",
        _ways("five-senses", "#press"),
    ),
    Step(
        "press",
        "Press your palms together, then let go.",
        "Do it three times, only as hard as is easy. Look at your hands as you do it.",
        _ways("feet-on-the-floor", HELP),
    ),
)


def right_now(context: Context) -> str:
    """The steps, and what stands below each of them."""

    def seen(href: str) -> str:
        return href if href.startswith("#") else context.href(href)

    steps = [replace(step, ways=tuple(Way(way.words, seen(way.href)) for way in step.ways)) for step in STEPS]
    links = {"help": seen(HELP), "illness": seen(ILLNESS), "home": seen("")}
    countries = context.library.countries.values()
    return render("right-now/right-now.html", steps=steps, countries=countries, **links)
