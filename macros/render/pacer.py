"""The pacer for readers without scripts: pure CSS, its keyframes generated from the phases."""

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from macros.content.model import Practice
from macros.content.schedule import levels, session_of, total_ms
from macros.render.templates import render

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SMALLEST = 0.4  # size of the disc when the breath is empty, as a share of its full size


def counts_in_words(practice: Practice) -> str:
    """What to count without moving pictures: "Breathe in: one, two, three. ... Repeat 18 times, or ..."."""
    if practice.practice_kind != "breath":
        return "Follow the list at your own speed. The seconds beside each line are a guide."
    spans = session_of(practice).spans
    counted = [
        _counted(phase.say, span.ms) for phase, span in zip(practice.phases, spans, strict=True) if span.ms
    ]
    again = "Do this once" if practice.rounds == 1 else f"Repeat {practice.rounds} times"
    return f"{' '.join(counted)} {again}, or as often as you like."


def _counted(say: str, ms: int) -> str:
    numbers = (*NUMBERS[: ms // 1000], *(["and a half"] if ms % 1000 else []))
    return f"{say}: {', '.join(numbers)}."


def pacer_css(practices: Iterable[Practice]) -> str:
    """The whole stylesheet of the pacers, for all practices, as site/assets/pacers.css."""
    paces = [_pace(practice) for practice in practices]
    return render("practice-timer/pacers.css.html", paces=paces, smallest=SMALLEST)


def _pace(practice: Practice) -> dict[str, Any]:
    """Seconds of one round and of all, and each phase: its start and end in percent of the round (the last
    is exactly 100), and the size of the disc at its end."""
    session = session_of(practice)
    spans = session.spans
    length = sum(span.ms for span in spans)
    ends = [100 * ms / length for ms in accumulate(span.ms for span in spans)]
    sizes = [SMALLEST + (1 - SMALLEST) * level for level in levels(spans)]
    parts = list(zip([0.0, *ends[:-1]], ends, sizes, strict=True))
    return {"practice": practice, "round": length / 1000, "total": total_ms(session) / 1000, "parts": parts}
