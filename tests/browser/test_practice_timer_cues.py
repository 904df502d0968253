"""What is heard and felt, and the screen that stays on: silent until chosen, on time, never in a burst."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.opening import wait_until
from tests.support.timer import FAKE_AUDIO, FAKE_VOICE, FAKE_WAKE, Timer, phase_starts
from tests.zoo.samples import BOX, LONGER

Open = Callable[..., Timer]
FRAME = 17
ROW = "Sound, voice, vibration"
# Notes by their first and last frequency in hertz.
NOTES = {
    (294, 294): "rest",
    (262, 392): "in",
    (392, 262): "out",
    (330, 330): "hold",
    (349, 349): "end",
    (440, 440): "bell",
}


def choose(page: Timer, label: str) -> None:
    page.row(ROW).get_by_label(label).check()
    page.page.clock.run_for(1)


def start_ms(page: Timer) -> float:
    """Audio time in milliseconds at which the session began, once Skip was pressed."""
    start: float = page.page.evaluate("performance.now() - audio.createdAt")
    return start


def sounds(page: Timer, *, cut: bool = False) -> list[tuple[str, float]]:
    """Name and audio time (milliseconds) of each tone that was scheduled and not taken back."""
    scheduled: list[dict[str, Any]] = page.page.evaluate("sounds")
    tones = []
    for tone in scheduled:
        first, last = (change[1] for change in tone["frequency"][:2])
        if cut or not tone.get("cut"):
            tones.append((NOTES[first, last], tone["time"] * 1000))
    return tones


def test_nothing_sounds_until_it_is_chosen_and_no_context_is_made_before_a_tap(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO, FAKE_VOICE, FAKE_WAKE))
    page.begin()
    page.run(30_000)
    assert page.page.evaluate("[contexts, sounds.length, spoken.length]") == [0, 0, 0]
    assert page.text("chosen").endswith(", silent")


@pytest.mark.parametrize("practice", [LONGER, BOX], ids=lambda practice: practice.slug)
def test_every_tone_is_scheduled_ahead_and_within_5_ms_of_the_model(timer: Open, practice: Any) -> None:
    page = timer(practice.slug, scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    zero = start_ms(page)
    for _ in range(190):
        page.run(1000)
    total = 180_000 if practice is LONGER else 156_000
    tones = sounds(page)
    assert tones[-1][0] == "end"
    seconds = [phase.seconds for phase in practice.phases]
    wanted = [*phase_starts(practice, seconds, practice.rounds, total), ("end", total)]
    assert [name for name, _ in tones] == [name for name, _ in wanted]
    assert max(abs(at - zero - due) for (_, at), (_, due) in zip(tones, wanted, strict=True)) <= 5
    ahead = page.page.evaluate("sounds.slice(1).map((tone) => tone.time - tone.scheduledAt)")
    assert min(ahead) > 0.5


def test_in_out_and_hold_differ_and_every_sound_fades_in(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    page.run(15_000)
    assert {name for name, _ in sounds(page)} == {"in", "hold", "out"}
    for tone in page.page.evaluate("sounds"):
        assert tone["gain"][0][:2] == ["setValueAtTime", 0]
        assert tone["gain"][1][0] == "linearRampToValueAtTime"
        assert tone["gain"][1][2] - tone["time"] >= 0.05


def test_the_test_tone_sounds_at_the_volume_chosen(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    row = page.row(ROW)
    row.get_by_role("slider", name="Volume", exact=True).fill("0.2")
    row.get_by_role("button", name="Play a test sound").click()
    page.run(600)
    assert len(sounds(page)) == 1
    row.get_by_role("slider", name="Volume", exact=True).fill("0.8")
    assert page.state == "idle"


def test_a_sound_that_did_not_start_is_told_in_words(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO, FAKE_WAKE, "window.mute = true;"))
    choose(page, "Tones")
    page.begin()
    page.run(1000)
    assert "No sound yet" in page.text("note")
    assert page.state == "running"


def test_a_stalled_page_plays_no_burst_on_return(timer: Open) -> None:
    page = timer("box-breathing", query="?rounds=100", scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    zero = start_ms(page)
    page.run(1000)
    before = len(sounds(page))
    page.freeze(4800)
    page.run(3 * FRAME)
    after = sounds(page)[before:]
    assert after == []  # the tone of the phase that began meanwhile is too late
    page.run(1000)
    (later,) = sounds(page)[before:]
    assert later[1] - zero == pytest.approx(8000, abs=60)


def test_pausing_takes_back_what_was_scheduled(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    page.run(2600)  # the next tone, at 4 s, is scheduled already
    page.press("Pause")
    assert [name for name, _ in sounds(page)] == ["in"]
    assert len(sounds(page, cut=True)) == 2
    assert page.page.evaluate("sounds[0].until") < 3.1  # what sounds ends at once, softly
    page.run(10_000)
    page.press("Resume")
    page.run(1500)
    assert [name for name, _ in sounds(page)] == ["in", "hold"]


def test_a_change_of_pace_moves_the_tones_with_it(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    zero = start_ms(page)
    page.run(9000)  # the breath in at 10 s is scheduled
    page.press("Slower")
    page.run(6000)
    tones = [(name, round(at - zero)) for name, at in sounds(page)]
    assert tones == [("in", 0), ("out", 4000), ("in", 10_000), ("out", 14_500)]


def test_a_hidden_tab_is_silent_by_default(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    page.run(3000)
    page.hide()
    count = len(sounds(page, cut=True))
    page.run(30_000)
    assert len(sounds(page, cut=True)) == count
    assert page.state == "paused"


def test_keep_going_with_sound_schedules_far_ahead_when_hidden(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    choose(page, "Keep going with sound")
    page.begin()
    zero = start_ms(page)
    page.run(3000)
    page.hide()
    assert page.state == "running"
    assert sounds(page)[-1][1] - zero >= 120_000
    page.freeze(60_000)
    page.hide(False)
    page.run(FRAME)
    assert page.state == "running"
    assert page.text("facts").startswith("Round 7 of 18")
    times = [at for _, at in sounds(page)]
    assert times == sorted(set(times))


def test_keep_going_without_any_sound_still_pauses(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Keep going with sound")
    page.begin()
    page.hide()
    assert page.state == "paused"


def test_a_call_that_takes_the_sound_pauses(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    page.run(2000)
    page.page.evaluate("() => { audio.state = 'interrupted'; audio.onstatechange(); }")
    assert page.state == "paused"
    assert "took the sound" in page.text("status")


def test_the_last_tone_rings_out_before_the_device_rests(timer: Open) -> None:
    page = timer("halves", scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    page.run(14_000)
    assert page.state == "ended"
    assert sounds(page)[-1][0] == "end"
    assert page.page.evaluate("audio.state") == "running"
    page.run(6000)
    assert page.page.evaluate("audio.state") == "suspended"


def test_interval_bells_ring_only_when_chosen(timer: Open) -> None:
    page = timer("gentle-walk", scripts=(FAKE_AUDIO,))
    page.row("Length").get_by_label("Bell").select_option("2")
    page.begin()
    zero = start_ms(page)
    for _ in range(620):
        page.run(1000)
    bells = [(name, round(at - zero)) for name, at in sounds(page)]
    assert bells == [("end", 0), *(("bell", minute * 60_000) for minute in (2, 4, 6, 8)), ("end", 600_000)]


def test_tones_may_be_chosen_while_it_runs(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    page.begin()
    page.run(1000)
    choose(page, "Tones")
    page.run(4000)
    assert [name for name, _ in sounds(page)] == ["out"]


def test_only_a_voice_of_this_device_speaks_and_one_word_a_phase(timer: Open) -> None:
    page = timer(scripts=(FAKE_VOICE,))
    choose(page, "Read the steps aloud")
    page.begin()
    page.run(11_000)
    spoken = page.page.evaluate("spoken.map(([text, voice]) => [text, voice])")
    assert spoken == [[word, "near"] for word in ("Get ready", "Breathe in", "Breathe out", "Breathe in")]


def test_without_a_voice_of_its_own_the_choice_is_hidden_and_the_reason_given(timer: Open) -> None:
    page = timer(scripts=("window.near = false;", FAKE_VOICE))
    row = page.row(ROW)
    assert row.get_by_label("Read the steps aloud").is_hidden()
    assert row.get_by_text("Your device has no voice of its own").is_visible()


def test_a_voice_that_is_known_only_later_is_offered_then(timer: Open) -> None:
    later = (
        FAKE_VOICE + "const later = voices; voices = []; let changed; "
        "speechSynthesis.addEventListener = (_, f) => changed = f;"
    )
    page = timer(scripts=(later + "window.arrive = () => { voices = later; changed(); };",))
    row = page.row(ROW)
    assert row.get_by_label("Read the steps aloud").is_hidden()
    page.page.evaluate("arrive()")
    assert row.get_by_label("Read the steps aloud").is_visible()
    assert row.get_by_text("Your device has no voice of its own").is_hidden()


def test_vibration_is_offered_where_it_works_and_never_in_a_burst(timer: Open) -> None:
    felt = "window.felt = []; navigator.vibrate = (pulse) => { felt.push(pulse); return true; };"
    page = timer("box-breathing", query="?rounds=50", scripts=(felt,), has_touch=True, is_mobile=True)
    choose(page, "Vibration")
    page.begin()
    page.run(13_000)
    assert page.page.evaluate("felt.filter(Boolean).length") == 4
    pulses = page.page.evaluate("felt.filter(Boolean).map(String)")
    assert len(set(pulses)) == 3
    page.freeze(4000)
    page.run(FRAME)
    assert (
        page.page.evaluate("felt.filter(Boolean).length") == 4
    )  # a second into a phase: its pulse is too late
    assert timer(scripts=(felt,)).row(ROW).get_by_label("Vibration").is_hidden()


def test_the_readers_music_keeps_playing_unless_they_choose_otherwise(timer: Open) -> None:
    session = "Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } });"
    page = timer(scripts=(FAKE_AUDIO, session))
    choose(page, "Tones")
    page.begin()
    assert page.page.evaluate("navigator.audioSession.type") == "ambient"
    choose(page, "Play sound in silent mode")
    assert page.page.evaluate("navigator.audioSession.type") == "playback"


def test_latency_of_the_output_is_taken_off(timer: Open) -> None:
    late = "Object.defineProperty(AudioContext.prototype, 'outputLatency', { value: 0.18 });"
    page = timer(scripts=(FAKE_AUDIO, late))
    choose(page, "Tones")
    page.begin()
    zero = start_ms(page)
    page.run(5000)
    assert sounds(page)[-1][1] - zero == pytest.approx(3820, abs=5)


def locks(page: Timer) -> list[bool]:
    page.run(FRAME)
    released: list[bool] = page.page.evaluate("locks.map((lock) => lock.released)")
    return released


def test_the_screen_stays_on_while_it_runs_and_only_then(timer: Open) -> None:
    page = timer(scripts=(FAKE_WAKE,))
    assert locks(page) == []
    page.begin()
    assert locks(page) == [False]
    page.press("Pause")
    assert locks(page) == [True]
    page.press("Resume")
    assert locks(page) == [True, False]
    page.press("Stop")
    assert locks(page) == [True, True]
    page.hide()
    page.hide(False)
    assert len(locks(page)) == 2  # never asked for again after a stop


def test_the_lock_is_asked_for_again_when_the_tab_returns(timer: Open) -> None:
    page = timer(scripts=(FAKE_WAKE, FAKE_AUDIO))
    choose(page, "Tones")
    choose(page, "Keep going with sound")
    page.begin()
    page.run(1000)
    page.page.evaluate("locks[0].release()")  # the browser does so when the tab hides
    page.hide()
    page.run(1000)
    page.hide(False)
    assert locks(page) == [True, False]


def test_the_lock_is_released_at_the_end(timer: Open) -> None:
    page = timer("halves", scripts=(FAKE_WAKE,))
    page.begin()
    page.jump(20_000)
    assert locks(page) == [True]


def test_a_refused_lock_is_told_and_the_session_goes_on(timer: Open) -> None:
    page = timer(scripts=(FAKE_WAKE, "window.refuse = true;"))
    page.begin()
    page.run(100)
    assert "Your screen may turn off" in page.text("note")
    assert page.state == "running"


def test_stopping_while_the_lock_is_being_asked_for_leaves_none_behind(timer: Open) -> None:
    slow = (
        FAKE_WAKE
        + """
      const ask = navigator.wakeLock.request;
      navigator.wakeLock.request = async () => { await new Promise((go) => setTimeout(go, 500));
        return ask(); };"""
    )
    page = timer(scripts=(slow,))
    page.begin()
    page.press("Stop")
    page.run(1000)
    assert locks(page) == [True]


def test_the_session_of_the_tones_is_that_of_the_link(timer: Open) -> None:
    page = timer(query="?pattern=3-5&rounds=2&cues=tones", scripts=(FAKE_AUDIO,))
    assert "This link turns on: tones" in page.text("note")
    assert page.page.evaluate("contexts") == 0
    page.begin()
    zero = start_ms(page)
    page.run(20_000)
    wanted = [*phase_starts(LONGER, (3, 5), 2, 16_000), ("end", 16_000)]
    assert [(name, round(at - zero)) for name, at in sounds(page)] == wanted


def test_a_lock_that_the_device_takes_away_is_asked_for_once_more(timer: Open) -> None:
    page = timer(scripts=(FAKE_WAKE,))
    page.begin()
    page.page.evaluate("locks[0].release()")
    page.run(100)
    assert locks(page) == [True, False]
    page.page.evaluate("window.refuse = true; locks[1].release()")
    page.run(100)
    assert "may turn off" in page.text("note")
    assert page.state == "running"


def test_a_lock_that_is_taken_away_again_and_again_is_requested_once_more_and_no_more(timer: Open) -> None:
    page = timer(scripts=(FAKE_WAKE,))
    page.begin()
    for index in range(2):
        page.page.evaluate("(index) => locks[index].release()", index)
        page.run(100)
    assert locks(page) == [True, True]
    assert "may turn off" in page.text("note")


def test_a_device_that_cannot_keep_its_screen_on_is_told_of(timer: Open) -> None:
    page = timer(scripts=('Object.defineProperty(navigator, "wakeLock", { value: undefined });',))
    page.begin()
    assert "may turn off" in page.text("note")


@pytest.mark.parametrize("ending", ["Stop", "Pause"])
def test_the_sound_rests_a_few_seconds_after_the_last_need(timer: Open, ending: str) -> None:
    page = timer(scripts=(FAKE_AUDIO, FAKE_WAKE))
    choose(page, "Tones")
    page.begin()
    page.run(1000)
    assert page.page.evaluate("audio.state") == "running"
    page.press(ending)
    page.run(6000)
    assert page.page.evaluate("audio.state") == "suspended"


def test_a_test_tone_lets_the_sound_rest_again(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.root.locator("button[name=test]").click()
    page.run(6000)
    assert page.page.evaluate("audio.state") == "suspended"


def test_tones_that_are_turned_off_in_a_session_let_the_sound_rest(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    page.run(1000)
    page.row(ROW).get_by_label("Tones").uncheck()
    page.run(6000)
    assert page.page.evaluate("audio.state") == "suspended"
    assert page.state == "running"


@pytest.mark.parametrize("comes_back", [True, False])
def test_sound_that_the_device_takes_away_is_woken_once_more_or_missed_in_words(
    timer: Open, comes_back: bool
) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    choose(page, "Tones")
    page.begin()
    page.run(1000)
    page.page.evaluate(
        "(wakes) => { audio.wakes = wakes; audio.state = 'suspended'; audio.onstatechange(); }", comes_back
    )
    page.run(1000)
    assert (page.page.evaluate("audio.state") == "running") == comes_back
    assert ("No sound yet" in page.text("note")) != comes_back
    assert page.state == "running"


def test_a_voice_that_goes_away_is_missed_in_words(timer: Open) -> None:
    page = timer(scripts=(FAKE_VOICE,))
    choose(page, "Read the steps aloud")
    page.begin()
    page.page.evaluate("voices = []")
    page.run(4500)
    assert "no voice for this now" in page.text("note")
    assert page.state == "running"


def background(page: Timer, kind: str) -> None:
    page.row(ROW).locator("[name=background]").select_option(label=kind)


def test_a_background_sounds_from_start_to_stop_and_only_when_chosen(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    page.begin()
    page.press("Stop")
    assert page.page.evaluate("[contexts, window.backgroundStarted]") == [0, None]
    background(page, "Waves")
    assert page.text("chosen").endswith(", background sound")
    page.begin()
    wait_until(page.page, "window.backgroundStarted")
    page.run(5000)
    assert page.page.evaluate("[audio.state, background.loop, sounds.length]") == ["running", True, 0]
    page.press("Stop")
    page.run(6000)
    assert page.page.evaluate("audio.state") == "suspended"


def test_a_background_that_does_not_load_is_missed_in_words(timer: Open) -> None:
    page = timer(scripts=(FAKE_AUDIO,))
    page.page.route("**/ambience.js", lambda route: route.abort())
    background(page, "Brown noise")
    page.begin()
    page.root.get_by_text("The background sound didn't load.").wait_for()
    assert page.state == "running"
    page.faults.clear()  # the browser's own word on the file
