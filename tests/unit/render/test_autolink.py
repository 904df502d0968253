"""The linker on nasty prose: what it links, what it leaves, and that the scan for mentions sees the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from markdown import Markdown

from macros.content.library import Library
from macros.content.model import Page
from macros.render.autolink import AutolinkExtension
from tests.support.content import library, page, term
from tests.support.generated import markdown
from tests.support.markdown import NAMES, SETTINGS, convert, first_mentions, links, shown

CASES = sorted((Path(__file__).parent / "autolink").glob("*.md"))
TERMS = {
    "glossary/stress.md": term("stress", "A word about anxiety, and stress again."),
    "glossary/vagus-nerve.md": term("vagus nerve", aka="[vagus, vagal]"),
    "glossary/nerve.md": term("nerve"),
    "glossary/vagus-nerve-stimulation.md": term("vagus nerve stimulation"),
    "glossary/ptsd.md": term("PTSD", aka="[post-traumatic stress disorder]"),
    "glossary/anxiety.md": term("anxiety", aka="[anxious]"),
    "glossary/pod.md": term("pod", aka="[pods]"),
    "glossary/cortisol.md": term("cortisol"),
    "glossary/cafe.md": term("caf\u00e9"),
    "glossary/fight-or-flight.md": term("fight or flight", aka="[fight-or-flight]"),
    "glossary/arabic.md": term("القلق"),
    "glossary/hebrew.md": term("עצב"),
    "glossary/raynaud.md": term("Raynaud's disease"),
    "glossary/unlinked.md": term("load", extra="autolink: false\n"),
}
HERE = "guides/index.md"


def written(body: str, *, path: str = HERE, extra: str = "") -> Library:
    """A library with the terms and one page."""
    return library({**TERMS, path: page(body, extra=extra)})


def html_of(body: str) -> str:
    """HTML of a page with this body."""
    return convert(written(body), HERE)


def without_previews(html: str) -> str:
    """HTML without the two attributes that carry a preview, so that a reader of the file sees the links."""
    return re.sub(r' data-(?:short|status)="[^"]*"', "", html)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_nasty_prose_becomes_exactly_this_html(case: Path) -> None:
    expected = case.with_suffix(".html").read_text(encoding="utf-8")
    assert without_previews(html_of(case.read_text(encoding="utf-8"))) + "\n" == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_scan_finds_in_nasty_prose_what_the_linker_links(case: Path) -> None:
    found = written(case.read_text(encoding="utf-8"))
    made = first_mentions(links(convert(found, HERE)))
    assert found.mentions[HERE] == made
    assert made, "a case without any link shows nothing"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_reader_of_nasty_prose_sees_the_same_text_with_and_without_links(case: Path) -> None:
    found = written(case.read_text(encoding="utf-8"))
    assert spared(shown(convert(found, HERE))) == spared(shown(convert(found, HERE, linked=False)))


def spared(text: str) -> str:
    """The text without backslashes: the one before a word keeps it from being linked and is not shown."""
    return text.replace("\\", "")


def test_a_link_carries_the_terms_plain_line_and_status() -> None:
    assert html_of("Some stress.") == (
        '<p>Some <a class="term-link" data-short="A word made for a test, number 6." '
        'data-status="Everyday phrase" href="/glossary/stress.md">stress</a>.</p>'
    )


def test_the_terms_own_page_never_links_itself_but_links_other_terms() -> None:
    found = library(TERMS)
    assert links(convert(found, "glossary/stress.md")) == ["anxiety"]
    assert found.mentions["glossary/stress.md"] == ("anxiety",)


def test_a_page_that_forbids_linking_has_only_the_links_its_author_wrote() -> None:
    body = "Stress, a \\pod and [the nerve](../glossary/nerve.md)."
    found = written(body, extra="autolink: false\n")
    assert links(convert(found, HERE)) == ["nerve"]
    assert found.mentions[HERE] == ("nerve",)
    assert shown(convert(found, HERE)) == "Stress, a pod and the nerve."
    assert links(html_of(body)) == ["stress", "nerve"]  # control: allowed


def test_a_term_that_forbids_linking_is_linked_only_by_hand() -> None:
    assert links(html_of("A load.")) == []
    assert links(html_of("A [load](../glossary/unlinked.md).")) == ["unlinked"]


def test_a_term_that_forbids_being_linked_still_links_others_on_its_own_page() -> None:
    found = library({**TERMS, "glossary/load.md": term("burden", "Stress is one.", extra="autolink: false\n")})
    assert links(convert(found, "glossary/load.md")) == ["stress"]


def test_nothing_is_linked_where_no_page_renders() -> None:
    extension = AutolinkExtension(written(""), lambda: None)
    assert Markdown(extensions=[extension]).convert("Some \\stress.") == "<p>Some \\stress.</p>"


def test_one_converter_starts_afresh_for_each_page() -> None:
    found = written("Stress.")
    current: list[Page] = [found.pages[HERE]]
    converter = Markdown(extensions=[*NAMES, AutolinkExtension(found, lambda: current[0])], extension_configs=SETTINGS)
    first = converter.convert("<b>Stress and stress")
    assert links(first) == []
    assert links(converter.reset().convert("Stress and stress.")) == ["stress"]


def test_the_tests_convert_with_the_extensions_of_the_site() -> None:
    assert set(NAMES) >= {"attr_list", "md_in_html", "tables", "def_list", "admonition", "toc", "pymdownx.superfences"}


@settings(deadline=None, derandomize=True, max_examples=100)
@given(markdown())
def test_linking_never_changes_the_text_a_reader_sees(body: str) -> None:
    found = written(body)
    assert spared(shown(convert(found, HERE))) == spared(shown(convert(found, HERE, linked=False)))


@settings(deadline=None, derandomize=True, max_examples=150)
@given(markdown())
def test_the_scan_finds_what_the_linker_links(body: str) -> None:
    found = written(body)
    assert found.mentions[HERE] == first_mentions(links(convert(found, HERE)))


@settings(deadline=None, derandomize=True, max_examples=60)
@given(markdown())
@example("stress *stress* <b>x</b> stress")
def test_no_term_is_linked_twice_on_a_page_unless_its_author_links_it(body: str) -> None:
    made = [slug for slug in links(html_of(body)) if slug != "nerve"]
    assert len(made) == len(set(made))
