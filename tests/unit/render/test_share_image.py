"""The pictures of shared links: their size, their shape, their keys, and which page shows which."""

from __future__ import annotations

import dataclasses
import io
import math
import re
from pathlib import Path

import pytest
from PIL import Image

from macros.content.library import Library
from macros.render.shape import drawing
from macros.render.share_image import COLOURS, ShareImage, flattened
from macros.render.share_images import SITE, image_path, share_images, shared
from tests.zoo.samples import BOX, SCAN, WALK

TOKENS = Path(__file__).resolve().parents[3] / "docs" / "assets" / "tokens.css"
PLAIN = ShareImage("Steady Ground", "Guide", "Why boundaries fail when the body is alarmed", "A plain line about it.")


def opened(image: ShareImage) -> Image.Image:
    return Image.open(io.BytesIO(image.png())).convert("RGB")


def test_a_picture_has_the_size_that_is_asked_for_and_weighs_little() -> None:
    png = PLAIN.png()
    assert Image.open(io.BytesIO(png)).size == (1200, 630)
    assert len(png) < 60_000


def test_the_same_words_give_the_same_picture_and_key() -> None:
    assert PLAIN.png() == dataclasses.replace(PLAIN).png()
    assert PLAIN.key == dataclasses.replace(PLAIN).key


@pytest.mark.parametrize("change", [{"title": "Another"}, {"line": "Another."}, {"site": "Else"}, {"path": "M0 0H9"}])
def test_whatever_shows_changes_the_key(change: dict[str, str]) -> None:
    assert dataclasses.replace(PLAIN, **change).key != PLAIN.key  # type: ignore[arg-type]


def test_the_colours_are_the_tokens() -> None:
    light = re.findall(r":root \{\n(  --paper[^}]*)", TOKENS.read_text(encoding="utf-8"))[0]
    assert {name: re.search(rf"--{name}: (#\w+)", light)[1] for name in COLOURS} == COLOURS  # type: ignore[index]


@pytest.mark.parametrize("practice", [BOX, SCAN, WALK], ids=lambda practice: practice.slug)
def test_the_shape_of_the_practice_is_on_its_picture(practice: object) -> None:
    width, height, path = drawing(practice)  # type: ignore[arg-type]
    joined = practice is BOX
    image = opened(ShareImage("Site", "Practice", "Title", "Line.", path, (width, height), joined))
    bare = opened(ShareImage("Site", "Practice", "Title", "Line.", "M0 0H1", (1, 1), joined))
    assert image.tobytes() != bare.tobytes()
    brand = tuple(int(COLOURS["brand"][at : at + 2], 16) for at in (1, 3, 5))
    above = image.crop((0, 300, 1200, 540)).getcolors(1 << 20) or []
    assert sum(count for count, colour in above if math.dist(colour, brand) < 12) > 400  # type: ignore[arg-type, misc]


def test_a_long_title_stays_on_the_picture() -> None:
    image = opened(dataclasses.replace(PLAIN, title="Parasympathetic nervous systems and " * 4, line="Words " * 60))
    paper = tuple(int(COLOURS["paper"][at : at + 2], 16) for at in (1, 3, 5))
    for box in ((0, 0, 1200, 40), (1160, 0, 1200, 500), (0, 590, 1200, 630)):
        colours = image.crop(box).getcolors(1 << 20) or []
        assert all(math.dist(colour, paper) < 6 for _, colour in colours)  # type: ignore[arg-type]


def test_paths_become_points() -> None:
    assert list(flattened("M0 0H4L4 2M9 9L9 1")) == [[(0, 0), (4, 0), (4, 2)], [(9, 9), (9, 1)]]
    [half] = flattened("M0 10A10 10 0 0 1 20 10")
    assert half[-1] == pytest.approx((20, 10), abs=1e-6)
    assert min(y for _, y in half) == pytest.approx(0, abs=0.1)
    [most] = flattened("M10 0A10 10 0 1 1 0 10")
    assert max(x for x, _ in most) == pytest.approx(20, abs=0.1)


def test_each_guide_practice_and_term_has_its_own_and_other_pages_that_of_the_site(library: Library) -> None:
    images = share_images(library, "Steady Ground", "A line.")
    own = [*library.guides.values(), *library.practices.values(), *library.terms.values()]
    assert len(images) == len(own) + 1
    assert {image_path(page) for page in own} | {SITE} == set(images)
    assert image_path(library.pages["about/privacy.md"]) == SITE
    assert len({image.key for image in images.values()}) == len(images)


@pytest.mark.parametrize(
    ("address", "is_shared"),
    [("https://a.example/g/", True), ("", False), ("http://127.0.0.1:8000/", False), ("http://localhost/", False)],
)
def test_only_a_public_address_is_shared(address: str, is_shared: bool) -> None:
    assert shared(address) is is_shared
