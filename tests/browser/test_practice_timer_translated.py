"""Every button of the timer does what it says, on a page whose words another program
replaces too: a browser's translation, a reading aid."""

from tests.support.timer import FAKE_AUDIO, FAKE_WAKE, OpenTimer, Timer

# What Chrome's translation does to every text: two elements round it, and other words in it.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.querySelector("practice-timer"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (["SCRIPT", "STYLE", "OPTION"].includes(text.parentElement.tagName)) continue;
    const outer = document.createElement("font");
    const textContent = `\\u00ab${text.data.trim()}\\u00bb`;
    outer.append(Object.assign(document.createElement("font"), { textContent }));
    text.replaceWith(outer);
  }
}"""


class Reader:
    """Taps buttons where a finger meets their translated words; `tapped` are the names of those."""

    def __init__(self, timer: Timer) -> None:
        self.timer, self.tapped = timer, set[str]()

    def tap(self, *names: str, which: str = "") -> None:
        """Translate what is there, as a translator does again and again, and tap; before each button."""
        for name in names:
            self.timer.page.evaluate(TRANSLATE)
            self.timer.root.locator(f"button[name={name}]{which} font font").first.click()
            self.tapped.add(name)


def try_session(reader: Reader) -> None:
    """Every button before and in a session."""
    timer, root = reader.timer, reader.timer.root
    for pressed in ("true", "false"):
        reader.tap("noHolds")
        assert root.locator("[name=noHolds]").get_attribute("aria-pressed") == pressed
    reader.tap("sound")
    assert "Turn sound off" in root.locator("[name=sound]").inner_text()
    for name, state in [
        *(("start", "ready"), ("skipCount", "running"), ("start", "paused"), ("start", "running")),
        *(("start", "paused"), ("restart", "ready"), ("start", "paused"), ("stop", "stopped")),
        *(("start", "ready"), ("stop", "stopped"), ("start", "ready"), ("skipCount", "running")),
    ]:
        reader.tap(name)
        assert timer.state == state
    timer.run(1000)
    for name, word in (("slower", "Slower"), ("faster", "Faster")):
        reader.tap(name)
        assert word in timer.text("status")
    for state in ("[data-full]", ":not([data-full])"):
        reader.tap("full")
        timer.page.wait_for_selector(f"practice-timer{state}")


def try_end(reader: Reader) -> None:
    """A session that was left is taken up again, ends, and is answered in each way."""
    timer = reader.timer
    timer.visit()
    reader.tap("goOn")
    for value in ("easier", "same", "worse"):
        timer.jump(35_000)
        assert timer.state == "ended"
        reader.tap("answer", which=f"[value={value}]")
        assert timer.text("reply")
        reader.tap("again")
        assert timer.state == "ready"
    reader.tap("stop")


def try_settings(reader: Reader) -> None:
    """Every button of the settings."""
    timer, root = reader.timer, reader.timer.root
    timer.open_all()
    before = timer.page.evaluate("sounds.length")
    reader.tap("test")
    timer.run(100)
    assert timer.page.evaluate("sounds.length") == before + 1
    reader.tap("keep")
    assert "name" in root.locator("[data-row=pattern] .practice-timer__refusal").inner_text()
    root.locator("[name=name]").fill("Mine")
    reader.tap("keep")
    assert root.locator("[data-named]").count() == 1
    reader.tap("remove")
    assert root.locator("[data-named]").count() == 0
    reader.tap("tap")
    assert "1" in root.locator("[name=tap]").inner_text()
    root.locator("[name=motion]").select_option("still")
    assert "Still" in root.locator("[data-row=motion] .practice-timer__value").inner_text()
    reader.tap("forget")
    assert timer.page.evaluate("localStorage.length") == 0


NAMES = "[...document.querySelectorAll('practice-timer button')].map(({ name }) => name)"


def test_every_button_does_something_at_a_tap_on_its_translated_words(open_timer: OpenTimer) -> None:
    reader = Reader(open_timer("box-breathing", query="?rounds=2", scripts=(FAKE_AUDIO, FAKE_WAKE)))
    for part in (try_session, try_end, try_settings):
        part(reader)
    elsewhere = {"startHere"}  # the strip of a scrolled phone: test_start_in_sight.py
    assert reader.tapped | elsewhere == set(reader.timer.page.evaluate(NAMES))
    steps = Reader(open_timer("body-scan"))
    steps.tap("start", "skipCount", *["nextStep"] * 4)
    assert steps.timer.state == "ended"
    assert set(steps.timer.page.evaluate(NAMES)) <= reader.tapped | steps.tapped | elsewhere


def test_a_translated_word_stays_until_its_phase_is_over(open_timer: OpenTimer) -> None:
    timer = open_timer("box-breathing")
    timer.begin()
    timer.run(200)
    timer.page.evaluate(TRANSLATE)
    translated = timer.text("word")
    assert translated.startswith("\u00ab")
    timer.run(2000)
    assert timer.text("word") == translated
    timer.run(2500)
    assert timer.text("word") != translated
