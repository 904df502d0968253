"""Lists made from the whole library."""

import re

import pytest

from macros.render import lists
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS
from macros.render.macros import term as term_link
from tests.support.content import guide, library, page, practice, term

STEPS = (
    "kind: steps\nsteps:\n  - {say: Look, seconds: %s, text: Let your eyes move.}\n"
    "  - {say: Listen, seconds: 10, text: Let your ears listen.}\n"
)
LIBRARY = library(
    {
        "index.md": page("A pod.", title="Home"),
        "guides/a.md": guide("First guide", "A pod and stress.", order=1, practice="zed"),
        "guides/z.md": guide("Later guide", order=9, practice="yon"),
        "practices/zed.md": practice("Zed", "A pod.", related="[yon]"),
        "practices/yon.md": practice("Yon", group="people", data=STEPS % 10, related="[zed]"),
        "glossary/pod.md": term("pod", see="[stress]", extra="tries: [zed]\n"),
        "glossary/stress.md": term("stress", "A pod.", see="[pod, eclair]"),
        "glossary/eclair.md": term("\u00e9clair", see="[pod]"),
        "glossary/4-7-8.md": term("4-7-8", see="[pod]"),
    }
)


def here(path: str) -> Context:
    return Context(LIBRARY, path)


def links(html: str) -> list[tuple[str, str]]:
    """Address and words of every link."""
    return re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>([^<]*)</a>', html)


def test_a_card_leads_to_its_practice_and_says_its_facts_and_no_label() -> None:
    html = lists.practice_card(here("guides/a.md"), "zed")
    assert links(html) == [("../../practices/zed/", "Zed")]
    assert re.findall(r"<li>([^<]+)</li>", html) == ["1 min"]
    assert "evidence" not in html


def test_a_card_says_the_first_sentence_and_after_a_question_its_answer() -> None:
    assert lists.first_sentence("Breathe in for 4.5 s. Stop. Go.") == "Breathe in for 4.5 s."
    assert lists.first_sentence("First attack? Call. Then wait.") == "First attack? Call."
    assert lists.first_sentence("No end") == "No end"


def test_every_page_of_the_tools_is_a_card_those_with_a_sign_first() -> None:
    pages = {f"tools/{name}.md": page(title=name) for name in ("index", "a-new-one", "offline", "find")}
    html = lists.tool_cards(Context(library(pages), "tools/index.md"))
    assert [words for _, words in links(html)] == ["find", "offline", "a-new-one"]
    assert html.count("<svg") == 3


def test_a_cards_heading_fits_where_it_stands() -> None:
    assert '<h3 class="practice-card__title">' in lists.practice_card(here("index.md"), "zed")
    assert '<h2 class="practice-card__title">' in lists.practice_card(here("index.md"), "zed", level=2)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (10, "About 20 seconds"),
        (34, "About 44 seconds"),
        (35, "About 1 minute"),
        (110, "About 2 minutes"),
        (140, "About 3 minutes"),
        (590, "About 10 minutes"),
    ],
)
def test_a_length_is_said_in_whole_minutes_and_a_short_one_in_seconds(seconds: int, shown: str) -> None:
    site = library({"practices/yon.md": practice("Yon", data=STEPS % seconds)})
    assert lists.length_words(site.practices["yon"]) == shown


def test_what_changes_for_whom_leads_to_another_practice_only_where_one_is_named() -> None:
    fits = "fits:\n  - {for: pain, do: Do less.}\n  - {for: in-bed, do: Lie down., practice: zed}\n"
    site = library(
        {
            "practices/yon.md": practice("Yon", data=STEPS % 10 + fits, related="[zed]"),
            "practices/zed.md": practice("Zed", related="[yon]"),
        }
    )
    html = MACRO_FUNCTIONS["make_it_fit"](Context(site, "practices/yon.md"))
    assert re.findall(r"<dd>([^<]+)", html) == ["Do less.", "Lie down. "]
    assert links(html) == [("../zed/", "Zed")]


def test_the_index_of_practices_groups_them_in_the_vocabularys_order() -> None:
    html = lists.practice_index(here("index.md"))
    assert re.findall(r'<h2 [^>]*id="([^"]+)">([^<]+)</h2>', html) == [
        ("group-breath", "Breath"),
        ("group-people", "People"),
    ]
    cards = [link for link in links(html) if link[0].startswith("practices/")]
    assert cards == [("practices/zed/", "Zed"), ("practices/yon/", "Yon")]


def test_the_path_of_guides_keeps_the_eight_of_the_heart_apart_from_those_beyond() -> None:
    heart, beyond = lists.guide_path(here("guides/a.md")).split(">More</h2>")
    assert "1 min" in heart
    assert (links(heart)[2:], links(beyond)) == ([("./", "First guide")], [("../z/", "Later guide")])
    assert links(lists.guide_path(here("index.md"))) == [("guides/a/", "First guide")]


@pytest.mark.parametrize(
    ("title", "letter"),
    [("pod", "P"), ("\u00e9clair", "E"), ("4-7-8", "#"), ("\u03b1-wave", "#"), ("PTSD", "P")],
)
def test_a_title_stands_under_its_first_letter_without_accents(title: str, letter: str) -> None:
    assert lists.first_letter(title) == letter


def test_the_index_of_the_glossary_has_every_term_by_letter_and_by_theme() -> None:
    html = lists.glossary_index(here("index.md"))
    by_letter, by_theme = html.split('id="by-theme"')
    letters = re.findall(r'id="(letter-[^"]+)"', by_letter)
    assert len(letters) == len(set(letters)), "every letter stands once"
    assert re.findall(r'href="#(letter-[^"]+)"', by_letter) == letters
    for slug, entry in LIBRARY.terms.items():
        assert (f"glossary/{slug}/", entry.title) in links(by_letter)
        assert (f"glossary/{slug}/", entry.title) in links(by_theme)
        assert entry.short in by_letter
    assert "4 words" in html


def test_terms_with_accents_stand_among_their_letter() -> None:
    site = library(
        {
            f"glossary/{slug}.md": term(title)
            for slug, title in (("z", "zebra"), ("e", "\u00e9clair"), ("f", "fox"))
        }
    )
    html = lists.glossary_index(Context(site, "glossary/e.md"))
    assert re.findall(r'id="letter-(.)"', html) == ["e", "f", "z"]


def test_a_forced_term_is_a_link_that_the_linker_will_know() -> None:
    assert term_link(here("guides/a.md"), "pod") == "[pod](/glossary/pod.md)"
    assert term_link(here("guides/a.md"), "pod", "the shell") == "[the shell](/glossary/pod.md)"
