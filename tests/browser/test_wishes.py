"""What a reader asked of the device, kept on every kind of page: forced colours, no motion, no transparency, paper."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.support import probes
from tests.support.in_page import script
from tests.support.keyboard import tab_to
from tests.support.layout import layout_faults
from tests.support.pages import KINDS
from tools import pictures

PHONE = {"width": 390, "height": 844}
SHAPED = ("home", "practice with a breath", "practice in steps", "open practice", "practices", "finder", "help")


def wish(page: Page, feature: str, value: str) -> None:
    """Have the browser say that the reader wishes something that Playwright itself has no word for."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedMedia", {"features": [{"name": feature, "value": value}]})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_forced_colours_leave_every_control_a_face(
    base_url: str, new_page: Callable[..., Page], kind: str, scheme: str
) -> None:
    page = new_page(forced_colors="active", color_scheme=scheme, viewport=PHONE)
    page.goto(base_url + KINDS[kind])
    assert page.evaluate(script("faceless")) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", SHAPED)
def test_forced_colours_leave_every_shape_visible(
    base_url: str, new_page: Callable[..., Page], kind: str, scheme: str
) -> None:
    page = new_page(forced_colors="active", color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page.goto(base_url + KINDS[kind])
    for shape in page.locator("article svg:visible").all()[:12]:
        box = shape.bounding_box()
        if box and min(box["width"], box["height"]) >= 16:
            greys = Image.open(io.BytesIO(shape.screenshot())).convert("L").tobytes()
            assert max(greys) - min(greys) > 80, shape.evaluate("(svg) => svg.outerHTML.slice(0, 200)")


def test_a_planted_faceless_button_is_seen(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(forced_colors="active")
    page.goto(base_url + "tools/")
    page.evaluate("""() => {
      const button = document.createElement("button");
      button.textContent = "bare"; button.style.border = "0"; document.querySelector("article").append(button); }""")
    assert len(page.evaluate(script("faceless"))) == 1


def used(page: Page) -> list[str]:
    """Goes about the page with the keyboard; what moved meanwhile."""
    page.evaluate(script("moves"))
    for _ in range(12):
        page.keyboard.press("Tab")
    tab_to(page, probes.SEARCH, key="Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("breath")
    page.locator(".search-answer").first.wait_for()
    page.keyboard.press("Escape")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = !fold.open")
    page.wait_for_timeout(200)
    moved: list[str] = page.evaluate("window.moved")
    return sorted(set(moved))


@pytest.mark.parametrize("kind", ["home", "guide", "practice in steps", "glossary", "help"])
def test_nothing_moves_for_who_asked_for_less_motion(base_url: str, new_page: Callable[..., Page], kind: str) -> None:
    page = new_page(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    page.goto(base_url + KINDS[kind])
    assert used(page) == []


def test_planted_motion_is_seen(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    page.goto(base_url + "help/")
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("a { transition: transform 90ms !important } a:focus { transform: scale(1.1) }");
      document.adoptedStyleSheets = [sheet];
    }""")
    assert used(page) != []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "guide", "practice with a breath", "glossary"])
def test_nothing_shines_through_for_who_asked_for_less_transparency(
    base_url: str, new_page: Callable[..., Page], kind: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 1280, "height": 800})
    page.goto(base_url + KINDS[kind])
    probes.open_search(page, "breath")
    assert page.evaluate(script("clear")) != []  # the ground behind the search: the check can see
    wish(page, "prefers-reduced-transparency", "reduce")
    assert page.evaluate(script("clear")) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])
def test_every_kind_of_page_prints_its_text_and_none_of_the_frame(
    base_url: str, new_page: Callable[..., Page], kind: str
) -> None:
    page = new_page(color_scheme="dark", viewport={"width": 665, "height": 940})  # A4 within its margins
    page.goto(base_url + KINDS[kind])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1").is_visible()
    for part in (".site-header", ".site-places", ".site-footer", ".skip-link", ".exit-page", ".page-turn"):
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }
    assert layout_faults(page) == []


def test_pictures_are_taken_of_a_place_at_both_widths_in_both_schemes(
    browser: Browser, base_url: str, tmp_path: Path
) -> None:
    taken = pictures.take(browser, base_url, "practice-running", tmp_path)
    assert [picture.name for picture in taken] == [
        f"practice-running-{scheme}-{width}.png" for width in (390, 1280) for scheme in ("light", "dark")
    ]
    assert {Image.open(io.BytesIO(picture.read_bytes())).width for picture in taken} == {390, 1280}
