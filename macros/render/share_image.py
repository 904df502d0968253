"""The picture beside a shared link: a practice's shape, or one breath, on level ground, and the words."""

from __future__ import annotations

import hashlib
import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "fonts"
HEADING, TEXT = "newsreader-500.woff2", "atkinson-hyperlegible-next.woff2"
SIZE = (1200, 630)
COLOURS = {"paper": "#faf7f1", "ink": "#1d2b2a", "ink-soft": "#3f4d4a", "brand": "#1a5752", "line-strong": "#857d6d"}
EDGE = 80
GROUND = 556.0  # height of the level line on which every shape stands
TOP = 290  # nothing of a shape is higher
TALLEST, BESIDE = 150.0, 250.0  # height of a breath; side of a shape that stands beside the words
FINER = 3  # the line is drawn so many times larger, then made smaller, so that its edges are smooth
WEIGHT = 6.0
MARK = "M0 100C39 100 33 25 72 25C117 25 119 100 175 100"  # one breath, as in the mark of the site
_PART = re.compile(r"([MLHCA])([^MLHCA]*)")

Point = tuple[float, float]


@dataclass(frozen=True)
class ShareImage:
    """What one picture says. `path` is a shape's SVG path in a box of `box` units; `joined` says that it is a breath,
    whose ends run out into the ground; another shape stands on it, at the right."""

    site: str
    kind: str
    title: str
    line: str
    path: str = MARK
    box: tuple[float, float] = (175, 130)
    joined: bool = True

    @property
    def key(self) -> str:
        """Changes with all that shows: the words, the shape, the typefaces and the way of drawing."""
        return hashlib.sha256(f"{self!r}{_drawn_with()}".encode()).hexdigest()[:32]

    def png(self) -> bytes:
        """The picture, 1200 by 630 pixels."""
        image = Image.new("RGB", SIZE, COLOURS["paper"])
        self._line(image)
        self._words(ImageDraw.Draw(image))
        out = io.BytesIO()
        image.quantize(48, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", compress_level=6)
        return out.getvalue()

    def _words(self, draw: ImageDraw.ImageDraw) -> None:
        draw.text((EDGE, 62), f"{self.site}  ·  {self.kind}", COLOURS["ink-soft"], _font(TEXT, 32))
        room = SIZE[0] - 2 * EDGE - (0 if self.joined else BESIDE + 30)
        size = next((size for size in (84, 76, 68) if len(_lines(self.title, HEADING, size, room)) < 3), 60)
        y = 116.0
        for line in _lines(self.title, HEADING, size, room)[:3]:
            draw.text((EDGE, y), line, COLOURS["ink"], _font(HEADING, size))
            y += size * 1.08
        for line in _clipped(_lines(self.line, TEXT, 34, room), 2 if self.joined else 3):
            draw.text((EDGE, y + 22), line, COLOURS["ink-soft"], _font(TEXT, 34))
            y += 44

    def _line(self, image: Image.Image) -> None:
        """The shape, standing on the ground, and the ground as the same line from edge to edge."""
        left, scale = self._place()
        runs = [[(left + x * scale, y * scale) for x, y in run] for run in flattened(self.path)]
        drop = GROUND - max(y for run in runs for _, y in run)
        runs = [[(x, y + drop) for x, y in run] for run in runs]
        start, end = (-WEIGHT, GROUND), (SIZE[0] + WEIGHT, GROUND)
        if self.joined:
            breaths = [point for run in runs for point in run]
            runs = [[start, *breaths, (breaths[-1][0], GROUND), end]]
        else:
            runs.append([start, end])
        mask = Image.new("L", (SIZE[0] * FINER, (SIZE[1] - TOP) * FINER))
        draw = ImageDraw.Draw(mask)
        for run in runs:
            _stroke(draw, [(x * FINER, (y - TOP) * FINER) for x, y in run], WEIGHT * FINER)
        image.paste(COLOURS["brand"], (0, TOP), mask.reduce(FINER))

    def _place(self) -> tuple[float, float]:
        """Left edge and scale of the shape: breaths in true proportion, what is no breath at the right."""
        if self.joined:
            return EDGE, min((SIZE[0] - 2 * EDGE) / self.box[0], TALLEST / self.box[1])
        scale = BESIDE / max(self.box)
        return SIZE[0] - EDGE - self.box[0] * scale, scale


def _stroke(draw: ImageDraw.ImageDraw, run: list[Point], width: float) -> None:
    draw.line(run, 255, round(width), joint="curve")
    for x, y in (run[0], run[-1]):
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), 255)


def flattened(path: str) -> Iterator[list[Point]]:
    """The unbroken runs of a path as points: absolute M, L, H, C, and A of circles drawn clockwise."""
    run: list[Point] = []
    for command, text in _PART.findall(path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", text)]
        if command == "M":
            if len(run) > 1:
                yield run
            run = [(numbers[0], numbers[1])]
        elif command == "L":
            run.append((numbers[0], numbers[1]))
        elif command == "H":
            run.append((numbers[0], run[-1][1]))
        elif command == "C":
            run += _curve(run[-1], numbers)
        else:
            run += _arc(run[-1], numbers)
    if len(run) > 1:
        yield run


def _curve(start: Point, numbers: list[float]) -> Iterator[Point]:
    points = [start, *zip(numbers[::2], numbers[1::2], strict=True)]
    for step in range(1, 25):
        t = step / 24
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))
        yield x, y


def _arc(start: Point, numbers: list[float]) -> Iterator[Point]:
    radius, large, end = numbers[0], numbers[3], (numbers[5], numbers[6])
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    chord = math.dist(start, end)
    away = math.sqrt(max(0.0, radius**2 - chord**2 / 4)) * (-1 if large else 1)
    across = (-(end[1] - start[1]) / chord * away, (end[0] - start[0]) / chord * away)
    centre = (middle[0] + across[0], middle[1] + across[1])
    first = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = (math.atan2(end[1] - centre[1], end[0] - centre[0]) - first) % (2 * math.pi)
    steps = max(2, round(turn * 14))
    for step in range(1, steps + 1):
        angle = first + turn * step / steps
        yield centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


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
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
