"""The passes over the real folder, once more: who runs `finish` twice publishes the same bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.publish.passes import chosen_passes, finish_folder
from tests.support.folders import changed, contents


def test_a_second_run_over_the_finished_site_changes_no_byte(site: Path, tmp_path: Path) -> None:
    again = Path(shutil.copytree(site, tmp_path / "site"))
    finish_folder(again)
    assert changed(contents(site), contents(again)) == []


def test_a_second_run_with_the_zip_changes_no_byte(site: Path, tmp_path: Path) -> None:
    folder, passes = Path(shutil.copytree(site, tmp_path / "site")), chosen_passes(zipped=True)
    finish_folder(folder, passes)
    once = contents(folder)
    assert "site.zip" in once
    finish_folder(folder, passes)
    assert changed(once, contents(folder)) == []
