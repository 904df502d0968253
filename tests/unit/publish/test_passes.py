"""All passes together: in order, and a second run changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.passes import PASSES, Pass, finish_folder


def test_passes_run_in_order_and_say_what_they_did(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": "<p>"})
    made = tuple(Pass(name, lambda site, name=name: f"{name} saw {site.name}", "") for name in ("one", "two"))  # type: ignore[misc]
    assert finish_folder(tmp_path, made) == [f"one: one saw {tmp_path.name}", f"two: two saw {tmp_path.name}"]


def test_a_folder_without_a_site_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="make build"):
        finish_folder(tmp_path)


def test_every_pass_has_a_name_of_its_own_and_a_reason_for_its_place() -> None:
    assert len({each.name for each in PASSES}) == len(PASSES)
    assert all(each.why_here for each in PASSES)
