"""The same source gives the same bytes: nobody who has the site fetches again what did not change."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ADDRESS, ROOT, build
from tests.support.folders import changed, contents
from tests.support.small_site import small_site

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC"}
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LANG": "C"}


def finished(root: Path, folder: Path, **settings: str) -> dict[str, bytes]:
    """The files of a site that was built and finished with these settings of the environment."""
    done = build(root, folder, SITE_ADDRESS=ADDRESS, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    command = [sys.executable, "-m", "macros", "finish", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, check=True, capture_output=True)
    return contents(folder)


def test_another_folder_time_zone_and_order_of_sets_change_no_byte(tmp_path: Path) -> None:
    root = small_site(tmp_path / "project")
    here = finished(root, tmp_path / "site", **HERE)
    assert changed(here, finished(root, tmp_path / "in" / "another" / "place", **ELSEWHERE)) == []


@pytest.mark.matrix
def test_nor_do_they_in_the_real_site(site: Path, tmp_path: Path) -> None:
    assert changed(contents(site), finished(ROOT, tmp_path / "site", **ELSEWHERE)) == []
