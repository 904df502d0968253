"""The library: the whole graph of pages, terms and sources, known before any page renders."""

from pathlib import Path

import pytest

from macros.content.library import kind_of, load, page_files
from tests.support.content import guide, library, page, practice, project, term

PAGES = {
    "index.md": page("Stress and a pod{{ cite('able2020first') }}.", title="Home"),
    "guides/b.md": guide("BB", "A pod{{ cite('charlie2021second', 'able2020first') }}.", order=2),
    "guides/a.md": guide(
        "AA", "[The load](../glossary/stress.md), {{ term('pod') }} and {{ term('nothing') }}.", order=1
    ),
    "practices/z.md": practice("ZZ", "Stress.", group="breath"),
    "practices/y.md": practice("YY", group="people"),
    "practices/x.md": practice("XX", group="breath"),
    "glossary/stress.md": term("stress", "A pod, and stress."),
    "glossary/pod.md": term("Pod", "Nothing."),
}
SITE = library(PAGES)


def test_guides_stand_in_the_order_of_the_path() -> None:
    assert list(SITE.guides) == ["a", "b"]
    turned = library({"guides/a.md": guide("Aa", order=2), "guides/b.md": guide("Bb", order=1)})
    assert list(turned.guides) == ["b", "a"]


def test_practices_stand_by_group_in_the_vocabularys_order_and_then_by_title() -> None:
    assert list(SITE.practices) == ["x", "z", "y"]


def test_terms_stand_in_alphabetical_order_whatever_their_case() -> None:
    assert list(SITE.terms) == ["pod", "stress"]


def test_pages_stand_as_guides_practices_terms_and_then_the_rest() -> None:
    assert [page.path for page in SITE.ordered()] == [
        "guides/a.md", "guides/b.md", "practices/x.md", "practices/z.md", "practices/y.md",
        "glossary/pod.md", "glossary/stress.md", "index.md",
    ]  # fmt: skip


def test_a_page_cites_each_source_once_in_order_of_first_use() -> None:
    assert SITE.cited("guides/b.md") == ("charlie2021second", "able2020first")
    assert SITE.cited("guides/a.md") == ()
    twice = library({"index.md": page("One{{ cite('able2020first') }}, two{{ cite('able2020first') }}.")})
    assert twice.cited("index.md") == ("able2020first",)


def test_every_source_knows_the_pages_that_cite_it() -> None:
    assert {key: [page.path for page in pages] for key, pages in SITE.citing.items()} == {
        "able2020first": ["guides/b.md", "index.md"],
        "charlie2021second": ["guides/b.md"],
    }


def test_a_source_that_nobody_cites_is_known_too() -> None:
    assert library({"index.md": page()}).citing == {"able2020first": (), "charlie2021second": ()}


def test_near_terms_are_named_in_both_directions() -> None:
    site = library(
        {
            "glossary/a.md": term("aa", see="[b]"),
            "glossary/b.md": term("bb", see="[c]"),
            "glossary/c.md": term("cc", see="[a]"),
        }
    )
    assert site.neighbours["b"] == ("c", "a")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.md", "page"),
        ("guides/x.md", "guide"),
        ("guides/index.md", "page"),
        ("practices/x.md", "practice"),
        ("glossary/x.md", "term"),
        ("help/x.md", "page"),
    ],
)
def test_a_pages_kind_is_that_of_its_folder(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_data_templates_and_assets_are_no_pages(tmp_path: Path) -> None:
    hidden = {"_templates/x.md": "", "assets/x.md": "", ".hidden/x.md": "", "guides/_draft.md": ""}
    root = project(tmp_path, {**hidden, "index.md": page(), "guides/assets.md": guide("XX")})
    assert page_files(root) == ["guides/assets.md", "index.md"]


def test_a_page_that_cannot_be_read_is_kept_as_written_and_the_rest_is_read(tmp_path: Path) -> None:
    root = project(
        tmp_path, {"index.md": page(), "guides/x.md": "---\ntitle: [\n---\nBody", "help/y.md": "No frame"}
    )
    site, problems = load(root)
    assert sorted(site.documents) == ["guides/x.md", "help/y.md", "index.md"]
    assert list(site.pages) == ["index.md"]
    assert [(problem.path, problem.line) for problem in problems] == [
        ("docs/guides/x.md", 2),
        ("docs/help/y.md", 1),
    ]
    assert site.slugs("guide") == ["x"]


def test_a_page_in_another_encoding_is_a_problem_and_a_mark_at_its_start_is_none(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "\ufeff" + page()})
    (root / "docs" / "old.md").write_bytes(page("Caf\u00e9").encode("latin-1"))
    site, problems = load(root)
    assert list(site.pages) == ["index.md"]
    assert [str(problem) for problem in problems] == [
        "docs/old.md:1: the file is not in UTF-8. Save it again, with UTF-8 as its encoding."
    ]
