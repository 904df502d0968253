"""The network cut, and a wrong answer with status 200, at every step of the copy's life."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Host
from tests.support.faults import INDEX, Faults, keep, press, says, small_site

COPIES = "async () => (await caches.keys()).sort()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
FAULTS = ("cut", "portal", "type", "busy")


def plant(faults: Faults, fault: str, path: str) -> None:
    """The host answers for this path with half a file, a log-in page, the wrong type, or a fault of its own."""
    if fault == "cut":
        faults.cut = path
    elif fault == "portal":
        faults.portal = path
    elif fault == "type":
        faults.types[Path(path).name] = "text/html"
    else:
        faults.status[path] = 503


def mend(faults: Faults) -> None:
    faults.cut, faults.portal, faults.types, faults.status = "", "", {}, {}


def path_of(folder: Path, pattern: str) -> str:
    return next(folder.glob(pattern)).relative_to(folder).as_posix()


def style(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--version')"))


@pytest.mark.parametrize("fault", FAULTS)
def test_without_a_whole_worker_nothing_is_kept_and_the_next_try_succeeds(host: Host, paid: Page, fault: str) -> None:
    address, faults, _ = host
    plant(faults, fault, "sw.js")
    paid.goto(f"{address}help/")
    press(paid, "Save it")
    says(paid, "did not work")
    assert paid.evaluate(WORKERS) == 0
    assert paid.evaluate(COPIES) == []
    expect(paid.locator("#asset")).to_have_text("one")
    mend(faults)
    press(paid, "Save it")
    says(paid, "is saved on this device")


@pytest.mark.parametrize("fault", FAULTS)
def test_an_update_without_a_whole_worker_leaves_the_old_copy_whole(host: Host, paid: Page, fault: str) -> None:
    address, faults, folder = host
    keep(paid, address)
    small_site(folder, "two")
    plant(faults, fault, "sw.js")
    paid.goto(f"{address}help/")
    press(paid, "Get the newer version")
    says(paid, "did not work")
    faults.down = True
    paid.goto(address)
    expect(paid.locator("#version")).to_have_text("one")
    expect(paid.locator("#asset")).to_have_text("one")


@pytest.mark.parametrize("fault", ["cut", "portal", "busy"])
def test_without_whole_facts_nothing_is_offered_and_nothing_said_that_is_not_known(
    host: Host, paid: Page, fault: str
) -> None:
    address, faults, _ = host
    plant(faults, fault, "offline/copy.json")
    paid.goto(f"{address}help/")
    says(paid, "You're offline")
    mend(faults)
    keep(paid, address)
    plant(faults, fault, "offline/copy.json")
    paid.goto(f"{address}help/")
    says(paid, "is saved on this device")


@pytest.mark.parametrize("path", ["offline/copy.json", "pack"])
def test_the_wrong_type_of_the_facts_or_the_pack_changes_nothing(host: Host, paid: Page, path: str) -> None:
    address, faults, folder = host
    plant(faults, "type", path_of(folder, "offline/*.pack") if path == "pack" else path)
    keep(paid, address)


@pytest.mark.parametrize("fault", FAULTS)
def test_with_a_copy_every_file_of_a_page_comes_whole(host: Host, paid: Page, fault: str) -> None:
    address, faults, folder = host
    keep(paid, address)
    for path in ("assets/plain.css", path_of(folder, "assets/app.*.js"), path_of(folder, "assets/part.*.js"), INDEX):
        mend(faults)
        plant(faults, fault, path)
        paid.goto(f"{address}practices/one/")
        expect(paid.locator(".saved-copy")).to_be_hidden()  # the page itself is from the network
        expect(paid.locator("#asset")).to_have_text("one")
        assert style(paid) == "one"
        paid.locator("#later").click()
        expect(paid.locator("#part")).to_have_text("one")
        paid.locator("#ask").click()
        expect(paid.locator("#index")).to_have_text("one")


@pytest.mark.parametrize("fault", ["cut", "portal"])
def test_without_a_copy_the_page_can_be_read_and_asks_again(host: Host, paid: Page, fault: str) -> None:
    address, faults, folder = host
    for path, button, at in ((path_of(folder, "assets/part.*.js"), "#later", "#part"), (INDEX, "#ask", "#index")):
        plant(faults, fault, path)
        paid.goto(f"{address}practices/one/")
        paid.locator(button).click()
        expect(paid.locator(at)).to_have_text("missing")
        expect(paid.locator("h1")).to_be_visible()
        mend(faults)
        paid.locator(button).click()
        expect(paid.locator(at)).to_have_text("one")


def test_of_a_page_cut_half_way_a_reader_without_a_copy_sees_the_half(host: Host, paid: Page) -> None:
    address, faults, _ = host
    faults.cut = "practices/one/"
    paid.goto(f"{address}practices/one/", wait_until="commit")
    expect(paid.locator("h1")).to_be_visible()


def test_of_a_page_cut_half_way_a_reader_with_a_copy_sees_the_copy(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.cut = "practices/one/"
    paid.goto(f"{address}practices/one/", wait_until="commit")
    expect(paid.locator(".saved-copy")).to_be_visible()
    expect(paid.locator("#asset")).to_have_text("one")


def test_a_log_in_page_is_shown_so_that_the_reader_can_log_in(host: Host, paid: Page) -> None:
    address, faults, _ = host
    keep(paid, address)
    faults.portal = "practices/"
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("h1")).to_contain_text("Log in")
    mend(faults)
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#asset")).to_have_text("one")


@pytest.mark.parametrize("kept", [False, True], ids=["no copy", "copy"])
def test_a_page_of_the_wrong_type_is_what_the_browser_makes_of_it(host: Host, paid: Page, kept: bool) -> None:
    address, faults, _ = host
    if kept:
        keep(paid, address)
    faults.types["index.html"] = "text/plain"
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("body")).to_contain_text("<h1>practices/one/index.html</h1>")
    mend(faults)
    paid.goto(f"{address}practices/one/")
    expect(paid.locator("#asset")).to_have_text("one")
