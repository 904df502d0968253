"""Read aloud: in the device's own voice alone, what is in sight alone, and silent when
the reader says so or leaves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

# A voice of the device (unless `near` is false) and a far one, that speak when told: `told.at(-1).onend()`.
VOICES = """
window.told = []; window.silenced = 0;
Object.defineProperty(window, "speechSynthesis", { value: { cancel() { window.silenced += 1; },
  getVoices: () => [{ localService: false, lang: "en-GB", name: "far" },
    { localService: true, lang: "en-GB", name: "near" }].slice(0, window.near === false ? 1 : 2),
  speak: (said) => window.told.push(said), addEventListener() {} } });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
TEXTS = "told.map(({ text }) => text)"
NEXT = "told.at(-1).onend()"


@pytest.fixture
def opened(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens a page on a device with a voice; `before` runs first."""

    def page(address: str, before: str = "") -> Page:
        tab = new_page(viewport={"width": 320, "height": 640})
        tab.add_init_script(before + VOICES)
        tab.goto(base_url + address)
        return tab

    return page


def test_a_guide_is_read_in_order_without_citations_and_sources(opened: Callable[..., Page]) -> None:
    page = opened("guides/what-slow-breathing-does/")
    page.get_by_role("button", name="Listen", exact=True).click()
    page.evaluate(
        "while (told.at(-1) !== window.before) { window.before = told.at(-1); told.at(-1).onend(); }"
    )
    texts = page.evaluate(TEXTS)
    assert texts[0] == page.locator(".page-text").locator("h2, p, li").first.inner_text().strip().rstrip("#")
    assert len(texts) > 30
    assert not [text for text in texts if "source" in text or "doi.org" in text or text.endswith("#")]
    assert page.evaluate("new Set(told.map(({ voice }) => voice.name)).size") == 1
    assert page.evaluate("told[0].voice.name") == "near"
    expect(page.get_by_role("button", name="Listen", exact=True)).to_be_visible()


def test_a_practice_reads_its_steps_alone(opened: Callable[..., Page]) -> None:
    page = opened("practices/box-breathing/")
    page.get_by_role("button", name="Listen to the steps").click()
    page.evaluate(
        "while (told.at(-1) !== window.before) { window.before = told.at(-1); told.at(-1).onend(); }"
    )
    texts = page.evaluate(TEXTS)
    assert texts[0] == "How to do it"
    assert "Breathe in for 4." in texts
    assert not [text for text in texts if "Make it fit you" in text]


def test_pause_stop_and_leaving_are_silent(opened: Callable[..., Page], base_url: str) -> None:
    page = opened("glossary/vagal-tone/")
    page.get_by_role("button", name="Listen", exact=True).press("Enter")
    page.evaluate(NEXT)
    page.get_by_role("button", name="Pause").click()
    page.evaluate(NEXT)  # browsers tell an end for what was silenced
    assert len(page.evaluate(TEXTS)) == 2
    page.get_by_role("button", name="Go on").click()
    first, second, again = page.evaluate(TEXTS)
    assert second == again != first
    page.get_by_role("button", name="Stop reading").press("Enter")
    expect(page.get_by_role("button", name="Listen", exact=True)).to_be_focused()
    page.get_by_role("button", name="Listen", exact=True).click()
    assert page.evaluate("told.at(-1).text") == first
    before = page.evaluate("silenced")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("silenced") == before + 1


def test_without_a_voice_of_the_device_nothing_is_said(opened: Callable[..., Page]) -> None:
    page = opened("glossary/vagal-tone/", "window.near = false;")
    page.get_by_role("button", name="Listen", exact=True).click()
    expect(page.get_by_text("This device has no voice of its own")).to_be_visible()
    assert page.evaluate(TEXTS) == []


def test_without_speech_and_without_scripts_there_is_no_button(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + "glossary/vagal-tone/")
    expect(page.locator(".read-aloud__go")).to_be_hidden()
