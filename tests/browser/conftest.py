"""What the tests of the timer share: the zoo, served under the strict policy, and a
page whose time is ours."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.support.faults import Faults, faulty_host, small_site
from tests.support.notes import Notes, context_of
from tests.support.server import serve
from tests.support.timer import Timer
from tests.zoo.build import build

Host = tuple[str, Faults, Path]


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
def timer(browser: Browser, zoo: str) -> Iterator[Callable[..., Timer]]:
    """Opens a page of the zoo: `timer("longer-out-breath")`, `timer("several/", javascript=False)`."""
    opened: list[Timer] = []

    def make(path: str = "longer-out-breath", **options: Any) -> Timer:
        page = Timer.open(browser, zoo, path, **options)
        opened.append(page)
        return page

    yield make
    faults = [fault for page in opened for fault in page.faults]
    for page in opened:
        page.close()
    assert faults == []


@pytest.fixture
def notes(browser: Browser, base_url: str) -> Iterator[Callable[..., Notes]]:
    """Opens the private notes: `notes()` on a device of its own, `notes(beside=other)`
    in a second tab of the same."""
    contexts: list[BrowserContext] = []
    opened: list[Notes] = []

    def make(beside: Notes | None = None, ready: bool = True, **options: Any) -> Notes:
        context = beside.page.context if beside else context_of(browser, **options)
        contexts.append(context)
        opened.append(Notes.open(context, base_url, ready=ready))
        return opened[-1]

    yield make
    faults = [fault for tab in opened for fault in tab.faults]
    sent = [
        request.url
        for tab in opened
        for request in tab.requests
        if request.post_data or not _ours(request.url, base_url)
    ]
    for context in contexts:
        context.close()
    assert faults == []
    assert sent == []


def _ours(address: str, base_url: str) -> bool:
    """Whether an address is of the site itself, or of a file made in the page, and carries nothing along."""
    path, _, query = address.partition("?")
    return address.startswith("blob:") or (path.startswith(base_url) and not query)
