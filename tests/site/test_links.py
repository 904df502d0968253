"""LinkChecker over every internal link of the served site; planted faults prove that it looks."""

from __future__ import annotations

from pathlib import Path

from tests.support.linkcheck import link_problems
from tests.support.server import serve


def test_linkchecker_finds_no_broken_link(base_url: str) -> None:
    assert link_problems(base_url) == ""


def test_linkchecker_finds_a_planted_broken_link(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<!doctype html><title>x</title><a href="gone/">gone</a>', encoding="utf-8")
    with serve(tmp_path) as address:
        assert "gone/" in link_problems(address)


def test_linkchecker_finds_a_planted_broken_anchor(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>x</title><p id="here"></p><a href="#here">a</a><a href="#gone">b</a>', encoding="utf-8"
    )
    with serve(tmp_path) as address:
        assert "gone" in link_problems(address, anchors=True)
