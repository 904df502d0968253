"""Read aloud: in the device's own voice alone, what is in sight alone, and silent when
the reader says so or leaves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.voices import VOICES

TEXTS = "told.map(({ text }) => text)"
NEXT = "told.at(-1).onend()"
TO_THE_END = f"while (told.at(-1) !== window.before) {{ window.before = told.at(-1); {NEXT}; }}"


NEAR = "() => { voices.push({ localService: true, lang: 'en-GB', name: 'near' }); }"


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A narrow page on a device with a voice."""
    tab = new_page(viewport={"width": 320, "height": 640})
    tab.add_init_script(VOICES)
    return tab


def listen(page: Page, name: str = "Listen") -> Locator:
    """The button that starts to read."""
    return page.get_by_role("button", name=name, exact=True)


def test_a_guide_is_read_without_citations_and_a_practice_its_steps_alone(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}guides/what-slow-breathing-does/")
    listen(page).click()
    page.evaluate(TO_THE_END)
    texts = page.evaluate(TEXTS)
    assert texts[0] == page.locator(".page-text").locator("h2, p, li").first.inner_text().strip().rstrip("#")
    assert len(texts) > 30
    assert not [text for text in texts if "source" in text or "doi.org" in text or text.endswith("#")]
    assert set(page.evaluate("told.map(({ voice }) => voice.name)")) == {"near"}
    expect(listen(page)).to_be_visible()
    page.goto(f"{base_url}practices/box-breathing/")
    listen(page, "Listen to the steps").click()
    page.evaluate(TO_THE_END)
    texts = page.evaluate(TEXTS)
    assert texts[0] == "How to do it"
    assert "Breathe in for 4." in texts
    assert not [text for text in texts if "Make it fit you" in text]


def test_pause_stop_leaving_and_a_device_without_a_voice_are_silent(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}glossary/vagal-tone/")
    page.evaluate("voices.pop()")
    listen(page).click()
    expect(page.get_by_text("This device has no voice of its own")).to_be_visible()
    assert page.evaluate(TEXTS) == []
    page.evaluate(NEAR)
    listen(page).press("Enter")
    page.evaluate(NEXT)
    page.get_by_role("button", name="Pause").click()
    page.evaluate(NEXT)  # browsers tell an end for what was silenced
    assert len(page.evaluate(TEXTS)) == 2
    page.get_by_role("button", name="Go on").click()
    first, second, again = page.evaluate(TEXTS)
    assert second == again != first
    page.get_by_role("button", name="Stop reading").press("Enter")
    expect(listen(page)).to_be_focused()
    listen(page).click()
    assert page.evaluate("told.at(-1).text") == first
    before = page.evaluate("silenced")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("silenced") == before + 1


def test_without_scripts_there_is_no_button(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}glossary/vagal-tone/")
    expect(page.locator(".read-aloud__go")).to_be_hidden()
