"""Signs and shapes as inline SVG: a breath as a line, steps as a ring; one line, one weight, one colour."""

import math
import tomllib
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from macros.content.model import Page, Practice
from macros.content.schedule import Span, breath_spans, levels

PIXELS_A_SECOND = 10
LINE_SECONDS = 20  # as many whole breaths as fit into this are drawn, at least one
RISE = 44  # pixels from empty to full
EDGE = 4  # room for the round ends of the line
RING = 28  # radius of the ring of a practice in steps, and of the arch of an open one
WEIGHT = 3
SIDE, SIGN_WEIGHT = 32, 2
# The sign of each practice and tool: a small line drawing, the same wherever it stands.
GROUPS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("signs.toml").read_text("utf-8"))
SIGNS = {name: path for group in GROUPS.values() for name, path in group.items()}
# A sheet of paper: a tool without a sign of its own.
OTHER = "M9 4H20L25 9L25 28H7L7 4H9M11 14H21M11 19H21M11 24H17"


def _svg(name: str, width: float, height: float, scale: float, weight: float, path: str) -> Markup:
    """One path in the colour of the text, not read aloud; `scale` multiplies width and height (pixels)."""
    return Markup(
        '<svg class="{}" aria-hidden="true" focusable="false" viewBox="0 0 {:g} {:g}" width="{:g}" '
        'height="{:g}" fill="none" stroke="currentColor" stroke-width="{:g}" stroke-linecap="round" '
        'stroke-linejoin="round"><path d="{}"/></svg>'
    ).format(name, width, height, width * scale, height * scale, weight, path)


def sign(page: Page, size: float = SIDE) -> Markup:
    """The sign of a practice or a tool, `size` pixels wide and high; "" for a practice without one, whose
    shape stands for it, and a sheet of paper for another page without one."""
    name = page.url.rstrip("/").rpartition("/")[2]
    if name not in SIGNS and isinstance(page, Practice):
        return Markup()
    return _svg("sign", SIDE, SIDE, size / SIDE, SIGN_WEIGHT, SIGNS.get(name, OTHER))


def shape(practice: Practice, *, size: float = 1) -> Markup:
    """A practice's breath as a line; else its sign, or a ring of its steps, or an arch. `size` multiplies
    width and height (pixels); the drawing stays the same."""
    width, height, path = drawing(practice)
    shown = size if practice.practice_kind == "breath" else size * 2 * (RING + EDGE) / height
    return _svg(f"shape shape--{practice.practice_kind}", width, height, shown, WEIGHT * size / shown, path)


def drawing(practice: Practice) -> tuple[float, float, str]:
    """Width and height of the drawing, and its path: "M" and "L", "H", "C" and circular "A", all absolute."""
    if practice.practice_kind == "breath":
        spans = breath_spans(practice)
        seconds = sum(span.ms for span in spans) / 1000
        rounds = max(1, int(LINE_SECONDS // seconds))
        path = line_path(spans, rounds, PIXELS_A_SECOND, RISE, EDGE)
        return rounds * seconds * PIXELS_A_SECOND + 2 * EDGE, RISE + 2 * EDGE, path
    if practice.slug in SIGNS:
        return SIDE, SIDE, SIGNS[practice.slug]
    side = 2 * (RING + EDGE)
    if practice.practice_kind == "steps":
        return side, side, ring_path([step.seconds for step in practice.steps], RING + EDGE, RING)
    return _arch(practice)


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
    every = practice.bell_minutes or practice.minutes
    for bell in range(1, math.ceil(practice.minutes / every)):
        angle = math.pi * (every * bell / practice.minutes - 0.5)
        (x, y), (to_x, to_y) = _at(centre, radius - 10, angle), _at(centre, radius - 16, angle)
        path += f"M{_short(x)} {_short(y)}L{_short(to_x)} {_short(to_y)}"
    return 2 * centre, radius + 3 * EDGE, path
