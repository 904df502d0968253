"""All passes together: in order, and a second run changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.passes import PASSES, Pass, chosen_passes, finish_folder
from tests.support.folders import changed, contents, small_folder


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


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("worker", [True, False])
def test_a_second_run_of_all_passes_changes_no_byte(tmp_path: Path, worker: bool, zipped: bool) -> None:
    passes = chosen_passes(worker=worker, zipped=zipped)
    finish_folder(small_folder(tmp_path), passes)
    once = contents(tmp_path)
    assert set(once) & {"sw.js", "_headers", "assets/images/mark.svg", "assets/site.css"} == {"sw.js", "_headers"}
    finish_folder(tmp_path, passes)
    assert changed(once, contents(tmp_path)) == []


def test_a_pass_that_goes_on_changing_is_seen(tmp_path: Path) -> None:
    def grow(site: Path) -> str:
        page = site / "index.html"
        page.write_text(page.read_text(encoding="utf-8") + "<p>more", encoding="utf-8")
        return "grown"

    passes = (*PASSES[:-1], Pass("grow", grow, ""), PASSES[-1])
    finish_folder(small_folder(tmp_path), passes)
    once = contents(tmp_path)
    finish_folder(tmp_path, passes)
    assert "index.html" in changed(once, contents(tmp_path))
