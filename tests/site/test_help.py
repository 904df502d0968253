"""Help by country in the finished pages: numbers dial what they show, every line is in reach."""

import re
from collections.abc import Iterable
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest

from macros.content.country import HelpLine
from macros.content.library import Library
from tests.support.pages import BuiltPage, words

# The anchors that the help page had when every country stood on it.
ANCHORS = (
    "call-now-if-life-is-in-danger",
    "talk-to-someone-in-your-country",
    "your-country-is-not-here",
    "while-you-wait",
    "who-can-see-this",
    "help-with-one-thing",
)
# Pages about one need, with the kind of line that each prints from every country.
NEEDS = {
    "help/sexual-violence/": "sexual-violence",
    "help/domestic-abuse/": "domestic-abuse",
    "help/children-and-young-people/": "children",
    "help/alcohol-and-sedatives/": "substance",
}
SHOWN = re.compile(r"[+*]?\d(?:[\d -]*\d)?#?")


def numbers(root: Element) -> list[tuple[str, str]]:
    """Address and words of every link that calls or texts, those in templates too."""
    links = [(anchor.get("href") or "", words(anchor)) for anchor in root.iter("a")]
    return [(href, said) for href, said in links if href.startswith(("tel:", "sms:"))]


def misdialled(root: Element) -> list[tuple[str, str]]:
    """Links that dial another number than the one they show, or show none."""
    wrong = []
    for href, said in numbers(root):
        dialled = unquote(href.partition(":")[2].partition("?")[0])
        shown = SHOWN.findall(said)
        if len(shown) != 1 or re.sub(r"[ -]", "", shown[0]) != dialled:
            wrong.append((href, said))
    return wrong


def test_every_number_link_dials_exactly_what_it_shows(pages: dict[str, BuiltPage]) -> None:
    assert {address: wrong for address, page in pages.items() if (wrong := misdialled(page.root))} == {}
    assert len(numbers(pages["help/"].root)) > 80  # control


def words_of(page: BuiltPage) -> str:
    return words(page.root).replace("\u2019", "'")  # as it is written in docs/


def lacking(page: BuiltPage, lines: Iterable[HelpLine]) -> list[str]:
    """The lines whose name or one of whose numbers a page does not print."""
    text, addresses = words_of(page), set(page.links())
    return [
        line.name
        for line in lines
        if line.name not in text or not {way.address for way in line.ways} <= addresses
    ]


def test_a_countrys_page_prints_each_of_its_lines_and_when_they_were_read(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    assert len(library.countries) >= 41
    for country in library.countries.values():
        page = pages[country.url]
        assert lacking(page, country.lines) == [], country.path
        assert f"in {country.read:%B %Y}" in words_of(page), country.path
        assert set(country.places) <= set(page.links()), country.path
        assert "not confirmed" not in words_of(page).lower()


def test_every_country_is_in_reach_of_the_help_page_by_name_number_and_anchor(
    pages: dict[str, BuiltPage], library: Library
) -> None:
    page = pages["help/"]
    for country in library.countries.values():
        assert page.ids[country.slug] == 1
        [entry] = [item for item in page.root.iter("li") if item.get("id") == country.slug]
        links = [anchor.get("href") for anchor in entry.iter("a")]
        assert links == [f"in/{country.slug}/", *(way.address for way in country.emergency.ways)]


def test_old_anchors_of_the_help_page_still_lead_somewhere(pages: dict[str, BuiltPage]) -> None:
    assert [anchor for anchor in ANCHORS if not pages["help/"].ids[anchor]] == []


@pytest.mark.parametrize("address", NEEDS)
def test_a_page_about_one_need_prints_its_lines_from_every_country(
    pages: dict[str, BuiltPage], library: Library, address: str
) -> None:
    kind, count = NEEDS[address], 0
    read = max(country.read for country in library.countries.values())
    assert f"{read:%B %Y}. A country's page says where" in words_of(pages[address])
    for country in library.countries.values():
        if lines := [line for line in country.lines if line.serves(kind)]:
            count += 1
            assert lacking(pages[address], lines) == [], country.path
            assert f"../in/{country.slug}/" in pages[address].links()
    assert count
