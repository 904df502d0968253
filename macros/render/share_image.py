"""The picture beside a shared link, and which page has which: drawn with resvg, its words with Pillow."""

import hashlib
import io
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from macros.content.library import Library
from macros.content.model import Guide, Page, Practice
from macros.content.prose import curled_text
from macros.render.functions import titled
from macros.render.shape import EDGE as SHAPE_EDGE
from macros.render.shape import SIDE, SIGNS, drawing
from macros.render.templates import COMPONENTS, render

FOLDER = "assets/share"
SITE = f"{FOLDER}/site.png"
LOCAL = {"localhost", "127.0.0.1", "::1"}
KINDS = {"guide": "Guide", "practice": "Practice", "term": "Glossary"}
ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"
FONTS, TOKENS = ASSETS / "fonts", ASSETS / "tokens.css"
_LIGHT = TOKENS.read_text(encoding="utf-8").partition(":root {\n  --paper:")[1:]
COLOURS = dict(re.findall(r"--([\w-]+): (#\w+);", "".join(_LIGHT).partition("}")[0]))  # the light ones
PAPER, INK, INK_SOFT, BRAND = (COLOURS[name] for name in ("paper", "ink", "ink-soft", "brand"))
HEADING, TEXT = "newsreader-500.woff2", "atkinson-hyperlegible-next.woff2"
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
GROUND = 556  # height of the level line on which every shape stands
TALLEST = 150  # height of a breath
STROKE = 6
SHAPE_SIDE, SIGN_SIDE, DIAGRAM_WIDTH = 250, 150, 460
BREATH = "M0 100C39 100 33 25 72 25C117 25 119 100 175 100"  # one breath, as in the mark of the site
# Sizes of the title with the most lines that each may take; the last size is for whatever is longer.
TITLE_SIZES = ((84, 2), (76, 2), (68, 2), (60, 3), (52, 4))
_ELEMENT = re.compile(r"<svg [^>]*viewBox=\"(?P<box>[^\"]+)\"[^>]*>(?P<lines>.*?)</svg>", re.DOTALL)
_WORDS = re.compile(r"<text\b.*?</text>", re.DOTALL)


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


def shared(address: str) -> bool:
    """Whether links of a site at `address` can be shared at all: it is set, and not that of `make serve`."""
    return bool(address) and urlsplit(address).hostname not in LOCAL


def image_path(page: Page) -> str:
    """Path below the site's root of the picture of a page: its own, or that of the site."""
    return f"{FOLDER}/{page.url.rstrip('/')}.png" if page.kind in KINDS else SITE


def share_images(library: Library, site_name: str, site_line: str) -> dict[str, ShareImage]:
    """Every picture by its path below the site's root."""
    images = {SITE: ShareImage(site_name, "", site_name, site_line, MARK)}
    for page in library.pages.values():
        if page.kind in KINDS:
            title, line = (curled_text(words)[0] for words in (titled(page), page.summary))
            figure = _figure(library, page)
            images[image_path(page)] = ShareImage(site_name, KINDS[page.kind], title, line, *figure)
    return images


def _figure(library: Library, page: Page) -> tuple[str] | tuple[str, int, int]:
    """What a picture draws; beside its words, also the width that it takes and their most lines."""
    if isinstance(page, Practice):
        width, height, path = drawing(page)
        if page.practice_kind != "breath":
            return shape_beside(path, width, height, SHAPE_SIDE), SHAPE_SIDE, 3
        below = breath_below(path, width, height)
        if page.slug in SIGNS:
            return sign_above(SIGNS[page.slug], SIGN_SIDE) + below, SIGN_SIDE, 2
        return (below,)
    names = [call.arguments[0] for call in library.calls[page.path] if call.name == "diagram"]
    if not isinstance(page, Guide) or not names:
        return (MARK,)
    left, top = WIDTH - MARGIN - DIAGRAM_WIDTH, 100
    box = f'x="{left}" y="{top}" width="{DIAGRAM_WIDTH}" height="{HEIGHT - 2 * top}"'
    return drawing_alone(names[0], box), DIAGRAM_WIDTH, 3


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
    """A sign (SVG path in a square), `side` pixels wide and high, at the top right."""
    scale = side / SIDE
    return (
        f'<g transform="translate({WIDTH - MARGIN - side} 64) scale({scale:g})">{_stroked(path, scale)}</g>'
    )


def _stroked(path: str, scale: float = 1) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{BRAND}" stroke-width="{STROKE / scale:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


MARK = breath_below(BREATH, 175, 104)


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
    files = (Path(__file__), TOKENS, FONTS / HEADING, FONTS / TEXT)
    content = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(content + resvg_py.__version__.encode()).hexdigest()


def drawing_alone(name: str, box: str) -> str:
    """The lines of the drawing `name` as SVG that needs no stylesheet of a page, in the light colours.

    `box` is written into its element (`x="0" y="0" width="320"`). Its words are left out: this is for a
    picture so small that nobody could read them.
    """
    drawing = _ELEMENT.search(render(f"diagrams/drawings/{name}.html", name=name))
    if drawing is None:
        raise ValueError(
            f"overrides/components/diagrams/drawings/{name}.html: there is no <svg> with a viewBox in it."
        )
    lines = _WORDS.sub("", drawing["lines"])
    start = f'<svg {box} viewBox="{drawing["box"]}" class="diagram__drawing">'
    return f"{start}<style>{_styles()}</style>{lines}</svg>"


@cache
def _styles() -> str:
    """diagrams.css for a screen, with the light colours of tokens.css in place of their names."""
    sheet = (COMPONENTS / "diagrams" / "diagrams.css").read_text(encoding="utf-8")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    screen = sheet.partition("@media")[0].replace(".md-typeset ", "").replace("currentcolor", INK)
    return re.sub(r"var\(--([\w-]+)\)", lambda name: COLOURS.get(name[1], "initial"), screen)
