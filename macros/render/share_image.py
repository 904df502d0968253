"""Draws the picture beside a shared link with resvg (the drawing) and Pillow (the words, the file)."""

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from macros.render.shape import EDGE as SHAPE_EDGE

FONTS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "fonts"
HEADING, TEXT = "newsreader-500.woff2", "atkinson-hyperlegible-next.woff2"
WIDTH, HEIGHT = 1200, 630
PAPER, INK, INK_SOFT, BRAND = "#faf7f1", "#1d2b2a", "#3f4d4a", "#1a5752"
MARGIN = 80
GROUND = 556  # height of the level line on which every shape stands
TALLEST = 150  # height of a breath
STROKE = 6
BREATH = "M0 100C39 100 33 25 72 25C117 25 119 100 175 100"  # one breath, as in the mark of the site
# Sizes of the title with the most lines that each may take; the last size is for whatever is longer.
TITLE_SIZES = ((84, 2), (76, 2), (68, 2), (60, 3), (52, 4))


@dataclass(frozen=True)
class ShareImage:
    """What one picture shows. `drawing` is SVG for the whole picture; `beside` is the width that it takes at
    the right of the words, 0 when it stands below them, in pixels; `most_lines` those of `line`."""

    site: str
    kind: str
    title: str
    line: str
    drawing: str
    beside: int = 0
    most_lines: int = 2

    @property
    def key(self) -> str:
        """Changes with all that shows: the words, the drawing, the typefaces and the way of drawing."""
        return hashlib.sha256(f"{self!r}{_drawn_with()}".encode()).hexdigest()[:32]

    def png(self) -> bytes:
        """The picture as a PNG file, 1200 by 630 pixels."""
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{self.drawing}</svg>'
        drawn = resvg_py.svg_to_bytes(svg_string=svg, background=PAPER, skip_system_fonts=True)
        image = Image.open(io.BytesIO(bytes(drawn))).convert("RGB")
        self._write_words(ImageDraw.Draw(image))
        file = io.BytesIO()
        image.quantize(48, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            file, "PNG", compress_level=6
        )
        return file.getvalue()

    def _write_words(self, draw: ImageDraw.ImageDraw) -> None:
        draw.text((MARGIN, 62), "  ·  ".join(filter(None, (self.site, self.kind))), INK_SOFT, _font(TEXT, 32))
        room = WIDTH - 2 * MARGIN - (self.beside + 30 if self.beside else 0)
        for size, most in TITLE_SIZES:
            title = _lines(self.title, HEADING, size, room)
            if len(title) <= most:
                break
        y = 116.0
        for line in _clipped(title, most):
            draw.text((MARGIN, y), line, INK, _font(HEADING, size))
            y += size * 1.08
        for line in _clipped(_lines(self.line, TEXT, 34, room), self.most_lines):
            draw.text((MARGIN, y + 22), line, INK_SOFT, _font(TEXT, 34))
            y += 44


def breath_below(path: str, width: float, height: float) -> str:
    """A breath line (SVG path in a box of `width` by `height`) below the words, on the ground."""
    scale = min((WIDTH - 2 * MARGIN) / width, TALLEST / height)
    top, end = GROUND - (height - SHAPE_EDGE) * scale, MARGIN + (width - SHAPE_EDGE) * scale
    return _stroked(f"M0 {GROUND}H{MARGIN + SHAPE_EDGE * scale:g}M{end:g} {GROUND}H{WIDTH}") + (
        f'<g transform="translate({MARGIN} {top:g}) scale({scale:g})">{_stroked(path, scale)}</g>'
    )


def shape_beside(path: str, width: float, height: float, side: int) -> str:
    """A shape (SVG path in a box of `width` by `height`), `side` pixels wide or high, on the ground."""
    scale = side / max(width, height)
    left, top = WIDTH - MARGIN - width * scale, GROUND - (height - SHAPE_EDGE) * scale
    return _stroked(f"M0 {GROUND}H{WIDTH}") + (
        f'<g transform="translate({left:g} {top:g}) scale({scale:g})">{_stroked(path, scale)}</g>'
    )


def sign_above(path: str, side: int) -> str:
    """A sign (SVG path in a square of 32 units), `side` pixels wide and high, at the top right."""
    scale = side / 32
    return (
        f'<g transform="translate({WIDTH - MARGIN - side} 64) scale({scale:g})">{_stroked(path, scale)}</g>'
    )


def _stroked(path: str, scale: float = 1) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{BRAND}" stroke-width="{STROKE / scale:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _lines(text: str, face: str, size: int, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _font(face, size).getlength(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _clipped(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1].rstrip('.,;:')} …"]


@cache
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / face, size)


@cache
def _drawn_with() -> str:
    files = (Path(__file__), FONTS / HEADING, FONTS / TEXT)
    content = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(content + resvg_py.__version__.encode()).hexdigest()
