"""Spelling: what the library finds, our own words, and a library that cannot run."""

import pytest

from macros.content import spelling
from macros.content.frontmatter import Field
from macros.content.spelling import FILE, Slip, Words, slips


def test_american_forms_and_slips_are_found_in_one_call_at_their_texts() -> None:
    spelt = list(slips(["A color.", "A colour, and we organise it.", "They recieve it."], Words()))
    assert spelt == [Slip(0, "color", "colour"), Slip(2, "recieve", "receive")]


def test_our_own_words_are_left_alone_only_as_they_are_written() -> None:
    texts = ["World Health Organization", "an organization"]
    assert [slip.text for slip in slips(texts, Words())] == [0, 1]  # control
    assert [slip.text for slip in slips(texts, Words(("Organization",)))] == [1]


def test_words_that_the_library_cannot_tell_are_ours_to_name() -> None:
    assert list(slips(["Gray hair, Graham."], Words(instead={"gray": "grey"}))) == [Slip(0, "Gray", "grey")]


def test_the_lists_must_be_lists_and_pairs() -> None:
    words, problems = FILE.read({"ours": Field(["PROMIS"], 2), "instead": Field(["gray"], 3)})
    assert words == Words()
    assert [(problem.line, problem.message) for problem in problems] == [
        (3, "'instead' must be a group of names with their values, not a list.")
    ]


def test_a_library_that_fails_is_not_taken_for_good_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "EXIT_WITH_TYPOS", 3)
    with pytest.raises(RuntimeError, match="typos cannot check"):
        list(slips(["A color."], Words()))


def test_where_typos_is_not_installed_the_author_reads_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sysconfig.get_path", lambda _: "/nowhere")
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(RuntimeError, match="typos, which checks the spelling, is not installed"):
        list(slips(["A color."], Words()))
