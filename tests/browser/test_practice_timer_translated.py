"""The timer on a page whose words another program replaces: a browser's translation, a reading aid."""

from collections.abc import Callable

from tests.support.timer import FAKE_AUDIO, FAKE_WAKE, Timer

Open = Callable[..., Timer]

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


def tap(page: Timer, name: str) -> None:
    """Translate what is there, as a translator does again and again, and tap the words
    where a finger meets them."""
    page.page.evaluate(TRANSLATE)
    page.root.locator(f"button[name={name}] font font").first.click()


def test_every_button_answers_a_tap_on_its_translated_words(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_AUDIO, FAKE_WAKE))
    tap(page, "noHolds")
    assert page.root.locator("[name=noHolds]").get_attribute("aria-pressed") == "true"
    tap(page, "sound")
    assert "Turn sound off" in page.root.locator("[name=sound]").inner_text()
    for name, state in [
        *(("start", "ready"), ("skipCount", "running"), ("start", "paused"), ("restart", "ready")),
        *(("skipCount", "running"), ("stop", "stopped"), ("start", "ready"), ("skipCount", "running")),
    ]:
        tap(page, name)
        assert page.state == state
    page.run(1000)
    for name, word in (("slower", "Slower"), ("faster", "Faster")):
        tap(page, name)
        assert word in page.text("status")
    tap(page, "full")
    page.page.wait_for_selector("practice-timer[data-full]")
    tap(page, "full")
    page.page.wait_for_selector("practice-timer:not([data-full])")


def test_what_follows_a_session_answers_a_tap_on_its_translated_words(timer: Open) -> None:
    page = timer("body-scan", scripts=(FAKE_WAKE,))
    tap(page, "start")
    tap(page, "skipCount")
    page.run(1000)
    page.page.reload()
    page.page.wait_for_selector("practice-timer[data-state]")
    tap(page, "goOn")
    for _ in range(4):
        tap(page, "nextStep")
    assert page.state == "ended"
    tap(page, "answer")
    assert page.part("reply").inner_text()
    tap(page, "again")
    assert page.state == "ready"


def test_the_settings_answer_a_tap_on_their_translated_words(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_AUDIO,))
    for row in ("Sound, voice, vibration", "Pattern", "Motion"):
        page.row(row)
    tap(page, "test")
    page.run(100)
    assert page.page.evaluate("sounds.length") == 1
    tap(page, "keep")
    assert "name" in page.root.locator("[data-row=pattern] .practice-timer__refusal").inner_text()
    tap(page, "tap")
    page.root.locator("[name=motion]").select_option("still")
    assert "Still" in page.root.locator("[data-row=motion] .practice-timer__value").inner_text()
    tap(page, "forget")
    assert page.page.evaluate("localStorage.length") == 0


def test_a_translated_word_stays_until_its_phase_is_over(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_WAKE,))
    page.begin()
    page.run(200)
    page.page.evaluate(TRANSLATE)
    translated = page.text("word")
    assert translated.startswith("\u00ab")
    page.run(2000)
    assert page.text("word") == translated
    page.run(2500)
    assert page.text("word") != translated
