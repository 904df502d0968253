"""The list of addresses: read with lines, added to in order, its remarks kept."""

from pathlib import Path

import pytest

from macros.__main__ import run_addresses
from macros.content.address_list import PATH, listed, with_new
from tests.support.content import page, project


def test_the_list_has_remarks_and_a_root_and_each_address_its_line() -> None:
    assert listed("# all\n/\n\nguides/x/\n") == {"": 2, "guides/x/": 4}


def test_new_addresses_go_to_their_places_in_order() -> None:
    assert (
        with_new("# all\n/\nguides/x/\n", ["guides/a/", "about/"])
        == "# all\n/\nabout/\nguides/a/\nguides/x/\n"
    )


def test_the_command_adds_what_is_new_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, {"about/x.md": page(), "index.md": page(title="Home")})
    assert run_addresses(root) == 0
    assert capsys.readouterr().out == "/\n/about/x/\n"
    assert (root / PATH).read_text(encoding="utf-8").endswith("\n/\nabout/x/\n")
    assert run_addresses(root) == 0
    assert capsys.readouterr().out == f"Nothing new: {PATH} names every address.\n"
