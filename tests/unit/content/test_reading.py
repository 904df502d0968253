"""Reading: what counts as prose, and that harder words give a higher grade."""

import pytest

from macros.content.reading import grade, prose, syllables, words

SYLLABLES = {  # counted by ear
    1: "I the rhyme breathed times helped called make weight guard don't NICE there's 12",
    2: "settle settled needed pages page's watches people someone something guideline being idle create café "
    "somewhere sometimes somehow safety careful movement doesn't rhythm react UK ME COVID",
    3: "everyone somebody awareness beautiful anyone idea usual easier regular "
    "practices sensation video period self-aware NHS COVID-19",
    4: "anxiety PTSD ADHD especially practitioner medication usually safely-settled",
    5: "individual appreciation opportunity",
}


def test_only_prose_is_counted() -> None:
    body = "## Head\n\nOne *two*{{ cite('x') }}.\n\n- three four\n\n| a | b |\n\n```\ncode\n```\n"
    assert prose(body) == "One two.\nthree four."
    assert words(body) == 4


def test_a_page_without_prose_has_no_words_and_no_grade() -> None:
    assert (words("## Head\n"), grade(prose("## Head\n"))) == (0, 0.0)


def test_long_words_in_long_sentences_read_harder_than_short_ones() -> None:
    assert grade("The cat sat. The dog ran. It was hot.") < 3
    assert grade("Physiological interpretation necessitates considerable multidisciplinary regulation.") > 12


def test_the_grade_is_the_published_formula() -> None:
    """Two sentences, ten words, fourteen syllables: 0.39 x 5 + 11.8 x 1.4 - 15.59."""
    assert grade("Breathing slowly can settle you. It rose by 0.5 today.") == pytest.approx(2.88)


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, row in SYLLABLES.items() for word in row.split()]
)
def test_syllables_are_those_one_hears(count: int, word: str) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Sit down. She sat.", "Sit down she sat."),
        ("“Sit down.” She sat.", "Sit down she sat."),
        ("Sit down… She sat?!", "Sit down she sat."),
        ("It was up. Five more.", "It was up 0.5 more."),
    ],
)
def test_a_sentence_ends_at_a_mark_before_a_space_and_not_within_a_number(short: str, long: str) -> None:
    """Two sentences of half the length read easier by 0.39 a word that each is shorter."""
    assert grade(long) - grade(short) == pytest.approx(0.39 * len(long.split()) / 2)
