"""Drawings with words: diagrams, what to do in a practice, and pictures computed from the sources.

Positions are in units of the drawing, which is 320 wide: overrides/components/data-picture/drawings/.
"""

import math
import random
from collections.abc import Callable, Sequence
from functools import partial
from statistics import NormalDist, mean
from typing import Any

from macros.content.model import Practice
from macros.content.pictures import PICTURES, numbers, step_numbers
from macros.render.context import Context
from macros.render.templates import render

LEFT, RIGHT = 34, 312  # of the drawings with a scale
# Breaths a minute that a reader may choose; slower ones pass the widest swing of many people.
PACES = (6, 9, 12, 15)
PULSE = 65  # beats a minute at rest: our own assumption, said on the picture
SECONDS = 20  # shown of the breath and the pulse
WEEKS = 6
# What a template calls the numbers of its picture, in the order of PICTURES.
NAMES = {
    "breath-and-pulse": ("widest", "corner", "slope"),
    "how-big-is-small": ("effect", "most", "least"),
    "meditation-harm": ("all", "low", "high", "tried", "observed"),
    "noisy-hrv": ("error",),
    "days-to-a-habit": ("soonest", "latest", "low", "high", "least", "most"),
}


def diagram(_context: Context, name: str) -> str:
    """The drawing `name` (one of macro_calls.DIAGRAMS) as a figure: its title, lines, caption, and a list."""
    return render(f"diagrams/drawings/{name}.html", name=name)


def practice_drawing(context: Context, name: str = "") -> str:
    """The drawing `name` for the practice of the page; without a name, the one called like the practice."""
    practice = context.library.practices[context.page.slug]
    return drawing_html(name or practice.slug, practice)


def drawing_html(name: str, practice: Practice) -> str:
    """What to do, drawn: a figure that follows the timer. What belongs to steps of `practice` has their
    numbers, from 1, in `data-steps`.

    Raises ValueError when the drawing points at a step that the practice does not have.
    """
    return render(f"practice-drawing/{name}.html", at=partial(step_numbers, practice))


def picture(context: Context, name: str) -> str:
    """The picture `name` (one of PICTURES) as a figure: title, drawing, caption with sources, table.

    Raises ValueError where a source no longer says a number that is drawn.
    """
    said = dict(zip(NAMES[name], numbers(name, context.library.data.sources), strict=True))
    drawn = DRAWN[name](**said) if name in DRAWN else {}
    cited = {key: context.cite(key) for key in PICTURES[name]}
    return render(f"data-picture/drawings/{name}.html", name=name, cite=cited, **said, **drawn)


def swing(pace: float, widest: float, corner: float, slope: float) -> float:
    """Beats a minute between the quickest and the slowest pulse within a breath, at `pace` breaths a minute.

    As measured by Hirsch and Bishop (1981) with breaths of one size: `widest` up to the pace `corner`, and
    above it less by `slope` decibels for each tenfold rise in pace. Twenty decibels are a factor of ten.
    """
    return widest if pace <= corner else float(widest * (pace / corner) ** (-slope / 20))


def beats(pace: float, swings: float) -> list[tuple[float, float]]:
    """Time in seconds and pulse of each beat: quickest after the in-breath, slowest after the out-breath.

    The pulse is PULSE and half the swing times the cosine of the breath; a beat falls when it adds up to one.
    """
    pulses: list[tuple[float, float]] = []
    count, step, second = 0.0, 0.01, 0.0
    while second <= SECONDS:
        pulse = PULSE - swings / 2 * math.cos(2 * math.pi * pace * second / 60)
        if int(count) >= len(pulses):
            pulses.append((second, pulse))
        count += pulse / 60 * step
        second += step
    return pulses


def breath_and_pulse(widest: float, corner: float, slope: float) -> dict[str, Any]:
    """The wave of the breath, the pulse at each beat and a line for each beat, at every pace of PACES."""
    across = (RIGHT - LEFT) / SECONDS
    paces = []
    for pace in PACES:
        swings = swing(pace, widest, corner, slope)
        points = [
            (LEFT + second * across, 150 - (pulse - PULSE) * 3) for second, pulse in beats(pace, swings)
        ]
        breath = [
            (LEFT + tenth * across / 10, 52 + 24 * math.cos(2 * math.pi * pace * tenth / 600))
            for tenth in range(SECONDS * 10 + 1)
        ]
        paces.append(
            {
                "pace": pace,
                "swing": round(swings),
                "slow": round(PULSE - swings / 2),
                "quick": round(PULSE + swings / 2),
                "breath": line(breath[:: max(1, round(15 / pace))]),
                "pulse": line(points),
                "dots": "".join(f"M{x:.0f} {y:.0f}h0" for x, y in points),
                "ticks": "".join(f"M{x:.1f} 202v16" for x, _ in points),
            }
        )
    return {"paces": paces, "pulse": PULSE, "seconds": SECONDS}


def better_than_middle(effect: float) -> int:
    """How many of 100 people do better than the middle person of the comparison group: Cohen's U3.

    It is the share of a normal distribution below `effect`, so 50 without one; both groups are taken to be
    spread alike (Magnusson, rpsychologist.com/cohend).
    """
    return round(100 * NormalDist().cdf(effect))


def how_big_is_small(effect: float, most: float, least: float) -> dict[str, Any]:
    """How many of a hundred have less stress with the effect of breathing exercises, and the likely range."""
    share, low, high = (better_than_middle(value) for value in (effect, least, most))
    return {"share": share, "low": low, "high": high}


def noisy_hrv(error: float) -> dict[str, Any]:
    """Six weeks of mornings round one level that never changes, each off by chance alone.

    `error` is a typical error in percent, as reported for the logarithm: a factor of 1 + error / 100 one
    standard deviation up or down. The mornings are 42 even steps of that; their order is drawn by lot.
    """
    spread = math.log1p(error / 100)
    days = 7 * WEEKS
    values = [100 * math.exp(spread * NormalDist().inv_cdf((day + 0.5) / days)) for day in range(days)]
    random.Random(7).shuffle(values)  # the seed keeps every build the same
    points = [
        (LEFT + 4 + day * (RIGHT - LEFT - 8) / (days - 1), height(value)) for day, value in enumerate(values)
    ]
    weeks = []
    for week in range(WEEKS):
        mornings, places = values[week * 7 : week * 7 + 7], points[week * 7 : week * 7 + 7]
        average = mean(mornings)
        weeks.append(
            {
                "low": round(min(mornings)),
                "high": round(max(mornings)),
                "mean": round(average),
                "bar": f"M{places[0][0]:.0f} {height(average):.0f}H{places[-1][0]:.0f}",
                "x": round(mean(x for x, _ in places)),
            }
        )
    dots = "".join(f"M{x:.0f} {y:.0f}h0" for x, y in points)
    scale = {str(value): round(height(value)) for value in (50, 100, 150)}
    return {"dots": dots, "line": line(points), "weeks": weeks, "scale": scale}


def height(value: float) -> float:
    """Where a value in percent of the usual level stands."""
    return 210 - value * 1.2


def line(points: Sequence[tuple[float, float]]) -> str:
    """Path data of a line through `points`."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


DRAWN: dict[str, Callable[..., dict[str, Any]]] = {
    "breath-and-pulse": breath_and_pulse,
    "how-big-is-small": how_big_is_small,
    "noisy-hrv": noisy_hrv,
}
