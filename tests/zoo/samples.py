"""Practices made for the tests and the zoo: one of every kind, and the hard cases."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from macros.content.model import SITE_BOUNDS, Bounds, Phase, PhaseKind, Practice, PracticeKind, Preset, Step
from macros.render.timer import NamedLink, TimerLinks, TimerSafety
from tests.support.content import library
from tests.support.content import practice as page_text


def practice(
    slug: str,
    kind: PracticeKind,
    phases: Iterable[tuple[PhaseKind, float, str]] = (),
    bounds: Bounds = SITE_BOUNDS,
    **fields: Any,
) -> Practice:
    """A practice as the fixtures have it, but with these phases and `fields`; `bounds` narrow the site's."""
    path = f"practices/{slug}.md"
    title = slug.replace("-", " ").capitalize()
    [plain] = library({path: page_text(title)}).practices.values()
    changes = {"rounds": 0, "risks": ("breath",), "practice_kind": kind, "bounds": {**SITE_BOUNDS, **bounds}}
    return replace(plain, phases=tuple(Phase(*phase) for phase in phases), **{**changes, **fields})


LONGER = practice(
    "longer-out-breath",
    "breath",
    phases=(("in", 4, "Breathe in"), ("out", 6, "Breathe out")),
    rounds=18,
    rounds_offered=(6, 18, 30),
    presets=(Preset("Even", (5, 5)),),
    bounds={"in": (2, 8), "out": (2, 10)},
)
BOX = practice(
    "box-breathing",
    "breath",
    phases=(
        ("in", 4, "Breathe in"),
        ("hold", 4, "Rest here"),
        ("out", 4, "Breathe out"),
        ("hold", 4, "Rest again"),
    ),
    rounds=10,
    rounds_offered=(5, 10, 19),
    presets=(Preset("Small box", (3, 3, 3, 3)),),
    bounds={"in": (2, 5), "hold": (0, 5), "out": (2, 6)},
    risks=("breath", "holds"),
)
FOUR_SEVEN_EIGHT = practice(
    "four-seven-eight",
    "breath",
    phases=(("in", 4, "Breathe in"), ("hold", 7, "Hold softly"), ("out", 8, "Breathe out")),
    rounds=4,
    rounds_offered=(4, 9),
)
SIGHING = practice(
    "cyclic-sighing",
    "breath",
    phases=(("in", 2, "Breathe in"), ("in", 1, "A sip more"), ("out", 6, "Long sigh out")),
    rounds=33,
    rounds_offered=(7, 20, 33),
    bounds={"in": (1, 4), "out": (3, 8)},
)
HALVES = practice(
    "halves",
    "breath",
    phases=(
        ("in", 1.5, "In"),
        ("hold", 0, "Hold"),
        ("out", 2.5, "Out"),
        ("rest", 0.5, "Rest"),
    ),
    rounds=3,
    rounds_offered=(1, 3),
)
LONGEST = practice(
    "longest",
    "breath",
    phases=(
        ("in", 10, "In"),
        ("hold", 8, "Hold"),
        ("out", 12, "Out"),
        ("rest", 5, "Rest"),
    ),
    rounds=4,
    rounds_offered=(4,),
)
SCAN = practice(
    "body-scan",
    "steps",
    steps=(
        Step("Settle where you are", 20, "Lie down or sit, with eyes open or shut."),
        Step("Feet", 20, "Warm, cool, heavy? It is fine to notice nothing."),
        Step("Legs and hips", 30, "Skip any part you like."),
        Step("Come back to the room", 15, "Open your eyes and look round."),
    ),
    minutes_offered=(3, 10),
    risks=("body-focus", "stillness"),
)
WALK = practice(
    "gentle-walk", "open", minutes=10, minutes_offered=(5, 10, 20), bell_minutes=5, risks=("movement",)
)
REST = practice("quiet-rest", "open", minutes=5, minutes_offered=(5,), risks=("stillness",))
DRAWN = practice(
    "feet-on-the-floor",
    "steps",
    steps=tuple(
        Step(say, 10, "")
        for say in (
            *("Put your feet down", "Feel where they meet the floor", "Press down"),
            *("Heels, then toes", "Feel what holds you up", "Look up"),
        )
    ),
    minutes_offered=(1,),
    risks=("stillness",),
)
SHARP = practice(
    "sharp-edges",
    "breath",
    title='Quotes "and" <tags> & more',
    phases=(("in", 4, 'In "<b>"'), ("out", 4, "Out & away")),
    rounds=3,
    rounds_offered=(3,),
)

ALL = (LONGER, BOX, FOUR_SEVEN_EIGHT, SIGHING, HALVES, LONGEST, SCAN, WALK, REST, SHARP)

SAFETY = TimerSafety(
    stop_rule="Stop if you get dizzy or tingly, or feel more afraid, more numb or further away. "
    "Open your eyes, look around and move. Breathe however you like.",
    lines=(
        "If watching your breath frightens you, skip it.",
        "Ask a professional first if you have heart disease, asthma, epilepsy or panic attacks.",
        "Not while driving, or in or near water, baths included.",
    ),
    ways_out=(
        "Open your eyes and look slowly round the room.",
        "Press your feet, or your hands, into something firm.",
        "Get up, or turn over, and do something ordinary.",
    ),
    feels_worse=("Stop now. You did nothing wrong.", "Open your eyes."),
)


def links(root: str) -> TimerLinks:
    """Addresses as a page `root` ("../" and so on) away from the top of the zoo sees them."""
    built = ("practices/", "embed/", "assets/", "components/")
    return TimerLinks(
        href=lambda url: f"{root}{url if url.startswith(built) else 'help/'}",
        other=NamedLink("Body scan", "practices/body-scan/"),
        outward=(NamedLink("Look around the room", "practices/"), NamedLink("Feet", "practices/")),
    )
