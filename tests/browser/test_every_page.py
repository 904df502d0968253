"""Every published page opens in a real browser, under the strict policy, without an error or an outside request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.axe import violations
from tests.support.pages import KINDS
from tests.support.server import serve


def watch(page: Page, base_url: str) -> list[str]:
    """Collects what goes wrong on a page: console errors, exceptions, requests to other hosts."""
    faults: list[str] = []
    page.on("console", lambda entry: faults.append(f"console: {entry.text}") if entry.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
    host = base_url.split("/")[2]
    page.on(
        "request",
        lambda request: (
            faults.append(f"request: {request.url}")
            if request.url.split(":")[0].startswith("http") and request.url.split("/")[2] != host
            else None
        ),
    )
    return faults


def test_every_page_opens_without_an_error(base_url: str, addresses: list[str], new_page: Callable[..., Page]) -> None:
    page = new_page()
    faults = watch(page, base_url)
    found: dict[str, list[str]] = {}
    for address in addresses:
        faults.clear()
        page.goto(base_url + address)
        page.wait_for_load_state()
        if faults:
            found[address] = list(faults)
    assert found == {}


def test_a_planted_outside_request_and_error_are_seen(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    faults = watch(page, base_url)
    page.goto(base_url)
    page.evaluate("fetch('http://outside.invalid/x').catch(() => {}); setTimeout(() => { throw new Error('planted') })")
    page.wait_for_timeout(200)
    shown = "\n".join(faults)
    assert "Content Security Policy" in shown or "outside.invalid" in shown
    assert "planted" in shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_one_page_of_each_kind(
    base_url: str, new_page: Callable[..., Page], kind: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 844})
    page.goto(base_url + KINDS[kind])
    assert violations(page) == []


@pytest.mark.matrix
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(
    base_url: str, addresses: list[str], new_page: Callable[..., Page], scheme: str, width: int
) -> None:
    page = new_page(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 844})
    found: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(base_url + address)
        if faults := violations(page):
            found[address] = faults
    assert found == {}


def test_axe_sees_a_planted_fault(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(bypass_csp=True)
    page.goto(base_url)
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x>')")
    assert any(fault.startswith("image-alt") for fault in violations(page))


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_at_320_pixels(base_url: str, new_page: Callable[..., Page], kind: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(base_url + KINDS[kind])
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])
def test_every_kind_of_page_reads_without_scripts(base_url: str, new_page: Callable[..., Page], kind: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + KINDS[kind])
    assert page.locator("h1").is_visible()
    assert page.get_by_role("link", name="Get help now").first.is_visible()


def test_only_the_bare_timers_may_be_framed(base_url: str, new_page: Callable[..., Page], tmp_path: Path) -> None:
    frames = (
        f'<iframe src="{base_url}{path}"></iframe>' for path in ("embed/belly-breathing/", "practices/belly-breathing/")
    )
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>" + "".join(frames), encoding="utf-8")
    page = new_page()
    with serve(tmp_path) as other:
        page.goto(other)
        page.frame_locator("iframe").first.get_by_role("button", name="Start", exact=True).wait_for()
        refused = page.frames[2]
        assert "practices/" not in refused.url
