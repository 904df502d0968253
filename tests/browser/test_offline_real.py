"""The real site through an update and with a cut search: a practice that runs goes on, the search says so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.publish.offline_copy import write_copy
from tests.browser.conftest import Host
from tests.support.faults import Faults, faulty_host, press

INDEX = "search/index.js"


@pytest.fixture
def real(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The real site, served by the host with faults."""
    folder = Path(shutil.copytree(site, tmp_path / "site"))
    with faulty_host(folder) as (address, faults):
        yield address, faults, folder


def keep_site(page: Page, address: str, button: str) -> None:
    """Opens the page about copies and has one kept."""
    page.goto(f"{address}tools/offline/")
    press(page, button)
    expect(page.locator(".offline-copy--full .offline-copy__words")).to_contain_text("is saved on this device")


def take_over(page: Page, address: str) -> None:
    """Makes the worker that waits the active one at once: in a browser only the closing of every page does."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.skipWaiting", {"scopeURL": address})
    page.wait_for_function("async () => (await caches.keys()).length === 1")


def left(page: Page) -> str:
    return page.locator(".practice-timer__facts").first.inner_text()


@pytest.mark.parametrize("active", [False, True], ids=["fetched", "fetched and active"])
def test_a_practice_that_runs_goes_on_to_its_end_through_an_update(real: Host, paid: Page, active: bool) -> None:
    address, faults, folder = real
    paid.clock.install(time=1_000_000)
    paid.clock.pause_at(2_000_000)
    keep_site(paid, address, "Save it")
    faults.down = True  # the practice comes from the copy that the update replaces
    paid.goto(f"{address}practices/longer-out-breath/")
    timer = paid.locator("practice-timer").first
    press(paid, "Start")
    press(paid, "Skip the count")
    paid.clock.run_for(13_000)
    assert left(paid).startswith("Round 2 of 18 ")
    before = left(paid)
    faults.down = False

    home = folder / "index.html"
    home.write_text(home.read_text(encoding="utf-8").replace("</h1>", " again</h1>", 1), encoding="utf-8")
    write_copy(folder)
    other = paid.context.new_page()
    keep_site(other, address, "Get the newer version")
    if active:
        take_over(other, address)

    expect(timer).to_have_attribute("data-state", "running")
    assert left(paid) == before
    paid.clock.run_for(10_000)
    expect(paid.locator(".practice-timer__facts").first).to_contain_text("Round 3 of 18")
    press(paid, "Pause")
    expect(timer).to_have_attribute("data-state", "paused")
    press(paid, "Resume")
    paid.clock.run_for(240_000)
    expect(timer).to_have_attribute("data-state", "ended")


def search(page: Page, address: str) -> None:
    """Opens the search of a page that came from the network, and types."""
    page.goto(f"{address}guides/")
    expect(page.locator(".saved-copy")).to_be_hidden()
    page.locator(".site-header [data-search-open]").click()
    page.locator(".search__input").press_sequentially("panic")


def spoil(faults: Faults, fault: str) -> None:
    """The search's index is cut half way, or a log-in page stands in its place."""
    if fault == "cut":
        faults.cut = INDEX
    else:
        faults.portal = INDEX


@pytest.mark.parametrize("fault", ["cut", "a log-in page"])
def test_with_a_copy_the_search_finds_though_its_index_does_not_come(real: Host, paid: Page, fault: str) -> None:
    address, faults, _ = real
    keep_site(paid, address, "Save it")
    spoil(faults, fault)
    search(paid, address)
    expect(paid.locator(".search-answer__link").first).to_be_visible(timeout=30000)


@pytest.mark.parametrize("fault", ["cut", "a log-in page"])
def test_without_a_copy_the_search_says_that_its_index_did_not_come(real: Host, paid: Page, fault: str) -> None:
    address, faults, _ = real
    spoil(faults, fault)
    search(paid, address)
    expect(paid.locator(".search__state")).to_contain_text("Search didn't load.")
    faults.cut = faults.portal = ""
    search(paid, address)
    expect(paid.locator(".search-answer__link").first).to_be_visible(timeout=30000)
