"""Citations: numbered by first use on a page, linked both ways, one format."""

import re
from typing import Any

import pytest

from macros.content.model import Source
from macros.render.context import Context
from macros.render.references import (
    cite,
    evidence_index,
    evidence_names,
    figure,
    reference,
    short_name,
    sources,
)
from macros.render.templates import render
from tests.support.content import guide, library, page

BODY = (
    "A{{ cite('charlie2021second') }} b{{ cite('able2020first', 'charlie2021second') }}.\n\n{{ sources() }}"
)
LIBRARY = library(
    {
        "guides/x.md": guide("Xx", BODY),
        "about/evidence.md": page("{{ evidence_names() }}"),
        "about/evidence/breath.md": page("{{ evidence_index('breath') }}", title="Breath"),
        "index.md": page("None.", title="Home"),
    }
)


def context() -> Context:
    """A fresh context, as each page has."""
    return Context(LIBRARY, "guides/x.md")


def source(**fields: Any) -> Source:
    """A source with what every source has."""
    needed = {"key": "k", "title": "T", "topic": "breath", "type": "t", "n": "1", "confidence": "A"}
    return Source(**{**needed, "finding": "f", "limits": "l", **fields})


def test_numbers_follow_the_first_use_on_the_page_and_each_use_has_its_own_id() -> None:
    here = context()
    html = cite(here, "charlie2021second") + cite(here, "able2020first", "charlie2021second")
    assert re.findall(r'id="([^"]+)".*?</span>(\d+)</a>', html) == [
        ("cite-charlie2021second-1", "1"),
        ("cite-able2020first-1", "2"),
        ("cite-charlie2021second-2", "1"),
    ]


def test_the_list_has_every_source_in_order_with_a_way_back_to_each_use() -> None:
    here = context()
    cite(here, "charlie2021second")
    cite(here, "able2020first", "charlie2021second")
    html = sources(here)
    assert re.findall(r'<li class="source-list__item" id="([^"]+)"', html) == [
        "source-charlie2021second",
        "source-able2020first",
    ]
    assert re.findall(r'href="(#cite[^"]+)"', html) == [
        "#cite-charlie2021second-1",
        "#cite-charlie2021second-2",
        "#cite-able2020first-1",
    ]
    assert 'href="../../about/evidence/breath/#evidence-able2020first"' in html


def test_each_source_says_what_it_found_and_how_far_it_goes_in_a_fold() -> None:
    here = context()
    cite(here, "able2020first")
    html = sources(here)
    fold = html[html.rindex("<details") : html.rindex("</details>")]
    assert re.findall(r"<dt[^>]*>([^<]+)</dt><dd>([^<]+)</dd>", fold) == [
        ("Kind", "randomised trial"),
        ("Who or how many", "20"),
        ("Found", "Nothing at all, since this study was made up for a test."),
        ("Limits", "It does not exist."),
    ]


def test_a_figure_is_its_words_and_a_citation_of_its_source() -> None:
    words = library({"guides/x.md": guide("Xx", "Harm: {{ figure('charlie2021second', 'harm') }}.")})
    here = Context(words, "guides/x.md")
    html = figure(here, "charlie2021second", "harm")
    assert html.startswith(
        '<span class="citation-figure">about 8 in 100 of those who were made up</span><sup '
    )
    assert html.endswith(cite(Context(words, "guides/x.md"), "charlie2021second"))
    assert 'id="source-charlie2021second"' in sources(here)
    assert [page.path for page in words.citing["charlie2021second"]] == ["guides/x.md"]


def test_a_page_that_cites_nothing_has_an_empty_list() -> None:
    html = sources(Context(LIBRARY, "index.md"))
    assert html.startswith("<ol ")
    assert "<li" not in html


def test_a_reference_is_written_in_one_format_with_its_link_beside_it() -> None:
    entries = re.findall(
        r"<summary[^>]*>(.*?)</summary>.*?</details> <a [^>]*href=\"([^\"]+)\"", sources(context())
    )
    assert [(" ".join(re.sub(r"<[^>]+>", "", words).split()), link) for words, link in entries] == [
        ("Charlie C and others. (2021). Was there a second study?", "https://tests.example/second"),
        (
            "Able A and Baker B. (2020). A first made-up study. Journal of Tests, 3(2), 10-20.",
            "https://doi.org/10.0000/tests.1",
        ),
    ]


def test_a_source_without_an_address_says_so() -> None:
    html = render("source-list/link.html", source=source())
    assert "No link" in html
    assert "href" not in html


def test_links_to_other_sites_say_so() -> None:
    assert (
        re.findall(r'href="https://[^"]+" rel="([^"]+)"', sources(context()))
        == ["external noopener noreferrer"] * 2
    )


@pytest.mark.parametrize(
    ("authors", "shown"),
    [
        ((), ""),
        (("Able A",), "Able A"),
        (("Able A", "Baker B"), "Able A and Baker B"),
        (("Able A", "Baker B", "Charlie C"), "Able A and others"),
        (("Able A", "et al."), "Able A and others"),
        (("Able A", "et al.", "Zulu Z"), "Able A and others"),
    ],
)
def test_two_authors_are_named_and_of_more_the_first(authors: tuple[str, ...], shown: str) -> None:
    assert reference(source(authors=authors)).authors == shown


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({}, ""),
        ({"volume": "3"}, "3"),
        ({"volume": "3", "issue": "2", "pages": "1-9"}, "3(2), 1-9"),
        ({"pages": "e1"}, "e1"),
    ],
)
def test_a_place_holds_only_what_is_confirmed(fields: dict[str, str], place: str) -> None:
    assert reference(source(**fields)).place == place


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"authors": ("Able A",), "year": 2020}, "Able, 2020"),
        (
            {"authors": ("van Ommeren MJ", "Baker B", "Charlie C"), "year": 2020},
            "van Ommeren and others, 2020",
        ),
        ({"authors": ("Able A", "Baker B"), "year": 2020}, "Able, 2020"),
        ({"authors": ("Able A", "et al."), "year": 2020}, "Able and others, 2020"),
        ({"authors": ("American Heart Association",), "year": 2022}, "American Heart Association, 2022"),
        ({"authors": ("WHO",)}, "WHO, no date confirmed"),
        ({"container": "Journal"}, "Journal, no date confirmed"),
        ({"title": "A page"}, "A page, no date confirmed"),
    ],
)
def test_a_short_name_is_the_first_author_or_the_publisher_with_the_year(
    fields: dict[str, Any], name: str
) -> None:
    assert short_name(source(**fields)) == name


def test_the_list_of_a_topic_has_only_cited_sources_with_every_page_that_cites_them() -> None:
    html = evidence_index(Context(LIBRARY, "about/evidence/breath.md"), "breath")
    assert re.findall(r'id="(evidence-[^"]+)"', html) == [
        "evidence-able2020first",
        "evidence-charlie2021second",
    ]
    assert html.count('<a href="../../../guides/x/">Xx</a>') == 2
    assert "2 sources on this topic are cited on this site." in html
    empty = library({"index.md": page()})
    for topic, here in (
        ("breath", Context(empty, "index.md")),
        ("sleep", Context(LIBRARY, "about/evidence/breath.md")),
    ):
        assert "evidence-index__item" not in evidence_index(here, topic)  # control


def test_every_cited_source_has_its_name_and_its_old_anchor_on_the_page_of_all_topics() -> None:
    html = evidence_names(Context(LIBRARY, "about/evidence.md"))
    assert re.findall(r'<li id="([^"]+)"><a href="([^"]+)">([^<]+)</a>', html) == [
        ("evidence-able2020first", "breath/#evidence-able2020first", "Able, 2020"),
        ("evidence-charlie2021second", "breath/#evidence-charlie2021second", "Charlie and others, 2021"),
    ]
    assert "evidence-names__list" in html
    assert "<li" not in evidence_names(Context(library({"index.md": page()}), "index.md"))  # control


def test_what_only_authors_may_see_is_not_printed() -> None:
    assert "confidence" not in evidence_index(Context(LIBRARY, "about/evidence/breath.md"), "breath").lower()
