"""What a reader may pick, where it is stored, and the link that carries it."""

import json
import re
from typing import Any

import pytest

from tests.support.layout import box_of
from tests.support.timer import OpenTimer, Timer

STORED = "localStorage.getItem('practice-timer')"
QUERY = "document.querySelector('practice-timer').query"
DEFAULT = "18 rounds, 3 min · 6 breaths a minute"  # of the first practice


def stored(timer: Timer) -> dict[str, Any] | None:
    """What the device stores of the reader's choices; None where nothing is stored."""
    settings: dict[str, Any] | None = json.loads(timer.page.evaluate(STORED) or "null")
    return settings


def test_lengths_have_their_true_times_and_an_own_number_is_bounded(open_timer: OpenTimer) -> None:
    timer = open_timer("four-seven-eight")
    select = timer.row("Length").locator("select")
    lengths = ["About 1 min: 3 rounds, 57 s", "4 rounds, 1 min 16 s", "About 2 min: 6 rounds, 1 min 54 s"]
    assert select.locator("option").all_inner_texts()[:3] == lengths
    timer.pick("Length", "How long", "About 3 min: 9 rounds, 2 min 51 s")
    assert timer.text("facts") == "9 rounds, 2 min 51 s · 3.2 breaths a minute"
    for bad in ("0", "301", "2.5", "", "-4"):
        own = timer.enter("Length", "Or a number of rounds", bad)
        assert timer.root.get_by_text("Choose 1 to 300 rounds. We kept 9 rounds, 2 min 51 s.").is_visible()
        assert own.get_attribute("aria-invalid") == "true"
    own = timer.enter("Length", "Or a number of rounds", "8")
    assert own.get_attribute("aria-invalid") is None
    timer.begin()
    assert timer.text("facts") == "Round 1 of 8 · 2 min 32 s left"
    assert select.is_disabled()
    timer.press("Stop")
    assert select.is_enabled()


def test_one_tap_leaves_holds_out_and_the_pages_link_carries_what_was_picked(open_timer: OpenTimer) -> None:
    timer = open_timer("box-breathing", query="?h=breath")
    holds, line = timer.button("Without holds"), timer.root.locator(".practice-timer__shape path")
    given = "10 rounds, 2 min 36 s · 3.8 breaths a minute"
    assert (timer.text("facts"), holds.get_attribute("aria-pressed")) == (given, "false")
    assert timer.page.evaluate(QUERY) == ""
    before = line.get_attribute("d")
    holds.click()
    assert holds.get_attribute("aria-pressed") == "true"
    assert timer.text("facts") == "10 rounds, 1 min 20 s · 7.5 breaths a minute"
    assert timer.page.evaluate(QUERY) == "?pattern=4-0-4-0"
    assert line.get_attribute("d") != before
    assert timer.root.locator(".practice-timer__phases li:visible").count() == 2
    timer.begin()
    timer.run(4100)
    assert timer.text("word") == "Breathe out"
    assert timer.root.locator(".practice-timer__arc").count() == 2
    timer.press("Stop", "Without holds")
    assert timer.text("facts") == given
    timer.pick("Length", "How long", "About 3 min: 11 rounds, 2 min 52 s")
    timer.press("Without holds")  # about so many minutes follow the pattern
    assert timer.text("facts") == "22 rounds, 2 min 56 s · 7.5 breaths a minute"
    timer.enter("Pattern", "Breathe out, seconds", "5")
    assert timer.text("facts") == "20 rounds, 3 min · 6.7 breaths a minute"
    other = open_timer("box-breathing", query=timer.page.evaluate(QUERY))
    assert other.text("facts") == timer.text("facts")
    snippet = other.row("On another page").locator("textarea").input_value()
    assert snippet.startswith("<iframe src=")
    assert "/embed/box-breathing/?pattern=4-0-5-0" in snippet


REFUSALS = {
    "1.5": "“Breathe in” must be at least 2 seconds. Shorter may hurry your breath. We kept 4-6.",
    "9": "“Breathe in” can be up to 8 seconds. Longer may strain. We kept 4-6.",
    "3.3": "“Breathe in” needs whole or half seconds. We kept 4-6.",
}


def test_a_pattern_out_of_bounds_is_refused_in_words_and_the_old_one_stays(open_timer: OpenTimer) -> None:
    timer = open_timer()
    assert timer.button("Without holds").count() == 0  # there is none to leave out
    for value, words in REFUSALS.items():
        seconds = timer.enter("Pattern", "Breathe in, seconds", value)
        assert timer.part("setting[open] .practice-timer__refusal").inner_text() == words
        assert seconds.get_attribute("aria-invalid") == "true"
        assert timer.text("facts") == DEFAULT
    timer.enter("Pattern", "Breathe in, seconds", "4.5")
    assert timer.text("facts") == "18 rounds, 3 min 9 s · 5.7 breaths a minute"


def test_ones_own_pace_can_be_tapped_and_slows_down_to_the_pattern(open_timer: OpenTimer) -> None:
    timer = open_timer()
    pace = timer.enter("Pattern", "Start at my own pace", "12")
    assert timer.root.get_by_text("Choose between 3 and 9.9 seconds.").is_visible()
    tap = timer.row("Pattern").get_by_role("button", name=re.compile("tap", re.IGNORECASE))
    for _ in range(4):
        tap.click()
        timer.run(4000)
    assert pace.input_value() == "4"
    assert timer.root.get_by_text("Slows down over the first 6 rounds.").is_visible()
    timer.begin()
    timer.run(100)
    assert timer.shown == ("Breathe in", "2")
    timer.run(2000)
    assert timer.text("word") == "Breathe out"
    timer.run(3000)
    assert timer.text("facts").startswith("Round 2 of 18")


def test_only_what_was_chosen_here_is_stored_comes_back_and_can_be_forgotten(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?pattern=5-5&cues=tones,still")
    timer.begin()
    timer.run(5000)
    timer.press("Slower", "Stop")
    assert timer.root.locator(".practice-timer__setting:visible").count() == 0
    timer.row("Length")
    assert timer.root.locator(".practice-timer__setting:visible").count() == 5
    assert stored(timer) is None
    assert timer.page.evaluate("document.cookie") == ""
    timer.enter("Length", "Or a number of rounds", "7")
    timer.row("Sound, voice, vibration").locator("[name=background]").select_option("waves")
    settings = stored(timer) or {}
    assert [settings[name] for name in ("background", "tones", "motion")] == ["waves", False, "device"]
    assert settings["practices"] == {"longer-out-breath": "?rounds=7"}
    timer.visit(timer.page.url.partition("?")[0])
    assert timer.text("chosen") == "7 rounds, 1 min 10 s, background sound"
    timer.pick("Length", "How long", "5 min: 30 rounds")
    timer.pick("Pattern", "Which one", "Even: 5-5")
    timer.press("Turn sound on")
    settings = stored(timer) or {}
    assert settings["version"] == 1
    assert settings["practices"] == {"longer-out-breath": "?pattern=5-5&rounds=30"}
    timer.visit()
    assert timer.text("chosen") == "30 rounds, 5 min, tones, background sound"
    assert timer.row("Sound, voice, vibration").get_by_label("Tones").is_checked()
    timer.row("Motion")
    timer.press("Forget my choices")
    assert stored(timer) is None
    assert timer.text("facts") == DEFAULT


def keep(timer: Timer, seconds: str, name: str) -> list[str]:
    """Keep a pattern under a name; returns all that are kept."""
    timer.enter("Pattern", "Breathe in, seconds", seconds)
    timer.row("Pattern").get_by_label("Keep this pattern as").fill(name)
    timer.press("Keep on this device")
    return timer.row("Pattern").locator("[data-named]").all_inner_texts()


def test_six_patterns_get_names_come_back_and_can_be_deleted(open_timer: OpenTimer) -> None:
    timer = open_timer()
    keep(timer, "3", "  Bus   stop ")
    assert keep(timer, "5", "<b>Night</b>") == ["Bus stop: 3-6", "<b>Night</b>: 5-6"]
    for number in range(3, 8):
        names = keep(timer, str(number), f"Number {number}")
    assert len(names) == 6
    assert timer.root.get_by_text("You have 6 patterns here already.").is_visible()
    assert keep(timer, "8", "Number 6")[-1] == "Number 6: 8-6"
    timer.visit()
    timer.pick("Pattern", "Which one", "Bus stop: 3-6")
    assert timer.text("facts").startswith("18 rounds, 2 min 42 s")
    timer.press("Delete “Bus stop”")
    names = timer.row("Pattern").locator("[data-named]").all_inner_texts()
    assert (names[0], len(names)) == ("<b>Night</b>: 5-6", 5)
    assert timer.root.locator("select b").count() == 0
    timer.row("Motion")
    timer.press("Forget my choices")
    assert timer.root.locator("[data-named]").count() == 0


REFUSED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


@pytest.mark.parametrize("script", [REFUSED, FULL], ids=["refused", "full"])
def test_a_change_that_is_not_stored_is_told_and_holds_for_now(open_timer: OpenTimer, script: str) -> None:
    timer = open_timer(scripts=(script,))
    timer.pick("Pattern", "Which one", "Even: 5-5")
    assert "didn't keep your change" in timer.text("note")
    timer.begin()
    timer.run(4500)
    assert timer.shown == ("Breathe in", "1")


def test_two_tabs_do_not_write_over_each_other(open_timer: OpenTimer) -> None:
    one = open_timer()
    other = one.page.context.new_page()
    other.goto(one.page.url)
    other.wait_for_selector("practice-timer[data-state]")
    other.get_by_role("button", name="Turn sound on").click()
    one.pick("Pattern", "Which one", "Even: 5-5")
    settings = stored(one) or {}
    assert settings["tones"] is True
    assert settings["practices"] == {"longer-out-breath": "?pattern=5-5"}
    one.button("Turn sound off").wait_for()  # the first tab heard of it too


SENT = "Someone sent you this timer"
LINKS = {  # what is opened: the facts, and words of the note; tests/scripts/address.test.js has more
    "/?h=breath#pattern": (DEFAULT, ""),
    "/?pattern=3-5.5&rounds=12&cues=tones,still": (
        "12 rounds, 1 min 42 s · 7.1 breaths a minute",
        f"{SENT}: 12 rounds, 1 min 42 s, 3‑5.5. This link turns on: tones, still.",
    ),
    "/?rounds=<img src=x onerror=alert(1)>": (DEFAULT, "This link asks for a number of rounds"),
    "/../sharp-edges/?pattern=99-4": ("3 rounds, 24 s · 7.5 breaths a minute", 'In "<b>"'),
    "/../../embed/longer-out-breath/?rounds=7": ("7 rounds, 1 min 10 s · 6 breaths a minute", SENT),
}


def test_a_link_carries_a_session_and_a_hostile_one_a_message(open_timer: OpenTimer) -> None:
    timer = open_timer(viewport={"width": 390, "height": 400})
    address = timer.page.url.rstrip("/")
    for link, (facts, words) in LINKS.items():
        timer.visit(address + link)
        assert timer.text("facts") == facts, link
        assert words in timer.text("note"), link
        assert bool(timer.text("note")) == bool(words), link
        sent = words.startswith(SENT)  # then it opens at the timer, and takes no focus
        assert timer.page.evaluate("scrollY > 0") == sent, link
        assert timer.page.evaluate("document.activeElement === document.body"), link
        assert not sent or 0 <= box_of(timer.root).top < 200
        assert timer.root.locator("img, script, b").count() == 0, link
        assert timer.root.get_attribute("data-motion") == ("still" if "still" in link else "moving"), link
        timer.begin()
        assert timer.state == "running", link
