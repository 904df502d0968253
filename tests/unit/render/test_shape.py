"""The shape of a practice: one line at one scale, a ring of steps, a quiet arch."""

import dataclasses
import re
from itertools import pairwise

import pytest

from macros.content.model import Practice
from macros.render.shape import PIXELS_A_SECOND, RING, SIGNS, shape
from tests.zoo.samples import ALL, BOX, FOUR_SEVEN_EIGHT, HALVES, LONGER, LONGEST, REST, SCAN, SIGHING, WALK


def path(practice: Practice) -> str:
    return re.search(r' d="([^"]+)"', shape(practice))[1]  # type: ignore[index]


def size(practice: Practice) -> tuple[float, ...]:
    return tuple(map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', shape(practice))[0]))


def test_one_colour_one_weight_no_fill_no_style() -> None:
    line = 'aria-hidden="true" focusable="false" [^>]* fill="none" stroke="currentColor" [^>]*"round"[^>]*'
    for practice in ALL:
        assert re.fullmatch(rf'<svg class="[^"]+" {line}><path d="[^"]+"/></svg>', shape(practice))


@pytest.mark.parametrize(
    ("practice", "seconds"),
    [(LONGER, 20), (BOX, 16), (FOUR_SEVEN_EIGHT, 19), (SIGHING, 18), (HALVES, 18), (LONGEST, 35)],
)
def test_longer_breaths_look_longer_at_one_scale_and_height(practice: Practice, seconds: float) -> None:
    assert size(practice) == (seconds * PIXELS_A_SECOND + 8, 52)


def test_in_goes_up_hold_stays_level_out_comes_down_and_two_breaths_in_are_two_rises() -> None:
    assert path(BOX) == "M4 48C20.8 48 27.2 4 44 4H84C100.8 4 107.2 48 124 48H164"
    first, second, out = [float(part.split(" ")[5]) for part in path(SIGHING).split("C")[1:4]]
    assert first > second == 4
    assert out == 48


def test_the_line_is_continuous_and_stays_inside() -> None:
    for practice in (LONGER, BOX, SIGHING, HALVES, LONGEST):
        width, _ = size(practice)
        xs = [float(x) for x in re.findall(r"(?:H|(?:[\d.]+ ){4})([\d.]+)", path(practice))]
        assert all(before <= after for before, after in pairwise(xs))
        assert max(xs) <= width - 4 + 0.05
        assert path(practice).count("M") == 1


def test_steps_are_a_ring_of_one_segment_a_step_and_an_open_practice_is_an_arch_with_its_bells() -> None:
    scan, walk = (dataclasses.replace(practice, slug="without-a-sign") for practice in (SCAN, WALK))
    assert (path(scan).count("A"), size(scan)) == (4, (2 * (RING + 4), 2 * (RING + 4)))
    assert path(walk).count("L") == 1  # ten minutes, a bell each five: one between start and end
    assert path(REST).count("L") == 0
    assert path(dataclasses.replace(walk, bell_minutes=1.0)).count("L") == 9


def test_what_is_no_breath_shows_its_sign_as_large_and_as_heavy_as_a_ring() -> None:
    assert f' d="{SIGNS[SCAN.slug]}"' in shape(SCAN)
    assert 'viewBox="0 0 32 32" width="64" height="64"' in shape(SCAN)
    assert 'stroke-width="1.5"' in shape(SCAN)


def test_size_scales_the_picture_and_not_the_drawing() -> None:
    assert 'viewBox="0 0 208 52" width="416" height="104"' in shape(LONGER, size=2)
