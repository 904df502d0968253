"""One session on one clock: get ready, run, pause, slow down, stop, end; whatever the
device does meanwhile."""

import json
import re
from collections.abc import Callable

import pytest

from tests.support.timer import FAKE_AUDIO, Timer, phase_at
from tests.zoo.samples import FOUR_SEVEN_EIGHT

Open = Callable[..., Timer]
FRAME = 17


def shown(timer: Timer) -> tuple[str, str]:
    return timer.text("word"), timer.text("number")


def test_two_taps_from_arriving_to_the_first_breath(timer: Open) -> None:
    page = timer()
    page.press("Start")
    assert page.state == "ready"
    assert shown(page) == ("Get ready", "3")
    page.run(1100)
    assert shown(page) == ("Get ready", "2")
    page.press("Skip the count")
    assert page.state == "running"
    assert shown(page) == ("Breathe in", "4")


def test_the_get_ready_count_ends_by_itself(timer: Open) -> None:
    page = timer()
    page.press("Start")
    page.run(3000 + FRAME)
    assert page.state == "running"
    assert shown(page) == ("Breathe in", "4")


def test_word_number_ring_and_disc_come_from_one_moment(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(2000)
    assert shown(page) == ("Breathe in", "2")
    fills = page.page.eval_on_selector_all(
        ".practice-timer__arc",
        "all => all.map((e) => [e.getAttribute('display'), e.getAttribute('stroke-dasharray')])",
    )
    assert fills[0] == ["inline", "0.5 2"]
    assert fills[1][0] == "none"
    assert float(page.part("disc").get_attribute("r") or 0) == pytest.approx(76, abs=0.6)
    page.run(4000)
    assert shown(page) == ("Breathe out", "4")
    assert page.part("dial").get_attribute("data-phase") == "out"
    assert page.text("facts") == "Round 1 of 18 · 2 min 54 s left"


def test_pause_stands_still_and_resume_goes_on_from_there(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(5000)
    page.press("Pause")
    before = (shown(page), page.text("facts"))
    page.jump(3_600_000)
    assert (shown(page), page.text("facts")) == before
    page.press("Resume")
    page.run(1000)
    assert shown(page) == ("Breathe out", "4")


def test_pausing_while_getting_ready_keeps_the_count(timer: Open) -> None:
    page = timer()
    page.press("Start")
    page.run(1500)
    page.press("Pause")
    page.jump(60_000)
    page.press("Resume")
    assert shown(page) == ("Get ready", "2")
    assert page.state == "ready"


def test_restart_begins_again(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(25_000)
    page.press("Pause")
    page.press("Restart")
    assert page.state == "ready"
    assert page.text("facts").startswith("Round 1 of 18")
    assert page.page.evaluate("document.activeElement.textContent") == "Pause"


def test_stop_opens_three_things_to_do_and_help(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(7000)
    page.press("Stop")
    assert page.state == "stopped"
    assert page.part("out").is_visible()
    assert page.root.locator(".practice-timer__ways li").count() == 3
    assert page.part("out").get_by_role("link", name="Get help now").is_visible()
    assert page.part("out").get_by_role("link", name="Another practice").is_visible()
    assert page.page.evaluate("document.activeElement.className") == "practice-timer__heading"
    page.run(20_000)
    assert page.state == "stopped"
    page.press("Start")
    assert not page.part("out").is_visible()


def test_stop_works_at_any_moment(timer: Open) -> None:
    page = timer()
    page.press("Start")
    page.press("Stop")
    assert page.part("out").is_visible()
    page.begin()
    page.press("Pause")
    page.press("Stop")
    assert page.part("out").is_visible()


@pytest.mark.parametrize(("slug", "total"), [("longer-out-breath", 180_000), ("four-seven-eight", 76_000)])
def test_a_session_ends_after_an_out_breath_and_stays_put(timer: Open, slug: str, total: int) -> None:
    page = timer(slug)
    page.begin()
    page.jump(total - 10)
    assert page.text("word") == "Breathe out"
    page.run(10 + FRAME)
    assert page.state == "ended"
    assert page.text("word") == "Finished"
    shares = page.page.eval_on_selector_all(
        ".practice-timer__arc", "all => all.map((e) => e.getAttribute('stroke-dasharray'))"
    )
    assert set(shares) == {"1 2"}
    assert page.part("end").is_visible()
    assert page.page.url.endswith(f"/practices/{slug}/")
    page.run(60_000)
    assert page.state == "ended"


def at_the_end(timer: Open) -> Timer:
    page = timer("halves")
    page.begin()
    page.jump(20_000)
    assert page.state == "ended"
    return page


def test_the_end_asks_first_and_then_leads_on(timer: Open) -> None:
    page = at_the_end(timer)
    question = page.root.get_by_text("How is it now?").bounding_box()
    again = page.root.get_by_role("button", name="Again", exact=True).bounding_box()
    assert question is not None
    assert again is not None
    assert question["y"] < again["y"]
    for name in ("Another practice", "Write one line"):
        assert page.part("end").get_by_role("link", name=name).is_visible()
    assert page.root.get_by_role("button", name="Start", exact=True).count() == 0
    assert page.page.evaluate("document.activeElement.className") == "practice-timer__asks"
    page.root.get_by_role("button", name="Again", exact=True).press("Enter")
    assert page.state == "ready"
    assert page.page.evaluate("document.activeElement.name") == "start"


@pytest.mark.parametrize(
    ("answer", "words", "link"),
    [
        ("A bit better", "you can plan it", "Plan four weeks"),
        ("No different", "Another kind of practice", "Body scan"),
        ("Worse", "did nothing wrong", "Look around the room"),
    ],
)
def test_each_answer_leads_on_and_is_given_once(timer: Open, answer: str, words: str, link: str) -> None:
    page = at_the_end(timer)
    page.press(answer)
    assert words in page.text("reply")
    assert page.part("end").get_by_role("link", name=link).is_visible()
    assert page.root.locator("[data-answer]:visible").count() == 1
    assert page.root.get_by_role("button", name="Worse").count() == 0
    assert [name for name, _ in page.happened] == ["start", "end", "answer"]


def test_worse_opens_the_way_out(timer: Open) -> None:
    page = at_the_end(timer)
    page.press("Worse")
    assert page.part("out").is_visible()
    assert page.happened[-1][1]["answer"] == "worse"
    assert page.page.evaluate("document.activeElement.textContent") == "Whenever you stop"


def test_what_is_picked_after_the_end_holds_for_the_next_start(timer: Open) -> None:
    page = timer("box-breathing")
    page.begin()
    page.jump(200_000)
    page.row("Pattern").get_by_label("Which one").select_option("4-0-4-0")
    assert page.root.locator(".practice-timer__phases li:visible").count() == 2
    page.press("Again")
    page.press("Skip the count")
    page.run(4100)
    assert page.text("word") == "Breathe out"


def test_thirty_minutes_end_within_one_frame_of_the_true_total(timer: Open) -> None:
    page = timer(query="?rounds=180")
    page.begin()
    for _ in range(29):
        page.jump(61_234)
    left = 1_800_000 - 29 * 61_234
    page.run(left - FRAME)
    assert page.state == "running"
    assert shown(page) == ("Breathe out", "1")
    page.run(2 * FRAME)
    assert page.state == "ended"


def test_ticks_once_a_second_show_the_right_phase(timer: Open) -> None:
    slow = """
      window.requestAnimationFrame = (paint) => setTimeout(() => paint(performance.now()), 1000);
      window.cancelAnimationFrame = clearTimeout;
      const often = setInterval; window.setInterval = (look, ms) => often(look, Math.max(1000, ms));"""
    page = timer("four-seven-eight", query="?rounds=31", scripts=(slow,))
    page.begin()
    for second in range(7, 588, 7):
        page.run(7000)
        number, word, count = phase_at(FOUR_SEVEN_EIGHT, second * 1000)
        assert shown(page) == (word, str(count))
        assert page.text("facts").startswith(f"Round {number} of 31")


def test_after_a_few_frozen_seconds_the_next_frame_is_right(timer: Open) -> None:
    page = timer("four-seven-eight", query="?rounds=100")
    page.begin()
    page.run(1234)
    page.freeze(4500)
    page.run(FRAME)
    _, word, count = phase_at(FOUR_SEVEN_EIGHT, 5734 + FRAME)
    assert shown(page) == (word, str(count))


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_set_forward_or_back_changes_nothing(timer: Open, hours: int) -> None:
    page = timer()
    page.begin()
    page.run(5000)
    page.page.evaluate("(ms) => { const real = Date.now; Date.now = () => real() + ms; }", hours * 3_600_000)
    page.run(1000)
    assert page.state == "running"
    assert shown(page) == ("Breathe out", "4")


def test_ten_minutes_in_which_nobody_looked_are_no_practice_whatever_the_clocks_say(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(5000)
    before = (shown(page), page.text("facts"))
    page.freeze(600_000)
    assert page.state == "paused"
    assert "slept" in page.text("status")
    assert (shown(page), page.text("facts")) == before
    page.press("Resume")
    page.run(1000)
    assert shown(page) == ("Breathe out", "4")


def test_a_hidden_tab_pauses_at_once_and_offers_to_go_on(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(5000)
    page.hide()
    assert page.state == "paused"
    page.jump(600_000)
    page.hide(False)
    assert page.state == "paused"
    assert "while you were away" in page.text("status")
    page.press("Resume")
    assert shown(page) == ("Breathe out", "5")


def test_leaving_the_page_pauses_and_coming_back_finds_it_paused(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(5000)
    page.page.get_by_role("link", name="After the timer").click()
    page.page.wait_for_url("**/help/")
    page.page.go_back()
    page.page.wait_for_selector("practice-timer[data-state]")
    assert page.state in {"paused", "idle"}
    page.run(10_000)
    assert page.state in {"paused", "idle"}


def test_a_page_kept_by_the_browser_comes_back_paused(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(5000)
    page.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.state == "paused"
    page.press("Resume")
    page.run(500)
    assert page.state == "running"


def test_a_session_left_by_a_reload_can_be_taken_up_again(timer: Open) -> None:
    page = timer()
    page.begin()
    page.press("Slower")
    page.run(25_000)
    page.page.reload()
    page.page.wait_for_selector("practice-timer[data-state=idle]")
    page.press("Go on at round 3 of 18")
    assert page.state == "running"
    assert page.text("facts").startswith("Round 3 of 18 · 2 min 52 s left") or "Round 3 of 18" in page.text(
        "facts"
    )
    page.run(1000)
    page.press("Stop")
    page.page.reload()
    page.page.wait_for_selector("practice-timer[data-state=idle]")
    assert not page.root.locator("button[name=goOn]").is_visible()


def test_a_session_left_by_a_link_waits_for_its_own_practice(timer: Open) -> None:
    page = timer("box-breathing")
    page.begin()
    page.run(20_000)
    address = page.page.url
    page.page.goto(address.replace("box-breathing", "halves"))
    page.page.wait_for_selector("practice-timer[data-state=idle]")
    assert not page.root.locator("button[name=goOn]").is_visible()
    page.page.goto(address)
    page.page.wait_for_selector("practice-timer[data-state=idle]")
    page.press("Go on at round 2 of 10")
    page.jump(200_000)
    assert page.state == "ended"
    page.page.reload()
    page.page.wait_for_selector("practice-timer[data-state=idle]")
    assert not page.root.locator("button[name=goOn]").is_visible()


SPANS = [{"kind": "in", "ms": 4000}, {"kind": "out", "ms": 6000}]


def left(spans: object = SPANS, rounds: object = 2, elapsed: object = 5000, practised: object = 5000) -> str:
    """A stored session of the first practice, as the timer stores it."""
    session = {"stretches": [{"spans": spans, "rounds": rounds}]}
    stored = {"slug": "longer-out-breath", "session": session, "elapsed": elapsed, "practised": practised}
    return json.dumps(stored)


LEFT_RUBBISH = [
    "not json",
    "{}",
    '{"slug": "longer-out-breath"}',
    left(spans=[]),
    left(spans=[{"kind": "in", "ms": 0}, {"kind": "out", "ms": 0}]),
    left(spans=[{"kind": "hold", "ms": 4000}, {"kind": "out", "ms": 6000}]),
    left(rounds=0),
    left(elapsed=1e9),
    left(elapsed="5000"),
    left(practised=None),
]


def test_rubbish_in_place_of_a_left_session_is_never_offered(timer: Open) -> None:
    page = timer()
    offer = page.root.locator("button[name=goOn]")
    page.page.evaluate("(text) => sessionStorage.setItem('practice-timer-session', text)", left())
    page.page.reload()
    offer.wait_for()  # this one is right
    for rubbish in LEFT_RUBBISH:
        page.page.evaluate("(text) => sessionStorage.setItem('practice-timer-session', text)", rubbish)
        page.page.reload()
        page.page.wait_for_selector("practice-timer[data-state=idle]")
        assert not offer.is_visible(), rubbish


def test_a_dialog_that_opens_pauses_the_session(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(5000)
    page.page.evaluate("document.body.append(document.createElement('dialog'))")
    page.page.evaluate("document.querySelector('dialog').showModal()")
    page.page.wait_for_selector("practice-timer[data-state=paused]", state="attached")
    page.page.evaluate("document.querySelector('dialog').close()")
    assert "while something else was open" in page.text("status")
    page.press("Resume")
    assert shown(page) == ("Breathe out", "5")


def test_slower_waits_for_the_next_breath_in_and_restates_the_end_at_once(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(14_000)
    page.press("Slower")
    assert page.text("status") == "Slower from the next breath in: 3 min 2 s left."
    assert page.text("facts") == "Round 2 of 18 · 3 min 2 s left"
    page.run(5500)
    assert shown(page) == ("Breathe out", "1")
    page.run(5000 - FRAME)
    assert shown(page) == ("Breathe in", "1")
    page.press("Faster")
    page.press("Faster")
    assert page.text("facts").startswith("Round 3 of 18")


def test_pace_has_bounds_and_the_last_breath_keeps_its_own(timer: Open) -> None:
    page = timer(query="?rounds=2")
    page.begin()
    for _ in range(9):
        page.press("Slower")
    assert page.text("status") == "This is as slow as this practice goes."
    page.run(11_000)
    page.press("Faster")
    assert page.text("status") == "This is the last breath, so the pace stays."


def test_open_ended_breathing_goes_on_and_says_so(timer: Open) -> None:
    page = timer(query="?rounds=open")
    assert page.text("facts") == "Until I stop · 6 breaths a minute"
    page.begin()
    page.jump(3_605_000)
    page.run(FRAME)
    assert page.text("facts") == "Round 361 · 60 min 5 s so far"
    assert shown(page) == ("Breathe out", "5")


def test_steps_run_and_one_can_be_left_out(timer: Open) -> None:
    page = timer("body-scan")
    page.begin()
    assert shown(page) == ("Settle where you are", "20")
    assert page.text("next") == "Next: Feet"
    page.press("Next step")
    assert shown(page) == ("Feet", "20")
    assert page.text("facts") == "Step 2 of 4 · 1 min 5 s left"
    page.run(20_000)
    assert page.text("word") == "Legs and hips"
    page.press("Pause")
    page.press("Next step")
    assert page.text("word") == "Come back to the room"
    page.press("Next step")
    assert page.state == "ended"


def test_steps_that_were_skipped_are_no_time_of_practice(timer: Open) -> None:
    page = timer("body-scan")
    page.begin()
    page.run(4000)
    for _ in range(4):
        page.press("Next step")
    assert page.text("status") == "Finished. 4 s."
    name, detail = page.happened[-1]
    assert name == "end"
    assert detail["elapsedMs"] == pytest.approx(4000, abs=100)


def test_an_open_practice_counts_down_and_can_have_no_end(timer: Open) -> None:
    page = timer("gentle-walk")
    page.begin()
    page.run(1000)
    assert shown(page) == ("Gentle walk", "9:59")
    page = timer("gentle-walk", query="?minutes=open")
    page.begin()
    page.jump(3_660_000)
    page.run(FRAME)
    assert page.text("facts") == "61 min so far"


def test_gradual_slowing_starts_at_the_readers_own_pace(timer: Open) -> None:
    page = timer()
    page.row("Pattern").get_by_label("Start at my own pace").fill("5")
    page.row("Pattern").get_by_label("Start at my own pace").press("Tab")
    assert page.root.get_by_text("Slows down over the first 6 rounds.").is_visible()
    page.begin()
    page.run(100)
    assert shown(page) == ("Breathe in", "2")
    page.run(2000)
    assert page.text("word") == "Breathe out"
    page.run(3000)
    assert page.text("facts").startswith("Round 2 of 18")


def test_an_undisturbed_run_of_three_minutes_says_three_things(timer: Open) -> None:
    page = timer()
    page.press("Start")
    for _ in range(200):
        page.run(1000)
    assert page.state == "ended"
    said = [text for text in page.said if text]
    assert said == ["Started. 18 rounds, 3 min.", "Halfway.", "Finished. 18 rounds, 3 min."]


def test_each_phase_is_told_only_to_those_who_ask(timer: Open) -> None:
    page = timer("halves")
    page.row("Sound, voice, vibration").get_by_label("Tell my screen reader each phase").check()
    page.begin()
    for _ in range(30):
        page.run(500)
    assert page.said == [
        "Started. 3 rounds, 13 s.",
        *(["In", "Out", "Rest"] * 3)[:8],
        "Finished. 3 rounds, 13 s.",
    ]


def test_the_moving_part_is_a_silent_timer(timer: Open) -> None:
    page = timer()
    page.begin()
    face = page.root.get_by_role("timer")
    assert face.get_attribute("aria-live") is None
    assert page.root.locator("[role=timer] [role=status], [role=timer] [aria-live]").count() == 0


def test_each_thing_that_happens_is_told_once_with_the_start_as_its_key(timer: Open) -> None:
    page = timer("halves")
    page.begin()
    page.run(1000)
    page.press("Pause")
    page.press("Resume")
    page.jump(20_000)
    page.run(FRAME)
    names = [name for name, _ in page.happened]
    assert names == ["start", "pause", "resume", "end"]
    assert len({detail["startedAt"] for _, detail in page.happened}) == 1
    assert page.happened[-1][1]["elapsedMs"] >= 13_000


def test_space_and_enter_stay_with_the_buttons(timer: Open) -> None:
    page = timer()
    start = page.root.get_by_role("button", name="Start", exact=True)
    start.focus()
    page.page.keyboard.press("Space")
    assert page.state == "ready"
    page.page.keyboard.press("Enter")
    assert page.state == "paused"
    page.page.keyboard.press("Space")
    assert page.state == "ready"
    before = page.page.evaluate("scrollY")
    page.part("facts").click()
    page.page.keyboard.press("Space")  # not on a button: the page scrolls, as everywhere
    assert page.state == "ready"
    assert page.page.evaluate("scrollY") >= before


def test_several_timers_run_independently_and_all_stop_with_the_page(timer: Open) -> None:
    page = timer("several/", scripts=(FAKE_AUDIO,))
    timers = page.page.locator("practice-timer")
    assert timers.count() == 11
    assert page.page.locator("practice-timer[data-state=idle]").count() == 11
    timers.nth(0).get_by_role("button", name="Start", exact=True).click()
    page.run(5000)
    timers.nth(1).get_by_role("button", name="Start", exact=True).click()
    page.run(1000)
    words = [timers.nth(index).locator(".practice-timer__word").inner_text() for index in (0, 1)]
    assert words == ["Breathe in", "Get ready"]
    assert timers.nth(10).get_attribute("data-state") == "idle"
    page.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.page.locator("practice-timer[data-state=paused]").count() == 2


def test_taken_out_of_the_page_it_stops_and_put_back_it_works(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(1000)
    page.page.evaluate("() => { window.taken = document.querySelector('practice-timer'); taken.remove(); }")
    page.run(5000)
    assert page.page.evaluate("taken.dataset.state") == "paused"
    page.page.evaluate("document.querySelector('.practice-timer-frame').append(taken)")
    page.press("Resume")
    page.run(1000)
    assert page.state == "running"
    assert page.root.get_by_role("button", name="Pause").count() == 1


def test_a_timer_without_its_list_stays_as_printed_and_says_why(timer: Open) -> None:
    page = timer(wait=False)
    page.page.wait_for_selector("practice-timer[data-state]")
    page.page.evaluate("""() => {
      const broken = document.createElement("practice-timer");
      document.body.append(broken);
    }""")
    assert len(page.faults) == 1
    assert re.search("practice-timer: the page stays as printed", page.faults.pop())
    page.begin()
    assert page.state == "running"
