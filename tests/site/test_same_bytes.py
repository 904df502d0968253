"""The same source gives the same bytes: nobody who has the site fetches again what did not change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ADDRESS, ROOT, build
from tests.support.folders import changed, contents

ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LANG": "C"}


def test_another_folder_time_zone_and_order_of_sets_change_no_byte(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "another" / "place"
    done = build(ROOT, folder, SITE_ADDRESS=ADDRESS, **ELSEWHERE)
    assert done.returncode == 0, done.stdout + done.stderr
    command = [sys.executable, "-m", "macros", "finish", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **ELSEWHERE}, check=True, capture_output=True)
    assert changed(contents(site), contents(folder)) == []
