"""The lists of what links to a term and of the terms on a page, and the places where they will stand."""

from __future__ import annotations

import re

import pytest

from macros.content.term_links import TermLinks
from macros.render import term_lists
from macros.render.context import Context
from tests.support.content import guide, library, page, practice, term

FOUND = library(
    {
        "index.md": page(title="Home"),
        "guides/a.md": guide("First guide", order=1, practice="zed"),
        "guides/z.md": guide("Later guide", order=9, practice="yon"),
        "practices/zed.md": practice("Zed", related="[yon]"),
        "practices/yon.md": practice("Yon", group="people", related="[zed]"),
        "glossary/pod.md": term("pod", see="[stress]", extra="tries: [zed]\n"),
        "glossary/stress.md": term("stress", see="[pod, eclair]"),
        "glossary/eclair.md": term("\u00e9clair", see="[pod]"),
        "glossary/4-7-8.md": term("4-7-8", see="[pod]"),
    }
)
LINKS = TermLinks(
    FOUND,
    {
        "index.md": ("pod",),
        "guides/a.md": ("stress", "pod"),
        "practices/zed.md": ("pod",),
        "glossary/stress.md": ("pod",),
    },
)


def here(path: str) -> Context:
    return Context(FOUND, path)


def made(path: str, name: str) -> str:
    return term_lists.term_list(LINKS, FOUND.pages[path], name)


def links(html: str) -> list[tuple[str, str]]:
    """Address and words of every link."""
    return re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>([^<]*)</a>', html)


def test_every_page_that_links_to_a_term_is_listed_by_kind_in_the_order_of_the_site() -> None:
    html = made("glossary/pod.md", "mentioned-in")
    assert re.findall(r'__kind">([^<]+)<', html) == ["Guides", "Practices", "Other words", "Other pages"]
    assert links(html) == [
        ("../../guides/a/", "First guide"),
        ("../../practices/zed/", "Zed"),
        ("../stress/", "stress"),
        ("../../", "Home"),
    ]


def test_a_term_that_nobody_links_to_says_so() -> None:
    assert made("glossary/eclair.md", "mentioned-in") == "<p>No page uses this word yet.</p>"


def test_the_terms_of_a_page_stand_in_its_order_with_their_plain_lines() -> None:
    html = made("guides/a.md", "page-terms")
    assert links(html) == [("../../glossary/stress/", "stress"), ("../../glossary/pod/", "pod")]
    assert "A word made for a test, number 3." in html
    assert "No glossary words here." in made("guides/z.md", "page-terms")


def test_a_practice_shows_its_terms_under_a_heading_and_nothing_when_it_has_none() -> None:
    html = made("practices/zed.md", "related-terms")
    assert "Words on this page" in html
    assert links(html) == [("../../glossary/pod/", "pod")]
    assert made("practices/yon.md", "related-terms") == ""


def test_a_name_that_no_list_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="pageterms"):
        made("index.md", "pageterms")


def test_a_terms_page_leaves_a_place_and_lists_near_terms_of_both_directions() -> None:
    html = term_lists.mentioned_in(here("glossary/pod.md"))
    place, near = html.split("Related words")
    assert '<div class="mentioned-in" data-fill="mentioned-in"></div>' in place
    assert [words for _, words in links(near)] == ["stress", "4-7-8", "\u00e9clair", "Zed"]


def test_a_practice_lists_its_relatives_and_the_guides_that_end_with_it_and_leaves_a_place() -> None:
    html = term_lists.see_also(here("practices/zed.md"))
    assert links(html) == [("../yon/", "Yon"), ("../../guides/a/", "First guide")]
    assert '<div data-fill="related-terms"></div>' in html
