"""The sign of each practice and tool: a small line drawing on a square of 32 units, the
same wherever the thing stands.

A practice without a sign here is told by its shape (render/shape.py). Paths use absolute
M, L, H, C, and A of circles drawn clockwise, which the share images can draw too.
"""

from __future__ import annotations

from macros.content.model import Practice

SIDE = 32
WEIGHT = 2


def _dot(x: float, y: float) -> str:
    return f"M{x:g} {y:g}L{x:g} {y + 0.1:g}"


def _circle(x: float, y: float, radius: float) -> str:
    half = f"A{radius:g} {radius:g} 0 1 1 {x:g} "
    return f"M{x:g} {y - radius:g}{half}{y + radius:g}{half}{y - radius:g}"


_BUBBLE = "M7 6H25A3 3 0 0 1 28 9L28 19A3 3 0 0 1 25 22H14L8 28L8 22H7A3 3 0 0 1 4 19L4 9A3 3 0 0 1 7 6"
_SLIDERS = "M4 9H13M19 9H28M4 23H9M15 23H28" + _circle(16, 9, 3) + _circle(12, 23, 3)

SIGNS: dict[str, str] = {
    # breath
    "one-breath": _circle(16, 16, 13) + "M6 21C13 21 11 10 15 10C19 10 19 21 26 21",
    "longer-out-breath": "M3 25C7 25 6 7 10 7C16 7 15 25 29 25",
    "slow-paced-breathing": "M2 23C6 23 5 9 9 9C13 9 12 23 16 23C20 23 19 9 23 9C27 9 26 23 30 23",
    "box-breathing": "M9 6L23 6A3 3 0 0 1 26 9L26 23A3 3 0 0 1 23 26L9 26A3 3 0 0 1 6 23L6 9A3 3 0 0 1 9 6",
    "four-seven-eight": "M3 24C6 24 5 8 8 8H17C22 8 22 24 29 24",
    "cyclic-sighing": "M3 25C6 25 5 15 9 15C12 15 10 6 14 6C20 6 18 25 29 25",
    "alternate-nostril": "M10 26L10 7M5 12L10 7L15 12M22 6L22 25M17 20L22 25L27 20",
    "belly-breathing": "M11 4L11 9C11 14 22 13 22 20C22 26 15 26 11 29M26 14A9 9 0 0 1 26 26",
    "humming-breath": "M3 16C5 8 7 8 9 16C11 24 12 24 14 16"
    "C15 10 16 10 17 16C18 21 19 21 20 16C21 13 22 13 23 16H29",
    "counting-breaths": "M4 19C10 19 9 6 14 6C20 6 19 19 28 19" + _dot(8, 27) + _dot(16, 27) + _dot(24, 27),
    # grounding
    "feet-on-the-floor": "M9 4L9 23H25C25 18 19 19 17 15L17 4M3 28H29",
    "five-senses": "M10 20L3 18M11.5 15.5L6.5 8M16 14L16 4M20.5 15.5L25.5 8M22 20L29 18M9 27H23",
    "grounding-the-who-way": _circle(16, 7, 3)
    + "M16 10L16 28M11 15H21M27 18C26 25 20 28 16 28C12 28 6 25 5 18",
    "looking-round": "M3 16C8 7 24 7 29 16C24 25 8 25 3 16" + _circle(16, 16, 4),
    "something-cool": "M16 4C20 11 24 14 24 20A8 8 0 0 1 8 20C8 14 12 11 16 4M16 24C13.5 24 12 22 12 20",
    "where-and-when": "M16 29C10 21 7 17 7 13A9 9 0 0 1 25 13C25 17 22 21 16 29" + _circle(16, 13, 3),
    # body
    "body-scan": _circle(16, 6, 3) + "M10 13H22M7 18H25M11 23H21M12 28H20",
    "gentle-walk": _circle(18, 5.5, 2.5)
    + "M17 11L15 18L20 22L21 29M15 18L11 23L7 27M17 11L10 15M17 11L20 15L24 16",
    "guided-rest": "M3 11L3 26M3 22H29M29 26L29 21C29 18 27 17 25 17H13L13 22" + _circle(8, 17, 2.5),
    "muscle-relaxation": "M3 16L5 10L8 23L11 9L14 23L17 10L19 16H29",
    "self-soothing-touch": _circle(16, 7, 3.5) + "M4 27C5 17 12 15 21 21M28 27C27 17 20 15 11 21",
    "shake-out-and-stretch": _circle(16, 8, 3)
    + "M16 11L16 20M16 14L8 6M16 14L24 6M16 20L11 28M16 20L21 28M3 12L5 15M29 12L27 15",
    "somatic-tracking": _circle(16, 16, 12.5) + _circle(16, 16, 6.5) + _dot(16, 16),
    "time-outside": _circle(16, 12, 8.5) + "M16 29L16 13M16 20L20 16M9 29H23",
    # mind
    "doing-what-matters": "M8 29L8 4L25 9.5L8 15M4 29H14",
    "expressive-writing": "M5 27L7 20L22 5L27 10L12 25L5 27M18 9L23 14",
    "making-room-for-a-feeling": "M11 27C3 21 3 11 11 5M21 5C29 11 29 21 21 27" + _circle(16, 16, 2.5),
    "managing-one-problem": "M3 27H10L10 20H17L17 13H24L24 6H29",
    "naming-a-feeling": "M4 16L15 5H27L27 17L16 28L4 16" + _circle(22, 10, 1.2),
    "pleasant-place": "M8 17A8 8 0 0 1 24 17M3 17H29M6 22H26M10 27H22M16 5L16 4M27 9L28 8M5 9L4 8",
    "prayer-or-song": _circle(9, 24, 4) + "M13 24L13 7L27 4L27 20" + _circle(23, 20, 4),
    "self-compassion-sentence": "M16 27C8 21 4 17 4 12C4 5 13 4 16 10C19 4 28 5 28 12C28 17 24 21 16 27",
    "then-and-now": "M8 4H24M8 28H24M10 4C10 12 15 13 16 16C17 19 22 20 22 28"
    "M22 4C22 12 17 13 16 16C15 19 10 20 10 28",
    "three-minutes-of-attention": _circle(6, 16, 3) + _circle(16, 16, 3) + _circle(26, 16, 3),
    "unhooking-from-thoughts": "M21 9L21 20C21 29 7 29 7 20L7 14M7 14L3 18M7 14L11 18" + _circle(21, 6, 3),
    "worry-time": _circle(16, 16, 12.5) + "M16 8L16 16L21.5 19",
    # people
    "breathe-together": "M2 23C8 23 6 9 11 9C16 9 14 23 20 23M12 23C18 23 16 9 21 9C26 9 24 23 30 23",
    "pause-before-yes": "M11 6L11 26M21 6L21 26",
    "reach-out": _BUBBLE,
    "rehearse-one-sentence": _circle(16, 16, 12.5) + "M7.5 7.5L24.5 24.5",
    "settle-after-no": "M6 12H22L22 19A7 7 0 0 1 15 26H13A7 7 0 0 1 6 19L6 12"
    "M22 13A4 4 0 0 1 22 21M11 4L11 8M17 4L17 8",
    "time-out-and-return": "M8 27L8 13A8 8 0 0 1 24 13L24 22M19 17L24 22L29 17",
    "yes-or-no-check": "M2 17L7 22L14 10M19 11L29 21M29 11L19 21",
    # evening
    "wind-down": "M20 4A12.5 12.5 0 1 1 6 22C15 23 22 14 20 4",
    # tools
    "find": _SLIDERS,
    "four-week-start": "M5 8H27L27 27H5L5 8M5 14H27M11 4L11 8M21 4L21 8"
    + _dot(11, 20)
    + _dot(16, 20)
    + _dot(21, 20),
    "my-plan": "M7 4H25L25 28H7L7 4M11 11L13 13L17 9M20 12H22M11 20L13 22L17 18M20 21H22",
    "worksheets": "M10 4H27L27 23M5 9H22L22 28H5L5 9M9 15H18M9 20H18",
    "ways": _circle(7, 25, 3) + "M10 25H20C27 25 27 16 20 16H12C5 16 5 7 12 7H21" + _circle(24.5, 7, 3),
    "booklet": "M4 8L16 5L16 25L4 28L4 8M16 5L28 8L28 28L16 25M8 13L12 12M8 18L12 17M20 12L24 13M20 17L24 18",
    "boundary-builder": _BUBBLE + "M10 12H22M10 16H18",
    "journal": "M8 4H25L25 28H8L8 4M12 4L12 28M16 11H21M16 16H21",
    "body-signals": _circle(16, 6, 3) + "M10 28L10 14A3 3 0 0 1 13 12H19A3 3 0 0 1 22 14L22 28M16 19L16 19.1",
    "offline": "M16 4L16 21M9 14L16 21L23 14M4 27H28",
    "practices": "M2 23C8 23 7 8 12 8C20 8 18 23 30 23",
    "guides": "M16 9C12 6 8 6 4 7L4 25C8 24 12 24 16 27C20 24 24 24 28 25L28 7C24 6 20 6 16 9M16 9L16 27",
    "glossary": "M4 25L11 7L18 25M6.5 19H15.5M28 17L28 25" + _circle(24, 21, 4),
    "tools": _SLIDERS,
}
# A sheet of paper: a tool without a sign of its own.
OTHER = "M9 4H20L25 9L25 28H7L7 4H9M11 14H21M11 19H21M11 24H17"


def sign_svg(path: str, size: float = SIDE) -> str:
    """Inline SVG of a sign, `size` pixels wide and high, in the colour of the text;
    hidden from who does not see it."""
    return (
        f'<svg class="sign" aria-hidden="true" focusable="false" viewBox="0 0 {SIDE} {SIDE}" '
        f'width="{size:g}" '
        f'height="{size:g}" fill="none" stroke="currentColor" stroke-width="{WEIGHT}" stroke-linecap="round" '
        f'stroke-linejoin="round"><path d="{path}"/></svg>'
    )


def sign(practice: Practice, size: float = SIDE) -> str:
    """Inline SVG of a practice's sign, or "" where it has none (its shape stands for it)."""
    return sign_svg(SIGNS[practice.slug], size) if practice.slug in SIGNS else ""
