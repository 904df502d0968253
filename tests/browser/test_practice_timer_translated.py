"""The timer on a page whose words another program replaces: a browser's translation, a reading aid."""

from __future__ import annotations

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
    outer.append(Object.assign(document.createElement("font"), { textContent: `\\u00ab${text.data.trim()}\\u00bb` }));
    text.replaceWith(outer);
  }
}"""


def tap(page: Timer, name: str) -> None:
    """Tap the translated words of a button, where a finger meets them."""
    page.root.locator(f"button[name={name}] font font").first.click()


def test_every_button_answers_a_tap_on_its_translated_words(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_AUDIO, FAKE_WAKE))
    page.page.evaluate(TRANSLATE)
    tap(page, "start")
    assert page.state == "ready"
    page.page.evaluate(TRANSLATE)
    tap(page, "skipCount")
    assert page.state == "running"
    page.page.evaluate(TRANSLATE)
    tap(page, "start")
    assert page.state == "paused"
    page.page.evaluate(TRANSLATE)
    tap(page, "stop")
    assert page.state == "stopped"


def test_the_settings_answer_a_tap_on_their_translated_words(timer: Open) -> None:
    page = timer("box-breathing", scripts=(FAKE_AUDIO,))
    page.row("Sound, voice, vibration")
    page.page.evaluate(TRANSLATE)
    tap(page, "test")
    page.run(100)
    assert page.page.evaluate("sounds.length") == 1


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
