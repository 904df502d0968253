"""The copy kept on a device, on a small site whose host and browser do everything wrong that they can."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.publish.offline_copy import write_no_worker
from tests.browser.conftest import Host
from tests.support.faults import keep, press, small_site

COPIES = "async () => (await caches.keys()).sort()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


def words(page: Page) -> str:
    return page.locator(".offline-copy__words").inner_text()


def test_every_page_is_there_without_a_network_and_says_its_date(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.down = True
    for path in ("", "help/", "practices/one/", "practices/one/?pattern=4-6", "practices/one/index.html"):
        paid.goto(address + path)
        expect(paid.locator("#asset")).to_have_text("one")
        expect(paid.locator(".saved-copy")).to_be_visible()
        assert paid.locator(".saved-copy__date").inner_text().endswith(tuple("0123456789"))


def test_with_a_network_pages_come_from_it_and_hide_the_notice(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.asked.clear()
    paid.goto(f"{address}practices/one/")
    assert "practices/one/" in faults.asked
    expect(paid.locator(".saved-copy")).to_be_hidden()


def test_a_slow_network_is_waited_for_a_few_seconds_only(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.slow = "practices/"
    paid.goto(f"{address}practices/one/")
    expect(paid.locator(".saved-copy")).to_be_visible()


def test_a_host_in_trouble_is_answered_from_the_copy(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.status["practices/one/"] = 503
    paid.goto(f"{address}practices/one/")
    expect(paid.locator(".saved-copy")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["PRACTICES/One/", "practices/one", "practices//one/", "practices/one.html", "practices/one/INDEX.html"]
)
def test_an_address_with_a_slip_leads_to_its_page_offline(host: Host, paid: Page, path: str) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.down = True
    paid.goto(address + path)
    assert paid.url == f"{address}practices/one/"
    expect(paid.locator("h1")).to_have_text("practices/one/index.html")


def test_an_unknown_address_offline_is_the_page_for_those(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.down = True
    answer = paid.goto(f"{address}{'very/long/' * 300}")
    assert answer
    assert answer.status == 404
    expect(paid.locator("h1")).to_have_text("404.html")


@pytest.mark.parametrize("fault", ["cut", "missing", "another file", "another version", "down"])
def test_a_download_that_fails_leaves_nothing_and_can_be_tried_again(host: Host, paid: Page, fault: str) -> None:
    address, faults, folder = host
    pack = next(folder.glob("offline/*.pack"))
    whole = pack.read_bytes()
    paid.goto(f"{address}help/")
    expect(paid.get_by_role("button", name="Save it")).to_be_visible()
    if fault == "cut":
        faults.cut = "offline/copy-"
    elif fault == "down":
        faults.down = True
    else:
        faults.status = {f"offline/{pack.name}": 404} if fault == "missing" else {}
        pack.write_bytes(b"<html>Log in to the hotel's network</html>")
        if fault == "another version":
            other = small_site(folder.parent / "other", "two")
            pack.write_bytes(next(other.glob("offline/*.pack")).read_bytes())
    press(paid, "Save it")
    expect(paid.locator(".offline-copy__words")).to_contain_text("did not work")
    assert paid.evaluate(COPIES) == []
    faults.cut, faults.down, faults.status = "", False, {}
    pack.write_bytes(whole)
    press(paid, "Save it")
    expect(paid.locator(".offline-copy__words")).to_contain_text("is saved on this device")


def test_no_room_is_said_and_leaves_nothing(host: Host, paid: Page) -> None:
    address, _, folder = host
    worker = folder / "sw.js"
    full = 'Cache.prototype.put = async () => { throw new DOMException("full", "QuotaExceededError"); };'
    worker.write_text(full + worker.read_text(encoding="utf-8"), encoding="utf-8")
    paid.goto(f"{address}help/")
    press(paid, "Save it")
    expect(paid.locator(".offline-copy__words")).to_contain_text("no room")
    assert paid.evaluate(COPIES) == []
    paid.goto(address)
    expect(paid.locator("#asset")).to_have_text("one")


def test_a_browser_that_refuses_to_store_is_told_so_and_the_site_works(host: Host, paid: Page) -> None:
    address, _, _ = host
    paid.add_init_script("""
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
      ServiceWorkerContainer.prototype.register = async () => { throw new DOMException("no", "SecurityError"); };
    """)
    paid.goto(f"{address}help/")
    press(paid, "Save it")
    expect(paid.locator(".offline-copy__words")).to_contain_text("did not work")
    expect(paid.locator("#asset")).to_have_text("one")


def test_a_host_that_serves_the_worker_as_text_changes_nothing_else(host: Host, paid: Page) -> None:
    address, faults, _ = host
    faults.types["sw.js"] = "text/plain"
    paid.goto(f"{address}help/")
    press(paid, "Save it")
    expect(paid.locator(".offline-copy__words")).to_contain_text("did not work")
    assert paid.evaluate(WORKERS) == 0


def test_a_copy_that_the_browser_deleted_is_offered_again_and_pages_still_come(host: Host, paid: Page) -> None:
    address, _, _ = host
    keep(paid, address)
    paid.evaluate("async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)))")
    paid.goto(address)
    expect(paid.locator("#asset")).to_have_text("one")
    keep(paid, address)


def test_half_a_copy_is_none(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    paid.evaluate("""async () => { for (const name of await caches.keys()) {
      const cache = await caches.open(name); await cache.delete(new URL("../offline/kept", location)); } }""")
    faults.down = True
    with pytest.raises(Exception, match="ERR_"):
        paid.goto(address)
    faults.down = False
    keep(paid.context.new_page(), address)


@pytest.mark.parametrize("year", [1999, 2061])
def test_a_wrong_clock_changes_neither_the_copy_nor_its_date(host: Host, paid: Page, year: int) -> None:
    address, faults, folder = host
    made = (folder / "offline/copy.json").read_text(encoding="utf-8")
    paid.clock.set_fixed_time(f"{year}-01-01T00:00:00Z")
    keep(paid, address)
    faults.down = True
    paid.goto(address)
    assert paid.locator(".saved-copy__date").inner_text().endswith(made.split('"made": "')[1][:4])


def update(folder: Path, version: str) -> None:
    """The next version of the site, at the same place."""
    small_site(folder, version)


def test_an_update_leaves_an_open_page_and_its_timer_alone(host: Host, paid: Page) -> None:
    address, faults, folder = host
    keep(paid, address)
    faults.down = True
    paid.goto(f"{address}practices/one/")  # from the copy, so its late script is known to the copy alone
    timer, other = paid, paid.context.new_page()
    faults.down = False
    update(folder, "two")
    other.goto(f"{address}help/")
    press(other, "Get the newer version")
    expect(other.locator(".offline-copy__words")).to_contain_text("is saved on this device")
    assert len(other.evaluate(COPIES)) == 2
    before = int(timer.locator("#ticks").inner_text())
    expect(timer.locator("#ticks")).not_to_have_text(str(before))
    assert int(timer.locator("#ticks").inner_text()) > before > 0
    timer.locator("#later").click()
    expect(timer.locator("#part")).to_have_text("one")
    expect(other.locator("#asset")).to_have_text("two")
    other.locator("#later").click()
    expect(other.locator("#part")).to_have_text("two")


def test_two_versions_open_at_once_keep_to_their_own_files(host: Host, paid: Page) -> None:
    address, faults, folder = host
    keep(paid, address)
    paid.goto(f"{address}practices/one/")
    update(folder, "two")
    other = paid.context.new_page()
    other.goto(f"{address}practices/one/")
    for page, version in ((paid, "one"), (other, "two")):
        expect(page.locator("#version")).to_have_text(version)
        expect(page.locator("#asset")).to_have_text(version)
        page.locator("#later").click()
        expect(page.locator("#part")).to_have_text(version)
    faults.down = True
    other.goto(f"{address}practices/one/")
    expect(other.locator("#version")).to_have_text("one")
    expect(other.locator("#asset")).to_have_text("one")


def test_a_page_from_the_copy_takes_every_file_from_it_though_the_network_is_back(host: Host, paid: Page) -> None:
    address, faults, folder = host
    keep(paid, address)
    update(folder, "two")
    faults.slow = "practices/"
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#version")).to_have_text("one")
    assert paid.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--version')") == "one"
    faults.slow = ""
    faults.patience.set()
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#version")).to_have_text("two")
    assert paid.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--version')") == "two"


def test_once_all_old_pages_are_closed_the_new_copy_takes_over_and_the_old_is_gone(host: Host, paid: Page) -> None:
    address, faults, folder = host
    keep(paid, address)
    update(folder, "two")
    paid.goto(f"{address}help/")
    press(paid, "Get the newer version")
    expect(paid.locator(".offline-copy__words")).to_contain_text("is saved on this device")
    context = paid.context
    paid.goto("about:blank")
    paid.wait_for_timeout(500)
    again = context.new_page()
    again.goto(f"{address}help/")
    again.wait_for_function("async () => (await caches.keys()).length === 1")
    faults.down = True
    again.goto(address)
    expect(again.locator("#version")).to_have_text("two")
    expect(again.locator("#asset")).to_have_text("two")


def test_an_update_whose_download_fails_leaves_the_old_copy_whole(host: Host, paid: Page) -> None:
    address, faults, folder = host
    keep(paid, address)
    update(folder, "two")
    faults.cut = "offline/copy-"
    paid.goto(f"{address}help/")
    press(paid, "Get the newer version")
    expect(paid.locator(".offline-copy__words")).to_contain_text("did not work")
    faults.down = True
    paid.goto(address)
    expect(paid.locator("#version")).to_have_text("one")
    expect(paid.locator("#asset")).to_have_text("one")


def test_remove_takes_all_of_ours_and_nothing_else(host: Host, paid: Page) -> None:
    address, _, _ = host
    keep(paid, address)
    paid.evaluate("async () => { await caches.open('another site'); await caches.open('kept-copy:/guide/sub/:1'); }")
    press(paid, "Remove it")
    expect(paid.locator(".offline-copy__words")).to_contain_text("Removed")
    assert paid.evaluate(COPIES) == ["another site", "kept-copy:/guide/sub/:1"]
    assert paid.evaluate(WORKERS) == 0
    assert paid.evaluate("localStorage.getItem('offline-copy')") == "no"


def test_the_kill_switch_takes_a_broken_worker_away(host: Host, paid: Page) -> None:
    address, _, folder = host
    keep(paid, address)
    (folder / "sw.js").write_text(
        'self.addEventListener("install", () => self.skipWaiting());'
        'self.addEventListener("fetch", (event) => event.respondWith(Promise.reject(new Error("broken"))));',
        encoding="utf-8",
    )
    paid.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    paid.wait_for_timeout(500)
    with pytest.raises(Exception, match="ERR_"):
        paid.goto(address)  # control: the reader is trapped
    write_no_worker(folder)
    for _ in range(5):
        try:
            paid.goto(address)
            break
        except Exception:  # the browser looks for a new worker after each try
            paid.wait_for_timeout(1000)
    expect(paid.locator("#asset")).to_have_text("one")
    paid.wait_for_function(f"async () => (await ({WORKERS})()) === 0 && (await caches.keys()).length === 0")
    paid.goto(f"{address}help/")
    expect(paid.locator(".offline-copy__words")).to_have_text("Saving is switched off right now.")


def test_a_worker_whose_store_throws_never_stands_in_the_way(host: Host, paid: Page) -> None:
    address, _, folder = host
    worker = folder / "sw.js"
    keep(paid, address)
    worker.write_text(
        'self.addEventListener("install", () => self.skipWaiting());'
        + worker.read_text(encoding="utf-8")
        + 'CacheStorage.prototype.keys = CacheStorage.prototype.match = async () => { throw new Error("broken"); };',
        encoding="utf-8",
    )
    paid.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    paid.wait_for_timeout(500)
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#asset")).to_have_text("one")
    paid.locator("#later").click()
    expect(paid.locator("#part")).to_have_text("one")


def test_framed_timers_and_other_folders_are_left_alone(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.down = True
    with pytest.raises(Exception, match="ERR_"):
        paid.goto(f"{address}embed/one/")


def test_nothing_is_fetched_unasked_where_the_connection_is_unknown(host: Host, paid: Page) -> None:
    address, faults, _ = host
    paid.goto(f"{address}help/")
    expect(paid.get_by_role("button", name="Save it")).to_be_visible()
    assert not any(path.endswith((".pack", "sw.js")) for path in faults.asked)
    assert "MB to download" in words(paid)


@pytest.mark.parametrize(
    ("connection", "unasked"),
    [
        ("{ effectiveType: '4g', saveData: false }", True),
        ("{ effectiveType: '4g', saveData: false, type: 'wifi' }", True),
        ("{ effectiveType: '4g', saveData: true }", False),
        ("{ effectiveType: '4g', saveData: false, type: 'cellular' }", False),
        ("{ effectiveType: '3g', saveData: false }", False),
    ],
)
def test_only_a_free_connection_is_used_unasked(
    host: Host, new_page: Callable[..., Page], connection: str, *, unasked: bool
) -> None:
    address, _, _ = host
    page = new_page()
    page.add_init_script(f"Object.defineProperty(Navigator.prototype, 'connection', {{ get: () => ({connection}) }})")
    page.clock.install()
    page.goto(f"{address}help/")
    expect(page.get_by_role("button", name="Save it")).to_be_visible()
    page.keyboard.press("Tab")
    page.clock.run_for(6000)
    said = "is saved on this device" if unasked else "so you can use it offline?"
    expect(page.locator(".offline-copy__words")).to_contain_text(said)


def test_in_the_footer_nothing_happens_before_the_first_touch(host: Host, new_page: Callable[..., Page]) -> None:
    address, faults, _ = host
    page = new_page()
    page.clock.install()
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ effectiveType: '4g' }) })"
    )
    page.goto(address)
    page.clock.run_for(60000)
    assert not any(path.startswith("offline/") for path in faults.asked)
    page.keyboard.press("Tab")
    page.clock.run_for(6000)
    expect(page.locator(".offline-copy__words")).to_contain_text("is saved on this device")


def test_a_no_is_remembered(host: Host, paid: Page) -> None:
    address, _, _ = host
    paid.clock.install()
    for times in (1, 2):
        paid.goto(address)
        paid.keyboard.press("Tab")
        paid.clock.run_for(6000)
        if times == 1:
            press(paid, "No, thanks")
            expect(paid.locator(".offline-copy__words")).to_have_text("Use this site offline")
        else:
            paid.wait_for_timeout(300)
            assert paid.get_by_role("button", name="Save it").count() == 0


def test_two_pages_that_keep_at_once_make_one_whole_copy(host: Host, paid: Page) -> None:
    address, faults, _ = host
    other = paid.context.new_page()
    for page in (paid, other):
        page.goto(f"{address}help/")
    for page in (paid, other):
        press(page, "Save it")
    for page in (paid, other):
        expect(page.locator(".offline-copy__words")).to_contain_text("is saved on this device")
    faults.down = True
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#asset")).to_have_text("one")
