"""One session on one clock: get ready, run, pause, slow down, stop, end; whatever the
device does meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.layout import box_of
from tests.support.timer import FAKE_AUDIO, FRAME_MS, OpenTimer, Timer


def test_two_taps_lead_to_the_first_breath_and_all_parts_show_one_moment(open_timer: OpenTimer) -> None:
    timer = open_timer()
    timer.press("Start")
    assert (timer.state, timer.shown) == ("ready", ("Get ready", "3"))
    timer.run(1500)
    timer.press("Pause")
    timer.jump(60_000)
    timer.press("Resume")
    assert (timer.state, timer.shown) == ("ready", ("Get ready", "2"))
    timer.run(1500 + FRAME_MS)  # the count ends by itself
    assert (timer.state, timer.shown) == ("running", ("Breathe in", "4"))
    timer.press("Stop", "Start", "Skip the count")
    assert (timer.state, timer.shown) == ("running", ("Breathe in", "4"))
    timer.run(2000)
    assert timer.shown == ("Breathe in", "2")
    fills = timer.page.eval_on_selector_all(
        ".practice-timer__arc",
        "all => all.map((e) => [e.getAttribute('display'), e.getAttribute('stroke-dasharray')])",
    )
    assert fills == [["inline", "0.5 2"], ["none", "0 2"]]
    assert float(timer.part("disc").get_attribute("r") or 0) == pytest.approx(76, abs=0.6)
    timer.run(4000)
    assert timer.part("dial").get_attribute("data-phase") == "out"
    timer.press("Pause")
    timer.jump(3_600_000)
    assert timer.shown == ("Breathe out", "4")
    assert timer.text("facts") == "Round 1 of 18 · 2 min 54 s left"
    timer.press("Resume")
    timer.run(1000)
    assert timer.shown == ("Breathe out", "3")


def test_stop_opens_three_things_to_do_and_help(open_timer: OpenTimer) -> None:
    timer = open_timer()
    out = timer.part("out")
    timer.begin()
    timer.run(7000)
    assert not out.is_visible()
    timer.press("Stop")
    assert (timer.state, timer.focused) == ("stopped", "Whenever you stop")
    assert timer.root.locator(".practice-timer__ways li:visible").count() == 3
    for link in ("Get help now", "Another practice"):
        assert out.get_by_role("link", name=link).is_visible()
    timer.run(20_000)
    assert timer.state == "stopped"
    timer.press("Start")
    assert not out.is_visible()


def test_a_session_ends_after_an_out_breath_and_tells_each_event_once(open_timer: OpenTimer) -> None:
    timer = open_timer("halves")  # the last round has no rest after its breath out
    timer.begin()
    tracks = "all => all.map((e) => e.getTotalLength())"
    assert min(timer.page.eval_on_selector_all(".practice-timer__track", tracks)) > 5
    timer.run(1000)
    timer.press("Pause", "Resume")
    timer.jump(12_000 - 10)
    assert timer.text("word") == "Out"
    timer.run(10 + FRAME_MS)
    assert (timer.state, timer.text("word")) == ("ended", "Finished")
    shares = "all => all.map((e) => e.getAttribute('stroke-dasharray'))"
    assert timer.page.eval_on_selector_all(".practice-timer__arc", shares) == ["1 2", "1 2", "0 2"]
    timer.run(60_000)
    assert timer.state == "ended"
    assert [name for name, _ in timer.happened] == ["start", "pause", "resume", "end"]
    assert len({detail["startedAt"] for _, detail in timer.happened}) == 1
    assert timer.happened[-1][1]["elapsedMs"] >= 13_000


ANSWERS = (
    ("A bit better", "easier", "you can plan it", "Plan four weeks"),
    ("No different", "same", "Another kind of practice", "Body scan"),
    ("Worse", "worse", "did nothing wrong", "Look around the room"),
)


def test_the_end_asks_first_then_leads_on_and_each_answer_is_given_once(open_timer: OpenTimer) -> None:
    timer = open_timer("halves", query="?rounds=1")
    end = timer.part("end")
    for answer, value, words, link in ANSWERS:
        timer.begin()
        timer.jump(5000)
        assert timer.focused.startswith("How is it now?")
        assert box_of(timer.root.get_by_text("How is it now?")).bottom <= box_of(timer.button("Again")).top
        timer.press(answer)
        assert words in timer.text("reply")
        for name in (link, "Another practice", "Write one line"):
            assert end.get_by_role("link", name=name).is_visible()
        assert timer.root.locator("[data-answer]:visible").count() == 1
        assert timer.button("Worse").count() == 0
        name, detail = timer.happened[-1]
        assert (name, detail["answer"]) == ("answer", value)
        assert timer.part("out").is_visible() == (value == "worse")
    assert timer.focused == "Whenever you stop"
    timer.button("Again").press("Enter")
    assert (timer.state, timer.focused) == ("ready", "Pause")


def hide_and_return(timer: Timer) -> None:
    timer.hide()
    timer.jump(600_000)
    timer.hide(False)


DIALOG = "document.body.append(document.createElement('dialog')); document.querySelector('dialog').{}()"
PAUSES: dict[str, Callable[[Timer], Any]] = {  # what is said, and what happened
    "slept": lambda timer: timer.freeze(600_000),
    "while you were away": hide_and_return,
    "while something else was open": lambda timer: [
        timer.page.evaluate(DIALOG.format(act)) for act in ("showModal", "remove")
    ],
}


def test_whatever_the_device_does_a_session_goes_on_and_ends_on_time(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?rounds=6")
    timer.begin()
    timer.run(500)
    timer.freeze(4500)  # a page that stood still: the next frame is right
    timer.run(FRAME_MS)
    for words, interrupt in PAUSES.items():
        before = (timer.shown, timer.text("facts"))
        assert before == (("Breathe out", "5"), "Round 1 of 6 · 55 s left")
        interrupt(timer)
        assert timer.state == "paused"
        assert words in timer.text("status")
        assert (timer.shown, timer.text("facts")) == before
        timer.press("Resume")
    for hours in (1, -1):  # somebody sets the clock
        set_clock = "(ms) => { const real = Date.now; Date.now = () => real() + ms; }"
        timer.page.evaluate(set_clock, hours * 3_600_000)
        timer.run(500)
    assert (timer.state, timer.shown) == ("running", ("Breathe out", "4"))
    timer.jump(60_000 - 6000 - 5 * FRAME_MS)
    assert (timer.state, timer.shown) == ("running", ("Breathe out", "1"))
    timer.run(10 * FRAME_MS)
    assert timer.state == "ended"


def test_a_session_that_was_left_is_offered_where_it_belongs_until_it_is_over(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?rounds=3")
    address, offer = timer.page.url, timer.root.locator("button[name=goOn]")
    timer.begin()
    timer.press("Slower")
    timer.run(21_000)
    timer.page.get_by_role("link", name="After the timer").click()
    timer.page.wait_for_url("**/help/")
    timer.visit(address.replace("longer-out-breath", "halves"))
    assert not offer.is_visible()
    timer.visit(address)
    timer.press("Go on at round 3 of 3")
    assert (timer.state, timer.text("facts")) == ("running", "Round 3 of 3 · 11 s left")
    timer.jump(12_000)
    assert timer.state == "ended"
    timer.visit()
    assert not offer.is_visible()
    timer.begin()
    timer.run(5000)
    timer.press("Stop")
    timer.visit()
    assert not offer.is_visible()


def test_the_pace_changes_with_the_next_breath_in_and_the_end_at_once(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?rounds=3")
    timer.begin()
    timer.press("Faster")
    assert timer.text("status") == "Faster from the next breath in: 28 s left."
    timer.press("Slower")
    timer.run(14_000)
    timer.press("Slower")
    assert timer.text("status") == "Slower from the next breath in: 17 s left."
    assert timer.text("facts") == "Round 2 of 3 · 17 s left"
    timer.run(5500)
    assert timer.shown == ("Breathe out", "1")
    timer.run(5000 - FRAME_MS)
    assert timer.shown == ("Breathe in", "1")
    timer.press("Faster")
    assert timer.text("status") == "This is the last breath, so the pace stays."
    timer.press("Stop")
    timer.begin()
    timer.press(*["Slower"] * 9)
    assert timer.text("status") == "This is as slow as this practice goes."


def test_what_has_no_end_goes_on_and_says_so(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?rounds=open")
    assert timer.text("facts") == "Until I stop · 6 breaths a minute"
    timer.begin()
    timer.jump(65_000)
    assert timer.text("facts") == "Round 7 · 1 min 5 s so far"
    assert timer.shown == ("Breathe out", "5")
    timer = open_timer("gentle-walk")
    timer.begin()
    timer.run(1000)
    assert timer.shown == ("Gentle walk", "9:59")
    timer.press("Stop")
    timer.pick("Length", "How long", "Until I stop")
    timer.begin()
    timer.jump(65_000)
    assert timer.text("facts") == "1 min 5 s so far"


def test_steps_run_one_can_be_left_out_and_they_stretch_to_a_chosen_length(open_timer: OpenTimer) -> None:
    timer = open_timer("body-scan")
    timer.begin()
    assert (timer.shown, timer.text("next")) == (("Settle where you are", "20"), "Next: Feet")
    timer.run(4000)
    timer.press("Next step")
    assert (timer.shown, timer.text("facts")) == (("Feet", "20"), "Step 2 of 4 · 1 min 5 s left")
    timer.run(20_000)
    assert timer.text("word") == "Legs and hips"
    timer.press("Pause", "Next step")
    assert timer.text("word") == "Come back to the room"
    timer.press("Next step")  # what was skipped is no practice
    assert (timer.state, timer.text("status")) == (
        "ended",
        "Finished. 24 s.",
    )  # what was skipped is no practice
    assert timer.happened[-1][1]["elapsedMs"] == pytest.approx(24_000, abs=100)
    timer.pick("Length", "How long", "3 min")
    assert timer.text("facts") == "4 steps, 3 min"
    timer.begin()
    assert timer.shown == ("Settle where you are", "42")


def test_a_screen_reader_hears_three_things_and_each_phase_only_when_asked_for(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?rounds=6")
    timer.press("Start")
    assert timer.root.get_by_role("timer").get_attribute("aria-live") is None
    assert timer.root.locator("[role=timer] [role=status], [role=timer] [aria-live]").count() == 0
    for _ in range(16):
        timer.run(4000)
    assert timer.said == ["Started. 6 rounds, 1 min.", "Halfway.", "Finished. 6 rounds, 1 min."]
    timer.tick("Tell my screen reader each phase")
    timer.begin()
    for _ in range(12):
        timer.run(1000)
    assert timer.said[3:] == ["Started. 6 rounds, 1 min.", "Breathe in", "Breathe out", "Breathe in"]


def test_space_and_enter_stay_with_the_buttons(open_timer: OpenTimer) -> None:
    timer = open_timer()
    timer.button("Start").focus()
    for key, state in (("Space", "ready"), ("Enter", "paused"), ("Space", "ready")):
        timer.page.keyboard.press(key)
        assert timer.state == state
    timer.part("facts").click()
    timer.page.keyboard.press("Space")  # not on a button: the page scrolls, as everywhere
    assert timer.state == "ready"


def test_several_timers_run_independently_and_all_stop_with_the_page(open_timer: OpenTimer) -> None:
    several = open_timer("several/", query="?rounds=7", scripts=(FAKE_AUDIO,))
    assert several.text("facts").startswith("18 rounds")  # an address speaks to the timer of its own page
    timers = several.page.locator("practice-timer")
    assert timers.count() == several.page.locator("practice-timer[data-state=idle]").count() == 11
    timers.nth(0).get_by_role("button", name="Start", exact=True).click()
    several.run(5000)
    timers.nth(1).get_by_role("button", name="Start", exact=True).click()
    several.run(1000)
    words = [timers.nth(index).locator(".practice-timer__word").inner_text() for index in (0, 1)]
    assert words == ["Breathe in", "Get ready"]
    assert timers.nth(10).get_attribute("data-state") == "idle"
    several.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert several.page.locator("practice-timer[data-state=paused]").count() == 2


def test_out_of_the_page_it_stops_and_without_its_list_it_stays_as_printed(open_timer: OpenTimer) -> None:
    timer = open_timer()
    timer.begin()
    timer.run(1000)
    timer.page.evaluate("() => { window.taken = document.querySelector('practice-timer'); taken.remove(); }")
    timer.run(5000)
    assert timer.page.evaluate("taken.dataset.state") == "paused"
    timer.page.evaluate("document.querySelector('.practice-timer-frame').append(taken)")
    timer.press("Resume")
    timer.run(1000)
    assert timer.state == "running"
    assert timer.button("Pause").count() == 1
    timer.page.evaluate("document.body.append(document.createElement('practice-timer'))")
    (fault,) = timer.faults
    assert "practice-timer: the page stays as printed" in fault
    timer.faults.clear()
    assert timer.state == "running"
