"""The copy on a device, on a small site whose host and browser do everything wrong that they can."""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from macros.publish.offline_copy import write_no_worker
from tests.browser.conftest import Host
from tests.support.faults import Faults, press_save, save, says, small_site, stop_workers
from tests.support.opening import wait_until

COPIES = "async () => (await caches.keys()).sort()"
OLD = Path(__file__).parent / "old_copy"
FAULTS = ("cut", "log-in page", "busy", "missing", "another version")
DELETE = (
    "async (ending) => { for (const name of await caches.keys()) { const cache = await caches.open(name);\
  for (const { url } of await cache.keys()) if (url.endsWith(ending)) await cache.delete(url); } }"
)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on a device of its own."""
    return new_page()


def plant(faults: Faults, folder: Path, fault: str, path: str) -> None:
    """The host answers for `path` with half a file, a log-in page, a fault of its own,
    or the file of another build."""
    if fault == "cut":
        faults.cut = path
    elif fault == "log-in page":
        faults.portal = path
    elif fault == "another version":
        (folder / path).write_bytes(b"another build's")
    else:
        faults.status[path] = {"busy": 503, "missing": 404}[fault]


def pack_of(folder: Path) -> str:
    return next(folder.glob("offline/*.pack")).relative_to(folder).as_posix()


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


def test_one_press_saves_every_page_and_nothing_comes_before_it(host: Host, page: Page) -> None:
    address, faults, folder = host
    page.goto(f"{address}practices/one/")
    says(page, "to download. Anyone who uses this device can see that it’s saved.")
    expect(page.get_by_role("status")).to_have_count(0)
    assert "offline/copy.json" in faults.requested_paths  # control
    assert not any(path.endswith((".pack", "sw.js")) for path in faults.requested_paths)
    press_save(page)
    expect(page.get_by_role("status")).to_contain_text("is saved on this device")
    faults.down = True
    for path in ("", "help/", "practices/one/", "practices/one/?pattern=4-6#start"):
        page.goto(address + path)
        shows(page, "one", saved=True)
    year = json.loads((folder / "offline/copy.json").read_text(encoding="utf-8"))["made"][:4]
    assert page.locator(".saved-copy__date").inner_text().endswith(year)


def test_how_far_it_has_come_is_shown_while_it_loads(host: Host, page: Page) -> None:
    address, faults, _ = host
    page.goto(address)
    faults.pause = "offline/copy-"
    press_save(page)
    wait_until(page, "document.querySelector('progress')?.value > 0")
    assert page.locator("progress").evaluate("(bar) => bar.value < bar.max")
    faults.patience.set()
    says(page, "is saved on this device")
    expect(page.locator("progress")).to_have_count(0)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_whole_is_not_stored_and_the_copy_before_stays(
    host: Host, page: Page, fault: str
) -> None:
    address, faults, folder = host
    for version, before in (("one", 0), ("two", 1)):
        small_site(folder, version)
        page.goto(address)
        expect(page.get_by_role("button", name="Save it")).to_be_visible()
        plant(faults, folder, fault, pack_of(folder))
        press_save(page)
        says(page, "did not work")
        assert len(page.evaluate(COPIES)) == before
        if before:
            faults.down = True
            page.goto(address)
            shows(page, "one", saved=True)
            faults.down = False
        faults.cut, faults.portal, faults.status = "", "", {}
        small_site(folder, version)
        save(page, address)
    faults.down = True
    page.goto(address)
    shows(page, "two", saved=True)


@pytest.mark.parametrize("fault", ["cut", "log-in page", "busy", "wrong type"])
def test_without_a_whole_worker_nothing_is_said_to_be_saved(host: Host, page: Page, fault: str) -> None:
    address, faults, folder = host
    if fault == "wrong type":
        faults.types["sw.js"] = "text/plain"
    else:
        plant(faults, folder, fault, "sw.js")
    page.goto(address)
    press_save(page)
    says(page, "did not work")
    assert page.evaluate(COPIES) == []


@pytest.mark.parametrize("entry", ["offline/pack", "offline/kept"])
def test_no_room_is_said_and_leaves_nothing(host: Host, page: Page, entry: str) -> None:
    address, _, _ = host
    page.add_init_script(f"""const put = Cache.prototype.put;
      Cache.prototype.put = async function (key, answer) {{
      if (String(key).endsWith("{entry}")) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, key, answer); }};""")
    page.goto(address)
    press_save(page)
    says(page, "no room")
    assert page.evaluate(COPIES) == []


@pytest.mark.parametrize("part", ["", "offline/kept"], ids=["evicted", "half"])
def test_a_copy_that_the_browser_took_or_half_a_one_is_none(host: Host, page: Page, part: str) -> None:
    address, faults, _ = host
    save(page, address)
    page.evaluate(DELETE, part)
    page.goto(address)
    says(page, "to download")
    faults.down = True
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address)
    faults.down = False
    save(page.context.new_page(), address)


def test_two_tabs_that_save_at_once_download_once(host: Host, page: Page) -> None:
    address, faults, _ = host
    tabs = [page, page.context.new_page()]
    for tab in tabs:
        tab.goto(address)
    faults.pause = "offline/copy-"
    for tab in tabs:
        press_save(tab)
    faults.patience.set()
    for tab in tabs:
        says(tab, "is saved on this device")
    assert sum(path.endswith(".pack") for path in faults.requested_paths) == 1


def test_an_update_in_mid_session_leaves_open_pages_alone_and_shows_in_the_next_page(
    host: Host, page: Page
) -> None:
    address, faults, folder = host
    save(page, address)
    faults.down = True
    page.goto(f"{address}practices/one/")  # from the copy, so that its late script is known to the copy alone
    faults.down = False
    small_site(folder, "two")
    save(page.context.new_page(), address)
    stop_workers(page)
    before = int(page.locator("#ticks").inner_text())
    expect(page.locator("#ticks")).not_to_have_text(str(before))
    shows(page, "one", saved=True)
    assert int(page.locator("#ticks").inner_text()) > before > 0
    faults.down = True
    page.reload()
    shows(page, "two", saved=True)
    faults.down = False
    small_site(folder, "three")
    save(page, address)
    assert len(page.evaluate(COPIES)) == 2


def test_a_new_worker_takes_over_while_a_page_is_open(host: Host, page: Page) -> None:
    address, faults, folder = host
    save(page, address)
    page.goto(f"{address}practices/one/")
    worker = folder / "sw.js"
    worker.write_text(worker.read_text(encoding="utf-8") + "// newer", encoding="utf-8")
    page.evaluate("""() => new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done;
      navigator.serviceWorker.getRegistration().then((registration) => registration.update()); })""")
    faults.down = True
    shows(page, "one", saved=False)
    assert int(page.locator("#ticks").inner_text()) > 0
    page.reload()
    shows(page, "one", saved=True)


@pytest.mark.parametrize("stopped", [False, True], ids=["worker at work", "worker stopped"])
def test_a_page_and_its_files_come_from_one_build(host: Host, page: Page, *, stopped: bool) -> None:
    address, faults, folder = host
    save(page, address)
    small_site(folder, "two")
    faults.slow = "practices/"
    page.goto(f"{address}practices/one/")
    faults.slow = ""
    faults.patience.set()
    if stopped:
        stop_workers(page)
    shows(page, "one", saved=True)
    page.goto(f"{address}practices/one/")
    shows(page, "two", saved=False)


def test_with_a_copy_pages_still_stream_in_from_the_network(host: Host, page: Page) -> None:
    address, faults, folder = host
    save(page, address)
    home = folder / "practices/one/index.html"
    home.write_text(home.read_text(encoding="utf-8") + "<!-- -->" * 1000, encoding="utf-8")
    faults.pause = "practices/one/"
    page.goto(f"{address}practices/one/", wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".saved-copy")).to_be_hidden()
    assert not faults.patience.is_set()  # control: the rest has not come


def test_a_host_in_trouble_and_a_log_in_page_are_never_stored(host: Host, page: Page) -> None:
    address, faults, _ = host
    save(page, address)
    faults.status["practices/one/"] = 503
    page.goto(f"{address}practices/one/")
    shows(page, "one", saved=True)
    faults.status, faults.portal = {}, "practices/"
    page.goto(f"{address}practices/one/")
    expect(page.locator("h1")).to_contain_text("Log in")  # so that the reader can
    faults.portal, faults.down = "", True
    page.goto(f"{address}practices/one/")
    shows(page, "one", saved=True)


@pytest.mark.parametrize("fault", ["log-in page", "busy", "missing"])
def test_a_file_that_does_not_come_whole_is_the_copys(host: Host, page: Page, fault: str) -> None:
    address, faults, folder = host
    save(page, address)
    stop_workers(page)  # nothing of the copy is in memory
    for file in (*folder.glob("assets/*.css"), *folder.glob("assets/*.js")):
        path = file.relative_to(folder).as_posix()
        faults.status[path] = {"busy": 503, "missing": 404}.get(fault, 200)
    if fault == "log-in page":
        faults.status, faults.portal = {}, "assets/"
    page.goto(f"{address}help/")
    shows(page, "one", saved=False)


def test_an_address_that_is_not_in_the_copy_says_so(host: Host, page: Page) -> None:
    address, faults, _ = host
    save(page, address)
    faults.down = True
    for path in ("embed/one/", "no/such/page/", "constructor"):
        page.goto(address + path)
        expect(page.locator("h1")).to_have_text("Not saved")
        expect(page.locator(".saved-copy")).to_be_visible()


def test_remove_takes_all_of_ours_and_nothing_else(host: Host, page: Page) -> None:
    address, faults, _ = host
    save(page, address)
    others = ["another site", "kept-copy:/guide/sub/:1"]
    page.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", others)
    page.get_by_role("button", name="Remove it").click()
    says(page, "Removed")
    assert page.evaluate(COPIES) == others
    page.goto("about:blank")
    faults.down = True
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address)


def test_a_worker_whose_store_throws_never_stands_in_the_way(host: Host, page: Page) -> None:
    address, _, folder = host
    worker = folder / "sw.js"
    broken = "CacheStorage.prototype.keys = CacheStorage.prototype.match = "
    broken += 'async () => { throw new Error("broken"); };'
    worker.write_text(broken + worker.read_text(encoding="utf-8"), encoding="utf-8")
    save(page, address)
    page.goto(f"{address}practices/one/")
    shows(page, "one", saved=False)


def test_the_kill_switch_takes_a_broken_worker_away(host: Host, page: Page) -> None:
    address, _, folder = host
    save(page, address)
    (folder / "sw.js").write_text(
        'addEventListener("install", () => skipWaiting());'
        'addEventListener("fetch", (event) => event.respondWith(Promise.reject(new Error("broken"))));',
        encoding="utf-8",
    )
    page.evaluate("""() => new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done;
      navigator.serviceWorker.getRegistration().then((registration) => registration.update()); })""")
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address)  # control: the reader is trapped
    write_no_worker(folder)
    for _ in range(20):  # the browser looks for a new worker a second after the last try
        page = page.context.new_page()
        with suppress(Error):
            page.goto(address)
            break
        page.wait_for_timeout(1500)
    shows(page, "one", saved=False)
    wait_until(
        page,
        """async () => !(await navigator.serviceWorker.getRegistrations()).length
      && !(await caches.keys()).length""",
    )
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
    faults.down = True
    page.goto(address)
    expect(page.locator("#version")).to_have_text("old")  # control: the worker of before is at work
    faults.down = False
    (folder / "sw.js").write_bytes(new)
    page.evaluate("""() => new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done;
      navigator.serviceWorker.getRegistration().then((registration) => registration.update()); })""")
    faults.down = True
    page.goto(f"{address}practices/one/")
    expect(page.locator("#asset")).to_have_text("old")
    expect(page.locator(".saved-copy__date")).to_have_text("1 November 2025")
    faults.down = False
    page.goto(address)
    says(page, "Your saved copy is from 1 November 2025. A newer version is available")
    press_save(page)
    says(page, "is saved on this device")
    faults.down = True
    page.goto(address)
    shows(page, "one", saved=True)
    answer = page.evaluate("""async () => { const { port1, port2 } = new MessageChannel();
      navigator.serviceWorker.controller.postMessage({ type: "remove" }, [port2]);
      return new Promise((done) => { port1.onmessage = ({ data }) => done(data.kept); }); }""")
    assert answer is None  # a page of before, still open, removes everything too
    assert page.evaluate(COPIES) == []
