"""The glossary's field on the home page: a form that opens the glossary with what was typed, scripts or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("press", ["button", "Enter"])
def test_it_opens_the_glossary_with_the_words_found(new_page: Callable[..., Page], base_url: str, press: str) -> None:
    page = new_page()
    refused: list[str] = []
    page.on("console", lambda entry: refused.append(entry.text) if entry.type == "error" else None)
    page.goto(base_url)
    field = page.get_by_role("searchbox", name="Find a word in the glossary")
    field.fill("vegas nerve & more")
    if press == "Enter":
        field.press("Enter")
    else:
        page.get_by_role("button", name="Find", exact=True).click()
    page.wait_for_url("**/glossary/?q=vegas+nerve+%26+more")
    expect(page.locator(".glossary-filter__input")).to_have_value("vegas nerve & more")
    expect(page.locator(".glossary-filter__results a").first).to_have_text("vagus nerve")
    assert refused == []


def test_without_scripts_it_opens_the_whole_list(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url)
    page.get_by_role("searchbox", name="Find a word in the glossary").fill("freeze")
    page.get_by_role("button", name="Find", exact=True).click()
    page.wait_for_url("**/glossary/?q=freeze")
    expect(page.get_by_role("link", name="freeze", exact=True).first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_field_and_its_button_stand_in_one_row(new_page: Callable[..., Page], base_url: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(base_url)
    field = page.get_by_role("searchbox", name="Find a word in the glossary").bounding_box()
    button = page.get_by_role("button", name="Find", exact=True).bounding_box()
    assert field is not None
    assert button is not None
    assert field["y"] == button["y"]
    assert field["height"] == button["height"]
    assert button["x"] + button["width"] <= width
