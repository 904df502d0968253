"""`_headers` over the real finished folder: each header once for each file, and only what never changes lasts."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.headers import EVERYWHERE, LASTING, LONGEST_LINE, MOST_RULES, OPEN_DATA
from macros.publish.offline_copy import named_by_content
from tests.support.headers_file import received, rules


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, Path]:
    """Every file that a host serves by its path, pages by their address too."""
    found = {f"/{file.relative_to(site).as_posix()}": file for file in sorted(site.rglob("*")) if file.is_file()}
    pages = {path.removesuffix("index.html"): file for path, file in found.items() if path.endswith("/index.html")}
    return {path: file for path, file in (found | pages).items() if not path.startswith("/_")}


def test_every_file_receives_each_header_exactly_once(site: Path, files: dict[str, Path]) -> None:
    for path in files:
        found = received(site, path)
        assert {name: values for name, values in found.items() if len(values) != 1} == {}, path
        assert {*EVERYWHERE, "Content-Security-Policy"} <= set(found), path


def test_every_page_but_the_bare_timers_refuses_frames(site: Path, files: dict[str, Path]) -> None:
    pages = [path for path, file in files.items() if file.suffix == ".html"]
    framed = [path for path in pages if "X-Frame-Options" not in received(site, path)]
    assert framed == [path for path in pages if path.startswith("/embed/")]
    assert framed


def test_a_file_lasts_when_its_name_holds_its_hash_and_no_other_does(site: Path, files: dict[str, Path]) -> None:
    lasting = {path for path in files if received(site, path).get("Cache-Control") == [LASTING]}
    ours = {path for path, file in files.items() if named_by_content(file.name, file.read_bytes())}
    named_by_the_theme = {path for path in lasting if path.startswith("/assets/javascripts/")}
    packs = {path for path in lasting if path.endswith(".pack")}  # named by what is packed, before it is made small
    assert lasting == ours | named_by_the_theme | packs
    assert len(ours) > 20
    assert not any("/share/" in path or path.endswith(".txt") for path in lasting)


def test_other_sites_may_read_the_open_data_alone(site: Path, files: dict[str, Path]) -> None:
    opened = [path for path in files if "Access-Control-Allow-Origin" in received(site, path)]
    assert opened == sorted(f"/{name}" for name in OPEN_DATA)


def test_the_file_keeps_within_what_the_hosts_read(site: Path) -> None:
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert len(rules(site)) <= MOST_RULES
    assert max(map(len, lines)) <= LONGEST_LINE
