"""The report: what the library holds, in figures."""

from __future__ import annotations

from macros.content.report import report
from tests.support.content import guide, library, page, term


def test_the_report_counts_pages_words_sources_citations_and_links() -> None:
    found = library(
        {
            "index.md": page("The cat sat on a pod{{ cite('able2020first') }}."),
            "guides/a.md": guide("AA", "A pod{{ cite('able2020first', 'charlie2021second') }}."),
            "glossary/pod.md": term("pod", "A word."),
        }
    )
    lines = report(found).split("\n")
    assert lines[0] == "grade  words  page"
    assert [line.split()[1:] for line in lines[1:4]] == [
        ["2", "docs/glossary/pod.md"],
        ["2", "docs/guides/a.md"],
        ["6", "docs/index.md"],
    ]
    assert [line.split(",")[0] for line in lines[4:7]] == ["guide: 1 pages", "page: 1 pages", "term: 1 pages"]
    assert lines[7:] == [
        "sources: 2 used of 2; citations: 3",
        "terms: 1; first mentions linked: 2",
        "terms by status: everyday phrase 1",
    ]


def test_an_empty_library_has_a_report_too() -> None:
    assert report(library({})).split("\n") == [
        "grade  words  page",
        "sources: 0 used of 2; citations: 0",
        "terms: 0; first mentions linked: 0",
        "terms by status: ",
    ]
