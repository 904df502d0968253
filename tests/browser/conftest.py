"""What the tests of the timer share: the zoo, served under the strict policy, and a page whose time is ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support.server import serve
from tests.support.timer import Timer
from tests.zoo.build import build


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
        made = Timer.open(browser, zoo, path, **options)
        opened.append(made)
        return made

    yield make
    faults = [fault for each in opened for fault in each.faults]
    for each in opened:
        each.close()
    assert faults == []
