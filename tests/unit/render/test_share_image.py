"""The pictures of shared links: their size, their drawing, their keys, and which page shows which."""

import dataclasses
import io
import math
import re
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from macros.content.library import Library
from macros.content.macro_calls import DIAGRAMS
from macros.render import share_image
from macros.render.diagrams import drawing_alone
from macros.render.shape import drawing
from macros.render.share_image import BRAND, PAPER, ShareImage, breath_below, shape_beside
from macros.render.share_images import MARK, SITE, image_path, share_images, shared
from macros.render.signs import SIGNS
from tests.zoo.samples import BOX, SCAN, WALK

TOKENS = Path(__file__).resolve().parents[3] / "docs" / "assets" / "tokens.css"
PLAIN = ShareImage("Site", "Guide", "Why boundaries fail when the body is alarmed", "A plain line.", MARK)
FRAME = 'x="660" y="100" width="460" height="430"'


def opened(image: ShareImage) -> Image.Image:
    return Image.open(io.BytesIO(image.png())).convert("RGB")


def pixels(image: Image.Image, box: tuple[int, int, int, int], colour: str) -> int:
    """How many pixels inside `box` (left, top, right, bottom) have a colour, or nearly."""
    wanted = ImageColor.getrgb(colour)
    counted = image.crop(box).getcolors(1 << 20) or []
    return sum(count for count, near in counted if math.dist(near, wanted) < 12)  # type: ignore[arg-type, misc]


def test_a_picture_has_the_size_that_is_asked_for_and_weighs_little() -> None:
    png = PLAIN.png()
    assert Image.open(io.BytesIO(png)).size == (1200, 630)
    assert len(png) < 60_000


def test_the_same_words_give_the_same_picture() -> None:
    assert PLAIN.png() == dataclasses.replace(PLAIN).png()


@pytest.mark.parametrize(
    "change", [{"title": "Another"}, {"line": "Another."}, {"site": "X"}, {"drawing": "<g/>"}]
)
def test_whatever_shows_changes_the_key(change: dict[str, str]) -> None:
    assert dataclasses.replace(PLAIN, **change).key != PLAIN.key  # type: ignore[arg-type]


def test_the_colours_are_the_tokens() -> None:
    text = TOKENS.read_text(encoding="utf-8")
    light = dict(
        re.findall(r"--([\w-]+): (#\w+);", text[text.index(":root {\n  --paper") :].partition("}")[0])
    )
    for name in ("paper", "ink", "ink-soft", "brand"):
        assert getattr(share_image, name.upper().replace("-", "_")) == light[name]


@pytest.mark.parametrize(
    ("drawn", "box"),
    [
        (breath_below(drawing(BOX)[2], *drawing(BOX)[:2]), (80, 400, 700, 540)),
        (shape_beside(drawing(SCAN)[2], *drawing(SCAN)[:2], 250), (870, 300, 1120, 540)),
        (shape_beside(drawing(WALK)[2], *drawing(WALK)[:2], 250), (870, 300, 1120, 540)),
        (drawing_alone("arousal-curve", FRAME), (660, 100, 1120, 530)),
    ],
    ids=["breath", "ring", "arch", "diagram"],
)
def test_the_drawing_is_on_its_picture_and_nowhere_else(drawn: str, box: tuple[int, int, int, int]) -> None:
    image = opened(ShareImage("Site", "Practice", "Title", "Line.", drawn, 250))
    assert pixels(image, box, BRAND) > 400
    assert pixels(image, (0, 0, 1200, 540), BRAND) == pixels(image, box, BRAND)


def test_every_diagram_can_be_drawn_without_its_page() -> None:
    pictures = {
        name: opened(ShareImage("", "", "", "", drawing_alone(name, FRAME), 460)) for name in DIAGRAMS
    }
    empty = [
        name for name, picture in pictures.items() if pixels(picture, (660, 100, 1120, 530), PAPER) > 196_000
    ]
    assert empty == []


def test_a_long_title_stays_on_the_picture() -> None:
    title = "Parasympathetic nervous systems and " * 4
    for beside in (0, 460):
        image = opened(dataclasses.replace(PLAIN, title=title, line="Words " * 60, beside=beside))
        for box in ((0, 0, 1200, 40), (1160, 0, 1200, 500), (0, 590, 1200, 630)):
            assert pixels(image, box, PAPER) == (box[2] - box[0]) * (box[3] - box[1])


def test_guides_practices_and_terms_have_their_own_picture_and_other_pages_that_of_the_site(
    library: Library,
) -> None:
    images = share_images(library, "Steady Ground", "A line.")
    own = [*library.guides.values(), *library.practices.values(), *library.terms.values()]
    assert {image_path(page) for page in own} | {SITE} == set(images)
    assert image_path(library.pages["about/privacy.md"]) == SITE
    assert len({image.key for image in images.values()}) == len(images) == len(own) + 1
    written = [image.title + image.line for image in images.values()]
    assert [words for words in written if re.search("['\"]", words)] == []


def test_every_practice_shows_the_sign_by_which_it_is_known(library: Library) -> None:
    images = share_images(library, "Steady Ground", "A line.")
    practices = library.practices.values()
    assert [p.slug for p in practices if SIGNS[p.slug] not in images[image_path(p)].drawing] == []
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_a_guide_with_a_diagram_shows_it(library: Library) -> None:
    images = share_images(library, "Steady Ground", "A line.")
    guides = {path: images[image_path(page)] for path, page in library.pages.items() if page.kind == "guide"}
    with_diagram = {path for path in guides if any(call.name == "diagram" for call in library.calls[path])}
    assert {path for path, image in guides.items() if "diagram__drawing" in image.drawing} == with_diagram


@pytest.mark.parametrize(
    ("address", "is_shared"),
    [
        ("https://a.example/g/", True),
        ("", False),
        ("http://127.0.0.1:8000/", False),
        ("http://localhost/", False),
    ],
)
def test_only_a_public_address_is_shared(address: str, is_shared: bool) -> None:
    assert shared(address) is is_shared
