"""The pictures of shared links: their size, their drawing, their keys, and which page shows which."""

import dataclasses
import io
import math
import re

import pytest
from PIL import Image, ImageColor

from macros.content.library import Library
from macros.content.macro_calls import DIAGRAMS
from macros.render import share_image
from macros.render.shape import SIGNS, drawing
from macros.render.share_image import SITE, ShareImage, drawing_alone, image_path, shape_beside
from tests.zoo.samples import BOX, SCAN, WALK

PLAIN = ShareImage("Site", "Guide", "Why boundaries fail when alarmed", "A plain line.", share_image.MARK)
FRAME = 'x="660" y="100" width="460" height="430"'


@pytest.fixture(scope="module")
def images(library: Library) -> dict[str, ShareImage]:
    """The pictures of the real site."""
    return share_image.share_images(library, "Steady Ground", "A line.")


def opened(image: ShareImage) -> Image.Image:
    return Image.open(io.BytesIO(image.png())).convert("RGB")


def pixels(image: Image.Image, box: tuple[int, int, int, int], colour: str) -> int:
    """How many pixels inside `box` (left, top, right, bottom) have a colour, or nearly."""
    wanted = ImageColor.getrgb(colour)
    counted = image.crop(box).getcolors(1 << 20) or []
    return sum(count for count, near in counted if math.dist(near, wanted) < 12)  # type: ignore[arg-type, misc]


def test_a_picture_has_the_size_that_is_asked_for_weighs_little_and_is_always_the_same() -> None:
    png = PLAIN.png()
    assert Image.open(io.BytesIO(png)).size == (1200, 630)
    assert len(png) < 60_000
    assert dataclasses.replace(PLAIN).png() == png


def test_whatever_shows_changes_the_key() -> None:
    for field in ("title", "line", "site", "drawing"):
        assert dataclasses.replace(PLAIN, **{field: "Another"}).key != PLAIN.key  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("drawn", "box"),
    [
        (share_image.breath_below(drawing(BOX)[2], *drawing(BOX)[:2]), (80, 400, 700, 540)),
        (shape_beside(drawing(SCAN)[2], *drawing(SCAN)[:2], 250), (870, 300, 1120, 540)),
        (shape_beside(drawing(WALK)[2], *drawing(WALK)[:2], 250), (870, 300, 1120, 540)),
        (drawing_alone("arousal-curve", FRAME), (660, 100, 1120, 530)),
    ],
)
def test_the_drawing_is_on_its_picture_and_nowhere_else(drawn: str, box: tuple[int, int, int, int]) -> None:
    image = opened(ShareImage("Site", "Practice", "Title", "Line.", drawn, 250))
    assert pixels(image, box, share_image.BRAND) > 400
    assert pixels(image, (0, 0, 1200, 540), share_image.BRAND) == pixels(image, box, share_image.BRAND)


def test_every_diagram_can_be_drawn_without_its_page() -> None:
    for name in DIAGRAMS:
        picture = opened(ShareImage("", "", "", "", drawing_alone(name, FRAME), 460))
        assert pixels(picture, (660, 100, 1120, 530), share_image.PAPER) < 196_000, name


def test_a_long_title_stays_on_the_picture() -> None:
    title = "Parasympathetic nervous systems and " * 4
    for beside in (0, 460):
        image = opened(dataclasses.replace(PLAIN, title=title, line="Words " * 60, beside=beside))
        for box in ((0, 0, 1200, 40), (1160, 0, 1200, 500), (0, 590, 1200, 630)):
            assert pixels(image, box, share_image.PAPER) == (box[2] - box[0]) * (box[3] - box[1])


def test_guides_practices_and_terms_have_their_own_picture_and_other_pages_that_of_the_site(
    library: Library, images: dict[str, ShareImage]
) -> None:
    own = [*library.guides.values(), *library.practices.values(), *library.terms.values()]
    assert {image_path(page) for page in own} | {SITE} == set(images)
    assert image_path(library.pages["about/privacy.md"]) == SITE
    assert len({image.key for image in images.values()}) == len(images) == len(own) + 1
    written = [image.title + image.line for image in images.values()]
    assert [words for words in written if re.search("['\"]", words)] == []


def test_a_practice_shows_its_sign_and_a_guide_its_diagram(
    library: Library, images: dict[str, ShareImage]
) -> None:
    practices = library.practices.values()
    assert [p.slug for p in practices if SIGNS[p.slug] not in images[image_path(p)].drawing] == []
    assert len(set(SIGNS.values())) == len(SIGNS)
    with_diagram = {path for path, _ in library.calls_of("diagram") if library.pages[path].kind == "guide"}
    drawings = {guide.path: images[image_path(guide)].drawing for guide in library.guides.values()}
    assert {path for path, drawn in drawings.items() if "diagram__drawing" in drawn} == with_diagram


def test_only_a_public_address_is_shared() -> None:
    assert share_image.shared("https://a.example/g/")
    assert not any(map(share_image.shared, ("", "http://127.0.0.1:8000/", "http://localhost/")))
