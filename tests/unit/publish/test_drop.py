"""What the theme brings and no page asks for is left out, once and for all."""

from __future__ import annotations

from pathlib import Path

from macros.publish.drop import drop_unused
from macros.publish.folder import write_files


def test_maps_and_other_languages_go_and_the_rest_stays(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {"assets/javascripts/lunr/min/lunr.fr.min.js": "12345", "assets/a.css.map": "123", "assets/a.css": "a{}"},
    )
    assert drop_unused(tmp_path) == "2 files of 8 bytes left out"
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.css"]
    assert not (tmp_path / "assets" / "javascripts" / "lunr").exists()


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, {"assets/a.css.map": "123", "index.html": "<p>"})
    drop_unused(tmp_path)
    assert drop_unused(tmp_path) == "0 files of 0 bytes left out"
    assert [file.name for file in tmp_path.rglob("*.*")] == ["index.html"]
