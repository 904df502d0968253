"""Data: facts without a page, loaded as strictly as front matter, and the list of addresses."""

from pathlib import Path

import pytest

from macros.__main__ import run_addresses
from macros.content.data import ADDRESSES, listed, load_data, with_new
from macros.content.data_files import Choice, Finder
from macros.content.safety_lines import Risk, SafetyLine
from tests.support.content import data, page, project


def test_sources_are_read_by_key_with_their_figures_and_what_nobody_confirmed_is_none() -> None:
    able, charlie = (data().sources[key] for key in ("able2020first", "charlie2021second"))
    assert (able.key, able.authors, able.year) == ("able2020first", ("Able A", "Baker B"), 2020)
    assert (charlie.doi, charlie.volume, charlie.container) == (None, None, None)
    assert charlie.figures == {"harm": "about 8 in 100 of those who were made up"}
    assert able.figures == {}


def test_lists_of_help_lines_are_read_in_their_order() -> None:
    finder = Finder("A finder", "https://tests.example/find", "Search by country and by topic.")
    assert data().finders == (finder,)


def test_safety_texts_and_risks_are_read_by_name() -> None:
    assert data().safety.stop_rule == "Dizzy or more afraid? Stop, and look round."
    assert data().safety.risks["holds"] == Risk(
        "holds",
        "Holding the breath",
        (SafetyLine("Leave the holds out in pregnancy."),),
        (
            SafetyLine("are pregnant", "A made-up page says so.", ("able2020first",)),
            SafetyLine("have heart disease"),
        ),
    )


def test_vocabulary_keeps_the_order_of_its_words() -> None:
    assert list(data().vocabulary["sure"]) == ["good", "little", "untested", "disputed"]
    assert data().vocabulary["positions"]["lying"] == Choice("lying", "lying")


def test_a_file_that_is_missing_or_cannot_be_read_is_one_problem_and_stops_nothing(
    tmp_path: Path,
) -> None:
    folder = project(tmp_path, {}) / "docs/_data"
    (folder / "boundary-scripts.yml").unlink()
    (folder / "four-week-start.yml").write_text("weeks: [", "utf-8")
    (folder / "sources.yml").write_bytes("# caf\u00e9".encode("latin-1"))
    loaded, problems = load_data(tmp_path)
    assert [str(problem).removeprefix("docs/_data/").partition(". ")[0] for problem in problems] == [
        "sources.yml:1: the file is not in UTF-8",
        "four-week-start.yml:1: the YAML cannot be read: a bracket opens that nothing closes",
        "boundary-scripts.yml:1: the file is missing",
    ]
    assert (dict(loaded.sources), loaded.plan, loaded.boundary, len(loaded.finders)) == ({}, (), None, 1)


def test_a_redirect_is_an_address_of_this_site(tmp_path: Path) -> None:
    file = project(tmp_path, {}) / "docs" / "_data" / "redirects.yml"
    file.write_text("old/x/: about/x/\n/bad: about/x/\n", encoding="utf-8")
    loaded, [problem] = load_data(tmp_path)
    assert loaded.redirects == {"old/x/": "about/x/"}
    assert (problem.path, problem.line) == ("docs/_data/redirects.yml", 2)


def test_the_list_of_addresses_has_remarks_and_a_root_and_each_address_its_line() -> None:
    text = "# all\n/\n\nguides/x/\n"
    assert listed(text) == {"": 2, "guides/x/": 4}
    assert with_new(text, ["guides/a/", "about/"]) == "# all\n/\nabout/\nguides/a/\nguides/x/\n"


def test_the_command_adds_new_addresses_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, {"about/x.md": page(), "index.md": page(title="Home")})
    assert run_addresses(root) == 0
    assert capsys.readouterr().out == "/\n/about/x/\n"
    assert (root / ADDRESSES).read_text(encoding="utf-8").endswith("\n/\nabout/x/\n")
    assert run_addresses(root) == 0
    assert capsys.readouterr().out == f"Nothing new: {ADDRESSES} names every address.\n"
