"""The drawing beside a timer lights what belongs to the present step, for as long as
the reader's timer is at it."""

from tests.support.layout import box_of
from tests.support.timer import OpenTimer, Timer

FEET, HOLDS, GAZE = "2 3 4", "5", "1 6"
LIT = """all => [...new Set(all
  .filter((part) => getComputedStyle(part).getPropertyValue("--now"))
  .map((part) => part.dataset.steps))]"""


def lit(timer: Timer) -> list[str]:
    """The steps of the parts that are lit."""
    return list(timer.page.eval_on_selector_all(".practice-drawing [data-steps]", LIT))


def test_the_lit_part_follows_the_timer_and_nothing_else(open_timer: OpenTimer) -> None:
    timer = open_timer("drawn/", viewport={"width": 390, "height": 844})
    floor = timer.page.locator(f".practice-drawing__part[data-steps='{FEET}']").first
    before = floor.evaluate("part => getComputedStyle(part).stroke")
    assert timer.root.locator(".practice-timer__drawing").count() == 0
    assert lit(timer) == []
    timer.press("Start")
    assert lit(timer) == []  # get ready
    timer.press("Skip the count")
    assert lit(timer) == [GAZE]
    copy = timer.part("drawing")  # in view beside the present step
    assert box_of(copy).top >= 0
    assert box_of(copy).bottom <= 844
    assert copy.get_attribute("aria-hidden") == "true"
    timer.run(10_100)
    assert lit(timer) == [FEET]
    assert floor.evaluate("part => getComputedStyle(part).stroke") != before
    timer.page.emulate_media(reduced_motion="reduce")
    timer.press("Pause")
    timer.jump(60_000)
    assert lit(timer) == [FEET]
    timer.press("Resume", *["Next step"] * 3)
    assert lit(timer) == [HOLDS]
    timer.press("Stop")
    assert lit(timer) == []
    timer.press("Start", "Skip the count", *["Next step"] * 5)
    assert lit(timer) == [GAZE]
    timer.run(10_100)
    assert (timer.state, lit(timer)) == ("ended", [])


def test_without_scripts_the_drawing_stands_whole(open_timer: OpenTimer) -> None:
    timer = open_timer("drawn/", javascript=False)
    assert timer.page.locator(".practice-drawing__picture").count() == 3
    assert timer.page.locator(".practice-drawing__words").all_inner_texts()[0] == "Both feet flat"
