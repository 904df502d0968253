"""The timer as it is seen: every state, every button, every way of looking, and without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from macros.render.timer import facts
from tests.support.axe import violations
from tests.support.opening import wait_until
from tests.support.timer import FAKE_AUDIO, FAKE_VOICE, Timer
from tests.zoo.samples import ALL, SAFETY

Open = Callable[..., Timer]
PHONE = {"viewport": {"width": 390, "height": 844}}


def running(page: Timer) -> None:
    page.begin()
    page.run(3000)


def paused(page: Timer) -> None:
    running(page)
    page.press("Pause")


def stopped(page: Timer) -> None:
    running(page)
    page.press("Stop")


def ended(page: Timer) -> None:
    page.begin()
    page.jump(3_600_000)


def settings(page: Timer) -> None:
    page.page.evaluate("document.querySelectorAll('details').forEach((row) => { row.open = true; })")
    page.root.locator(".practice-timer__settings[data-ready]").wait_for(state="attached")


def refused(page: Timer) -> None:
    settings(page)
    page.page.evaluate("""() => {
      const input = document.querySelector("input[type=number]");
      input.value = "999";
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }""")
    assert page.root.locator("[aria-invalid=true]").count() == 1


def full_screen(page: Timer) -> None:
    """Open the quiet view; its part of the script is fetched then."""
    page.press("Full screen")
    page.page.wait_for_selector("practice-timer[data-full]")


def full(page: Timer) -> None:
    running(page)
    full_screen(page)


STATES: tuple[Callable[[Timer], None], ...] = (
    *(lambda page: None, lambda page: page.press("Start")),
    *(running, paused, stopped, ended, settings, refused, full),
)
NAMES = ("idle", "get ready", "running", "paused", "stopped", "ended", "settings open", "refused", "full")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "reduced motion": {"reduced_motion": "reduce"},
}
# Each kind in light; the colours of the richest timer in the dark, and every look of each by `make test-all`.
KINDS = ("box-breathing", "body-scan", "gentle-walk")
AXE_VIEWS = [
    pytest.param(
        slug, look, marks=() if look == "light" or (slug, look) == (KINDS[0], "dark") else pytest.mark.matrix
    )
    for slug in KINDS
    for look in LOOKS
]


@pytest.mark.parametrize(("slug", "look"), AXE_VIEWS)
def test_axe_finds_nothing_in_any_state(timer: Open, slug: str, look: str) -> None:
    problems = {}
    for name, enter in zip(NAMES, STATES, strict=True):
        page = timer(slug, axe=True, **PHONE, **LOOKS[look])
        enter(page)
        page.page.clock.resume()  # axe waits for timers of its own
        rule = "color-contrast" if look == "dark" else None
        problems[name] = violations(page.page, "practice-timer", rule)
        page.close()
    assert problems == {name: [] for name in NAMES}


SNAPSHOT = """() => JSON.stringify([
  [...document.querySelectorAll("practice-timer")].map((e) => [e.dataset.state, e.dataset.full, e.innerText]),
  [...document.querySelectorAll("input, textarea, select")].map((e) => e.value), window.sounds?.length,
  localStorage.length])"""


def press_all(
    page: Timer, state: Callable[[Timer], None], pressed: set[str], *, all_settings: bool
) -> list[str]:
    """Press every visible button of the first timer in a state, those in the settings once; returns those
    that changed nothing."""

    def enter() -> None:
        page.page.reload()
        page.page.wait_for_selector("[data-state]")
        page.page.evaluate(
            "localStorage.setItem('practice-timer', JSON.stringify({ version: 1, motion: 'moving' }))"
        )
        state(page)
        if all_settings:
            settings(page)

    enter()
    buttons = page.root.locator("button")
    visible = [index for index in range(buttons.count()) if buttons.nth(index).is_visible()]
    dead = []
    for index in visible:
        enter()
        button = buttons.nth(index)
        name = button.inner_text()
        in_settings = button.evaluate("(button) => Boolean(button.closest('.practice-timer__settings'))")
        if not button.is_enabled() or (name in pressed and in_settings):
            continue
        before = page.page.evaluate(SNAPSHOT)
        button.click()
        for _ in range(20):  # a part of the script may have to come first
            page.run(600)
            if page.page.evaluate(SNAPSHOT) != before:
                break
        else:
            dead.append(name)
        pressed.add(name)
    return dead


# The first has every button but those that only the others have.
BUTTONS = {
    "box-breathing": {
        *("Start", "Pause", "Resume", "Restart", "Stop", "Skip the count", "Full screen", "Again"),
        *("Turn sound on", "Play a test sound", "Forget my choices", "A bit better", "No different", "Worse"),
        *("Without holds", "Slower", "Faster", "Tap each time you breathe in", "Keep on this device"),
    },
    "body-scan": {"Start", "Pause", "Resume", "Stop", "Next step", "Again"},
    "gentle-walk": {"Start", "Pause", "Resume", "Stop", "Again"},
}


@pytest.mark.parametrize("slug", BUTTONS)
def test_every_button_does_something(timer: Open, slug: str) -> None:
    first, pressed = slug == "box-breathing", set[str]()
    page = timer(slug, scripts=(FAKE_AUDIO,))
    for state in (STATES[0], STATES[1] if first else running, paused, stopped, ended):
        assert press_all(page, state, pressed, all_settings=first) == []
    assert pressed >= BUTTONS[slug]


def test_start_is_seen_on_a_phone_without_scrolling(timer: Open) -> None:
    for practice in ALL:
        page = timer(practice.slug, **PHONE)
        box = page.root.get_by_role("button", name="Start", exact=True).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 560, practice.slug
        page.close()


def test_after_start_the_dial_and_the_buttons_are_in_view(timer: Open) -> None:
    page = timer(**PHONE)
    page.begin()
    page.run(100)
    for part in (page.part("dial"), page.root.get_by_role("button", name="Stop", exact=True)):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 844


@pytest.mark.parametrize("state", [running, ended, settings, refused], ids=lambda state: state.__name__)
@pytest.mark.parametrize("slug", ["box-breathing", "body-scan", "gentle-walk", "sharp-edges"])
def test_nothing_scrolls_sideways_at_320_pixels(
    timer: Open, slug: str, state: Callable[[Timer], None]
) -> None:
    page = timer(slug, viewport={"width": 320, "height": 640})
    state(page)
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_button_is_at_least_44_pixels(timer: Open) -> None:
    page = timer("box-breathing", **PHONE)
    paused(page)
    settings(page)
    boxes = [button.bounding_box() for button in page.root.locator("button:visible, select:visible").all()]
    assert min(box["height"] for box in boxes if box) >= 44
    assert min(box["width"] for box in boxes if box) >= 44


def test_reduced_motion_is_a_view_of_its_own_with_word_number_and_bar(timer: Open) -> None:
    page = timer("box-breathing", reduced_motion="reduce")
    page.begin()
    page.run(5000)
    assert not page.part("dial").is_visible()
    assert page.part("bar").is_visible()
    assert (page.text("word"), page.text("number")) == ("Rest here", "3")
    assert page.root.locator(".practice-timer__segment[data-now]").count() == 1
    assert page.page.evaluate("document.getAnimations().length") == 0


def test_motion_is_switched_in_mid_session_and_nothing_jumps(timer: Open) -> None:
    page = timer()
    page.begin()
    page.run(2000)
    row = page.row("Motion").get_by_label("What moves")
    row.select_option("still")
    assert page.part("bar").is_visible()
    assert (page.text("word"), page.text("number")) == ("Breathe in", "2")
    page.page.emulate_media(reduced_motion="reduce")
    row.select_option("moving")
    assert page.part("dial").is_visible()
    row.select_option("device")
    assert page.part("bar").is_visible()
    assert page.text("facts") == "Round 1 of 18 · 2 min 58 s left"


def test_the_shape_is_there_at_the_shortest_and_the_longest_phase(timer: Open) -> None:
    for slug, count in (("halves", 3), ("longest", 4)):
        page = timer(slug)
        page.begin()
        page.run(100)
        lengths = page.page.eval_on_selector_all(
            ".practice-timer__track", "all => all.map((e) => e.getTotalLength())"
        )
        assert len(lengths) == count
        assert min(lengths) > 5


def test_hold_and_breath_differ_without_colour(timer: Open) -> None:
    page = timer("box-breathing")
    page.begin()
    style = "e => [getComputedStyle(e).stroke, e.getAttribute('r')]"
    page.run(2000)
    breathing = page.part("disc").evaluate(style)
    page.run(3000)
    holding = page.part("disc").evaluate(style)
    assert breathing[0] != holding[0]  # an edge appears
    assert breathing[1] != holding[1]
    assert page.text("word") == "Rest here"


def test_forced_colours_keep_ring_disc_and_buttons(timer: Open) -> None:
    page = timer(forced_colors="active")
    page.begin()
    page.run(2000)
    stroke = "e => getComputedStyle(e).stroke"
    ground = page.part("card").evaluate("e => getComputedStyle(e).backgroundColor")
    for name in ("disc", "track", "arc"):
        assert page.part(name).evaluate(stroke) not in {"none", ground, "rgba(0, 0, 0, 0)"}
    assert page.part("button").evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


def test_full_screen_keeps_safety_and_help_and_sets_the_rest_aside(timer: Open) -> None:
    page = timer(viewport={"width": 1280, "height": 800})
    page.begin()
    full_screen(page)
    page.run(2000)
    assert page.root.get_attribute("data-full") is not None
    page.root.get_by_text("More about safety").click()
    for line in (SAFETY.stop_rule, *SAFETY.lines):
        assert page.root.get_by_text(line).is_visible()
    assert page.root.get_by_role("link", name="Get help now").first.is_visible()
    size = float(page.part("word").evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
    assert size >= 48
    after = page.page.get_by_text("After the timer")
    assert after.evaluate("e => Boolean(e.closest('[inert]'))")
    page.page.keyboard.press("Escape")
    page.page.wait_for_selector("practice-timer:not([data-full])")
    assert page.state == "running"
    assert not after.evaluate("e => Boolean(e.closest('[inert]'))")


def test_full_screen_works_where_the_device_refuses_it(timer: Open) -> None:
    page = timer(
        scripts=("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no'));",), **PHONE
    )
    full_screen(page)
    box = page.root.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    page.begin()
    page.root.dispatch_event("pointermove")  # the controls have stepped aside
    page.press("Leave full screen")
    wait_until(page.page, "!document.querySelector('practice-timer').hasAttribute('data-full')")
    assert page.state == "running"


FULL_PHONE = {"reduced_motion": "no-preference", "has_touch": True, **PHONE}


def hidden(page: Timer, part: str) -> bool:
    """Whether a part is out of sight and cannot be pressed, though it stands there."""
    style = page.part(part).evaluate(
        "e => { const { opacity, pointerEvents } = getComputedStyle(e); return [opacity, pointerEvents]; }"
    )
    return bool(style == ["0", "none"])


def calm(timer: Open) -> Timer:
    page = timer("box-breathing", **FULL_PHONE)
    page.begin()
    full_screen(page)
    assert not hidden(page, "controls")
    page.run(3100)
    assert hidden(page, "controls")
    assert hidden(page, "safety")
    return page


def test_in_full_screen_only_disc_and_word_stay_and_a_tap_anywhere_pauses(timer: Open) -> None:
    page = calm(timer)
    assert page.part("dial").is_visible()
    assert page.part("word").is_visible()
    stop = page.root.get_by_role("button", name="Stop", exact=True).bounding_box()
    assert stop is not None
    # Nobody can see the button: a tap on the ground.
    page.page.touchscreen.tap(stop["x"] + stop["width"] / 2, stop["y"] + stop["height"] / 2)
    assert page.state == "paused"
    assert not hidden(page, "controls")
    page.run(10_000)
    assert not hidden(page, "safety")  # while it is paused they stay
    page.part("word").click()
    assert page.state == "running"


@pytest.mark.parametrize("sign", ["pointer", "key", "focus"])
def test_controls_come_back_with_a_pointer_a_key_or_focus(timer: Open, sign: str) -> None:
    page = calm(timer)
    if sign == "pointer":
        page.page.mouse.move(100, 100)
    elif sign == "key":
        page.page.keyboard.press("Shift")
    else:
        page.part("help").focus()
    assert not hidden(page, "controls")
    assert not hidden(page, "safety")
    page.run(3100)
    assert hidden(page, "controls")


def test_back_leaves_the_full_screen_and_not_the_page(timer: Open) -> None:
    page = timer("box-breathing", **PHONE)
    address = page.page.url
    page.begin()
    full_screen(page)
    page.page.evaluate("history.back()")
    page.page.wait_for_selector("practice-timer:not([data-full])")
    assert page.page.url == address
    assert page.state == "running"
    entries = page.page.evaluate("history.length")
    full_screen(page)
    page.press("Leave full screen")
    wait_until(page.page, "!history.state?.practiceTimerFull")
    assert page.page.evaluate("history.length") == entries  # no entry is left for Back to stumble over


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_the_words_fit_into_the_disc_when_it_is_smallest(timer: Open, size: tuple[int, int]) -> None:
    page = timer(viewport={"width": size[0], "height": size[1]})
    full_screen(page)
    page.begin()
    page.run(100)
    word, disc = page.part("word").bounding_box(), page.part("disc").bounding_box()
    assert word is not None
    assert disc is not None
    assert word["width"] <= disc["width"]


def test_the_drawing_of_the_present_step_is_in_view_while_it_runs(timer: Open) -> None:
    page = timer("drawn/", **PHONE)
    assert page.root.locator(".practice-timer__drawing").count() == 0
    page.begin()
    page.run(100)
    drawing = page.part("drawing")
    box = drawing.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 844
    assert drawing.locator("[data-steps]").count() > 0
    assert drawing.get_attribute("aria-hidden") == "true"


def test_the_stop_rule_and_one_line_stand_above_start_and_the_rest_opens_above_it_too(timer: Open) -> None:
    for practice in ALL:
        page = timer(practice.slug)

        def above(line: str, page: Timer = page) -> bool:
            start = page.root.get_by_role("button", name="Start", exact=True).bounding_box()
            box = page.root.get_by_text(line).bounding_box()
            return start is not None and box is not None and box["y"] + box["height"] <= start["y"]

        lines = (SAFETY.stop_rule, *SAFETY.lines)
        visible = [line for line in lines if page.root.get_by_text(line).is_visible()]
        assert visible == [SAFETY.stop_rule, SAFETY.lines[0]]
        page.root.get_by_text("More about safety").press("Enter")
        assert all(above(line) for line in (SAFETY.stop_rule, *SAFETY.lines))
        page.close()


def test_all_settings_stand_behind_one_row_that_says_what_start_will_run(timer: Open) -> None:
    page = timer("box-breathing", **PHONE)
    row = page.root.get_by_text("10 rounds, 2 min 36 s, silent")
    assert row.is_visible()
    assert page.root.locator(".practice-timer__setting:visible").count() == 0
    row.click()
    page.root.locator(".practice-timer__settings[data-ready]").wait_for(state="attached")
    assert page.root.locator(".practice-timer__setting:visible").count() == 5
    page.row("Length").get_by_label("How long").select_option("r5")
    page.row("Sound, voice, vibration").get_by_label("Tones", exact=False).check()
    assert page.text("chosen") == "5 rounds, 1 min 16 s, tones"


def test_on_paper_safety_list_shape_and_ways_out_are_there_and_controls_are_not(timer: Open) -> None:
    page = timer("body-scan")
    page.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.page.emulate_media(media="print")
    notice = "Warm, cool, heavy? It is fine to notice nothing."
    for text in (SAFETY.stop_rule, *SAFETY.lines, notice, SAFETY.ways_out[0]):
        assert page.root.get_by_text(text).is_visible()
    assert page.part("shape").is_visible()
    assert page.root.locator("button:visible, select:visible").count() == 0


def test_without_scripts_the_practice_reads_paces_and_stops(timer: Open) -> None:
    page = timer("box-breathing", javascript=False)
    page.root.get_by_text("More about safety").click()
    for text in (SAFETY.stop_rule, *SAFETY.lines, SAFETY.ways_out[0], "10 rounds, 2 min 36 s", "Rest again"):
        assert page.root.get_by_text(text).first.is_visible()
    assert page.root.locator("button").count() == 0
    disc = page.page.locator(".practice-pacer__disc")
    assert not disc.is_visible()
    page.page.get_by_label("Start the moving guide").check()
    assert disc.is_visible()
    page.page.get_by_label("Start the moving guide").uncheck()
    assert not disc.is_visible()


def test_without_scripts_reduced_motion_gives_counts_in_words(timer: Open) -> None:
    page = timer(javascript=False, reduced_motion="reduce")
    counts = page.page.locator(".practice-pacer__counts")  # a search by text looks into no noscript
    assert counts.is_visible()
    assert counts.inner_text().startswith("Breathe in: one, two, three, four.")
    assert page.page.locator(".practice-pacer__view").is_hidden()
    assert page.page.get_by_label("Start the moving guide").is_hidden()


def test_without_scripts_it_prints(timer: Open) -> None:
    page = timer("body-scan", javascript=False)
    page.page.emulate_media(media="print")
    assert page.root.get_by_text("Skip any part you like.").is_visible()
    for line in (SAFETY.stop_rule, *SAFETY.lines):
        assert page.root.get_by_text(line).is_visible()


def test_with_scripts_there_is_no_pacer_in_the_page(timer: Open) -> None:
    page = timer()
    assert page.page.locator(".practice-pacer").count() == 0


def test_a_screen_reader_finds_names_for_everything(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_VOICE,))
    settings(page)
    nameless = page.page.evaluate("""() => [...document.querySelectorAll("input, select, textarea")]
      .filter((e) => e.type !== "hidden" && !e.labels?.length).length""")
    assert nameless == 0
    assert page.page.get_by_role("group", name="Practice timer: Box breathing").count() == 1


def test_no_page_breaks_the_strict_policy_or_asks_another_host(timer: Open) -> None:
    page = timer("embed/box-breathing/")
    running(page)
    settings(page)
    assert page.page.evaluate("blocked") == []
    assert page.page.locator("[style]").count() == 0


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_the_printed_facts_are_those_of_the_element(browser: Browser, zoo: str, practice: Any) -> None:
    page = browser.new_page()
    page.goto(f"{zoo}practices/{practice.slug}/")
    page.wait_for_selector("practice-timer[data-state=idle]")
    assert page.locator(".practice-timer__facts").inner_text() == facts(practice)
    page.close()
