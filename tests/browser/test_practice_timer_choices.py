"""What a reader may pick, where it is stored, and the link that carries it."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.timer import FAKE_AUDIO, Timer

Open = Callable[..., Timer]
STORED = "localStorage.getItem('practice-timer')"


def length(page: Timer, label: str) -> None:
    page.row("Length").get_by_label("How long").select_option(label=label)


def pattern(page: Timer, label: str) -> None:
    page.row("Pattern").get_by_label("Which one").select_option(label=label)


def enter(page: Timer, row: str, label: str, text: str) -> None:
    """Type into a field and leave it."""
    field = page.row(row).get_by_label(label)
    field.fill(text)
    field.press("Tab")


def test_every_length_on_offer_stands_once_with_its_true_time(timer: Open) -> None:
    page = timer("four-seven-eight")
    options = page.row("Length").locator("select option").all_inner_texts()
    assert options == [
        "About 1 min: 3 rounds, 57 s",
        "4 rounds, 1 min 16 s",
        "About 2 min: 6 rounds, 1 min 54 s",
        "About 3 min: 9 rounds, 2 min 51 s",
        "About 5 min: 16 rounds, 5 min 4 s",
        "About 10 min: 32 rounds, 10 min 8 s",
        "About 20 min: 63 rounds, 19 min 57 s",
        "Until I stop",
    ]
    length(page, "About 3 min: 9 rounds, 2 min 51 s")
    assert page.text("facts") == "9 rounds, 2 min 51 s · 3.2 breaths a minute"
    page.begin()
    assert page.text("facts") == "Round 1 of 9 · 2 min 51 s left"


def test_where_a_pattern_allows_it_lengths_are_round_minutes(timer: Open) -> None:
    options = timer().row("Length").locator("select option").all_inner_texts()
    assert options[:3] == ["1 min: 6 rounds", "2 min: 12 rounds", "3 min: 18 rounds"]


@pytest.mark.parametrize("slug", ["longer-out-breath", "body-scan", "gentle-walk"])
def test_no_label_of_the_settings_stands_twice(timer: Open, slug: str) -> None:
    page = timer(slug)
    for row in ("Length", "Sound, voice, vibration", "Motion"):
        page.row(row)
    named = page.root.locator(".practice-timer__settings :is(label, summary):visible").all_inner_texts()
    labels = [text.split("\n")[0].split("  ")[0].strip() for text in named]
    assert {"How long", "What moves"} <= set(labels)
    assert len(labels) == len(set(labels))
    options = page.row("Length").locator("[name=length] option").all_inner_texts()
    times = [text.split(": ")[-1] for text in options]
    assert len(times) == len(set(times))


def test_about_so_many_minutes_follows_the_pattern(timer: Open) -> None:
    page = timer("box-breathing")
    length(page, "About 3 min: 11 rounds, 2 min 52 s")
    page.press("Without holds")
    assert page.text("facts") == "22 rounds, 2 min 56 s · 7.5 breaths a minute"


def test_an_own_number_of_rounds_is_bounded_in_words(timer: Open) -> None:
    page = timer()
    own = page.row("Length").get_by_label("Or a number of rounds")
    own.fill("7")
    own.press("Tab")
    assert page.text("facts").startswith("7 rounds, 1 min 10 s")
    for bad in ("0", "301", "2.5", "", "-4"):
        own.fill(bad)
        own.press("Tab")
        assert page.root.get_by_text("Choose 1 to 300 rounds. We kept 7 rounds, 1 min 10 s.").is_visible()
        assert own.get_attribute("aria-invalid") == "true"
    own.fill("8")
    own.press("Tab")
    assert own.get_attribute("aria-invalid") is None
    assert page.text("facts").startswith("8 rounds")


def test_a_practice_with_holds_opens_with_them_and_one_tap_beside_start_leaves_them_out(timer: Open) -> None:
    page = timer("box-breathing")
    holds = page.root.get_by_role("button", name="Without holds")
    assert holds.get_attribute("aria-pressed") == "false"
    assert page.text("facts") == "10 rounds, 2 min 36 s · 3.8 breaths a minute"
    before = page.root.locator(".practice-timer__shape path").get_attribute("d")
    holds.click()
    assert holds.get_attribute("aria-pressed") == "true"
    assert page.text("facts") == "10 rounds, 1 min 20 s · 7.5 breaths a minute"
    assert page.root.locator(".practice-timer__shape path").get_attribute("d") != before
    assert page.root.locator(".practice-timer__phases li:visible").count() == 2
    page.begin()
    page.run(4100)
    assert page.text("word") == "Breathe out"
    assert page.root.locator(".practice-timer__arc").count() == 2
    page.press("Stop")
    holds.click()
    assert page.text("facts").startswith("10 rounds, 2 min 36 s")


def test_no_practice_without_a_hold_offers_to_leave_it_out(timer: Open) -> None:
    assert timer().root.get_by_role("button", name="Without holds").count() == 0


def test_a_preset_changes_pattern_rate_and_total(timer: Open) -> None:
    page = timer()
    pattern(page, "Even: 5-5")
    page.begin()
    page.run(4500)
    assert (page.text("word"), page.text("number")) == ("Breathe in", "1")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1.5", "“Breathe in” must be at least 2 seconds. Shorter may hurry your breath. We kept 4-6."),
        ("9", "“Breathe in” can be up to 8 seconds. Longer may strain. We kept 4-6."),
        ("3.3", "“Breathe in” needs whole or half seconds. We kept 4-6."),
        ("", "“Breathe in” needs whole or half seconds. We kept 4-6."),
    ],
)
def test_a_pattern_out_of_bounds_is_refused_in_words_and_the_old_one_stays(
    timer: Open, value: str, words: str
) -> None:
    page = timer()
    seconds = page.row("Pattern").get_by_label("Breathe in, seconds")
    seconds.fill(value)
    seconds.press("Tab")
    assert page.part("setting[open] .practice-timer__refusal").inner_text() == words
    assert seconds.get_attribute("aria-invalid") == "true"
    assert page.text("facts") == "18 rounds, 3 min · 6 breaths a minute"
    seconds.fill("4.5")
    seconds.press("Tab")
    assert page.text("facts") == "18 rounds, 3 min 9 s · 5.7 breaths a minute"


def test_each_second_of_a_pattern_counts_also_where_holds_are_zero(timer: Open) -> None:
    page = timer("halves")
    for label, value in (("In, seconds", "2"), ("Out, seconds", "4.5"), ("Rest, seconds", "1")):
        field = page.row("Pattern").get_by_label(label, exact=True)
        field.fill(value)
        field.press("Tab")
    assert page.text("facts") == "3 rounds, 21.5 s · 8 breaths a minute"


def test_ones_own_pace_can_be_tapped(timer: Open) -> None:
    page = timer()
    tap = page.row("Pattern").get_by_role("button", name=re.compile("tap", re.IGNORECASE))
    for _ in range(4):
        tap.click()
        page.run(4000)
    assert page.row("Pattern").get_by_label("Start at my own pace").input_value() == "4"
    assert page.root.get_by_text("Slows down over the first 6 rounds.").is_visible()


def test_a_pace_slower_than_the_pattern_cannot_lead_in(timer: Open) -> None:
    page = timer()
    own = page.row("Pattern").get_by_label("Start at my own pace")
    own.fill("12")
    own.press("Tab")
    assert page.root.get_by_text("Choose between 3 and 9.9 seconds.").is_visible()


def test_steps_stretch_to_a_chosen_length(timer: Open) -> None:
    page = timer("body-scan")
    length(page, "3 min")
    assert page.text("facts") == "4 steps, 3 min"
    page.begin()
    assert page.text("number") == "42"


def test_length_and_pattern_are_closed_while_it_runs_and_motion_is_not(timer: Open) -> None:
    page = timer()
    page.begin()
    assert page.row("Length").locator("select").is_disabled()
    page.row("Motion").get_by_label("What moves").select_option("still")
    assert page.root.get_attribute("data-motion") == "still"
    page.press("Stop")
    assert page.row("Length").locator("select").is_enabled()


def test_nothing_is_kept_until_something_is_chosen(timer: Open) -> None:
    page = timer(query="?pattern=5-5&cues=tones")
    page.begin()
    page.run(5000)
    page.press("Slower")
    page.press("Stop")
    page.row("Length")
    assert page.page.evaluate(STORED) is None
    assert page.page.evaluate("document.cookie") == ""


def test_choices_come_back_on_the_next_visit_and_can_be_forgotten(timer: Open) -> None:
    page = timer()
    page.row("Sound, voice, vibration").get_by_label("Tones").check()
    length(page, "5 min: 30 rounds")
    pattern(page, "Even: 5-5")
    settings = stored(page)
    assert settings["version"] == 1
    assert settings["practices"] == {"longer-out-breath": "?pattern=5-5&rounds=30"}
    page.page.reload()
    page.page.wait_for_selector("[data-state]")
    assert page.text("facts") == "30 rounds, 5 min · 6 breaths a minute"
    assert page.row("Sound, voice, vibration").get_by_label("Tones").is_checked()
    page.row("Motion").get_by_role("button", name="Forget my choices").click()
    assert page.page.evaluate(STORED) is None
    assert page.text("facts") == "18 rounds, 3 min · 6 breaths a minute"


RUBBISH = [
    "not json",
    "null",
    "[]",
    '"text"',
    "{}",
    '{"version": 99, "tones": true}',
    '{"version": 1, "volume": 1e999, "tones": "yes", "motion": "<b>", "practices": 7}',
    '{"version": 1, "practices": {"longer-out-breath": {"deep": 1}}}',
    '{"version": 1, "practices": {"longer-out-breath": "?pattern=99-99&rounds=-1"}}',
    '{"version": 1, "__proto__": {"tones": true}}',
]


def test_storage_filled_with_rubbish_does_no_harm(timer: Open) -> None:
    page = timer()
    for rubbish in RUBBISH:
        page.page.evaluate("(text) => localStorage.setItem('practice-timer', text)", rubbish)
        page.page.reload()
        page.page.wait_for_selector("[data-state]")
        assert page.text("facts") == "18 rounds, 3 min · 6 breaths a minute", rubbish
        assert not page.row("Sound, voice, vibration").get_by_label("Tones").is_checked(), rubbish
        page.begin()
        assert page.state == "running", rubbish


REFUSED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); } });"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


@pytest.mark.parametrize("script", [REFUSED, FULL], ids=["refused", "full"])
def test_storage_that_is_refused_or_full_does_no_harm(timer: Open, script: str) -> None:
    page = timer(scripts=(script,))
    pattern(page, "Even: 5-5")
    page.row("Sound, voice, vibration").get_by_label("Keep going").check()
    page.begin()
    page.run(5100)
    assert page.text("word") == "Breathe out"


def test_a_change_that_the_device_does_not_keep_is_said(timer: Open) -> None:
    page = timer(scripts=(FULL,))
    pattern(page, "Even: 5-5")
    assert "didn't keep your change" in page.text("note")


def stored(page: Timer) -> dict[str, Any]:
    settings: dict[str, Any] = json.loads(page.page.evaluate(STORED))
    return settings


def test_nothing_of_a_link_is_stored_with_a_change_of_the_reader(timer: Open) -> None:
    page = timer(query="?pattern=5-5&cues=tones,still")
    enter(page, "Length", "Or a number of rounds", "7")
    page.row("Sound, voice, vibration").locator("[name=background]").select_option("waves")
    settings = stored(page)
    assert settings["background"] == "waves"
    assert settings["tones"] is False
    assert settings["motion"] == "device"
    assert settings["practices"] == {"longer-out-breath": "?rounds=7"}


def test_two_tabs_do_not_write_over_each_other(timer: Open) -> None:
    one = timer()
    other = one.context.new_page()
    other.goto(one.page.url)
    other.wait_for_selector("practice-timer[data-state]")
    other.get_by_role("button", name="Turn sound on").click()
    pattern(one, "Even: 5-5")
    settings = stored(one)
    assert settings["tones"] is True
    assert settings["practices"] == {"longer-out-breath": "?pattern=5-5"}
    one.page.get_by_role("button", name="Turn sound off").wait_for()  # the first tab heard of it too


def test_sound_is_turned_on_and_off_beside_start(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    page.press("Turn sound on")
    assert page.text("chosen").endswith(", tones")
    page.begin()
    page.run(5000)
    assert page.page.evaluate("sounds.length") > 1
    page.press("Stop")
    page.press("Turn sound off")
    assert page.text("chosen").endswith(", silent")


def keep(page: Timer, seconds: str, name: str) -> None:
    enter(page, "Pattern", "Breathe in, seconds", seconds)
    page.row("Pattern").get_by_label("Keep this pattern as").fill(name)
    page.row("Pattern").get_by_role("button", name="Keep on this device").click()


def named(page: Timer) -> list[str]:
    return page.row("Pattern").locator("[data-named]").all_inner_texts()


def test_patterns_get_names_come_back_and_can_be_deleted(timer: Open) -> None:
    page = timer()
    keep(page, "3", "  Bus   stop ")
    keep(page, "5", "<b>Night</b>")
    assert named(page) == ["Bus stop: 3-6", "<b>Night</b>: 5-6"]
    page.page.reload()
    page.page.wait_for_selector("[data-state]")
    pattern(page, "Bus stop: 3-6")
    assert page.text("facts").startswith("18 rounds, 2 min 42 s")
    page.row("Pattern").get_by_role("button", name="Delete “Bus stop”").click()
    assert named(page) == ["<b>Night</b>: 5-6"]
    assert page.root.locator("select b").count() == 0
    page.row("Motion").get_by_role("button", name="Forget my choices").click()
    assert named(page) == []
    assert page.page.evaluate(STORED) is None


def test_a_practice_keeps_six_patterns_and_each_has_a_name(timer: Open) -> None:
    page = timer()
    keep(page, "3", " ")
    assert page.root.get_by_text("Give the pattern a name first.").is_visible()
    for number in range(7):
        keep(page, str(2 + number / 2), f"Number {number}")
    assert len(named(page)) == 6
    assert page.root.get_by_text("You have 6 patterns here already.").is_visible()
    keep(page, "8", "Number 0")
    assert named(page)[-1] == "Number 0: 8-6"


def test_a_link_carries_pattern_rounds_and_cues(timer: Open) -> None:
    page = timer(query="?pattern=3-5.5&rounds=12&cues=tones,still")
    assert page.text("facts") == "12 rounds, 1 min 42 s · 7.1 breaths a minute"
    assert page.root.get_attribute("data-motion") == "still"
    note = page.text("note")
    assert note.startswith("Someone sent you this timer: 12 rounds, 1 min 42 s, 3\u20115.5.")
    assert "This link turns on: tones, still." in note


def test_a_shared_timer_opens_at_the_timer_and_takes_no_focus(timer: Open) -> None:
    small = {"viewport": {"width": 390, "height": 400}}
    page = timer(query="?rounds=3", **small)
    box = page.root.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 200
    assert page.page.evaluate("scrollY") > 0
    assert page.page.evaluate("document.activeElement === document.body")
    assert timer(**small).page.evaluate("scrollY") == 0


def test_a_hostile_address_gives_the_default_and_a_message(timer: Open) -> None:
    page = timer()
    address = page.page.url
    for query in ("?pattern=NaN-NaN", "?rounds=6&rounds=7", "?cues=<img src=x onerror=alert(1)>"):
        page.page.goto(address + query)
        page.page.wait_for_selector("[data-state]")
        assert page.text("facts") == "18 rounds, 3 min · 6 breaths a minute", query
        assert "This link asks for a" in page.text("note"), query
        assert page.root.locator("img, script").count() == 0, query
        page.begin()
        assert page.state == "running", query


def test_words_of_a_refusal_are_never_markup(timer: Open) -> None:
    page = timer("sharp-edges", query="?pattern=99-4")
    assert 'In "<b>"' in page.text("note")
    assert page.root.locator("b").count() == 0


def test_what_is_not_ours_in_an_address_is_left_alone(timer: Open) -> None:
    page = timer()
    address = page.page.url
    for query in ("?h=breath", "?utm_source=x&constructor=1", "?", "#pattern"):
        page.page.goto(address + query)
        page.page.wait_for_selector("[data-state]")
        assert page.text("note") == "", query


def test_an_address_speaks_only_to_the_timer_of_its_own_page(timer: Open) -> None:
    page = timer("several/", query="?rounds=7")
    assert page.text("facts").startswith("18 rounds")
    assert timer("embed/longer-out-breath/", query="?rounds=7").text("facts").startswith("7 rounds")


def test_the_link_of_the_page_carries_what_was_picked_here_only(timer: Open) -> None:
    page = timer("box-breathing", query="?h=breath")
    query = "document.querySelector('practice-timer').query"
    assert page.page.evaluate(query) == ""
    page.press("Without holds")
    assert page.page.evaluate(query) == "?pattern=4-0-4-0"
    assert timer("several/").page.evaluate(query) == ""


def test_a_shared_link_opens_the_same_session(timer: Open) -> None:
    page = timer("box-breathing")
    page.press("Without holds")
    own = page.row("Length").get_by_label("Or a number of rounds")
    own.fill("7")
    own.press("Tab")
    other = timer("box-breathing", query=page.page.evaluate("document.querySelector('practice-timer').query"))
    assert other.text("facts") == page.text("facts")


def test_the_snippet_frames_this_timer_with_its_settings(timer: Open) -> None:
    page = timer(query="?rounds=6")
    code = page.row("On another page").locator("textarea").input_value()
    assert code.startswith("<iframe src=")
    assert '/embed/longer-out-breath/?rounds=6"' in code
