"""Parts of a page that other places show: a practice in words, sentences to borrow, sections."""

from macros.content.body_parts import Script, how_to, numbered, scripts, sections
from macros.content.frontmatter import Document
from macros.content.library import Library
from tests.support.content import guide
from tests.support.content import library as library_of
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
LINES = '- [Soft:](#script-a-soft){ #script-a-soft } "It\'s kind."\n- [Half:](#script-b){ #script-c } "No."\n'


def test_the_list_of_a_practice_is_read_whole_without_markup() -> None:
    assert numbered(BODY) == ("Settle in. Softly.", "Look at the chair, and let go.", "Come back.")
    assert numbered("## Other\n\n1. No.\n") == how_to(LONGER) == ()


def test_steps_that_are_timed_speak_for_themselves() -> None:
    assert how_to(SCAN) == tuple(step.text for step in SCAN.steps)


def test_every_real_practice_can_be_told_in_words(library: Library) -> None:
    assert [slug for slug, practice in library.practices.items() if len(how_to(practice)) < 3] == []


def test_sentences_to_borrow_are_read_from_the_guides_by_their_id() -> None:
    sentences = scripts(library_of({"guides/g.md": guide("Words", LINES)}))
    assert sentences == {"script-a-soft": Script("script-a-soft", "Soft", "It's kind.", "guides/g.md")}


def test_every_sentence_in_the_real_guides_is_read_and_offered_save_those_for_helpers(
    library: Library,
) -> None:
    marks = [mark for guide in library.guides.values() for mark in guide.body.split("{ #script-")[1:]]
    sentences = scripts(library)
    assert {f"script-{mark.split(' }')[0]}" for mark in marks} == set(sentences)
    assert library.data.boundary is not None
    named = [name for situation in library.data.boundary.situations.values() for name in situation.scripts]
    assert set(sentences) - set(named) == {name for name in sentences if name.startswith("script-ask-")}
    assert len(named) == len(set(named))


def test_sections_have_their_line_and_their_text() -> None:
    body = "Lead\n\n## First\n\n### One\n\ntext one\n\n### Two\n\n## Second\n\ntext\n\n### Three\n\nthe end\n"
    parts = sections(Document("docs/tools/x.md", {}, body, 6))
    texts = [(name, line, text.strip()) for name, (line, text) in parts.items()]
    assert texts == [("One", 10, "text one"), ("Two", 14, ""), ("Three", 20, "the end")]
