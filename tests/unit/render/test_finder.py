"""What the filter and the finder print: plain links, choices, the facts of each practice."""

import re

from macros.content.finder import MINUTES
from macros.content.library import Library
from macros.render import finder
from macros.render.context import Context
from tests.support.content import library as small_library
from tests.support.content import page, practice

LIBRARY = small_library(
    {
        "index.md": page(title="Home"),
        "tools/find.md": page(title="Find"),
        "practices/index.md": page(title="Practices"),
        "practices/zed.md": practice("Zed").replace("rounds: 6\n", "rounds: 6\nrounds_offered: [6, 18]\n"),
    }
)


def html(path: str) -> str:
    return finder.practice_finder(Context(LIBRARY, path))


def test_a_practices_facts_stand_in_data_attributes() -> None:
    assert finder.facts(LIBRARY.practices["zed"]) == {
        "data-practice": "zed",
        "data-feel": "wound-up",
        "data-place": "desk",
        "data-position": "sitting",
        "data-sound": "off",
        "data-breath": "on",
        "data-sure": "2",
        "data-lengths": "60000 180000?rounds=18",
    }


def test_without_scripts_each_feeling_is_a_plain_link_and_not_safe_leads_to_help() -> None:
    plain = re.search(r'<ul class="practice-finder__plain">(.*?)</ul>', html("index.md"))
    assert plain
    links = re.findall(r'href="([^"]+)">([^<]+)<', plain.group(1))
    assert links[0] == ("help/", "not safe")
    assert links[1:] == [("guides/", "wound up"), ("guides/", "stuck in worry")]


def test_home_stays_short_and_the_page_of_its_own_has_the_whole_list() -> None:
    assert "practice-finder__index" not in html("index.md")
    full = html("tools/find.md")
    assert 'id="by-feeling"' in full
    assert (
        '<a href="../../practices/zed/">Zed</a> <span class="practice-finder__facts">1 to 3 minutes, silent<'
        in full
    )


def test_the_choices_are_those_of_the_vocabulary_with_a_way_to_choose_none() -> None:
    shown = finder.practice_filter(Context(LIBRARY, "practices/index.md"))
    selects = re.findall(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', shown)
    values = {name: re.findall(r'value="([^"]*)"', options) for name, options in selects}
    assert values["minutes"] == ["", *map(str, MINUTES)]
    assert values["feel"] == ["", "wound-up", "worried"]
    assert values["place"] == ["", "bed", "desk"]
    assert values["position"] == ["", "sitting", "lying"]
    assert re.findall(r'type="checkbox" name="(\w+)" value="off"', shown) == ["sound", "breath"]


def test_choices_are_in_small_letters_but_for_an_abbreviation(library: Library) -> None:
    shown = finder.practice_filter(Context(library, "practices/index.md"))
    labels = re.findall(r"<option[^>]*>([^<(]*)", shown)
    assert "OK and curious" in [label.strip() for label in labels]
    assert "anywhere" in [label.strip() for label in labels]
    assert [label for label in labels if label[:1].isupper()] == ["OK and curious"]
