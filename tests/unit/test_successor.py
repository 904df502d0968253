"""The comparison of two builds sees what it is for."""

from __future__ import annotations

from pathlib import Path

from tools.successor import broken, differences, read

TERM = '<a class="term-link" href="../glossary/freeze/">x</a>'
PAGE = f'<nav id="frame"></nav><article><h2 id="a">A</h2>{TERM}{{}}</article>'


def build(root: Path, pages: dict[str, str]) -> Path:
    """A built folder with `pages` by address."""
    for address, text in pages.items():
        (root / address).mkdir(parents=True, exist_ok=True)
        (root / address / "index.html").write_text(text, encoding="utf-8")
    return root


def test_a_page_id_term_or_timer_that_one_build_lacks_is_a_difference_and_the_frame_is_none(tmp_path: Path) -> None:
    timer = "<practice-timer></practice-timer>"
    ours = read(build(tmp_path / "ours", {"x": PAGE.format(timer), "y": PAGE.format(""), "embed/z": "", "gone": ""}))
    more = "<article><h2 id='b'>A</h2></article>"
    theirs = read(build(tmp_path / "theirs", {"x": PAGE.format(""), "y": more, "added": more}))
    assert differences(ours, theirs) == [
        "gone: no such page",
        "added: a page that we do not have",
        "x: 0 timers, not 1",
        "y: lacks ids a",
        "y: adds ids b",
        "y: lacks terms freeze",
    ]
    assert differences(ours, ours) == []


def test_a_link_to_no_page_or_no_id_is_broken(tmp_path: Path) -> None:
    links = '<a href="../y/#b">1</a><a href="../y/#c">2</a><a href="../no/">3</a><a href="mailto:a@b.example">4</a>'
    site = build(tmp_path, {"x": f"<article>{links}</article>", "y": "<article><h2 id='b'>A</h2></article>"})
    assert broken(site, read(site)) == ["x: leads to ../no/", "x: leads to ../y/#c"]
