"""What the tests of the timer share: the zoo, served under the strict policy, and a
page whose time is ours."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.support.faults import Faults, faulty_host, small_site
from tests.support.notes import Notes
from tests.support.opening import complaints, wait_until_ready
from tests.support.server import serve
from tests.support.timer import OpenTimer, Timer
from tests.zoo.build import build

Host = tuple[str, Faults, Path]
UNEXPECTED = ("exception", "console: violation", "request")
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def shared_page(browser: Browser, base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens an address of the site in the page that a file's tests share, its scripts at work: for half the
    work of a page of its own. `options` (of Browser.new_context) have a page for each set of them.

    A test that stores something, or that leaves listeners, routes or scripts behind, takes `new_page`.
    """
    pages: dict[str, Page] = {}

    def show(address: str = "", size: ViewportSize = PHONE, **options: Any) -> Page:
        page = pages.get(str(options)) or browser.new_context(**options).new_page()
        pages[str(options)] = page
        page.set_viewport_size(size)
        page.goto(base_url + address)
        if options.get("java_script_enabled", True):
            wait_until_ready(page)
        return page

    yield show
    for page in pages.values():
        page.context.close()


def opener(
    new_page: Callable[..., Page], base_url: str, unexpected: tuple[str, ...]
) -> Iterator[Callable[..., Page]]:
    """Opens an address of the site on a device of its own, with `scripts` run before its own:
    `visit("glossary/", viewport=PHONE)`. Complaints that begin with one of `unexpected` fail the test."""
    watched: list[tuple[list[str], tuple[str, ...]]] = []

    def make(address: str = "", *scripts: str, **options: Any) -> Page:
        page = new_page(**options)
        for script in scripts:
            page.add_init_script(script)
        # Without a policy axe is injected, and answers in the console.
        watched.append((complaints(page, base_url), UNEXPECTED if options.get("bypass_csp") else unexpected))
        page.goto(base_url + address)
        return page

    yield make
    assert [fault for faults, starts in watched for fault in faults if fault.startswith(starts)] == []


@pytest.fixture
def visit(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """An opener: an exception, what the policy stops and a request to another host fail the test."""
    yield from opener(new_page, base_url, UNEXPECTED)


@pytest.fixture
def open_page(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """An opener: whatever the console says as well fails the test."""
    yield from opener(new_page, base_url, ("",))


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The small site in its first version, served: its address, the host's faults, its folder."""
    folder = small_site(tmp_path / "site", "one")
    with faulty_host(folder) as (address, faults):
        yield address, faults, folder


@pytest.fixture(scope="session")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the zoo."""
    with serve(build(tmp_path_factory.mktemp("zoo"))) as address:
        yield address


@pytest.fixture
def open_timer(browser: Browser, zoo: str) -> Iterator[OpenTimer]:
    """Opens a page of the zoo: `open_timer("body-scan")`, `open_timer("several/", javascript=False)`."""
    opened: list[Timer] = []

    def make(path: str = "longer-out-breath", **options: Any) -> Timer:
        opened.append(Timer.open(browser, zoo, path, **options))
        return opened[-1]

    yield make
    for timer in opened:
        timer.page.context.close()
    assert [fault for timer in opened for fault in timer.faults] == []


@pytest.fixture
def notes(browser: Browser, base_url: str) -> Iterator[Callable[..., Notes]]:
    """Opens the private notes: `notes()` on a device of its own, `notes(beside=other)`
    in a second tab of the same."""
    contexts: list[BrowserContext] = []
    opened: list[Notes] = []

    def make(beside: Notes | None = None, script: str = "", **options: Any) -> Notes:
        if not beside:
            contexts.append(browser.new_context(**options))
            contexts[-1].add_init_script(script)
        context = beside.page.context if beside else contexts[-1]
        opened.append(Notes(context, base_url, strict=not options.get("bypass_csp")))
        return opened[-1]

    yield make
    faults = [fault for tab in opened for fault in tab.faults]
    for context in contexts:
        context.close()
    assert faults == []
