"""Problems as values: how one reads, what is suggested, how many are listed."""

from __future__ import annotations

from macros.content.problem import Problem, did_you_mean, errors, listing


def test_a_problem_reads_as_path_line_message_and_hint() -> None:
    assert str(Problem("docs/x.md", 7, "there is no term 'pranna'.", "Did you mean 'prana'?")) == (
        "docs/x.md:7: there is no term 'pranna'. Did you mean 'prana'?"
    )
    assert str(Problem("docs/x.md", 7, "it is wrong.")) == "docs/x.md:7: it is wrong."


def test_a_report_says_that_it_is_only_a_note() -> None:
    assert str(Problem("docs/x.md", 1, "it is due.", level="report")) == "docs/x.md:1: note: it is due."


def test_the_nearest_known_word_is_suggested() -> None:
    assert did_you_mean("pranna", ["prana", "breath"]) == "Did you mean 'prana'?"


def test_without_a_near_word_the_known_ones_are_listed_up_to_twelve() -> None:
    assert did_you_mean("xyz", ["b", "a"]) == "Known: a, b."
    assert did_you_mean("xyz", "abcdefghijklm") == "Known: a, b, c, d, e, f, g, h, i, j, k, l ..."
    assert did_you_mean("xyz", ["a"], "See the list.") == "See the list."


def test_only_errors_fail_a_build() -> None:
    error, report = Problem("a", 1, "x."), Problem("a", 1, "y.", level="report")
    assert errors([error, report]) == [error]


def test_a_listing_is_sorted_by_path_then_line_as_a_number_and_says_each_problem_once() -> None:
    found = [Problem("b.md", 2, "x."), Problem("a.md", 10, "x."), Problem("a.md", 9, "x."), Problem("b.md", 2, "x.")]
    assert listing(found) == "a.md:9: x.\na.md:10: x.\nb.md:2: x."
    assert listing([]) == ""
