"""The lists of what links to a term and of the terms on a page, and the places where they will stand."""

import re

import pytest

from macros.content.term_links import TermLinks
from macros.render import term_lists
from macros.render.context import Context
from tests.support.content import guide, library, page, practice, term

LIBRARY = library(
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
    LIBRARY,
    {
        "index.md": ("pod",),
        "guides/a.md": ("stress", "pod"),
        "practices/zed.md": ("pod",),
        "glossary/stress.md": ("pod",),
    },
)


def here(path: str) -> Context:
    return Context(LIBRARY, path)


def list_html(path: str, name: str) -> str:
    return term_lists.term_list(LINKS, LIBRARY.pages[path], name)


def links(html: str) -> list[tuple[str, str]]:
    """Address and words of every link."""
    return re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>([^<]*)</a>', html)


def test_a_term_has_one_list_of_what_fits_guides_near_terms_and_every_other_page_that_links() -> None:
    html = list_html("glossary/pod.md", "mentioned-in")
    assert links(html) == [
        ("../../practices/zed/", "Zed"),
        ("../../guides/a/", "First guide"),
        ("../stress/", "stress"),
        ("../4-7-8/", "4-7-8"),
        ("../eclair/", "\u00e9clair"),
        ("../../", "Home"),
    ]
    assert re.findall(r'__kind">([^<]+)<', html) == ["Practice", "Guide", "Word", "Word", "Word", "Page"]
    assert re.findall(r'__near"><a [^>]+>([^<]+)<', html) == ["4-7-8", "\u00e9clair"]  # near, and do not link


def test_eight_related_pages_are_in_sight_and_the_others_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "<details" not in list_html("glossary/pod.md", "mentioned-in")
    monkeypatch.setattr(term_lists, "SHOWN", 4)
    seen, folded = list_html("glossary/pod.md", "mentioned-in").split("<details")
    assert (len(links(seen)), len(links(folded))) == (4, 2)
    assert ">2 more<" in folded


def test_a_term_that_nobody_links_to_says_so() -> None:
    html = list_html("glossary/eclair.md", "mentioned-in")
    assert html.startswith("<p>No page uses this word yet.</p>")
    assert links(html)[0] == ("../pod/", "pod")


def test_the_terms_of_a_page_stand_in_its_order_with_their_plain_lines() -> None:
    html = list_html("guides/a.md", "page-terms")
    assert links(html) == [("../../glossary/stress/", "stress"), ("../../glossary/pod/", "pod")]
    assert "A word made for a test, number 3." in html
    assert "No glossary words here." in list_html("guides/z.md", "page-terms")


def test_a_practice_shows_its_terms_under_a_heading_and_nothing_when_it_has_none() -> None:
    html = list_html("practices/zed.md", "related-terms")
    assert "Words on this page" in html
    assert links(html) == [("../../glossary/pod/", "pod")]
    assert list_html("practices/yon.md", "related-terms") == ""


def test_a_name_that_no_list_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="pageterms"):
        list_html("index.md", "pageterms")


def test_a_terms_page_leaves_a_place() -> None:
    assert 'data-fill="mentioned-in"></div>' in term_lists.mentioned_in(here("glossary/pod.md"))


def test_a_practice_lists_its_relatives_and_the_guides_that_end_with_it_and_leaves_a_place() -> None:
    html = term_lists.see_also(here("practices/zed.md"))
    assert links(html) == [("../yon/", "Yon"), ("../../guides/a/", "First guide")]
    assert '<div data-fill="related-terms"></div>' in html
