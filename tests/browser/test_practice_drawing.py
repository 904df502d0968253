"""The drawing beside a timer lights what belongs to the present step, for as long as
the reader's timer is at it."""

from collections.abc import Callable

import pytest

from tests.support.timer import Timer

Open = Callable[..., Timer]
FEET, HOLDS, GAZE = "2 3 4", "5", "1 6"
LIT = """all => [...new Set(all
  .filter((part) => getComputedStyle(part).getPropertyValue("--now"))
  .map((part) => part.dataset.steps))]"""


def lit(timer: Timer) -> list[str]:
    """The steps of the parts that are lit."""
    return list(timer.page.eval_on_selector_all(".practice-drawing [data-steps]", LIT))


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_lit_part_follows_the_timer_and_nothing_else(timer: Open, motion: str) -> None:
    page = timer("drawn/", reduced_motion=motion)
    assert lit(page) == []
    page.press("Start")
    assert lit(page) == []  # get ready
    page.press("Skip the count")
    assert lit(page) == [GAZE]
    page.run(10_100)
    assert lit(page) == [FEET]
    page.press("Pause")
    page.jump(60_000)
    assert lit(page) == [FEET]
    page.press("Resume")
    for _ in range(3):
        page.press("Next step")
    assert lit(page) == [HOLDS]
    page.press("Stop")
    assert lit(page) == []


def test_at_the_end_of_the_session_nothing_is_lit(timer: Open) -> None:
    page = timer("drawn/")
    page.begin()
    for _ in range(5):
        page.press("Next step")
    assert lit(page) == [GAZE]
    page.run(10_100)
    assert page.state == "ended"
    assert lit(page) == []


def test_a_lit_part_looks_other_than_it_did(timer: Open) -> None:
    page = timer("drawn/")
    floor = page.page.locator(f".practice-drawing__part[data-steps='{FEET}']").first
    stroke = "part => getComputedStyle(part).stroke"
    before = floor.evaluate(stroke)
    page.begin()
    page.press("Next step")
    assert floor.evaluate(stroke) != before


def test_without_scripts_the_drawing_stands_whole(timer: Open) -> None:
    page = timer("drawn/", javascript=False)
    assert page.page.locator(".practice-drawing__picture").count() == 3
    assert page.page.locator(".practice-drawing__words").all_inner_texts()[0] == "Both feet flat"
