"""A script that comes late, as on a slow network, moves nothing that a reader has begun to read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.support.opening import wait_until_drawn, wait_until_ready

PAGES = {
    "home": "",
    "library": "practices/",
    "breath": "practices/longer-out-breath/",
    "steps": "practices/five-senses/",
    "open": "practices/gentle-walk/",
    "guide": "guides/what-is-nervous-system-healing/",
    "glossary": "glossary/",
    "term": "glossary/vagal-tone/",
    "notes": "tools/journal/",
    "finder": "tools/find/",
    "builder": "tools/boundary-builder/",
    "start": "tools/four-week-start/",
    "offline": "tools/offline/",
    "claims": "about/popular-claims/",
    "domestic abuse": "help/domestic-abuse/",
    "embed": "embed/longer-out-breath/",
    "not found": "no/such/page/",
}
# All on a phone; on wider windows those whose parts stand beside one another.
BESIDE = ("home", "library", "breath", "guide", "finder")
SIZES = {
    "phone": (390, 844, tuple(PAGES)),
    "tablet": (820, 1180, BESIDE),
    "wide": (1280, 900, BESIDE),
}
WATCH = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const { startTime, value, sources } of list.getEntries())
    window.shifts.push([startTime, value,
      sources.map(({ node }) => node?.className || node?.nodeName).join()]);
}).observe({ type: "layout-shift", buffered: true });"""
SINCE = """(from) => window.shifts.filter(([at]) => at >= from)
  .map(([, value, what]) => `${value.toFixed(4)} ${what}`)"""


def _moved_by_scripts(page: Page, address: str) -> list[str]:
    """What moves once the scripts arrive that were kept back; typefaces are there before."""
    waiting: list[Route] = []
    free: list[bool] = []
    page.route("**/assets/*.js", lambda route: route.continue_() if free else waiting.append(route))
    page.goto(address, wait_until="commit")
    page.locator("h1").wait_for()
    # A page that is not laid out yet has asked for no typeface, and calls them all ready.
    page.wait_for_function("[...document.fonts].some(({ status }) => status === 'loaded')")
    page.evaluate("document.fonts.ready")
    wait_until_drawn(page)
    start = page.evaluate("performance.now()")
    free.append(True)
    for route in waiting:
        route.continue_()
    page.wait_for_load_state()
    wait_until_ready(page)
    wait_until_drawn(page)
    shifts: list[str] = page.evaluate(SINCE, start)
    return shifts


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_the_script_comes_late(
    base_url: str, new_page: Callable[..., Page], size: str
) -> None:
    width, height, names = SIZES[size]
    shifts = {}
    for name in names:
        page = new_page(viewport={"width": width, "height": height})
        page.add_init_script(WATCH)
        if moved := _moved_by_scripts(page, base_url + PAGES[name]):
            shifts[name] = moved
        page.context.close()
    assert shifts == {}
