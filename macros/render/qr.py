"""The code to scan on paper: a QR code as inline SVG."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup

QUIET = 4  # modules of white that a reader needs on each side


@lru_cache(maxsize=1024)
def qr_svg(address: str) -> Markup:
    """A QR code of `address`, black on white whatever the colours around it; a smudge of 15% does not matter."""
    code = segno.make_qr(address, error="m", boost_error=False)
    side = len(code.matrix) + 2 * QUIET
    rows = (_row(y + QUIET, row) for y, row in enumerate(code.matrix))
    return Markup(
        '<svg class="print-card__code" role="img" aria-label="QR code with the address beside it" focusable="false" '
        'viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>'
    ).format(side=side, path="".join(rows))


def _row(y: int, row: bytearray) -> str:
    """Runs of dark modules as rectangles one unit high."""
    parts, x = [], 0
    while x < len(row):
        length = 1
        while x + length < len(row) and row[x + length] == row[x]:
            length += 1
        if row[x]:
            parts.append(f"M{x + QUIET} {y}h{length}v1h-{length}z")
        x += length
    return "".join(parts)
