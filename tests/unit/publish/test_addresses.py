"""Published addresses are kept for ever."""

from __future__ import annotations

from pathlib import Path

from macros.publish.addresses import listed, lost, published
from macros.publish.folder import write_files


def test_addresses_are_those_of_pages_with_the_root_first(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": "", "b/index.html": "", "a/c/index.html": "", "404.html": "", "x/y.js": ""})
    assert published(tmp_path) == ["", "a/c/", "b/"]


def test_the_list_has_comments_and_a_root() -> None:
    assert listed("# all\n/\n\nguides/x/\n") == ["", "guides/x/"]


def test_an_address_without_a_page_is_lost(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": "", "b/index.html": ""})
    assert lost(tmp_path, ["", "b/", "gone/"]) == ["gone/"]
