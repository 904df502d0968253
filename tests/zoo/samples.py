"""Practices made for the tests and the zoo: one of every kind, and the hard cases."""

from datetime import date
from typing import Any

from macros.content.model import Bounds, Phase, PhaseKind, Practice, Preset, Step
from macros.render.timer import NamedLink, TimerLinks, TimerSafety

WIDE = {"in": (1, 10), "hold": (0, 8), "out": (1, 12), "rest": (0, 5)}
KINDS: tuple[PhaseKind, ...] = ("in", "hold", "out", "rest")


def bounds(**narrower: tuple[float, float]) -> Bounds:
    """The site's limits in seconds, with some made narrower: `bounds(hold=(0, 4))`; "in" is `in_`."""
    limits = WIDE | {name.rstrip("_"): pair for name, pair in narrower.items()}
    return Bounds({kind: limits[kind][0] for kind in KINDS}, {kind: limits[kind][1] for kind in KINDS})


def practice(slug: str, kind: str, **fields: Any) -> Practice:
    """A practice with every field of the model; `fields` replace what matters to a test."""
    standard: dict[str, Any] = {
        "path": f"practices/{slug}.md",
        "slug": slug,
        "kind": "practice",
        "title": slug.replace("-", " ").capitalize(),
        "summary": "A practice made for the tests, so that every state of the timer can be seen and pressed.",
        "reviewed": date(2026, 11, 22),
        "next_review": date(2027, 11, 22),
        "body": "",
        "body_line": 1,
        "group": "breath",
        "practice_kind": kind,
        "phases": (),
        "rounds": 0,
        "rounds_offered": (),
        "presets": (),
        "bounds": bounds(),
        "steps": (),
        "minutes": 0.0,
        "minutes_offered": (),
        "bell_minutes": None,
        "effort": "very little",
        "positions": ("sitting",),
        "in_public": True,
        "makes_sound": False,
        "places": ("desk",),
        "moments": ("wound-up",),
        "risks": ("breath",),
        "sure": "little",
        "big": "small",
        "size": "2 points of 40",
        "studied": "",
        "not_known": "",
        "related": (),
    }
    return Practice(**(standard | fields))


LONGER = practice(
    "longer-out-breath",
    "breath",
    phases=(Phase("in", 4, "Breathe in"), Phase("out", 6, "Breathe out")),
    rounds=18,
    rounds_offered=(6, 18, 30),
    presets=(Preset("Even", (5, 5)),),
    bounds=bounds(in_=(2, 8), out=(2, 10)),
)
BOX = practice(
    "box-breathing",
    "breath",
    phases=(
        Phase("in", 4, "Breathe in"),
        Phase("hold", 4, "Rest here"),
        Phase("out", 4, "Breathe out"),
        Phase("hold", 4, "Rest again"),
    ),
    rounds=10,
    rounds_offered=(5, 10, 19),
    presets=(Preset("Small box", (3, 3, 3, 3)),),
    bounds=bounds(in_=(2, 5), hold=(0, 5), out=(2, 6)),
    risks=("breath", "holds"),
)
FOUR_SEVEN_EIGHT = practice(
    "four-seven-eight",
    "breath",
    phases=(Phase("in", 4, "Breathe in"), Phase("hold", 7, "Hold softly"), Phase("out", 8, "Breathe out")),
    rounds=4,
    rounds_offered=(4, 9),
)
SIGHING = practice(
    "cyclic-sighing",
    "breath",
    phases=(Phase("in", 2, "Breathe in"), Phase("in", 1, "A sip more"), Phase("out", 6, "Long sigh out")),
    rounds=33,
    rounds_offered=(7, 20, 33),
    bounds=bounds(in_=(1, 4), out=(3, 8)),
)
HALVES = practice(
    "halves",
    "breath",
    phases=(
        Phase("in", 1.5, "In"),
        Phase("hold", 0, "Hold"),
        Phase("out", 2.5, "Out"),
        Phase("rest", 0.5, "Rest"),
    ),
    rounds=3,
    rounds_offered=(1, 3),
)
LONGEST = practice(
    "longest",
    "breath",
    phases=(
        Phase("in", 10, "In"),
        Phase("hold", 8, "Hold"),
        Phase("out", 12, "Out"),
        Phase("rest", 5, "Rest"),
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
    steps=(
        Step("Put your feet down", 10, ""),
        Step("Feel where they meet the floor", 10, ""),
        Step("Press down", 10, ""),
        Step("Heels, then toes", 10, ""),
        Step("Feel what holds you up", 10, ""),
        Step("Look up", 10, ""),
    ),
    minutes_offered=(1,),
    risks=("stillness",),
)
SHARP = practice(
    "sharp-edges",
    "breath",
    title='Quotes "and" <tags> & more',
    phases=(Phase("in", 4, 'In "<b>"'), Phase("out", 4, "Out & away")),
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
