"""Problems as values: how one reads, what is suggested, how many are listed."""

from macros.content.problem import Problem, counted, did_you_mean, listing, musts


def test_a_problem_reads_as_path_line_message_and_hint() -> None:
    assert str(Problem("docs/x.md", 7, "there is no term 'pranna'.", "Did you mean 'prana'?")) == (
        "docs/x.md:7: there is no term 'pranna'. Did you mean 'prana'?"
    )
    assert str(Problem("docs/x.md", 7, "it is wrong.")) == "docs/x.md:7: it is wrong."


def test_a_should_ends_with_the_name_by_which_it_is_excused() -> None:
    problem = Problem("docs/x.md", 1, "it is due.", rule="dates.review-due", degree="should")
    assert str(problem) == "docs/x.md:1: it is due. [dates.review-due]"


def test_the_nearest_known_word_is_suggested() -> None:
    assert did_you_mean("pranna", ["prana", "breath"]) == "Did you mean 'prana'?"


def test_without_a_near_word_the_known_ones_are_listed_up_to_twelve() -> None:
    assert did_you_mean("xyz", ["b", "a"]) == "Known: a, b."
    assert did_you_mean("xyz", "abcdefghijklm") == "Known: a, b, c, d, e, f, g, h, i, j, k, l ..."
    assert did_you_mean("xyz", ["a"], "See the list.") == "See the list."


def test_only_musts_stop_a_build() -> None:
    must, should = Problem("a", 1, "x."), Problem("a", 1, "y.", degree="should")
    assert musts([must, should]) == [must]


def test_a_listing_has_musts_first_each_sorted_by_path_and_line_and_says_each_problem_once() -> None:
    three_musts = [
        Problem("b.md", 2, "x."),
        Problem("a.md", 10, "x."),
        Problem("a.md", 9, "x."),
        Problem("b.md", 2, "x."),
    ]
    should = Problem("a.md", 1, "y.", rule="style.y", degree="should")
    assert listing([should, *three_musts]) == "a.md:9: x.\na.md:10: x.\nb.md:2: x.\na.md:1: y. [style.y]"
    assert listing([]) == ""


def test_the_count_of_each_degree_is_said_in_words() -> None:
    must, should = Problem("a", 1, "x."), Problem("a", 1, "y.", degree="should")
    assert counted([must, must, should]) == "1 must, 1 should"
    assert counted([]) == "0 musts, 0 shoulds"
