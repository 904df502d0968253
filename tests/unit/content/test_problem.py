"""Problems as values: what is suggested for a name that is not there."""

from macros.content.problem import Problem, did_you_mean, listing


def test_the_nearest_word_is_suggested_and_without_one_up_to_twelve_are_listed() -> None:
    assert did_you_mean("pranna", ["prana", "breath"]) == "Did you mean 'prana'?"
    assert did_you_mean("xyz", ["b", "a"]) == "Known: a, b."
    assert did_you_mean("xyz", "abcdefghijklm") == "Known: a, b, c, d, e, f, g, h, i, j, k, l ..."
    assert did_you_mean("xyz", ["a"], "See the list.") == "See the list."


def test_a_listing_is_sorted_by_line_as_a_number_and_says_each_problem_once() -> None:
    problems = [Problem("a.md", line, "x.") for line in (10, 9, 10)]
    assert listing(problems) == "a.md:9: x.\na.md:10: x."
