"""The matcher: whole words, longest form first, each term once, no words inside addresses or longer words."""

import pytest

from macros.content.matcher import Matcher
from macros.content.model import Term
from tests.support.content import library, term

LIBRARY = library(
    {
        "glossary/stress.md": term("stress"),
        "glossary/vagus.md": term("vagus nerve", aka="[vagus, vagal]"),
        "glossary/stimulation.md": term("vagus nerve stimulation"),
        "glossary/ptsd.md": term("PTSD", aka="[post-traumatic stress disorder]"),
        "glossary/pod.md": term("pod", aka="[pods]"),
        "glossary/fight.md": term("fight or flight", aka="[fight-or-flight]"),
        "glossary/cafe.md": term("caf\u00e9"),
        "glossary/raynaud.md": term("Raynaud's disease"),
        "glossary/load.md": term("load", aka="[burden]", extra="autolink: false\n"),
    }
)
TERMS: list[Term] = list(LIBRARY.terms.values())
THREE = [("stress", "stress"), ("pod", "pod"), ("vagal", "vagus")]


def mentions(text: str, seen: set[str] | None = None) -> list[tuple[str, str]]:
    """Words and slug of every match in a text."""
    return [(text[match.start : match.end], match.slug) for match in Matcher(TERMS).find(text, seen or set())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some stress.", [("stress", "stress")]),
        ("STRESS, Stress", [("STRESS", "stress")]),
        ("stress's and stress\u2019s", [("stress", "stress")]),
        ("the pods' size", [("pods", "pod")]),
        ("'stress' \u2018pod\u2019 \u201cvagal\u201d", THREE),
        ("(stress)[pod]{vagal}", THREE),
        ("the vagus  \n nerve", [("vagus  \n nerve", "vagus")]),
        ("vagus\u00a0nerve", [("vagus\u00a0nerve", "vagus")]),
        ("vagus nerve stimulation", [("vagus nerve stimulation", "stimulation")]),
        ("vagus nerve stimulus", [("vagus nerve", "vagus")]),
        ("vagus, nerve", [("vagus", "vagus")]),
        ("fight/or/flight", [("fight/or/flight", "fight")]),
        ("fight\u2011or\u2010flight", [("fight\u2011or\u2010flight", "fight")]),
        ("caf\u00e9", [("caf\u00e9", "cafe")]),
        ("cafe\u0301", [("cafe\u0301", "cafe")]),
        ("Raynaud\u2019s disease", [("Raynaud\u2019s disease", "raynaud")]),
        ("anxiety\u2013stress\u2014pod", [("stress", "stress"), ("pod", "pod")]),
        ("stress.", [("stress", "stress")]),
        ("stress...pod", [("stress", "stress")]),
    ],
)
def test_words_are_found_as_they_stand_in_prose(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "distress stressful stressed",
        "pod-lifecycle multi-pod pod\u2011like pod\u2010x",
        "pod_name _pod pod_",
        "\\stress",
        "stress\u0301 pod\u20dd pod\u200dx po\u00add stress\u00adful \u2060stress",
        "https://x.example/stress http://stress.example www.stress.example",
        "HTTPS://STRESS.EXAMPLE stress@x.example a.stress@x.example x@stress.example",
        "stress.org stress.co.uk/pod",
        "#stress @stress a/stress ?stress =stress ~stress .stress",
        "stress.md stress@ stress=1 stress~",
        "ptsd Ptsd pTSD",
        "load burden",
        "nerve flight fight",
        "",
    ],
)
def test_what_only_looks_like_a_term_is_not_found(text: str) -> None:
    assert mentions(text) == []


def test_each_term_is_found_once_and_none_that_was_seen() -> None:
    assert mentions("stress vagal stress vagus") == [("stress", "stress"), ("vagal", "vagus")]
    assert mentions("stress vagal", {"stress"}) == [("vagal", "vagus")]


def test_a_seen_longer_term_still_keeps_its_words_from_a_shorter_one() -> None:
    assert mentions("vagus nerve stimulation", {"stimulation"}) == []
