"""Pages in a browser as Caddy sends them: the policy stops nothing of ours, and devices are asked nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.publish.headers import DENIED, USED
from tests.conftest import PREFIX
from tests.support.hosts import caddy
from tests.support.pages import KINDS
from tests.support.server import serve

OTHERS = {
    "bare timer": "embed/box-breathing/",
    "sheet": "print/box-breathing/",
    "notes": "tools/journal/",
    "copy": "tools/offline/",
}
WATCH = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    console.error(`violation: ${effectiveDirective} ${blockedURI}`));"""


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    """Address of the site behind the server, below a path."""
    with caddy(site, PREFIX) as address:
        yield address


def complaints(page: Page) -> list[str]:
    """What the browser says from now on: errors, and what a policy or a header makes it warn of."""
    said: list[str] = []
    page.add_init_script(WATCH)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda entry: said.append(entry.text) if entry.type in {"error", "warning"} else None)
    return said


def test_the_policies_stop_nothing_on_any_kind_of_page(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    said = complaints(page)
    for kind, path in {**KINDS, **OTHERS}.items():
        page.goto(host + path)
        page.wait_for_load_state("networkidle")
        page.mouse.wheel(0, 300)
        page.keyboard.press("Tab")
        page.wait_for_load_state("networkidle")
        expected = [each for each in said if kind == "not found" and "404" in each]
        assert said == expected, kind
        said.clear()


def test_a_stopped_script_is_seen(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    said = complaints(page)
    page.goto(host)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))")
    page.wait_for_timeout(100)
    assert any(each.startswith("violation: script-src-elem inline") for each in said)


def test_a_device_is_asked_for_what_the_timers_use_and_nothing_else(host: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host)
    allowed = set(page.evaluate("document.featurePolicy.allowedFeatures()"))
    assert set(USED) <= allowed
    assert allowed & set(DENIED) == set()
    known = set(page.evaluate("document.featurePolicy.features()"))
    assert set(DENIED) <= known, "a name that browsers do not know is a warning on every page"


def test_a_missing_timer_may_not_be_framed_and_a_real_one_may(
    host: str, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    frames = (f'<iframe src="{host}embed/{name}"></iframe>' for name in ("box-breathing/", "box-breathing", "nothing/"))
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>" + "".join(frames), encoding="utf-8")
    page = new_page()
    with serve(tmp_path) as other:
        page.goto(other)
        for at in (0, 1):
            page.frame_locator("iframe").nth(at).get_by_role("button", name="Start", exact=True).wait_for()
        assert "nothing" not in page.frames[3].url
