"""The preview of the small site, built once for all its tests."""

from collections.abc import Iterator

import pytest

from tests.support.small_site import Preview, small_site


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview. A test that saves a file gives it back as it was."""
    folder = tmp_path_factory.mktemp("preview")
    running = Preview(small_site(folder / "project"), folder / "site")
    yield running
    running.close()
