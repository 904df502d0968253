"""The page for the worst minute: one instruction on the screen, without scripts, and help always in reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

STEP = ".right-now__step"


def shown(page: Page) -> list[str]:
    """The instructions that are in sight."""
    return [each.locator(".right-now__say").inner_text() for each in page.locator(STEP).all() if each.is_visible()]


@pytest.mark.parametrize("size", [(390, 664), (320, 568), (1280, 800)])
def test_one_thing_at_a_time_without_scripts(
    new_page: Callable[..., Page], base_url: str, size: tuple[int, int]
) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": size[0], "height": size[1]})
    page.goto(f"{base_url}now/")
    for wanted in ("Look around you.", "Press your feet down.", "Let one breath out, slowly.", "Say where you are."):
        assert shown(page) == [wanted]
        expect(page.locator(STEP, has_text=wanted).get_by_text(wanted)).to_be_in_viewport()
        expect(page.locator(".right-now__help")).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("link", name="Next")).to_be_in_viewport(ratio=1)
        page.get_by_role("link", name="Next").click()
    assert shown(page) == ["How is it now?"]
    page.go_back()
    assert shown(page) == ["Say where you are."]
    page.go_forward()
    page.get_by_role("link", name="No different").click()
    assert shown(page) == ["Hold something cool or firm."]
    page.get_by_role("link", name="Next").click()
    page.get_by_role("link", name="Worse").click()
    page.wait_for_url(f"{base_url}help/")
    page.go_back()
    page.get_by_role("link", name="A bit better").click()
    page.wait_for_url(f"{base_url}practices/looking-round/")


def test_there_is_no_menu_on_the_screen_and_paper_has_every_step(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(viewport={"width": 390, "height": 664})
    page.goto(f"{base_url}now/")
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator(".site-footer")).to_be_hidden()
    page.emulate_media(media="print")
    assert len(shown(page)) == page.locator(STEP).count()


def test_home_and_the_installed_site_lead_to_it(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(base_url)
    page.get_by_role("link", name="One thing at a time").click()
    page.wait_for_url(f"{base_url}now/")
    assert "now/" in [each["url"] for each in page.request.get(f"{base_url}manifest.webmanifest").json()["shortcuts"]]
