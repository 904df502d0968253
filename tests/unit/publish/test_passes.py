"""All passes together: in order, and a pass that fails leaves no folder that could be published."""

from pathlib import Path

import pytest

from macros.publish.folder import write_files
from macros.publish.passes import Pass, chosen_passes, finish_folder
from tests.support.folders import small_folder


def test_passes_run_in_order_and_say_what_they_did(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(site, {"index.html": ""})

    def append(letter: str) -> Pass:
        def run(folder: Path) -> str:
            page = folder / "index.html"
            page.write_text(page.read_text(encoding="utf-8") + letter, encoding="utf-8")
            return f"wrote {letter}"

        return Pass(f"pass {letter}", run)

    assert finish_folder(site, (append("a"), append("b"))) == ["pass a: wrote a", "pass b: wrote b"]
    assert (site / "index.html").read_text(encoding="utf-8") == "ab"


def test_a_pass_that_fails_leaves_nothing_to_publish_and_the_next_build_can_be_finished(
    tmp_path: Path,
) -> None:
    def fail(_: Path) -> str:
        raise ValueError("too many rules")

    site = small_folder(tmp_path / "site")
    with pytest.raises(ValueError, match="too many rules"):
        finish_folder(site, (*chosen_passes()[:3], Pass("fails", fail)))
    assert not site.exists()
    finish_folder(small_folder(site))
    assert [folder.name for folder in tmp_path.iterdir()] == ["site"]


def test_a_folder_without_a_site_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="make build"):
        finish_folder(tmp_path)


def test_the_kill_switch_takes_the_copys_place_and_the_zip_is_written_before_it() -> None:
    names = [step.name for step in chosen_passes(worker=False, zipped=True, previous=Path("before"))]
    made_ready = "drop quotes names scripts styles policy zip copy headers release previous"
    assert names == made_ready.split()
    assert [step.run.__name__ for step in chosen_passes(worker=False) if step.name == "copy"] == [
        "write_no_worker"
    ]
