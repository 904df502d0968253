"""What the theme brings and no page asks for is left out, once and for all."""

from pathlib import Path

from macros.publish.drop import drop_unused
from macros.publish.folder import write_files


def test_maps_and_scripts_of_the_theme_go_and_the_rest_stays(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "assets/javascripts/bundle.0123abcd.min.js": "12345",
            "assets/a.css.map": "123",
            "assets/a.css": "a{}",
        },
    )
    assert drop_unused(tmp_path) == "2 files of 8 bytes left out"
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.css"]
    assert not (tmp_path / "assets" / "javascripts").exists()
