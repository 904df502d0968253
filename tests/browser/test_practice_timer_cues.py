"""What is heard and felt, and the screen that stays on: silent until chosen, on time, never in a burst."""

from typing import Any

from tests.support.opening import wait_until
from tests.support.timer import FAKE_AUDIO, FAKE_WAKE, FRAME_MS, OpenTimer, Timer
from tests.support.voices import VOICES

ROW = "Sound, voice, vibration"
FELT = "window.felt = []; navigator.vibrate = (pulse) => { felt.push(pulse); return true; };"
DIM = "Your screen may turn off during this practice."
# Notes by their first and last frequency in hertz.
NOTES = {(262, 392): "in", (392, 262): "out", (330, 330): "hold", (349, 349): "end", (440, 440): "bell"}


def start_ms(timer: Timer) -> float:
    """Audio time in milliseconds at which the session began; to be read when Skip was just pressed."""
    return float(timer.page.evaluate("performance.now() - audio.createdAt"))


def sounds(timer: Timer, start: float = 0, *, cut: bool = False) -> list[tuple[str, int]]:
    """Name and time (milliseconds from `start`) of each tone that was scheduled and not taken back;
    with `cut`, of those too."""
    tones: list[dict[str, Any]] = timer.page.evaluate("sounds")
    return [
        (NOTES[tone["frequency"][0][1], tone["frequency"][1][1]], round(tone["time"] * 1000 - start))
        for tone in tones
        if cut or not tone.get("cut")
    ]


def audio(timer: Timer) -> str:
    """Whether the device's sound is running or suspended."""
    return str(timer.page.evaluate("audio.state"))


def test_tones_sound_with_each_phase_move_with_the_pace_and_the_last_rings_out(open_timer: OpenTimer) -> None:
    session = "Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } });"
    timer = open_timer(query="?rounds=2&cues=tones", scripts=(FAKE_AUDIO, session))
    assert timer.page.evaluate("contexts") == 0  # none before a tap
    timer.begin()
    start = start_ms(timer)
    timer.run(9000)  # the breath in at 10 s is scheduled
    timer.press("Slower")
    assert timer.page.evaluate("navigator.audioSession.type") == "ambient"  # other sound goes on
    timer.tick("Play sound in silent mode")
    assert timer.page.evaluate("navigator.audioSession.type") == "playback"
    timer.run(13_000)
    assert sounds(timer, start) == [
        ("in", 0),
        ("out", 4000),
        ("in", 10_000),
        ("out", 14_500),
        ("end", 21_000),
    ]
    assert (timer.state, audio(timer)) == ("ended", "running")
    timer.run(6000)
    assert audio(timer) == "suspended"


def test_nothing_sounds_until_it_is_chosen_and_then_only_while_needed(open_timer: OpenTimer) -> None:
    timer = open_timer(scripts=(FAKE_AUDIO, VOICES, FELT))
    timer.begin()
    timer.run(12_000)
    assert timer.page.evaluate("[contexts, sounds.length, told.length]") == [0, 0, 0]
    assert timer.text("chosen").endswith(", silent")
    assert timer.row(ROW).get_by_label("Vibration").is_hidden()  # not held in a hand
    timer.tick("Tones")
    timer.run(6600)  # the breath in at 20 s is scheduled already
    timer.press("Pause")  # and taken back
    assert [name for name, _ in sounds(timer)] == ["out"]
    assert len(sounds(timer, cut=True)) == 2
    timer.run(6000)
    assert audio(timer) == "suspended"
    timer.press("Resume")
    timer.run(1500)
    assert [name for name, _ in sounds(timer)] == ["out", "in"]
    timer.row(ROW).get_by_label("Tones").uncheck()
    timer.run(6000)
    assert (timer.state, audio(timer)) == ("running", "suspended")
    timer.press("Stop", "Turn sound on")
    assert timer.text("chosen").endswith(", tones")
    before = sounds(timer, cut=True)
    timer.begin()
    timer.run(1000)
    assert [name for name, _ in sounds(timer, cut=True)[len(before) :]] == ["in"]
    assert audio(timer) == "running"
    timer.press("Stop", "Turn sound off")
    assert timer.text("chosen").endswith(", silent")
    timer.run(6000)
    assert audio(timer) == "suspended"


def locks(timer: Timer) -> list[bool]:
    """Of each lock of the screen that was given, whether it is released."""
    timer.run(FRAME_MS)
    released: list[bool] = timer.page.evaluate("locks.map((lock) => lock.released)")
    return released


def test_a_hidden_tab_is_silent_unless_it_is_to_keep_going_with_sound(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?cues=tones", scripts=(FAKE_AUDIO, FAKE_WAKE))
    timer.begin()
    timer.run(3000)
    timer.hide()
    before = len(sounds(timer, cut=True))
    timer.run(30_000)
    assert (timer.state, len(sounds(timer, cut=True))) == ("paused", before)
    timer.hide(False)
    timer.tick("Keep going with sound")
    timer.press("Resume")
    start = start_ms(timer) - 3000
    timer.run(1000)
    timer.page.evaluate("locks.at(-1).release()")  # the browser does so when the tab hides
    timer.hide()
    assert (timer.state, sounds(timer, start)[-1][1] >= 120_000) == ("running", True)
    timer.freeze(60_000)
    timer.hide(False)
    timer.run(FRAME_MS)
    assert timer.state == "running"
    assert timer.text("facts").startswith("Round 7 of 18")
    times = [at for _, at in sounds(timer)]
    assert times == sorted(set(times))
    assert locks(timer)[-1] is False  # asked for again
    timer.press("Slower")  # moves what was scheduled far ahead
    assert ("out", 74_000) in sounds(timer, start, cut=True)
    timer.run(12_000)
    assert [tone for tone in sounds(timer, start) if tone[1] > 70_000] == [("out", 74_500)]
    timer.row(ROW).get_by_label("Tones").uncheck()
    timer.hide()
    assert timer.state == "paused"  # without any sound there is nothing to keep going with


def test_sound_that_the_device_takes_away_is_woken_once_or_missed_in_words(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?cues=tones", scripts=(FAKE_AUDIO, FAKE_WAKE))
    timer.begin()
    take = "(wakes) => { audio.wakes = wakes; audio.state = 'suspended'; audio.onstatechange(); }"
    for comes_back in (True, False):
        timer.run(1000)
        timer.page.evaluate(take, comes_back)
        timer.run(1000)
        assert (audio(timer) == "running") == comes_back
        assert ("No sound yet" in timer.text("note")) != comes_back
    timer.press("Pause", "Resume")
    timer.run(1000)
    assert (timer.state, audio(timer)) == ("running", "suspended")
    assert "No sound yet" in timer.text("note")
    timer.page.evaluate("() => { audio.state = 'interrupted'; audio.onstatechange(); }")
    assert timer.state == "paused"  # a call
    assert "took the sound" in timer.text("status")


def test_a_test_sound_and_a_background_sound_while_they_are_wanted(open_timer: OpenTimer) -> None:
    timer = open_timer(scripts=(FAKE_AUDIO,))
    timer.row(ROW)
    timer.press("Play a test sound")
    timer.run(600)
    assert (timer.state, sounds(timer)[0][0], audio(timer)) == ("idle", "in", "running")
    timer.run(6000)
    assert audio(timer) == "suspended"
    timer.begin()
    timer.press("Stop")
    assert not timer.page.evaluate("window.backgroundStarted")
    timer.pick(ROW, "Background", "Waves")
    assert timer.text("chosen").endswith(", background sound")
    timer.begin()
    wait_until(timer.page, "window.backgroundStarted")
    timer.run(5000)
    assert timer.page.evaluate("[audio.state, background.loop, sounds.length]") == ["running", True, 1]
    timer.press("Stop")
    timer.run(6000)
    assert audio(timer) == "suspended"


def test_a_background_that_does_not_load_is_missed_in_words(open_timer: OpenTimer) -> None:
    timer = open_timer(scripts=(FAKE_AUDIO,))
    timer.page.route("**/ambience.js", lambda route: route.abort())
    timer.pick(ROW, "Background", "Brown noise")
    timer.begin()
    timer.root.get_by_text("The background sound didn't load.").wait_for()
    assert timer.state == "running"
    timer.faults.clear()  # the browser's own word on the file


def test_bells_ring_in_an_open_practice_once_they_are_chosen(open_timer: OpenTimer) -> None:
    timer = open_timer("gentle-walk", scripts=(FAKE_AUDIO,))
    timer.pick("Length", "Bell", "Every 2 min")
    assert timer.text("chosen").endswith(", bells")
    timer.begin()
    start = start_ms(timer)
    timer.jump(118_000)
    timer.run(4000)
    assert sounds(timer, start) == [("end", 0), ("bell", 120_000)]


def test_only_a_voice_of_the_device_speaks_and_is_missed_when_it_goes(open_timer: OpenTimer) -> None:
    timer = open_timer(scripts=("window.near = false;", VOICES))
    box = timer.row(ROW).get_by_label("Read the steps aloud")
    reason = timer.row(ROW).get_by_text("Your device has no voice of its own")
    assert (box.is_visible(), reason.is_visible()) == (False, True)
    timer.page.evaluate(
        "() => { voices.push({ localService: true, lang: 'en-GB', name: 'near' }); voicesChanged(); }"
    )
    assert (box.is_visible(), reason.is_visible()) == (True, False)
    box.check()
    timer.begin()
    timer.run(11_000)
    assert timer.page.evaluate("told.map(({ text, voice }) => [text, voice.name])") == [
        [word, "near"] for word in ("Get ready", "Breathe in", "Breathe out", "Breathe in")
    ]
    timer.page.evaluate("voices.pop()")
    timer.run(4000)
    assert "no voice for this now" in timer.text("note")
    assert timer.state == "running"


def test_vibration_differs_by_phase_and_never_comes_in_a_burst(open_timer: OpenTimer) -> None:
    timer = open_timer("box-breathing", scripts=(FELT,), has_touch=True, is_mobile=True)
    timer.tick("Vibration")
    timer.begin()
    timer.run(13_000)
    pulses = timer.page.evaluate("felt.filter(Boolean).map(String)")
    assert (len(pulses), len(set(pulses))) == (4, 3)
    timer.freeze(4000)
    timer.run(FRAME_MS)  # a second into a phase: its pulse is too late
    assert len(timer.page.evaluate("felt.filter(Boolean)")) == 4


def test_the_screen_stays_on_while_a_session_runs_and_only_then(open_timer: OpenTimer) -> None:
    timer = open_timer(query="?rounds=1", scripts=(FAKE_WAKE,))
    assert locks(timer) == []
    timer.begin()
    assert locks(timer) == [False]
    timer.press("Pause")
    assert locks(timer) == [True]
    timer.press("Resume")
    assert locks(timer) == [True, False]
    timer.press("Stop")
    timer.hide()
    timer.hide(False)
    assert locks(timer) == [True, True]
    timer.begin()
    timer.jump(11_000)
    assert (timer.state, locks(timer)) == ("ended", [True, True, True])
    slow = """const ask = navigator.wakeLock.request; navigator.wakeLock.request = async () => {
      await new Promise((go) => setTimeout(go, 500)); return ask(); };"""
    timer.page.evaluate(f"() => {{ {slow} }}")
    timer.begin()
    timer.press("Stop")  # while the lock is still being waited for
    timer.run(1000)
    assert locks(timer) == [True] * 4


def test_a_screen_that_may_turn_off_is_told_of_and_the_session_goes_on(open_timer: OpenTimer) -> None:
    timer = open_timer(scripts=(FAKE_WAKE,))
    timer.begin()
    for index in range(2):  # taken away: asked for once more, and no more
        assert timer.text("note") == ""
        timer.page.evaluate("(index) => locks[index].release()", index)
        timer.run(100)
    assert locks(timer) == [True, True]
    for refusal in (
        None,
        "refuse = true",
        "Object.defineProperty(navigator, 'wakeLock', { value: undefined })",
    ):
        if refusal:
            timer.page.evaluate(refusal)
            timer.press("Stop")
            timer.begin()
            timer.run(100)
        assert "Your screen may turn off" in timer.text("note"), refusal
        assert timer.state == "running"
