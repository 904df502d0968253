"""The code to scan on paper: a QR code as inline SVG, written by segno."""

from functools import lru_cache

import segno
from markupsafe import Markup

ATTRIBUTES = 'role="img" aria-label="QR code with the address beside it" shape-rendering="crispEdges"'


@lru_cache(maxsize=1024)
def qr_svg(address: str) -> Markup:
    """A QR code of `address`, black on white whatever is around it; a smudge of 15% does not matter."""
    code = segno.make_qr(address, error="m", boost_error=False)
    svg = code.svg_inline(
        dark="#000", light="#fff", svgclass="print-card__code", lineclass=None, omitsize=True
    )
    return Markup(svg.strip().replace("<svg ", f'<svg focusable="false" {ATTRIBUTES} ', 1))
