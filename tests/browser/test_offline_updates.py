"""A new version of the site, or a worker that was stopped: what is open stays whole, nothing is fetched twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Host
from tests.support.faults import Faults, keep, press, says, small_site, stop_workers

COPIES = "async () => (await caches.keys()).sort()"
NOTES = """async () => { const cache = await caches.open((await caches.keys())[0]);
  return (await cache.keys()).filter(({ url }) => url.includes("offline/shown/")).length; }"""
EVICT = "async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)))"


def downloads(faults: Faults) -> int:
    """How often a pack was asked for."""
    return sum(path.endswith(".pack") for path in faults.asked)


def read(page: Page, address: str) -> None:
    """Opens a page, presses something, and stays until the quiet moment after it has passed."""
    page.goto(address)
    page.keyboard.press("Tab")
    page.clock.run_for(6000)


def from_slow_network(page: Page, address: str, faults: Faults) -> None:
    """Opens a practice, whose network is too slow; it comes from the copy, and the network is quick again."""
    faults.slow = "practices/"
    page.goto(f"{address}practices/one/")
    faults.slow = ""
    faults.patience.set()


def reopen(page: Page) -> Page:
    """Closes every page of the site, and opens an empty one when the next worker has taken over."""
    page.goto("about:blank")
    page.wait_for_timeout(500)
    return page.context.new_page()


def kept_then_published(host: Host, free: Page) -> Host:
    """A reader has a copy of the first version, and the second is published; what was asked so far is forgotten."""
    address, faults, folder = host
    read(free, address)
    says(free, "is saved on this device")
    small_site(folder, "two")
    faults.asked.clear()
    return host


def test_in_one_tab_an_update_is_fetched_once_and_serves_when_all_pages_were_closed(host: Host, free: Page) -> None:
    address, faults, _ = kept_then_published(host, free)
    for path in ("", "practices/one/", "", "help/"):
        read(free, address + path)
        says(free, "is saved on this device")
        assert len(free.evaluate(COPIES)) == 2
    assert downloads(faults) == 1
    again = reopen(free)
    read(again, f"{address}help/")
    says(again, "is saved on this device")
    again.wait_for_function("async () => (await caches.keys()).length === 1")
    faults.down = True
    again.goto(address)
    expect(again.locator("#version")).to_have_text("two")
    assert downloads(faults) == 1


def test_who_asked_for_the_newer_copy_is_not_offered_it_again(host: Host, paid: Page) -> None:
    address, _, folder = host
    keep(paid, address)
    small_site(folder, "two")
    paid.goto(f"{address}help/")
    press(paid, "Get the newer version")
    says(paid, "is saved on this device")
    for _ in range(2):
        paid.goto(f"{address}help/")
        says(paid, "is saved on this device")


def test_of_two_old_copies_the_newer_serves_while_there_is_none_of_the_site_as_it_is(host: Host, paid: Page) -> None:
    address, faults, folder = host
    keep(paid, address)
    small_site(folder, "two")
    paid.goto(f"{address}help/")
    press(paid, "Get the newer version")
    says(paid, "is saved on this device")
    small_site(folder, "three")
    paid.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    paid.wait_for_timeout(500)
    again = reopen(paid)
    again.goto(f"{address}help/")
    says(again, "A newer version is available")
    assert len(again.evaluate(COPIES)) == 2
    faults.down = True
    again.goto(address)
    expect(again.locator("#version")).to_have_text("two")


def test_a_page_from_the_copy_keeps_to_it_when_the_worker_was_stopped(host: Host, paid: Page) -> None:
    address, faults, folder = host
    keep(paid, address)
    small_site(folder, "two")
    from_slow_network(paid, address, faults)
    expect(paid.locator("#version")).to_have_text("one")
    stop_workers(paid)
    paid.locator("#ask").click()
    expect(paid.locator("#index")).to_have_text("one")
    assert "search/index.json" not in faults.asked


def test_a_page_from_the_network_keeps_to_it_when_the_worker_was_stopped(host: Host, paid: Page) -> None:
    address, _, folder = host
    keep(paid, address)
    small_site(folder, "two")
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#version")).to_have_text("two")
    stop_workers(paid)
    paid.locator("#ask").click()
    expect(paid.locator("#index")).to_have_text("two")


def test_what_the_copy_notes_of_open_pages_is_few_and_names_none(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.down = True
    for _ in range(30):
        paid.goto(f"{address}practices/one/")
    assert 1 <= paid.evaluate(NOTES) <= 22


def test_on_a_device_that_became_full_pages_still_come_from_the_copy(host: Host, paid: Page) -> None:
    address, faults, folder = host
    worker = folder / "sw.js"
    full = """const put = Cache.prototype.put; Cache.prototype.put = async function (asked, answer) {
      if (String(asked).includes("offline/shown/")) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, asked, answer); };"""
    worker.write_text(full + worker.read_text(encoding="utf-8"), encoding="utf-8")
    keep(paid, address)
    faults.down = True
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#asset")).to_have_text("one")
    expect(paid.locator(".saved-copy")).to_be_visible()
    assert paid.evaluate(NOTES) == 0  # control


@pytest.mark.parametrize("network", [True, False], ids=["network", "no network"])
def test_a_copy_that_goes_while_somebody_reads_leaves_the_page(host: Host, paid: Page, network: bool) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.down = True
    paid.goto(f"{address}practices/one/")
    faults.down = not network
    paid.evaluate(EVICT)
    before = paid.locator("#ticks").inner_text()
    expect(paid.locator("#ticks")).not_to_have_text(before)
    paid.locator("#later").click()
    expect(paid.locator("#part")).to_have_text("one" if network else "missing")
    expect(paid.locator("h1")).to_be_visible()
    if network:
        paid.goto(f"{address}help/")
        says(paid, "so you can use it offline?")


@pytest.mark.parametrize("year", [1999, 2061])
def test_the_workers_own_clock_changes_neither_the_copy_nor_its_date(host: Host, paid: Page, year: int) -> None:
    address, faults, folder = host
    worker = folder / "sw.js"
    wrong = f"""const Real = Date; self.Date = class extends Real {{
      constructor(...all) {{ super(...(all.length ? all : [Date.now()])); }}
      static now() {{ return Real.UTC({year}); }} }};"""
    worker.write_text(wrong + worker.read_text(encoding="utf-8"), encoding="utf-8")
    keep(paid, address)
    faults.down = True
    paid.goto(address)
    made = (folder / "offline/copy.json").read_text(encoding="utf-8").split('"made": "')[1][:4]
    assert paid.locator(".saved-copy__date").inner_text().endswith(made)


def test_a_page_that_somebody_may_be_watched_on_starts_no_download(host: Host, free: Page) -> None:
    address, faults, folder = host
    read(free, f"{address}quiet/")
    free.wait_for_timeout(500)
    assert "offline/copy.json" in faults.asked  # control: it was its moment
    assert not any(path.endswith((".pack", "sw.js")) for path in faults.asked)
    expect(free.locator(".offline-copy__words")).to_have_text("")
    read(free, address)
    says(free, "is saved on this device")
    small_site(folder, "two")
    read(free, f"{address}quiet/")
    free.wait_for_timeout(500)
    assert downloads(faults) == 1


def test_on_the_page_about_copies_nothing_is_fetched_before_the_first_press(host: Host, free: Page) -> None:
    address, faults, _ = host
    free.goto(f"{address}help/")
    says(free, "so you can use it offline?")
    free.clock.run_for(60000)
    assert not any(path.endswith((".pack", "sw.js")) for path in faults.asked)
    free.keyboard.press("Tab")
    free.clock.run_for(6000)
    says(free, "is saved on this device")


def test_who_just_removed_the_copy_is_not_given_it_back(host: Host, free: Page) -> None:
    address, faults, _ = kept_then_published(host, free)
    free.goto(f"{address}help/")
    press(free, "Remove it")
    says(free, "Removed")
    free.clock.run_for(60000)
    free.wait_for_timeout(500)
    says(free, "Removed")
    assert downloads(faults) == 0
