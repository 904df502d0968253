"""What templates may call: practices, pages and sources in words, and lists from the library."""

import re
from typing import Any

import pytest

from macros.content.data_files import Source
from macros.render import functions
from macros.render.templates import render
from tests.support.content import country, library, practice

STEPS = (
    "kind: steps\nsteps:\n  - {say: Look, seconds: %s, text: Let your eyes move.}\n"
    "  - {say: Listen, seconds: 10, text: Let your ears listen.}\n"
)


def source(**fields: Any) -> Source:
    """A source with what every source has."""
    needed = {"key": "k", "title": "T", "topic": "breath", "type": "t", "n": "1", "confidence": "A"}
    return Source(**{**needed, "finding": "f", "limits": "l", **fields})


def test_a_practices_facts_stand_in_data_attributes_and_in_words() -> None:
    text = practice("Zed").replace("rounds: 6\n", "rounds: 6\nrounds_offered: [6, 18]\n")
    zed = library({"practices/zed.md": text}).practices["zed"]
    assert functions.practice_data(zed) == {
        "data-practice": "zed",
        "data-feel": "wound-up",
        "data-place": "desk",
        "data-position": "sitting",
        "data-sound": "off",
        "data-breath": "on",
        "data-sure": "2",
        "data-lengths": "60000 180000?rounds=18",
    }
    assert functions.plain_facts(zed) == "1 to 3 minutes, silent"


@pytest.mark.parametrize(
    ("seconds", "words", "short"),
    [
        (10, "About 20 seconds", "20 s"),
        (34, "About 44 seconds", "44 s"),
        (35, "About 1 minute", "1 min"),
        (110, "About 2 minutes", "2 min"),
        (140, "About 3 minutes", "3 min"),
    ],
)
def test_a_length_is_said_in_whole_minutes_and_a_short_one_in_seconds(
    seconds: int, words: str, short: str
) -> None:
    [yon] = library({"practices/yon.md": practice("Yon", data=STEPS % seconds)}).practices.values()
    assert (functions.length_words(yon), functions.short_length(yon)) == (words, short)


def test_the_first_sentence_of_a_question_has_its_answer() -> None:
    assert functions.first_sentence("Breathe in for 4.5 s. Stop. Go.") == "Breathe in for 4.5 s."
    assert functions.first_sentence("First attack? Call. Then wait.") == "First attack? Call."
    assert functions.first_sentence("No end") == "No end"


@pytest.mark.parametrize(
    ("fields", "authors", "short_name"),
    [
        ({"authors": ("Able A",), "year": 2020}, "Able A", "Able, 2020"),
        ({"authors": ("Able A", "Baker B"), "year": 2020}, "Able A and Baker B", "Able, 2020"),
        ({"authors": ("van O MJ", "B B", "C C"), "year": 1}, "van O MJ and others", "van O and others, 1"),
        ({"authors": ("Able A", "et al."), "year": 2020}, "Able A and others", "Able and others, 2020"),
        ({"authors": ("Able A", "et al.", "Z Z"), "year": 1}, "Able A and others", "Able and others, 1"),
        ({"authors": ("American Heart",), "year": 2022}, "American Heart", "American Heart, 2022"),
        ({"authors": ("WHO",)}, "WHO", "WHO, no date confirmed"),
        ({"container": "Journal"}, "", "Journal, no date confirmed"),
        ({"title": "A page"}, "", "A page, no date confirmed"),
    ],
)
def test_two_authors_are_named_and_the_short_name_is_the_first_or_the_publisher_with_the_year(
    fields: dict[str, Any], authors: str, short_name: str
) -> None:
    assert functions.authors(source(**fields)) == authors
    assert functions.short_name(source(**fields)) == short_name


def test_a_source_without_an_address_says_so() -> None:
    html = render("source-list/link.html", source=source())
    assert "No link" in html
    assert "href" not in html


def test_a_main_number_stands_once_with_its_countries_and_what_most_have_comes_first() -> None:
    lines = 'lines:\n  - kind: emergency\n    name: Emergency\n    call: ["112", "15 (ambulance)"]\n'
    files = {
        "help/in/far.md": country("Far", extra="often: true\n"),
        "help/in/south.md": country("South", lines=lines, extra="often: true\n"),
        "help/in/west.md": country("West", lines=lines, extra="often: true\n"),
        "help/in/north.md": country("North"),
    }
    numbers = functions.main_numbers(library(files).countries.values())
    assert [(number.number, number.address, number.countries) for number in numbers] == [
        ("112", "tel:112", ("South", "West")),
        ("000", "tel:000", ("Far",)),
    ]


def test_disputed_is_no_step_of_the_scale_and_stands_only_where_it_is_used() -> None:
    for sure, shown in (("little", False), ("disputed", True)):
        site = library({"practices/zed.md": re.sub(r"sure: \w+", f"sure: {sure}", practice("Zed"))})
        labels = {label.name: practices for label, practices in functions.by_label(site)}
        assert [item.slug for item in labels[sure]] == ["zed"]
        assert ("disputed" in labels) is shown
