"""Help by country: the page of a country, lines by kind, the main numbers, one country first."""

import re

from macros.render import countries
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS
from tests.support.content import country, library, page

LINES = """lines:
  - kind: emergency
    name: Emergency
    call: ["112", "15 (ambulance)"]
  - kind: talk
    name: Listeners
    call: ["0001"]
    chat: ["https://www.talk.example/now"]
    hours: Evenings
    cost: free
    languages: English
    note: They call back.
    site: https://talk.example/about
  - kind: children
    name: Young Line
    part: South
    text: ["HI to 0002"]
    site: https://young.example/
"""
LIBRARY = library(
    {
        "index.md": page(title="Home"),
        "help/index.md": page(title="Help"),
        "help/in/far.md": country("Far", zones="[Sea/Far]", extra="often: true\n"),
        "help/in/south.md": country(
            "South",
            zones="[Sea/South, Sea/Lower]",
            lines=LINES,
            extra="often: true\nunsure: We saw one page alone.\n",
        ),
        "help/in/west.md": country("West", zones="[Sea/West]", lines=LINES, extra="often: true\n"),
        "help/in/north.md": country("North"),
    }
)


def here(path: str) -> Context:
    return Context(LIBRARY, path)


def dialled(html: str) -> list[str]:
    """Addresses of every number and chat."""
    return re.findall(r'href="((?:tel|sms):[^"]+|https://www\.talk[^"]+)"', html)


def test_a_countrys_page_prints_every_line_by_kind_with_its_facts() -> None:
    html = countries.country_lines(here("help/in/south.md"))
    assert re.findall(r'<h2 id="([^"]+)">([^<]+)</h2>', html) == [
        ("emergency", "Emergency"),
        ("talk", "Someone to talk to"),
        ("children", "Children"),
    ]
    assert dialled(html) == [
        "tel:112",
        "tel:15",
        "tel:0001",
        "https://www.talk.example/now",
        "sms:0002?&amp;body=HI",
    ]
    assert "Evenings. Free. In English. They call back." in html
    assert "Young Line" in html
    assert "(South)" in html


def test_a_page_of_the_line_is_linked_where_no_way_leads_to_the_same_host() -> None:
    html = countries.country_lines(here("help/in/south.md"))
    assert 'href="https://young.example/"' in html
    assert "talk.example/about" not in html


def test_when_and_where_numbers_were_read_and_what_is_unsure_stand_once_at_the_foot() -> None:
    html = countries.country_lines(here("help/in/south.md"))
    foot = html.partition("help-lines__foot")[2]
    assert "in November 2026" in foot
    assert ">tests.example/read</a>" in foot
    assert html.count("We saw one page alone.") == foot.count("We saw one page alone.") == 1


def test_a_country_with_its_emergency_number_alone_says_so_and_names_the_lists_first() -> None:
    html = countries.country_lines(here("help/in/north.md"))
    assert html.index("For North we only have the emergency number") < html.index("tel:000")
    assert html.count("https://tests.example/find") == 1
    assert "no more than" not in countries.country_lines(here("help/in/south.md"))


def test_lines_of_a_kind_stand_by_country_each_linked_to_its_page() -> None:
    html = countries.help_lines(here("index.md"), "children")
    assert re.findall(r'<h3 id="([^"]+)"><a href="([^"]+)">([^<]+)</a>', html) == [
        ("children-south", "help/in/south/", "South"),
        ("children-west", "help/in/west/", "West"),
    ]
    assert re.findall(r'href="#([^"]+)"', html) == ["children-south", "children-west"]
    assert dialled(html) == ["sms:0002?&amp;body=HI"] * 2
    assert "in November 2026" in html


def test_a_main_number_stands_once_with_its_countries_and_what_most_have_comes_first() -> None:
    numbers = countries.main_numbers(LIBRARY.countries.values())
    assert [(number.number, number.address, number.countries) for number in numbers] == [
        ("112", "tel:112", ("South", "West")),
        ("000", "tel:000", ("Far",)),
    ]
    html = countries.emergency_numbers(here("help/index.md"))
    assert 'href="./#countries"' in html


def test_the_first_box_holds_every_country_with_its_zones_and_the_main_numbers_without_scripts() -> None:
    html = countries.help_country(here("help/index.md"))
    printed = re.sub(r"<template.*?</template>", "", html)
    assert dialled(printed) == ["tel:112", "tel:000"]
    assert re.findall(r'data-country="([^"]+)" data-zones="([^"]+)"', html) == [
        ("Far", "Sea/Far"),
        ("North", "Sea/North"),
        ("South", "Sea/South Sea/Lower"),
        ("West", "Sea/West"),
    ]
    south = re.findall(r'<template data-country="South".*?</template>', html)[0]
    assert dialled(south) == ["tel:112", "tel:15", "tel:0001", "https://www.talk.example/now"]
    assert 'href="in/south/"' in south


def test_the_list_of_countries_has_an_id_and_the_emergency_numbers_of_each() -> None:
    html = countries.help_countries(here("help/index.md"))
    assert re.findall(r'<li class="[^"]+" id="([^"]+)"><a [^>]*href="([^"]+)">([^<]+)<', html) == [
        (name.lower(), f"in/{name.lower()}/", name) for name in ("Far", "North", "South", "West")
    ]
    assert dialled(html) == ["tel:000", "tel:000", "tel:112", "tel:15", "tel:112", "tel:15"]


def test_lists_of_lines_all_over_the_world_are_linked() -> None:
    assert 'href="https://tests.example/find"' in MACRO_FUNCTIONS["help_finders"](here("index.md"))
