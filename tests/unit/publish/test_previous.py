"""What a page of the last release may still ask for is there; what is older than that is gone."""

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.previous import keep_previous, write_release


def release(folder: Path, version: str, before: Path | None = None) -> Path:
    """A small folder as it is published, after the one before."""
    write_files(
        folder,
        {
            f"assets/site.{version}.js": version,
            "assets/mark.0000aaaa.svg": "same",
            f"assets/plain{version}.txt": "",  # without a hash: nobody may rely on it
        },
    )
    write_release(folder)
    if before:
        keep_previous(folder, before)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "assets").iterdir())


def test_the_files_of_one_release_before_are_served_and_no_older_ones(tmp_path: Path) -> None:
    first = release(tmp_path / "1", "ABCD2345")
    second = release(tmp_path / "2", "BCDE3456", first)
    third = release(tmp_path / "3", "CDEF4567", second)
    mark = "mark.0000aaaa.svg"
    assert files(second) == [mark, "plainBCDE3456.txt", "site.ABCD2345.js", "site.BCDE3456.js"]
    assert files(third) == [mark, "plainCDEF4567.txt", "site.BCDE3456.js", "site.CDEF4567.js"]


def test_a_folder_that_is_no_release_is_refused_with_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="published last"):
        keep_previous(release(tmp_path / "1", "ABCD2345"), tmp_path)
