"""The copy on a device, on a small site whose host and browser do everything wrong that they can."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from macros.publish.offline_copy import write_no_worker
from tests.browser.conftest import Host
from tests.support.faults import Faults, faulty_host, press_save, save, says, small_site, stop_workers
from tests.support.opening import wait_until

Saved = tuple[Page, str, Faults, Path]

COPIES = "async () => (await caches.keys()).sort()"
OLD = Path(__file__).parent / "old_copy"
DELETE = """async (ending) => { for (const name of await caches.keys()) {
  const cache = await caches.open(name);
  for (const { url } of await cache.keys()) if (url.endsWith(ending)) await cache.delete(url); } }"""
NO_ROOM = """(ending) => { const put = (window.put ??= Cache.prototype.put);
  Cache.prototype.put = async function (key, answer) {
    if (String(key).endsWith(ending)) throw new DOMException("full", "QuotaExceededError");
    return put.call(this, key, answer); }; }"""
UPDATE = """() => new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done;
  navigator.serviceWorker.getRegistration().then((registration) => registration.update()); })"""
WITHOUT_A_COPY = (
    *(("cut", "sw.js"), ("log-in page", "sw.js"), ("busy", "sw.js"), ("wrong type", "sw.js")),
    *(("cut", "offline/copy-"), ("log-in page", "offline/copy-")),
)
NOTHING_LEFT = """async () => !(await navigator.serviceWorker.getRegistrations()).length
  && !(await caches.keys()).length"""


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on a device of its own."""
    return new_page()


@pytest.fixture(scope="module")
def device(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Saved]:
    """A device that holds the copy of version one."""
    folder = small_site(tmp_path_factory.mktemp("offline") / "site", "one")
    with faulty_host(folder) as (address, faults), browser.new_context() as context:
        page = context.new_page()
        save(page, address)
        yield page, address, faults, folder


@pytest.fixture
def saved(device: Saved) -> Saved:
    """The same device for each test, its page left: a page on it, its host's address, faults and folder."""
    device[2].mend()
    device[0].goto("about:blank")
    return device


def shows(page: Page, version: str, *, saved: bool) -> None:
    """The page, its script, its style and the script brought late are all of one
    version; only a copy says its date."""
    expect(page.locator("#version")).to_have_text(version)
    expect(page.locator("#asset")).to_have_text(version)
    assert (
        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--version')") == version
    )
    page.locator("#later").click()
    expect(page.locator("#part")).to_have_text(version)
    expect(page.locator(".saved-copy")).to_be_visible(visible=saved)


def fails(page: Page, address: str) -> None:
    """In another tab the browser has nothing to show for an address."""
    tab = page.context.new_page()
    with pytest.raises(Error, match="ERR_"):
        tab.goto(address)
    tab.close()


# ---- Saving ----


def test_what_is_not_whole_is_not_stored_and_one_press_later_every_page_is(host: Host, page: Page) -> None:
    address, faults, folder = host
    page.goto(f"{address}practices/one/")
    says(page, "to download. Anyone who uses this device can see that it’s saved.")
    expect(page.get_by_role("status")).to_have_count(0)
    assert "offline/copy.json" in faults.requested_paths  # control
    assert not any(path.endswith((".pack", "sw.js")) for path in faults.requested_paths)
    for fault, path in WITHOUT_A_COPY:
        faults.plant(fault, path)
        press_save(page)
        says(page, "did not work")
        assert page.evaluate(COPIES) == [], fault
    faults.mend()
    for entry in ("offline/pack", "offline/kept"):
        page.evaluate(NO_ROOM, entry)
        press_save(page)
        says(page, "no room")
        assert page.evaluate(COPIES) == [], entry
    page.reload()
    faults.plant("pause", "offline/copy-")
    press_save(page)
    wait_until(page, "document.querySelector('progress')?.value > 0")
    assert page.locator("progress").evaluate("(bar) => bar.value < bar.max")
    faults.mend()
    expect(page.get_by_role("status")).to_contain_text("is saved on this device")
    expect(page.locator("progress")).to_have_count(0)
    faults.plant("down")
    for path in ("", "help/", "practices/one/", "practices/one/?pattern=4-6#start"):
        page.goto(address + path)
        shows(page, "one", saved=True)
    year = json.loads((folder / "offline/copy.json").read_text(encoding="utf-8"))["made"][:4]
    assert page.locator(".saved-copy__date").inner_text().endswith(year)


def test_an_update_that_breaks_leaves_the_copy_before(host: Host, page: Page) -> None:
    address, faults, folder = host
    save(page, address)
    small_site(folder, "two")
    page.goto(address)
    for fault in ("cut", "log-in page", "busy", "missing", "of another build"):
        faults.plant(fault, "offline/copy-")
        if fault == "of another build":
            faults.mend()
            next(folder.glob("offline/*.pack")).write_bytes(b"another build")
        press_save(page)
        says(page, "did not work")
        assert len(page.evaluate(COPIES)) == 1
    faults.plant("down")
    page.goto(address)
    shows(page, "one", saved=True)
    faults.mend()
    small_site(folder, "two")
    save(page, address)
    faults.plant("down")
    page.goto(address)
    shows(page, "two", saved=True)


def test_tabs_save_once_and_an_update_in_mid_session_shows_in_the_next_page(host: Host, page: Page) -> None:
    address, faults, folder = host
    tabs = [page, page.context.new_page()]
    for tab in tabs:
        tab.goto(address)
    faults.plant("pause", "offline/copy-")
    for tab in tabs:
        press_save(tab)
    faults.mend()
    for tab in tabs:
        says(tab, "is saved on this device")
    assert sum(path.endswith(".pack") for path in faults.requested_paths) == 1
    faults.plant("down")
    page.goto(f"{address}practices/one/")  # from the copy, so that its late script is known to the copy alone
    faults.mend()
    small_site(folder, "two")
    save(tabs[1], address)
    stop_workers(page)
    before = int(page.locator("#ticks").inner_text())
    expect(page.locator("#ticks")).not_to_have_text(str(before))
    shows(page, "one", saved=True)
    assert int(page.locator("#ticks").inner_text()) > before > 0
    faults.plant("down")
    page.reload()
    shows(page, "two", saved=True)
    faults.mend()
    small_site(folder, "three")
    save(page, address)
    assert len(page.evaluate(COPIES)) == 2


# ---- With a copy ----


@pytest.mark.parametrize("stopped", [False, True], ids=["worker at work", "worker stopped"])
def test_a_page_and_its_files_come_from_one_build(saved: Saved, *, stopped: bool) -> None:
    page, address, faults, folder = saved
    small_site(folder, "two")
    faults.plant("slow", "practices/")
    page.goto(f"{address}practices/one/")
    faults.mend()
    if stopped:
        stop_workers(page)
    shows(page, "one", saved=True)
    page.goto(f"{address}practices/one/")
    shows(page, "two", saved=False)
    small_site(folder, "one")


def test_pages_still_stream_in_from_the_network(saved: Saved) -> None:
    page, address, faults, folder = saved
    file = folder / "practices/one/index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "<!-- -->" * 1000, encoding="utf-8")
    faults.plant("pause", "practices/one/")
    page.goto(f"{address}practices/one/", wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".saved-copy")).to_be_hidden()
    assert not faults.patience.is_set()  # control: the rest has not come
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("fault", ["busy", "down", "log-in page"])
def test_a_host_in_trouble_and_a_log_in_page_are_never_stored(saved: Saved, fault: str) -> None:
    page, address, faults, _ = saved
    faults.plant(fault, "practices/")
    page.goto(f"{address}practices/one/")
    if fault == "log-in page":
        expect(page.locator("h1")).to_contain_text("Log in")  # so that the reader can
        faults.plant("down")
        page.reload()
    shows(page, "one", saved=True)


@pytest.mark.parametrize("fault", ["log-in page", "busy", "missing"])
def test_a_file_that_does_not_come_whole_is_the_copys(saved: Saved, fault: str) -> None:
    page, address, faults, _ = saved
    stop_workers(page)  # nothing of the copy is in memory
    faults.plant(fault, "assets/")
    page.goto(f"{address}help/")
    shows(page, "one", saved=False)


def test_an_address_that_is_not_in_the_copy_says_so(saved: Saved) -> None:
    page, address, faults, _ = saved
    faults.plant("down")
    for path in ("embed/one/", "no/such/page/", "constructor"):
        page.goto(address + path)
        expect(page.locator("h1")).to_have_text("Not saved")
        expect(page.locator(".saved-copy")).to_be_visible()


def test_a_new_worker_takes_over_while_a_page_is_open(saved: Saved) -> None:
    page, address, faults, folder = saved
    page.goto(f"{address}practices/one/")
    worker = folder / "sw.js"
    worker.write_text(worker.read_text(encoding="utf-8") + "// newer", encoding="utf-8")
    page.evaluate(UPDATE)
    faults.plant("down")
    shows(page, "one", saved=False)
    assert int(page.locator("#ticks").inner_text()) > 0
    page.reload()
    shows(page, "one", saved=True)


@pytest.mark.parametrize("part", ["", "offline/kept"], ids=["evicted", "half"])
def test_a_copy_that_the_browser_took_or_half_a_one_is_none(saved: Saved, part: str) -> None:
    page, address, faults, _ = saved
    page.goto(address)
    page.evaluate(DELETE, part)
    page.goto(address)
    says(page, "to download")
    faults.plant("down")
    fails(page, address)
    faults.mend()
    save(page, address)


def test_remove_takes_all_of_ours_and_nothing_else(saved: Saved) -> None:
    page, address, faults, _ = saved
    page.goto(address)
    others = ["another site", "kept-copy:/guide/sub/:1"]
    page.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", others)
    page.get_by_role("button", name="Remove it").click()
    says(page, "Removed")
    assert page.evaluate(COPIES) == others
    page.goto("about:blank")
    faults.plant("down")
    fails(page, address)
    faults.mend()
    save(page, address)


# ---- A worker that is broken, or of before ----


def test_a_worker_whose_store_throws_is_not_in_the_way_and_one_that_traps_is_taken_away(
    host: Host, page: Page
) -> None:
    address, _, folder = host
    worker = folder / "sw.js"
    broken = "CacheStorage.prototype.keys = CacheStorage.prototype.match = "
    broken += 'async () => { throw new Error("broken"); };'
    worker.write_text(broken + worker.read_text(encoding="utf-8"), encoding="utf-8")
    save(page, address)
    page.goto(f"{address}practices/one/")
    shows(page, "one", saved=False)
    worker.write_text(
        'addEventListener("install", () => skipWaiting());'
        'addEventListener("activate", (event) => event.waitUntil(clients.claim()));'
        'addEventListener("fetch", (event) => event.respondWith(Promise.reject(new Error("broken"))));',
        encoding="utf-8",
    )
    page.evaluate(UPDATE)
    fails(page, address)  # control: the reader is trapped
    write_no_worker(folder)
    for _ in range(20):  # the browser looks for a new worker a second after the last try
        page = page.context.new_page()
        with suppress(Error):
            page.goto(address)
            break
        page.wait_for_timeout(1500)
    shows(page, "one", saved=False)
    wait_until(page, NOTHING_LEFT)
    page.reload()
    says(page, "Saving is switched off right now.")


def test_a_device_with_the_copy_and_the_worker_of_before_comes_over(host: Host, page: Page) -> None:
    address, faults, folder = host
    shutil.copytree(OLD, folder / "offline", dirs_exist_ok=True)
    new = (folder / "sw.js").read_bytes()
    (folder / "offline/sw.js").rename(folder / "sw.js")
    page.goto(f"{address}embed/one/")
    page.evaluate("""async () => { await navigator.serviceWorker.register("../../sw.js");
      const { active } = await navigator.serviceWorker.ready; const { port1, port2 } = new MessageChannel();
      active.postMessage({ type: "keep" }, [port2]);
      await new Promise((done) => { port1.onmessage = done; }); }""")
    faults.plant("down")
    page.goto(address)
    expect(page.locator("#version")).to_have_text("old")  # control: the worker of before is at work
    faults.mend()
    (folder / "sw.js").write_bytes(new)
    page.evaluate(UPDATE)
    faults.plant("down")
    page.goto(f"{address}practices/one/")
    expect(page.locator("#asset")).to_have_text("old")
    expect(page.locator(".saved-copy__date")).to_have_text("1 November 2025")
    faults.mend()
    page.goto(address)
    says(page, "Your saved copy is from 1 November 2025. A newer version is available")
    press_save(page)
    says(page, "is saved on this device")
    faults.plant("down")
    page.goto(address)
    shows(page, "one", saved=True)
    answer = page.evaluate("""async () => { const { port1, port2 } = new MessageChannel();
      navigator.serviceWorker.controller.postMessage({ type: "remove" }, [port2]);
      return new Promise((done) => { port1.onmessage = ({ data }) => done(data.kept); }); }""")
    assert answer is None  # a page of before, still open, removes everything too
    assert page.evaluate(COPIES) == []
