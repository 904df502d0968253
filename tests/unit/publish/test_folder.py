"""Writing into the finished folder, and never out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.folder import write_files


def test_texts_are_written_to_their_paths_and_folders_are_made(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "caf\u00e9", "embed/x/index.html": "<p>"})
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "caf\u00e9"
    assert (tmp_path / "embed" / "x" / "index.html").read_text(encoding="utf-8") == "<p>"


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "one"})
    write_files(tmp_path, {"a.txt": "two"})
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "two"


@pytest.mark.parametrize("name", ["../out.txt", "a/../../out.txt", "/tmp/out-of-the-folder.txt"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(ValueError, match="leaves the folder"):
        write_files(site, {name: "x"})
    assert not (tmp_path / "out.txt").exists()
