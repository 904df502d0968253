"""The page for the worst minute: one instruction on the screen, without scripts, and help always in reach."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_kinds import LARGE
from tests.conftest import FLAGS
from tests.support.axe import violations
from tests.support.layout import box_of
from tests.support.opening import wait_until
from tests.support.voices import VOICES
from tools.setup import find_chromium

STEP, FOOT, URGENT = ".right-now__step", ".right-now__foot", ".right-now__urgent"


def shown(page: Page) -> list[str]:
    """The instructions that are in sight."""
    return [
        step.locator(".right-now__say").inner_text() for step in page.locator(STEP).all() if step.is_visible()
    ]


@pytest.mark.parametrize("size", [(390, 664), (320, 568), (1280, 800)])
def test_one_thing_at_a_time_without_scripts(
    new_page: Callable[..., Page], base_url: str, size: tuple[int, int]
) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": size[0], "height": size[1]})
    page.goto(f"{base_url}now/")
    places = []
    for wanted in (
        "Look around you.",
        "Press your feet down.",
        "Let one breath out, slowly.",
        "Say where you are.",
    ):
        assert shown(page) == [wanted]
        expect(page.locator(STEP, has_text=wanted).get_by_text(wanted)).to_be_in_viewport()
        expect(page.locator(".right-now__help")).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("link", name="Next")).to_be_in_viewport(ratio=1)
        places.append(box_of(page.get_by_role("link", name="Next")).top)
        page.get_by_role("link", name="Next").click()
    assert max(places) - min(places) < 56  # a thumb that stays where it is meets every one
    assert shown(page) == ["How is it now?"]
    page.go_back()
    assert shown(page) == ["Say where you are."]
    page.go_forward()
    for anchor, better in (
        ("Hold something cool or firm.", "something-cool"),
        ("Listen for the farthest sound.", "five-senses"),
        ("Press your palms together, then let go.", "feet-on-the-floor"),
    ):
        page.get_by_role("link", name="No different").click()
        assert shown(page) == [anchor]
        assert box_of(page.get_by_role("link", name="Worse")).bottom <= box_of(page.locator(FOOT)).top
        page.get_by_role("link", name="A bit better").click()
        page.wait_for_url(f"{base_url}practices/{better}/")
        page.go_back()
    for answer in ("No different", "Worse"):
        page.get_by_role("link", name=answer).click()
        page.wait_for_url(f"{base_url}help/")
        page.go_back()
    expect(page.locator(".right-now__call")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(("zone", "number"), [("Europe/London", "tel:999"), ("Antarctica/Troll", "")])
def test_the_countrys_number_stands_beside_help_where_the_clock_knows_it(
    new_page: Callable[..., Page], base_url: str, zone: str, number: str
) -> None:
    page = new_page(timezone_id=zone, viewport={"width": 320, "height": 568}, bypass_csp=True)
    page.goto(f"{base_url}now/")
    wait_until(page, "Boolean(customElements.get('right-now'))")
    expect(page.locator(".right-now__help")).to_be_in_viewport(ratio=1)
    calls = page.locator(".right-now__call")
    assert [link.get_attribute("href") for link in calls.all()] == ([number] if number else [])
    if number:
        expect(calls).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_steps_are_read_aloud_once_pressed_and_not_offered_without_a_voice(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.add_init_script(VOICES)
    page.goto(f"{base_url}now/")
    button = page.get_by_role("button", name="Read aloud")
    button.click()
    page.get_by_role("link", name="Next").click()
    wait_until(page, "told.length === 2")
    assert page.evaluate("told[1].text").startswith("Press your feet down.")
    button.click()
    page.get_by_role("link", name="Next").click()
    assert page.evaluate("told.length") == 2
    page.add_init_script("voices.pop()")
    page.reload()
    wait_until(page, "Boolean(customElements.get('right-now'))")
    expect(page.locator(".right-now__aloud")).to_be_hidden()


def test_in_large_letters_the_first_instruction_is_in_sight(browser: Browser, base_url: str) -> None:
    large = browser.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, LARGE])
    page = large.new_page(viewport={"width": 390, "height": 664}, timezone_id="Europe/London")
    page.add_init_script(VOICES)
    page.goto(f"{base_url}now/")
    parts = [page.locator(part).first for part in ("h1", ".right-now__aloud", ".right-now__say", URGENT)]
    for part in parts:
        expect(part).to_be_visible()
    boxes = [box_of(part) for part in parts]
    large.close()
    assert all(above.bottom <= below.top for above, below in pairwise(boxes))
    assert boxes[-1].bottom <= 664


def test_home_leads_to_it_and_it_has_no_menu_and_every_step_on_paper(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(base_url)
    page.get_by_role("link", name="One thing at a time").click()
    page.wait_for_url(f"{base_url}now/")
    manifest = page.request.get(f"{base_url}manifest.webmanifest").json()
    assert "now/" in [shortcut["url"] for shortcut in manifest["shortcuts"]]
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator(".site-footer")).to_be_hidden()
    page.emulate_media(media="print")
    assert len(shown(page)) == page.locator(STEP).count()
