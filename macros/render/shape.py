"""The shape of a practice as inline SVG: one line, one weight, one colour, at one scale for all."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from macros.content.model import Practice
from macros.content.schedule import Span, breath_spans, levels
from macros.render.signs import SIDE, SIGNS

PIXELS_A_SECOND = 10
LINE_SECONDS = 20  # as many whole breaths as fit into this are drawn, at least one
RISE = 44  # pixels from empty to full
EDGE = 4  # room for the round ends of the line
RING = 28  # radius of the ring of a practice in steps, and of the arch of an open one
WEIGHT = 3


def shape(practice: Practice, *, size: float = 1) -> Markup:
    """Inline SVG of a practice, hidden from those who hear: its breath as a line; else its sign, or a ring of
    its steps, or an arch. `size` multiplies width and height (pixels); the drawing stays the same."""
    width, height, path = drawing(practice)
    shown = size if practice.practice_kind == "breath" else size * 2 * (RING + EDGE) / height
    weight = WEIGHT * size / shown
    return Markup(
        f'<svg class="shape shape--{practice.practice_kind}" aria-hidden="true" focusable="false" '
        f'viewBox="0 0 {width:g} {height:g}" width="{width * shown:g}" height="{height * shown:g}" '
        f'fill="none" stroke="currentColor" stroke-width="{weight:g}" stroke-linecap="round" '
        f'stroke-linejoin="round">'
        f'<path d="{path}"/></svg>'
    )


def drawing(practice: Practice) -> tuple[float, float, str]:
    """Width and height of the drawing, and its path: "M" and "L", "H", "C" and circular "A", all absolute."""
    if practice.practice_kind == "breath":
        return _line(breath_spans(practice))
    if practice.slug in SIGNS:
        return SIDE, SIDE, SIGNS[practice.slug]
    side = 2 * (RING + EDGE)
    if practice.practice_kind == "steps":
        return side, side, ring_path([step.seconds for step in practice.steps], RING + EDGE, RING)
    return _arch(practice)


def _line(spans: Sequence[Span]) -> tuple[float, float, str]:
    seconds = sum(span.ms for span in spans) / 1000
    rounds = max(1, int(LINE_SECONDS // seconds))
    path = line_path(spans, rounds, PIXELS_A_SECOND, RISE, EDGE)
    return rounds * seconds * PIXELS_A_SECOND + 2 * EDGE, RISE + 2 * EDGE, path


def line_path(spans: Sequence[Span], rounds: int, scale: float, rise: float, edge: float) -> str:
    """Path of `rounds` breaths: in goes up, hold and rest level, out down; `scale` pixels a second."""
    x, level = edge, 0.0
    parts = [f"M{x:g} {edge + rise:g}"]
    for _ in range(rounds):
        for span, full in zip(spans, levels(spans), strict=True):
            parts.append(_stroke(x, level, x + span.ms / 1000 * scale, full, rise, edge) if span.ms else "")
            x, level = x + span.ms / 1000 * scale, full
    return "".join(parts)


def _stroke(x: float, level: float, to_x: float, to_level: float, rise: float, edge: float) -> str:
    y, to_y = edge + rise * (1 - level), edge + rise * (1 - to_level)
    if abs(to_y - y) < 0.01:
        return f"H{_short(to_x)}"
    bend = (to_x - x) * 0.42
    points = (x + bend, y, to_x - bend, to_y, to_x, to_y)
    return "C" + " ".join(_short(value) for value in points)


def _short(value: float) -> str:
    return f"{round(value, 1):g}"


def ring_path(lengths: Sequence[float], centre: float, radius: float) -> str:
    """A ring of one segment a step, each as long as its step, clockwise from the top, with gaps between."""
    total, start = sum(lengths), 0.0
    gap = min(9.0 / radius, math.pi / len(lengths)) / 2  # radians at each end; round caps need room
    parts = []
    for length in lengths:
        end = start + 2 * math.pi * length / total
        inset = min(gap, (end - start) * 0.45)
        parts.append(_arc(centre, radius, start + inset, end - inset))
        start = end
    return "".join(parts)


def _arc(centre: float, radius: float, start: float, end: float) -> str:
    (x, y), (to_x, to_y) = (_at(centre, radius, angle) for angle in (start, end))
    large = int(end - start > math.pi)
    return f"M{_short(x)} {_short(y)}A{radius:g} {radius:g} 0 {large} 1 {_short(to_x)} {_short(to_y)}"


def _at(centre: float, radius: float, angle: float) -> tuple[float, float]:
    return centre + radius * math.sin(angle), centre - radius * math.cos(angle)


def _arch(practice: Practice) -> tuple[float, float, str]:
    """An open arch, like a day from left to right; a short stroke marks each bell on it."""
    radius = RING * 1.6
    centre = radius + 2 * EDGE
    path = _arc(centre, radius, -math.pi / 2, math.pi / 2)
    bells = _bell_shares(practice)
    marks = "".join(_mark(centre, radius, math.pi * (share - 0.5)) for share in bells)
    return 2 * centre, radius + 3 * EDGE, path + marks


def _bell_shares(practice: Practice) -> list[float]:
    if not practice.bell_minutes:
        return []
    count = math.ceil(practice.minutes / practice.bell_minutes) - 1
    return [practice.bell_minutes * (n + 1) / practice.minutes for n in range(count)]


def _mark(centre: float, radius: float, angle: float) -> str:
    (x, y), (to_x, to_y) = _at(centre, radius - 10, angle), _at(centre, radius - 16, angle)
    return f"M{_short(x)} {_short(y)}L{_short(to_x)} {_short(to_y)}"
