"""The sign of each practice and tool (signs.toml): a small line drawing, the same wherever it stands."""

import tomllib
from pathlib import Path

from markupsafe import Markup

from macros.content.model import Practice

SIDE = 32
WEIGHT = 2
GROUPS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
SIGNS = {name: path for group in GROUPS.values() for name, path in group.items()}
# A sheet of paper: a tool without a sign of its own.
OTHER = "M9 4H20L25 9L25 28H7L7 4H9M11 14H21M11 19H21M11 24H17"


def sign_svg(path: str, size: float = SIDE) -> Markup:
    """Inline SVG of a sign, `size` pixels wide and high, in the colour of the text; not read aloud."""
    return Markup(
        '<svg class="sign" aria-hidden="true" focusable="false" viewBox="0 0 {0} {0}" width="{1:g}" '
        'height="{1:g}" fill="none" stroke="currentColor" stroke-width="{2}" stroke-linecap="round" '
        'stroke-linejoin="round"><path d="{3}"/></svg>'
    ).format(SIDE, size, WEIGHT, path)


def sign(practice: Practice, size: float = SIDE) -> Markup:
    """Inline SVG of a practice's sign, or "" where it has none (its shape stands for it)."""
    return sign_svg(SIGNS[practice.slug], size) if practice.slug in SIGNS else Markup()
