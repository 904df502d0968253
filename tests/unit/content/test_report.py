"""The report: what the library holds, in figures."""

from __future__ import annotations

from macros.content.report import report
from tests.support.content import guide, library, page, term

LEFT_OUT = ["left out with a reason: 1, of them core: 1", "  hotel2000third (core): It was never made."]


def test_the_report_counts_pages_words_sources_citations_claims_and_links() -> None:
    found = library(
        {
            "index.md": page("The cat sat on a pod{{ cite('able2020first') }}."),
            "guides/a.md": guide("AA", "A pod{{ cite('able2020first', 'charlie2021second') }}."),
            "glossary/pod.md": term("pod", "A word.\n\nStudies agree that it is proven."),
        }
    )
    lines = report(found).split("\n")
    assert lines[0] == "grade  words  cites  best  page"
    assert [line.split()[1:] for line in lines[1:4]] == [
        ["8", "0", "-", "docs/glossary/pod.md"],
        ["2", "2", "A", "docs/guides/a.md"],
        ["6", "1", "A", "docs/index.md"],
    ]
    assert [line.split(", grade")[0] for line in lines[4:7]] == [
        "guide: 1 pages, 2 words",
        "page: 1 pages, 6 words",
        "term: 1 pages, 8 words",
    ]
    assert lines[6].endswith("(docs/glossary/pod.md)")
    assert lines[7:] == [
        "sources: 2 used of 2; citations: 3",
        "confidence of the sources used: A 1, B 1, C 0",
        *LEFT_OUT,
        "claims without a citation: 1",
        "phrases to avoid: 1",
        "terms: 1; first mentions linked: 2",
        "terms by status: everyday phrase 1",
    ]


def test_an_empty_library_has_a_report_too() -> None:
    assert report(library({})).split("\n") == [
        "grade  words  cites  best  page",
        "sources: 0 used of 2; citations: 0",
        "confidence of the sources used: A 0, B 0, C 0",
        *LEFT_OUT,
        "claims without a citation: 0",
        "phrases to avoid: 0",
        "terms: 0; first mentions linked: 0",
        "terms by status: ",
    ]
