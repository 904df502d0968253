"""`_headers` over the real finished folder: each header once a file, and only what never changes lasts."""

import hashlib
import re
from pathlib import Path

import pytest

from macros.publish.headers import EVERYWHERE, LASTING, OPEN_DATA
from tests.support.headers_file import received


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, Path]:
    """Every file that a host serves by its path, pages by their address too."""
    files_by_path = {
        f"/{file.relative_to(site).as_posix()}": file for file in sorted(site.rglob("*")) if file.is_file()
    }
    pages = {
        path.removesuffix("index.html"): file
        for path, file in files_by_path.items()
        if path.endswith("/index.html")
    }
    return {path: file for path, file in (files_by_path | pages).items() if not path.startswith("/_")}


def test_every_file_receives_each_header_exactly_once(site: Path, files: dict[str, Path]) -> None:
    for path in files:
        headers = received(site, path)
        assert {name: values for name, values in headers.items() if len(values) != 1} == {}, path
        assert {*EVERYWHERE, "Content-Security-Policy"} <= set(headers), path


def test_every_page_but_the_bare_timers_refuses_frames(site: Path, files: dict[str, Path]) -> None:
    pages = [path for path, file in files.items() if file.suffix == ".html"]
    framed = [path for path in pages if "X-Frame-Options" not in received(site, path)]
    assert framed == [path for path in pages if path.startswith("/embed/")]
    assert framed


def named_by_content(file: Path) -> bool:
    """Whether the name holds the start of the content's SHA-256; esbuild's names hold another hash."""
    match = re.search(r"[.-](?:([0-9a-f]{8,64})|[0-9A-Z]{8})\.", file.name)
    return match is not None and hashlib.sha256(file.read_bytes()).hexdigest().startswith(match[1] or "")


# What a page of ours must never ask a device for, and never tell another site.
NEVER = ("camera", "display-capture", "geolocation", "local-fonts", "microphone", "payment", "usb")


def test_no_page_may_ask_where_who_or_what_a_reader_is(site: Path) -> None:
    headers = received(site, "/index.html")
    [policy] = headers["Permissions-Policy"]
    assert [name for name in NEVER if f"{name}=()" not in policy.split(", ")] == []
    assert headers["Referrer-Policy"] == ["no-referrer"]


def test_a_file_lasts_when_its_name_holds_its_hash_and_no_other_does(
    site: Path, files: dict[str, Path]
) -> None:
    lasting = {path for path in files if received(site, path).get("Cache-Control") == [LASTING]}
    ours = {path for path, file in files.items() if named_by_content(file)}
    assert lasting == ours
    assert len(ours) > 20
    assert not any("/share/" in path or path.endswith(".txt") for path in lasting)


def test_other_sites_may_read_the_open_data_alone(site: Path, files: dict[str, Path]) -> None:
    opened = [path for path in files if "Access-Control-Allow-Origin" in received(site, path)]
    assert opened == sorted(f"/{name}" for name in OPEN_DATA)
