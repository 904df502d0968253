"""The lines early on a page, and the list of all signs: what they say, their order, where they lead."""

import re

from macros.render.context import Context
from macros.render.red_flags import red_flags
from tests.support.content import library, page

PAGES = {"guides/index.md": page(title="A page in a folder"), "help/all.md": page("{{ red_flags() }}\n")}


def context(path: str) -> Context:
    return Context(library(PAGES), path)


def test_a_line_says_the_sign_what_it_may_be_and_what_to_do_in_the_order_asked_for() -> None:
    shown = red_flags(context("guides/index.md"), "green-knees", "purple-elbow")
    assert re.findall(r"<li>(.*?)</li>", shown) == [
        '<a href="../help/when-to-see-someone/#green-knees">knees that turned green</a>. '
        "It may be grass. See a gardener this week.",
        '<a href="../help/when-to-see-someone/#purple-elbow">an elbow that turned purple</a>. '
        "It may be a made-up illness. Call the made-up number now.",
    ]
    assert 'href="../help/">Get help now</a>' in shown
    assert shown.count("<aside") == 1
    assert "\n" not in shown


def test_a_sign_named_twice_is_printed_once() -> None:
    assert red_flags(context("guides/index.md"), "green-knees", "green-knees").count("<li>") == 1


def test_the_list_has_every_sign_under_its_speed_the_fastest_first() -> None:
    shown = red_flags(context("help/all.md"))
    assert re.findall(r"^## (.+)$|<h3 id=\"([^\"]+)\"", shown, re.MULTILINE) == [
        ("Get help now", ""),
        ("", "purple-elbow"),
        ("See a doctor today", ""),
        ("", "humming-ear"),
        ("See a doctor this week", ""),
        ("", "green-knees"),
    ]


def test_an_entry_has_all_that_is_known_of_its_sign_and_the_words_people_type() -> None:
    _, purple, _, ear, _, knees = re.split(
        r"(?=<h3|^## )", red_flags(context("help/all.md")), flags=re.MULTILINE
    )[1:]
    assert "You have an elbow that turned purple. It may be a made-up illness." in purple
    assert "<strong>Call the made-up number now.</strong> It glows in the dark." in purple
    assert re.search(r"It glows in the dark\.<sup.*</sup> We would also hum to it\.</p>", purple), (
        "what we add is not cited"
    )
    assert "For people with elbows. Other words for it: lilac arm." in purple
    assert 'href="#source-able2020first"' in purple
    assert "precaution of ours" not in purple
    assert re.findall(r'href="#source-([^"]+)"', ear) == ["charlie2021second", "able2020first"]
    assert "cite" not in knees
    assert "This one is a precaution of ours." in knees
