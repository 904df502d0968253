"""Data: facts without a page, read as strictly as front matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.data import load_data
from macros.content.library import load
from macros.content.model import Choice, Finder
from macros.content.safety_lines import Risk, SafetyLine
from tests.support.content import data, page, project


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


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        (
            "sources",
            ("title: A first made-up study\n", "title: ''\n"),
            "2: 'able2020first' title: must have at least 3 characters; it has 0.",
        ),
        ("sources", ("year: 2020", "year: soon"), "2: 'able2020first' year: must be a number, not a text."),
        ("sources", ("  limits: It does not exist.\n", ""), "2: 'able2020first' lacks 'limits'."),
        (
            "sources",
            ("  n: 5 studies", "  number: 5"),
            "17: 'charlie2021second' has the unknown part 'number'. Known: authors, check_before_quoting, "
            "confidence, container, doi, figures, finding, issue, limits, n, our_note, pages ...",
        ),
        (
            "sources",
            ("confidence: B", "confidence: D"),
            "17: 'charlie2021second' confidence: has the unknown value 'D'. Known: A, B, C.",
        ),
        (
            "sources",
            ("able2020first:", "able2020first: x\nother:"),
            "2: 'able2020first' must be a group such as {authors, year, title, container, volume, issue, "
            "pages, doi, url, topic, type, n, finding, limits, our_note, figures, confidence, "
            "check_before_quoting}, not a text.",
        ),
        (
            "finders",
            ("site: https://tests.example/find", "site: tests.example"),
            "2: 'finder' site: must be an address such as https://www.childline.ie, not 'tests.example'.",
        ),
        (
            "safety",
            ('stop_rule: "Dizzy or more afraid? Stop, and look round."', "stop_rule: Stop."),
            "2: 'stop_rule' must have 20 to 200 characters; it has 5.",
        ),
        (
            "safety",
            ("ways_out:", "way_out:"),
            "1: the field 'ways_out' is missing. See docs/contributing/fields.md.",
        ),
        (
            "safety",
            ("stop_rule:", "extra: x\nstop_rule:"),
            "2: unknown field 'extra'. Known: everywhere, feels_worse, risks, stop_rule, ways_out.",
        ),
        (
            "safety",
            ("    title: Holding the breath", "    titel: Holding the breath"),
            "16: 'holds' has the unknown part 'titel'. Did you mean 'title'?",
        ),
        (
            "safety",
            ('        why: "A made-up page says so."\n', ""),
            "16: 'holds' ask_first: needs 'why' and 'sources' together. Say what the sources say; our own "
            "words: 'ours'.",
        ),
        (
            "safety",
            ("    title: Other people", "    title: Other people\n    ask_first: [{if: are shy}]"),
            "12: 'people' asks a professional first. Only these risks do: breath, holds, stillness, "
            "imagery, movement.",
        ),
        ("vocabulary", ("sitting: {label: sitting}", "sitting: {}"), "10: 'sitting' lacks 'label'."),
        (
            "vocabulary",
            ("sitting: {label: sitting}", "sitting: true"),
            "10: 'sitting' must be a group such as {label, note, first, guide}, not true or false.",
        ),
        (
            "vocabulary",
            ("groups:\n", "moods: happy\ngroups:\n"),
            "2: 'moods' must be a group of words. Write word: {label: Word}.",
        ),
        (
            "vocabulary",
            ("groups:\n", "groups: [\n"),
            "2: the YAML cannot be read: a bracket opens that nothing closes. Close it, or quote the text.",
        ),
    ],
)
def test_a_fault_in_the_data_is_a_problem_with_its_line(
    tmp_path: Path, name: str, change: tuple[str, str], message: str
) -> None:
    assert message in faults(tmp_path, name, change)


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


def test_a_redirect_leads_from_an_address_of_this_site_to_a_page(tmp_path: Path) -> None:
    project(tmp_path, {"about/x.md": page(title="Page X"), "index.md": page(title="Home")})
    file = tmp_path / "docs" / "_data" / "redirects.yml"
    file.write_text(
        "old/x/: about/x/\n/bad: about/x/\ngone/: no/such/\nabout/x/: about/x/\n", encoding="utf-8"
    )
    loaded, problems = load(tmp_path)
    assert loaded.data.redirects == {"old/x/": "about/x/", "gone/": "no/such/", "about/x/": "about/x/"}
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "'/bad' must lead from one address of this site to another, not '/bad'."),
        (1, "'gone/' leads to 'no/such/', which is no page."),
        (1, "'about/x/' is a page."),
    ]


def test_a_correction_names_a_page_that_exists(tmp_path: Path) -> None:
    project(tmp_path, {"about/x.md": page(title="Page X")})
    entry = "day: 2026-12-01, said: 'A b.', says: 'C d.', why: 'E f.', found: 'G h.'"
    file = tmp_path / "docs" / "_data" / "corrections.yml"
    file.write_text(
        f"one: {{page: about/x.md, {entry}}}\ntwo: {{page: about/y.md, {entry}}}\n", encoding="utf-8"
    )
    loaded, problems = load(tmp_path)
    assert [correction.page for correction in loaded.data.corrections] == ["about/x.md", "about/y.md"]
    assert [problem.message for problem in problems] == [
        "a correction names the page 'about/y.md', which does not exist."
    ]
