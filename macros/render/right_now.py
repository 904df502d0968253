"""The steps of the page for the worst minute, /now/: one instruction at a time, by links to parts of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.render.context import Context
from macros.render.templates import render


@dataclass(frozen=True)
class Way:
    """A link out of a step: its words, and where it leads (a part of the page, or an address below the root)."""

    words: str
    href: str


@dataclass(frozen=True)
class Step:
    """One instruction with its part's id; `breath` shows a disc that grows smaller."""

    id: str
    say: str
    more: str
    ways: tuple[Way, ...]
    breath: bool = field(default=False)


BETTER, ILLNESS, HELP = "practices/looking-round/", "help/when-to-see-someone/", "help/"
STEPS = (
    Step("look", "Look around you.", "Find three things that you can see. Say their names.", (Way("Next", "#feet"),)),
    Step("feet", "Press your feet down.", "Or press your hands into something firm.", (Way("Next", "#breath"),)),
    Step(
        "breath",
        "Let one breath out, slowly.",
        "Then breathe however you like. If that feels wrong, skip it.",
        (Way("Next", "#where"),),
        breath=True,
    ),
    Step("where", "Say where you are.", "Out loud or in your head: the place, and the day.", (Way("Next", "#how"),)),
    Step(
        "how",
        "How is it now?",
        "Any answer is fine. Nobody sees it.",
        (Way("A bit better", BETTER), Way("No different", "#hold"), Way("Worse", HELP)),
    ),
    Step(
        "hold",
        "Hold something cool or firm.",
        "A glass, a wall, a coin. Feel its edges. Count to ten, or listen for the farthest sound.",
        (Way("Next", "#how"),),
    ),
)


def right_now(context: Context) -> str:
    """The steps, and what stands below each of them."""

    def seen(href: str) -> str:
        return href if href.startswith("#") else context.href(href)

    steps = [
        {"id": step.id, "say": step.say, "more": step.more, "breath": step.breath,
         "ways": [Way(way.words, seen(way.href)) for way in step.ways]}
        for step in STEPS
    ]  # fmt: skip
    links = {"help": seen(HELP), "illness": seen(ILLNESS), "home": seen("")}
    return render("right-now/right-now.html", steps=steps, **links)
