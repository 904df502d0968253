"""The timer as it is seen: in every state, by every wish of a reader, on paper, and without scripts."""

from collections.abc import Callable
from typing import Any, Literal

import pytest

from macros.render.timer import facts
from tests.support.axe import violations
from tests.support.layout import box_of
from tests.support.opening import wait_until
from tests.support.timer import OpenTimer, Timer
from tests.zoo.samples import ALL, SAFETY

PHONE = {"viewport": {"width": 390, "height": 844}}
NARROW = {"viewport": {"width": 320, "height": 640}}
REFUSAL = """() => {
  const input = document.querySelector("input[type=number]");
  input.value = "999";
  input.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def full_screen(timer: Timer) -> None:
    """Open the quiet view; its part of the script is fetched then."""
    timer.press("Full screen")
    timer.page.wait_for_selector("practice-timer[data-full]")


def end(timer: Timer) -> None:
    """From before a session, or from a stopped one, to its end."""
    timer.begin()
    timer.jump(61_000)


PACE = ["Slower", "Faster"]
IDLE = ["Start", "Without holds", "Turn sound on", "Full screen"]
# Each state, how a reader comes to it from the one before, and its buttons.
STATES: list[tuple[str, Callable[[Timer], None], list[str]]] = [
    ("idle", lambda timer: None, IDLE),
    ("ready", lambda timer: timer.press("Start"), ["Pause", "Stop", "Full screen", "Skip the count"]),
    ("running", lambda timer: timer.press("Skip the count"), ["Pause", "Stop", "Full screen", *PACE]),
    ("paused", lambda timer: timer.press("Pause"), ["Resume", "Stop", "Restart", "Full screen", *PACE]),
    ("stopped", lambda timer: timer.press("Stop"), IDLE),
    ("ended", end, ["A bit better", "No different", "Worse", "Again"]),
]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "reduced motion": {"reduced_motion": "reduce"},
}
# The practice that has all parts, and every look of each kind by `make test-all`.
AXE_VIEWS = [
    pytest.param(slug, look, marks=() if (slug, look) == ("box-breathing", "light") else pytest.mark.matrix)
    for slug in ("box-breathing", "body-scan", "gentle-walk")
    for look in LOOKS
]


def unfit(timer: Timer) -> list[str]:
    """What is wider than a narrow phone, or too small for a thumb."""
    wide = timer.page.evaluate("document.documentElement.scrollWidth")
    faults = [f"{wide} pixels wide"] if wide > NARROW["viewport"]["width"] else []
    for control in timer.root.locator("button:visible, select:visible").all():
        box = box_of(control)
        if min(box.right - box.left, box.bottom - box.top) < 44:
            faults.append(f"small: {control.inner_text()}")
    return faults


def axe(timer: Timer, rule: str | None = None) -> list[str]:
    """What axe finds in the timer as it stands."""
    return violations(timer.page, "practice-timer", rule, tick=lambda: timer.run(100))


@pytest.mark.parametrize(("slug", "look"), AXE_VIEWS)
def test_every_state_has_its_buttons_fits_a_phone_and_passes_axe(
    open_timer: OpenTimer, slug: str, look: str
) -> None:
    query = "?rounds=2" if slug == "box-breathing" else "?minutes=1"
    timer = open_timer(slug, query=query, axe=True, **NARROW, **LOOKS[look])
    assert timer.page.get_by_role("group", name="Practice timer: ").count() == 1
    problems = {}
    for name, enter, buttons in STATES:
        enter(timer)
        if slug == "box-breathing":
            assert timer.root.locator("button:visible").all_inner_texts() == buttons, name
        problems[name] = [*axe(timer), *unfit(timer)]
    assert timer.state == "ended"
    timer.open_all()
    timer.page.evaluate(REFUSAL)
    assert timer.root.locator("[aria-invalid=true]").count() == 1
    problems["settings"] = [*axe(timer), *unfit(timer)]
    if look == "light":  # colours are tokens, and the contrast of tokens has a test of its own
        timer.page.emulate_media(color_scheme="dark")
        problems["in the dark"] = axe(timer, "color-contrast")
    timer.begin()
    full_screen(timer)
    problems["full"] = axe(timer)
    assert {name: faults for name, faults in problems.items() if faults} == {}


def test_safety_stands_above_start_and_a_running_timer_is_in_view(open_timer: OpenTimer) -> None:
    timer = open_timer("box-breathing", **PHONE)
    lines = (SAFETY.stop_rule, *SAFETY.lines)
    visible = [line for line in lines if timer.root.get_by_text(line).is_visible()]
    assert visible == [SAFETY.stop_rule, SAFETY.lines[0]]
    timer.root.get_by_text("More about safety").press("Enter")
    start = box_of(timer.button("Start"))
    assert all(box_of(timer.root.get_by_text(line)).bottom <= start.top for line in lines)
    timer.begin()
    timer.run(100)
    for part in (timer.part("dial"), timer.button("Stop")):
        assert box_of(part).top >= 0
        assert box_of(part).bottom <= PHONE["viewport"]["height"]


# What is picked, what the device is set to, and whether the picture then stands still.
WISHES: list[tuple[str, Literal["reduce", "no-preference"], bool]] = [
    *(("device", "reduce", True), ("moving", "reduce", False)),
    *(("still", "no-preference", True), ("device", "no-preference", False)),
]


def test_motion_is_switched_in_mid_session_and_nothing_jumps(open_timer: OpenTimer) -> None:
    timer = open_timer("box-breathing", reduced_motion="reduce")
    timer.begin()
    timer.run(5000)
    motion = timer.row("Motion").get_by_label("What moves")
    for wish, media, still in WISHES:
        timer.page.emulate_media(reduced_motion=media)
        motion.select_option(wish)
        assert (timer.part("bar").is_visible(), timer.part("dial").is_visible()) == (still, not still)
        assert (timer.shown, timer.text("facts")) == (("Rest here", "3"), "Round 1 of 10 · 2 min 31 s left")
        assert timer.root.locator(".practice-timer__segment[data-now]").count() == 1
        assert not still or timer.page.evaluate("document.getAnimations().length") == 0


STROKE = "e => getComputedStyle(e).stroke"


def test_hold_and_breath_differ_without_colour_and_forced_colours_keep_all(open_timer: OpenTimer) -> None:
    timer = open_timer("box-breathing")
    disc = timer.part("disc")
    timer.begin()
    timer.run(2000)
    breathing = (disc.evaluate(STROKE), disc.get_attribute("r"))
    timer.run(3000)
    assert timer.text("word") == "Rest here"
    assert disc.evaluate(STROKE) != breathing[0]  # an edge appears
    assert disc.get_attribute("r") != breathing[1]
    timer.run(5000)
    timer.page.emulate_media(forced_colors="active")
    ground = timer.part("card").evaluate("e => getComputedStyle(e).backgroundColor")
    for name in ("disc", "track", "arc"):
        assert timer.part(name).evaluate(STROKE) not in {"none", ground, "rgba(0, 0, 0, 0)"}
    assert timer.part("button").evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


def words_fit(timer: Timer) -> bool:
    """Whether the word is no wider than the disc, which is smallest as a breath begins."""
    word, disc = box_of(timer.part("word")), box_of(timer.part("disc"))
    return disc.left <= word.left and word.right <= disc.right


def test_full_screen_keeps_safety_and_back_leaves_it_and_not_the_page(open_timer: OpenTimer) -> None:
    timer = open_timer(viewport={"width": 1280, "height": 800})
    address, after = timer.page.url, timer.page.get_by_text("After the timer")
    inert = "e => Boolean(e.closest('[inert]'))"
    full_screen(timer)
    timer.begin()
    timer.run(100)
    assert words_fit(timer)
    assert timer.part("word").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 48
    timer.root.get_by_text("More about safety").click()
    for line in (SAFETY.stop_rule, *SAFETY.lines):
        assert timer.root.get_by_text(line).is_visible()
    assert timer.root.get_by_role("link", name="Get help now").first.is_visible()
    entries = 0
    ways: list[Callable[[], object]] = [
        lambda: timer.page.keyboard.press("Escape"),
        lambda: timer.page.evaluate("history.back()"),
        lambda: timer.press("Leave full screen"),
    ]
    for leave in ways:
        if timer.root.get_attribute("data-full") is None:
            full_screen(timer)
        assert after.evaluate(inert)
        leave()
        wait_until(timer.page, "!document.querySelector('[data-full]') && !history.state?.practiceTimerFull")
        assert not after.evaluate(inert)
        assert (timer.state, timer.page.url) == ("running", address)
        # No entry is left for Back to stumble over.
        entries = entries or timer.page.evaluate("history.length")
        assert timer.page.evaluate("history.length") == entries


def hidden(timer: Timer, part: str) -> bool:
    """Whether a part is out of sight and cannot be pressed, though it stands there."""
    style = timer.part(part).evaluate(
        "e => { const { opacity, pointerEvents } = getComputedStyle(e); return [opacity, pointerEvents]; }"
    )
    return bool(style == ["0", "none"])


def test_in_full_screen_controls_step_aside_and_a_tap_anywhere_pauses(open_timer: OpenTimer) -> None:
    refuse = "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no'));"
    timer = open_timer(
        "box-breathing", scripts=(refuse,), has_touch=True, reduced_motion="no-preference", **PHONE
    )
    full_screen(timer)
    assert box_of(timer.root) == (0, 0, 390, 844)
    timer.begin()
    timer.run(100)
    assert words_fit(timer)
    assert not hidden(timer, "controls")
    stop = box_of(timer.button("Stop"))
    signs: list[Callable[[], None]] = [
        lambda: timer.page.mouse.move(100, 100),
        lambda: timer.page.keyboard.press("Shift"),
        lambda: timer.part("help").focus(),
    ]
    for wake in signs:
        timer.run(3100)
        assert [hidden(timer, part) for part in ("controls", "safety")] == [True, True]
        assert timer.part("dial").is_visible()
        assert timer.part("word").is_visible()
        wake()
        assert [hidden(timer, part) for part in ("controls", "safety")] == [False, False]
    timer.run(3100)
    # Nobody can see the button: a tap on the ground.
    timer.page.touchscreen.tap((stop.left + stop.right) / 2, (stop.top + stop.bottom) / 2)
    assert timer.state == "paused"
    timer.run(10_000)
    assert not hidden(timer, "safety")  # while it is paused they stay
    timer.part("word").click()
    assert timer.state == "running"


def test_on_paper_all_words_are_there_and_no_controls(open_timer: OpenTimer) -> None:
    timer = open_timer("body-scan")
    assert timer.page.locator(".practice-pacer, [style]").count() == 0
    timer.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    timer.page.emulate_media(media="print")
    notice = "Warm, cool, heavy? It is fine to notice nothing."
    for text in (SAFETY.stop_rule, *SAFETY.lines, notice, SAFETY.ways_out[0]):
        assert timer.root.get_by_text(text).is_visible()
    assert timer.part("shape").is_visible()
    assert timer.root.locator("button:visible, select:visible").count() == 0


def test_without_scripts_the_practice_reads_paces_counts_in_words_and_prints(open_timer: OpenTimer) -> None:
    timer = open_timer("box-breathing", javascript=False)
    assert timer.root.locator("button").count() == 0
    disc = timer.page.locator(".practice-pacer__disc")
    guide = timer.page.get_by_label("Start the moving guide")
    assert not disc.is_visible()
    guide.check()
    assert disc.is_visible()
    guide.uncheck()
    assert not disc.is_visible()
    timer.page.emulate_media(reduced_motion="reduce")
    counts = timer.page.locator(".practice-pacer__counts")  # a search by text looks into no noscript
    assert counts.is_visible()
    assert counts.inner_text().startswith("Breathe in: one, two, three, four.")
    assert timer.page.locator(".practice-pacer__view").is_hidden()
    assert guide.is_hidden()
    timer.page.emulate_media(media="print")
    for line in (SAFETY.stop_rule, *SAFETY.lines):
        assert timer.root.get_by_text(line).is_visible()
    timer.page.emulate_media(media="screen")
    timer.root.get_by_text("More about safety").click()
    for text in (SAFETY.stop_rule, *SAFETY.lines, SAFETY.ways_out[0], "10 rounds, 2 min 36 s", "Rest again"):
        assert timer.root.get_by_text(text).first.is_visible()


def test_the_printed_facts_are_those_of_the_element(open_timer: OpenTimer) -> None:
    timer = open_timer("several/")
    printed = [facts(practice) for practice in (*ALL, ALL[0])]
    assert timer.page.locator(".practice-timer__facts").all_inner_texts() == printed
