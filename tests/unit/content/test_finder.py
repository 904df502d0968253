"""What fits a moment: at most the minutes, the place, silent, not the breath."""

from itertools import pairwise

import pytest

from macros.content.finder import Ask, by_fit, every_ask, fits, length_within
from tests.support.content import library, practice

STEPS = (
    "kind: steps\nsteps:\n  - {say: Look, seconds: 90, text: Let your eyes move.}\n"
    "  - {say: Listen, seconds: 90, text: Let your ears listen.}\nminutes_offered: [2, 5]\n"
)
PRACTICES = library(
    {
        "practices/soft.md": practice("Soft breath"),  # six rounds of ten seconds
        "practices/look.md": practice("Look", group="grounding", data=STEPS).replace(
            "[breath, holds, people]", "[stillness]"
        ),
    }
).practices
SOFT, LOOK = PRACTICES["soft"], PRACTICES["look"]


def test_a_practice_fits_what_its_own_page_says_and_nothing_asked_is_anything() -> None:
    assert fits(SOFT, Ask())
    assert fits(SOFT, Ask("wound-up", 1, "desk", silent=True))
    assert not fits(SOFT, Ask("worried"))
    assert not fits(SOFT, Ask(place="bed"))


def test_not_the_breath_leaves_out_every_practice_with_the_risk_of_breath() -> None:
    assert not fits(SOFT, Ask(no_breath=True))
    assert fits(LOOK, Ask(no_breath=True))


@pytest.mark.parametrize(
    ("minutes", "total_ms"), [(1, None), (2, 120_000), (3, 180_000), (4, 180_000), (20, 300_000)]
)
def test_minutes_mean_at_most_and_the_longest_that_they_hold_is_suggested(
    minutes: int, total_ms: int | None
) -> None:
    length = length_within(LOOK, minutes)
    assert (length.total_ms if length else None) == total_ms


def test_a_length_may_run_over_by_a_breath() -> None:
    breaths = {rounds: practice("Xx").replace("rounds: 6", f"rounds: {rounds}") for rounds in (8, 9)}
    practices = [library({"practices/x.md": text}).practices["x"] for text in breaths.values()]
    assert [bool(length_within(breath, 1)) for breath in practices] == [True, False]


def test_every_combination_comes_once_and_not_safe_never() -> None:
    asks = list(every_ask(["not-safe", "wound-up", "worried"], ["bed", "desk"]))
    assert len(asks) == len(set(asks)) == 2 * 2 * 5 * 2 * 2
    assert {ask.feel for ask in asks} == {"wound-up", "worried"}
    assert all((a.minutes or 0) >= (b.minutes or 0) for a, b in pairwise(asks[:20]))


def test_a_combination_is_named_in_words() -> None:
    assert str(Ask("worried", 1, "bed", True, True)) == "worried, 1 min, bed, silent, not the breath"


def test_the_editors_first_choice_comes_first() -> None:
    practices = list(PRACTICES.values())
    assert [practice.slug for practice in by_fit(practices, "wound-up")] == ["soft", "look"]
    assert [practice.slug for practice in by_fit(practices, "wound-up", "look")] == ["look", "soft"]
    assert by_fit(practices, "worried") == []
