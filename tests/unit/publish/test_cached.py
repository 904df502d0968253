"""Files kept from build to build: made once for each key, and never outside the folder."""

from pathlib import Path

import pytest

from macros.publish.cached import write_cached


def test_a_file_is_made_once_for_each_key(tmp_path: Path) -> None:
    calls: list[str] = []

    def make() -> bytes:
        calls.append("made")
        return b"picture"

    site, cache = tmp_path / "site", tmp_path / "cache"
    assert write_cached(site, cache, {"a/x.png": ("one", make)}) == 1
    assert write_cached(site, cache, {"a/x.png": ("one", make), "b.png": ("one", make)}) == 0
    assert (site / "a/x.png").read_bytes() == (site / "b.png").read_bytes() == b"picture"
    assert write_cached(site, cache, {"a/x.png": ("two", make)}) == 1
    assert calls == ["made", "made"]
    assert sorted(path.name for path in cache.iterdir()) == ["one.png", "two.png"]


def test_a_source_that_can_only_be_read_keeps_nothing_and_gets_its_files(tmp_path: Path) -> None:
    cache = tmp_path / "read-only" / "cache"
    cache.parent.write_text("No folder can be made below a file.", encoding="utf-8")
    for _ in range(2):
        assert write_cached(tmp_path / "site", cache, {"x.png": ("one", lambda: b"picture")}) == 1
    assert (tmp_path / "site" / "x.png").read_bytes() == b"picture"


def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leaves the folder"):
        write_cached(tmp_path / "site", tmp_path / "cache", {"../x.png": ("k", lambda: b"")})
