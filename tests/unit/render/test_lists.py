"""Lists and tools made from the whole library: cards, guides, choices, signs of an illness, the builder."""

import json
import re

import pytest

from macros.content.finder import MINUTES
from macros.content.library import Library
from macros.render import lists
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS
from tests.conftest import ROOT
from tests.support.content import guide, page, practice
from tests.support.content import library as library_of

LIBRARY = library_of(
    {
        "index.md": page(title="Home"),
        "help/all.md": page("{{ red_flags() }}\n"),
        "guides/index.md": page(title="Guides"),
        "guides/a.md": guide("First guide", "A pod and stress.", order=1, practice="zed"),
        "guides/z.md": guide("Later guide", order=9, practice="yon"),
        "practices/zed.md": practice("Zed", related="[yon]"),
        "practices/yon.md": practice("Yon", group="people", related="[zed]"),
        "tools/find.md": page(title="Find"),
    }
)
BUILDER = "tools/boundary-builder.md"


def here(path: str) -> Context:
    return Context(LIBRARY, path)


def links(html: str) -> list[tuple[str, str]]:
    """Address and words of every link."""
    return re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>([^<]*)</a>', html)


def test_a_card_leads_to_its_practice_and_says_its_length_and_no_label() -> None:
    html = lists.practice_card(here("guides/a.md"), "zed")
    assert links(html) == [("../../practices/zed/", "Zed")]
    assert re.findall(r"<li>([^<]+)</li>", html) == ["1 min"]
    assert "evidence" not in html


@pytest.mark.parametrize(("path", "level"), [("index.md", 3), ("tools/index.md", 2)])
def test_every_page_of_the_tools_is_a_card_those_with_a_sign_first(path: str, level: int) -> None:
    pages = {f"tools/{name}.md": page(title=name) for name in ("index", "a-new-one", "offline", "find")}
    html = lists.tool_cards(Context(library_of({"index.md": page(), **pages}), path))
    assert [words for _, words in links(html)] == ["find", "offline", "a-new-one"]
    assert html.count("<svg") == html.count(f"<h{level} ") == 3


def test_the_index_of_practices_groups_them_in_the_vocabularys_order() -> None:
    html = MACRO_FUNCTIONS["practice_index"](here("index.md"))
    groups = [("group-breath", "Breath"), ("group-people", "People")]
    assert re.findall(r'<h2 [^>]*id="([^"]+)">([^<]+)</h2>', html) == groups
    assert links(html)[-2:] == [("practices/zed/", "Zed"), ("practices/yon/", "Yon")]


def test_the_choices_are_those_of_the_vocabulary_with_a_way_to_choose_none() -> None:
    html = MACRO_FUNCTIONS["practice_index"](here("index.md"))
    selects = re.findall(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', html)
    assert {name: re.findall(r'value="([^"]*)"', options) for name, options in selects} == {
        "feel": ["", "wound-up", "worried"],
        "minutes": ["", *map(str, MINUTES)],
        "place": ["", "bed", "desk"],
        "position": ["", "sitting", "lying"],
    }
    assert re.findall(r'type="checkbox" name="(\w+)" value="off"', html) == ["sound", "breath"]


def test_choices_are_in_small_letters_but_for_an_abbreviation(library: Library) -> None:
    html = MACRO_FUNCTIONS["practice_index"](Context(library, "practices/index.md"))
    labels = [label.strip() for label in re.findall(r"<option[^>]*>([^<(]*)", html)]
    assert "anywhere" in labels
    assert [label for label in labels if label[:1].isupper()] == ["OK and curious"]


def test_the_path_of_guides_keeps_the_eight_of_the_heart_apart_from_those_beyond() -> None:
    heart, beyond = lists.guide_path(here("guides/a.md")).split(">More</h2>")
    assert "1 min" in heart
    assert (links(heart)[2:], links(beyond)) == ([("./", "First guide")], [("../z/", "Later guide")])
    assert links(lists.guide_path(here("index.md"))) == [("guides/a/", "First guide")]


def test_a_line_says_the_sign_what_it_may_be_and_what_to_do_once_in_the_order_asked_for() -> None:
    shown = lists.red_flags(here("guides/index.md"), "green-knees", "purple-elbow", "green-knees")
    green, purple = re.findall(r"<li>(.*?)</li>", shown)
    sign = '<a href="../help/when-to-see-someone/#green-knees">knees that turned green</a>'
    assert green == f"{sign}. It may be grass. See a gardener this week."
    assert "an elbow that turned purple" in purple
    assert '<a href="../help/">Get help now</a>' in shown


def test_the_list_has_every_sign_under_its_speed_and_what_we_add_is_not_cited() -> None:
    shown = lists.red_flags(here("help/all.md"))
    assert re.findall(r'^(## .+)$|<h3 id="([^"]+)"', shown, re.MULTILINE) == [
        ("## Get help now", ""),
        ("", "purple-elbow"),
        ("## See a doctor today", ""),
        ("", "humming-ear"),
        ("## See a doctor this week", ""),
        ("", "green-knees"),
    ]
    purple, ear, knees = shown.split("<h3")[1:]
    assert re.search(r"</strong> It glows in the dark\.<sup.*</sup> We would also hum to it\.</p>", purple)
    assert "For people with elbows. Other words for it: lilac arm." in purple
    cited = [re.findall(r'href="#source-([^"]+)"', part) for part in (purple, ear, knees)]
    assert cited == [["able2020first"], ["charlie2021second", "able2020first"], []]
    assert ["precaution of ours" in part for part in (purple, ear, knees)] == [False, False, True]


def builder(library: Library, setting: object) -> str:
    return lists.boundary_builder(Context(library, BUILDER, settings={"boundary_builder": setting}))


def test_the_builders_fields_stand_in_a_template_alone_and_its_patterns_cannot_end_their_element(
    library: Library,
) -> None:
    html = builder(library, True)
    fields = re.compile(r"<(?:input|textarea|select|form)\b")
    assert fields.search(html)
    assert not fields.search(re.sub(r"<template.*?</template>", "", html))
    [text] = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html)
    assert "<" not in text
    assert set(json.loads(text)) == {"aims", "plan", "moments"}


@pytest.mark.parametrize("setting", [False, "true", None])
def test_only_a_plain_true_opens_the_builder_and_shut_it_leads_to_help_and_to_the_guide(
    library: Library, setting: object
) -> None:
    closed = builder(library, setting)
    assert not re.search("<boundary-builder|script", closed)
    assert "switched off" in closed
    assert [href for href, _ in links(closed)] == [
        "../../help/",
        "../../help/domestic-abuse/",
        "../../help/domestic-abuse/#a-device-that-someone-may-watch",
        "../../guides/when-a-boundary-is-not-safe/",
        "../../help/children-and-young-people/",
        "../../guides/set-a-boundary-step-by-step/",
    ]


def test_the_builders_switch_stands_at_the_top_of_the_settings() -> None:
    assert "boundary_builder: true" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("# ----")[1]
