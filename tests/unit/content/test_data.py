"""Data: facts without a page, read as strictly as front matter."""

from pathlib import Path

import pytest

from macros.content.data import load_data
from macros.content.model import Choice, Finder
from macros.content.safety_lines import Risk, SafetyLine
from tests.support.content import data, project


def faults(root: Path, name: str, change: tuple[str, str]) -> list[str]:
    """Problems after one change of a fixture file, without the file's path."""
    file = project(root, {}) / "docs" / "_data" / f"{name}.yml"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(change[0], change[1], 1), encoding="utf-8")
    return [str(problem).removeprefix(f"docs/_data/{name}.yml:") for problem in load_data(root)[1]]


def test_sources_are_read_by_key() -> None:
    source = data().sources["able2020first"]
    assert (source.key, source.authors, source.year) == ("able2020first", ("Able A", "Baker B"), 2020)


def test_a_source_has_the_words_of_its_figures_by_name() -> None:
    assert data().sources["charlie2021second"].figures == {"harm": "about 8 in 100 of those who were made up"}
    assert data().sources["able2020first"].figures == {}


def test_what_nobody_confirmed_is_none() -> None:
    source = data().sources["charlie2021second"]
    assert (source.doi, source.volume, source.container) == (None, None, None)


def test_lists_of_help_lines_are_read_in_their_order() -> None:
    assert data().finders == (
        Finder("A finder", "https://tests.example/find", "Search by country and by topic."),
    )


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


YEAR, RULE = "year: 2020", 'stop_rule: "Dizzy or more afraid? Stop, and look round."'
SITE, SITTING = "site: https://tests.example/find", "sitting: {label: sitting}"


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        ("sources", YEAR, "year: soon", "2: 'able2020first' year: must be a number, not a text."),
        ("sources", "  limits: It does not exist.\n", "", "2: 'able2020first' lacks 'limits'."),
        ("sources", "  n: 5 studies", "  number: 5", "17: 'charlie2021second' has the unknown part 'number'"),
        ("sources", "able2020first:", "able2020first: x\nother:", "2: 'able2020first' must be a group such "),
        ("finders", SITE, "site: tests.example", "2: 'finder' site: must be an address such as "),
        ("safety", RULE, "stop_rule: Stop.", "2: 'stop_rule' must have 20 to 200 characters; it has 5."),
        ("safety", "ways_out:", "way_out:", "1: the field 'ways_out' is missing. See docs/contributing/fiel"),
        ("safety", "stop_rule:", "extra: x\nstop_rule:", "2: unknown field 'extra'. Known: everywhere, feel"),
        ("safety", "title: Holding", "titel: Holding", "16: 'holds' has the unknown part 'titel'. Did you m"),
        ("safety", '        why: "A made-up page says so."\n', "", "16: 'holds' ask_first: needs 'why' and "),
        ("safety", "people\n", "people\n    ask_first: [{if: are shy}]\n", "12: 'people' asks a professiona"),
        ("vocabulary", SITTING, "sitting: {}", "10: 'sitting' lacks 'label'."),
        ("vocabulary", SITTING, "sitting: true", "10: 'sitting' must be a group such as {label, note, first"),
        ("vocabulary", "groups:\n", "moods: happy\ngroups:\n", "2: 'moods' must be a group of words. Write "),
        ("vocabulary", "groups:\n", "groups: [\n", "2: the YAML cannot be read: a bracket opens that nothin"),
    ],
)
def test_a_fault_in_the_data_is_a_problem_with_its_line(
    tmp_path: Path, name: str, before: str, after: str, message: str
) -> None:
    said = faults(tmp_path, name, (before, after))
    assert [fault for fault in said if fault.startswith(message)], said


def test_risks_that_are_no_group_are_a_problem_and_stop_nothing(tmp_path: Path) -> None:
    file = project(tmp_path, {}) / "docs" / "_data" / "safety.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("risks:")] + "risks: none\n", encoding="utf-8")
    loaded, problems = load_data(tmp_path)
    assert [str(problem) for problem in problems] == [
        "docs/_data/safety.yml:11: 'risks' must be a group of risks. Write name: {title: \"...\", lines: "
        '["..."]}.'
    ]
    assert loaded.safety.risks == {}


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    (project(tmp_path, {}) / "docs" / "_data" / "sources.yml").unlink()
    loaded, problems = load_data(tmp_path)
    assert [str(problem) for problem in problems] == [
        "docs/_data/sources.yml:1: the file is missing. Restore it from the history."
    ]
    assert (dict(loaded.sources), len(loaded.finders)) == ({}, 1)


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    (project(tmp_path, {}) / "docs" / "_data" / "sources.yml").write_bytes("# caf\u00e9".encode("latin-1"))
    assert [problem.message for problem in load_data(tmp_path)[1]] == ["the file is not in UTF-8."]


def test_a_redirect_is_an_address_of_this_site(tmp_path: Path) -> None:
    file = project(tmp_path, {}) / "docs" / "_data" / "redirects.yml"
    file.write_text("old/x/: about/x/\n/bad: about/x/\n", encoding="utf-8")
    loaded, [problem] = load_data(tmp_path)
    assert loaded.redirects == {"old/x/": "about/x/"}
    assert str(problem).startswith(
        "docs/_data/redirects.yml:2: '/bad' must lead from one address of this site"
    )
