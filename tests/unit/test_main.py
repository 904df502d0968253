"""The command that finishes a folder tells a publishing host, by its exit code, when not to publish."""

from pathlib import Path

import pytest

from macros import __main__ as commands
from macros.publish.passes import Pass
from tests.support.folders import small_folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built folder."""
    return small_folder(tmp_path / "site")


def test_a_built_folder_is_finished(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["finish", str(site)]) == 0
    assert "headers: _headers with" in capsys.readouterr().out
    assert (site / "_headers").exists()


def test_a_folder_without_a_site_fails_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["finish", str(tmp_path)]) == 1
    assert "make build" in capsys.readouterr().err


def test_a_hosts_limit_that_is_broken_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: Path) -> str:
        raise ValueError("too many rules")

    monkeypatch.setattr(commands, "chosen_passes", lambda **_: (Pass("headers", refuse),))
    assert commands.main(["finish", str(site)]) == 1
    assert "too many rules" in capsys.readouterr().err
