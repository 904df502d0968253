"""Pages in a browser as Caddy sends them: what a device may be asked, and who may frame them."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from macros.publish.headers import DENIED, USED
from tests.support.server import serve


def test_a_device_is_asked_for_what_the_timers_use_and_nothing_else(
    base_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(base_url)
    allowed = set(page.evaluate("document.featurePolicy.allowedFeatures()"))
    assert set(USED) <= allowed
    assert allowed & set(DENIED) == set()
    supported = set(page.evaluate("document.featurePolicy.features()"))
    assert set(DENIED) <= supported, "a name that browsers do not know is a warning on every page"


def test_only_a_bare_timer_that_exists_may_be_framed(
    base_url: str, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    paths = ("embed/box-breathing/", "embed/box-breathing", "embed/nothing/", "practices/box-breathing/")
    frames = "".join(f'<iframe src="{base_url}{path}"></iframe>' for path in paths)
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{frames}", encoding="utf-8")
    page = new_page()
    with serve(tmp_path) as other:
        page.goto(other)
        for at in (0, 1):
            page.frame_locator("iframe").nth(at).get_by_role("button", name="Start", exact=True).wait_for()
        assert [frame.url for frame in page.frames[3:] if frame.url.startswith(base_url)] == []
