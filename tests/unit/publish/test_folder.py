"""Writing into the finished folder, and never out of it."""

import re
from pathlib import Path

import pytest

from macros.publish.folder import write_files

PUBLISH = Path(__file__).resolve().parents[3] / "macros" / "publish"


def test_texts_are_written_to_their_paths_in_place_of_what_is_there(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": "one", "embed/x/index.html": "<p>\r\n"})
    write_files(tmp_path, {"a.txt": "caf\u00e9\n"})
    assert (tmp_path / "a.txt").read_bytes() == "caf\u00e9\n".encode()
    assert (tmp_path / "embed" / "x" / "index.html").read_bytes() == b"<p>\r\n"


@pytest.mark.parametrize("name", ["../out.txt", "a/../../out.txt", "/tmp/out-of-the-folder.txt"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(ValueError, match="leaves the folder"):
        write_files(site, {name: "x"})
    assert not (tmp_path / "out.txt").exists()


def test_no_pass_writes_other_line_ends_on_windows_than_those_it_hashed() -> None:
    """Path.write_text would. The copy on a device is no such pass: it hashes the bytes that lie in the
    folder."""
    modules = [file for file in PUBLISH.glob("*.py") if file.name != "offline_copy.py"]
    assert len(modules) > 10
    assert [
        file.name for file in modules if re.search(r"\.write_text\(", file.read_text(encoding="utf-8"))
    ] == []
