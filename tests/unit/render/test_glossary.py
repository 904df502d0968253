"""The glossary: its index, and the lists of what links to a term and of the terms on a page."""

import re

import pytest

from macros.content.library import TermLinks
from macros.render import glossary
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS
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


def list_html(path: str, name: str) -> str:
    return glossary.term_list(LINKS, LIBRARY.pages[path], name)


def links(html: str) -> list[tuple[str, str]]:
    """Address and words of every link."""
    return re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>([^<]*)</a>', html)


def test_a_title_stands_under_its_first_letter_without_accents() -> None:
    letters = {"pod": "P", "\u00e9clair": "E", "4-7-8": "#", "\u03b1-wave": "#", "PTSD": "P"}
    assert {title: glossary.first_letter(title) for title in letters} == letters


def test_the_index_of_the_glossary_has_every_term_by_letter_and_by_theme() -> None:
    by_letter, by_theme = glossary.glossary_index(Context(LIBRARY, "index.md")).split('id="by-theme"')
    letters = re.findall(r'id="letter-([^"]+)"', by_letter)
    assert letters == ["other", "e", "p", "s"]
    assert re.findall(r'href="#letter-([^"]+)"', by_letter) == letters
    for slug, entry in LIBRARY.terms.items():
        assert (f"glossary/{slug}/", entry.title) in links(by_letter)
        assert (f"glossary/{slug}/", entry.title) in links(by_theme)
        assert entry.short in by_letter
    assert "4 words" in by_theme


def test_an_arc_joins_the_rows_of_two_terms_that_name_each_other() -> None:
    picture = glossary.glossary_index(Context(LIBRARY, "index.md")).split('<svg class="term-map"')[1]
    rows = re.findall(r">([^<]+)</text>", picture)
    arcs = re.findall(r'd="M76 (\d+)A[\d.]+ \d+ 0 0 0 76 (\d+)"', picture)
    joined = {tuple(sorted(rows[int(y) // 44] for y in arc)) for arc in arcs}
    pairs = [("4-7-8", "pod"), ("pod", "\u00e9clair"), ("pod", "stress"), ("stress", "\u00e9clair")]
    assert joined == set(pairs)


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
    monkeypatch.setattr(glossary, "SHOWN", 4)
    seen, folded = list_html("glossary/pod.md", "mentioned-in").split("<details")
    assert (len(links(seen)), len(links(folded)), ">2 more<" in folded) == (4, 2, True)
    assert list_html("glossary/eclair.md", "mentioned-in").startswith("<p>No page uses this word yet.</p>")


def test_the_terms_of_a_page_stand_in_its_order_and_a_practice_without_any_has_no_heading() -> None:
    html = list_html("guides/a.md", "page-terms")
    terms = [("../../glossary/stress/", "stress"), ("../../glossary/pod/", "pod")]
    assert links(html) == terms
    assert "A word made for a test, number 3." in html
    assert "No glossary words here." in list_html("guides/z.md", "page-terms")
    assert links(list_html("practices/zed.md", "related-terms")) == terms[1:]
    assert list_html("practices/yon.md", "related-terms") == ""


def test_a_practice_lists_its_relatives_and_the_guides_that_end_with_it() -> None:
    html = MACRO_FUNCTIONS["see_also"](Context(LIBRARY, "practices/zed.md"))
    assert links(html) == [("../yon/", "Yon"), ("../../guides/a/", "First guide")]
