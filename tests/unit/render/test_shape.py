"""The shape of a practice: one line at one scale, a ring of steps, a quiet arch."""

import dataclasses
import re
from itertools import pairwise

import pytest

from macros.content.model import Practice
from macros.render.shape import PIXELS_A_SECOND, RING, shape
from macros.render.signs import SIGNS
from tests.zoo.samples import ALL, BOX, FOUR_SEVEN_EIGHT, HALVES, LONGER, LONGEST, REST, SCAN, SIGHING, WALK


def path(practice: Practice) -> str:
    return re.search(r' d="([^"]+)"', shape(practice))[1]  # type: ignore[index]


def size(practice: Practice) -> tuple[float, float]:
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)" width="([\d.]+)" height="([\d.]+)"', shape(practice))
    assert box
    return float(box[1]), float(box[2])


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_one_colour_one_weight_no_fill_no_style(practice: Practice) -> None:
    svg = shape(practice)
    assert 'fill="none" stroke="currentColor"' in svg
    assert 'stroke-linecap="round"' in svg
    assert "style" not in svg
    assert svg.count("<path") == 1
    assert 'aria-hidden="true"' in svg


@pytest.mark.parametrize(
    ("practice", "seconds"),
    [(LONGER, 20), (BOX, 16), (FOUR_SEVEN_EIGHT, 19), (SIGHING, 18), (HALVES, 18), (LONGEST, 35)],
)
def test_longer_breaths_look_longer_at_one_scale(practice: Practice, seconds: float) -> None:
    assert size(practice)[0] == seconds * PIXELS_A_SECOND + 8


def test_all_breaths_have_one_height() -> None:
    breaths = [practice for practice in ALL if practice.practice_kind == "breath"]
    assert len({size(practice)[1] for practice in breaths}) == 1


def test_in_goes_up_hold_stays_level_out_comes_down() -> None:
    assert path(BOX) == "M4 48C20.8 48 27.2 4 44 4H84C100.8 4 107.2 48 124 48H164"


def test_two_breaths_in_are_two_rises() -> None:
    ends = [float(part.split(" ")[5]) for part in path(SIGHING).split("C")[1:4]]
    assert ends[0] > ends[1] == 4
    assert ends[2] == 48


def test_the_line_is_continuous_and_stays_inside() -> None:
    for practice in (LONGER, BOX, SIGHING, HALVES, LONGEST):
        width, _ = size(practice)
        xs = [float(x) for x in re.findall(r"(?:H|(?:[\d.]+ ){4})([\d.]+)", path(practice))]
        assert all(before <= after for before, after in pairwise(xs))
        assert max(xs) <= width - 4 + 0.05
        assert path(practice).count("M") == 1


def test_steps_are_a_ring_of_one_segment_a_step_as_long_as_the_step() -> None:
    scan = dataclasses.replace(SCAN, slug="without-a-sign")
    assert path(scan).count("A") == 4
    assert size(scan) == (2 * (RING + 4), 2 * (RING + 4))


def test_an_open_practice_is_an_arch_with_its_bells_marked() -> None:
    walk = dataclasses.replace(WALK, slug="without-a-sign")
    assert path(walk).count("L") == 1  # ten minutes, a bell each five: one between start and end
    assert path(REST).count("L") == 0
    every_minute = dataclasses.replace(walk, bell_minutes=1.0)
    assert path(every_minute).count("L") == 9


def test_what_is_no_breath_shows_its_sign_as_large_and_as_heavy_as_a_ring() -> None:
    assert f' d="{SIGNS[SCAN.slug]}"' in shape(SCAN)
    assert 'viewBox="0 0 32 32" width="64" height="64"' in shape(SCAN)
    assert 'stroke-width="1.5"' in shape(SCAN)


def test_size_scales_the_picture_and_not_the_drawing() -> None:
    assert 'viewBox="0 0 208 52" width="416" height="104"' in shape(LONGER, size=2)
