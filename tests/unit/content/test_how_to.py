"""A practice in words: its own steps, else the numbered list of its page."""

from macros.content.how_to import how_to, numbered
from macros.content.library import Library
from tests.zoo.samples import LONGER, SCAN

BODY = """{{ practice_timer() }}

1. Not this.

## How to do it

Before the list.

1. Settle in. *Softly*{{ cite("x2020y") }}.
2. Look at [the chair](feet-on-the-floor.md),
   and {{ popular("let go") }}.

Between.

3. Come back.

## What was tested

1. Nor this.
"""


def test_the_list_is_read_whole_without_markup() -> None:
    assert numbered(BODY) == ("Settle in. Softly.", "Look at the chair, and let go.", "Come back.")


def test_a_page_without_the_list_has_none() -> None:
    assert numbered("## Other\n\n1. No.\n") == ()
    assert how_to(LONGER) == ()


def test_steps_that_are_timed_speak_for_themselves() -> None:
    assert how_to(SCAN) == tuple(step.text for step in SCAN.steps)


def test_every_real_practice_can_be_told_in_words(library: Library) -> None:
    assert [slug for slug, practice in library.practices.items() if len(how_to(practice)) < 3] == []
