"""Favourites: off until asked for, on this device, forgotten by one press."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.support.axe import violations
from tests.support.opening import wait_until

BREATH = "practices/one-breath/"


def test_a_practice_is_remembered_only_when_asked_for_and_all_is_forgotten(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page.goto(base_url + BREATH)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".my-practices__keep")).to_be_hidden()
    page.goto(base_url)
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_text("Keep my practices here").press("Enter")
    page.get_by_role("button", name="Keep them on this device").press("Enter")
    expect(page.get_by_role("button", name="Forget my practices")).to_be_focused()
    page.goto(base_url + "practices/five-senses/")
    page.get_by_role("button", name="Keep this practice").click()
    expect(page.get_by_role("button", name="Remove from my practices")).to_be_visible()
    page.goto(base_url + BREATH)
    page.get_by_role("button", name="Start", exact=True).click()
    wait_until(page, "localStorage['my-practices']?.includes('one-breath')")
    mine = page.locator("my-practices")
    for place in ("practices/", ""):
        page.goto(base_url + place)
        assert mine.get_by_role("listitem").all_inner_texts() == ["5-4-3-2-1 grounding (five senses)"]
        assert mine.locator(".my-practices__last").inner_text() == "Last used: One slow breath"
        assert violations(page, "my-practices") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        mine.get_by_role("link", name="One slow breath").click()
        page.wait_for_url(base_url + BREATH)
    page.goto(base_url + "practices/")
    page.get_by_role("button", name="Forget my practices").click()
    assert page.evaluate("Object.keys(localStorage)") == []
    expect(page.get_by_text("Keep my practices here")).to_be_focused()
    for text, shown in (
        ("{", False),
        ('{"practices": 1, "last": "<b>"}', True),
        ('{"practices": ["gone"]}', True),
    ):
        page.evaluate("(text) => localStorage.setItem('my-practices', text)", text)
        page.reload()
        expect(page.locator(".my-practices__on")).to_be_visible(visible=shown)
        expect(page.locator(".my-practices__list li")).to_have_count(0)


def test_without_scripts_it_is_not_there(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + "practices/")
    expect(page.locator("my-practices")).to_be_hidden()
