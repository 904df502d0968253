"""The words of the finished pages, those of components and of the frame among them: what no check of the
sources sees."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PIL import ImageFont

from macros.content.library import Library
from macros.content.model import Practice, Term
from macros.content.spelling import slips
from macros.content.wording import promises
from macros.render.share_image import FONTS, HEADING, TEXT
from tests.support.pages import BuiltPage, classes, words

# Names of others' works, popular claims, and headwords, which stand as they are.
OTHERS = {"source-list__reference", "evidence-index__reference", "popular-claim", "citation", "headerlink"}
SILENT = {"script", "style", "template", "{http://www.w3.org/2000/svg}svg", "pre", "code"}
APART = {"p", "li", "dt", "dd", "h1", "h2", "h3", "td", "th", "div"}


def own_words(element: Element) -> Iterator[str]:
    """The text in an element that is ours, with a mark where one block ends."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT and not classes(child) & OTHERS:
            yield from own_words(child)
            yield " | " if child.tag in APART else ""
        yield child.tail or ""


def shown(page: BuiltPage) -> str:
    """All words of a page that are ours, addresses apart, as one line."""
    body = next(page.root.iter("body"))
    return " ".join(word for word in "".join(own_words(body)).split() if "://" not in word)


@pytest.fixture(scope="module")
def texts(pages: dict[str, BuiltPage], library: Library) -> dict[str, str]:
    """The words of every page of the library, by its address."""
    return {page.url: shown(pages[page.url]) for page in library.pages.values()}


def promised(text: str, library: Library) -> list[str]:
    """Phrases to avoid; the headword of a term may be one."""
    popular = [term.title for term in library.terms.values() if list(promises(term.title))]
    for title in popular:
        text = re.sub(re.escape(title), "", text, flags=re.IGNORECASE)
    return [phrase for phrase, _ in promises(text)]


def american(text: str, library: Library) -> list[str]:
    """Words that are not British."""
    return [slip.word for slip in slips([text], library.data.words)]


@cache
def has_letter(face: str, letter: str) -> bool:
    """Whether a face, a file's name in docs/assets/fonts, draws anything for a letter."""
    return letter.isspace() or ImageFont.truetype(FONTS / face, 40).getmask(letter).getbbox() is not None


def missing(face: str, text: str) -> list[str]:
    """The letters of a text that a face lacks."""
    return [letter for letter in set(text) if letter.isprintable() and not has_letter(face, letter)]


CHECKS: dict[str, tuple[Callable[[str, Library], list[str]], str, tuple[str, ...]]] = {
    # What to look for, a text that has it, and the pages to which it is allowed.
    "a phrase to avoid": (promised, "A proven way.", ("contributing/",)),
    "an American word": (american, "A color.", ()),
    # The names of help lines stand in the script of their country, in a typeface of the device.
    "a letter that its typeface lacks": (lambda text, _: missing(TEXT, text), "Calm \u2603 slow", ("help/",)),
}


@pytest.mark.parametrize("name", CHECKS)
def test_no_finished_page_has(texts: dict[str, str], library: Library, tmp_path: Path, name: str) -> None:
    check, planted, allowed = CHECKS[name]
    checked = {address: text for address, text in texts.items() if not address.startswith(allowed)}
    assert {address: wrong for address, text in checked.items() if (wrong := check(text, library))} == {}
    file = tmp_path / "index.html"
    claim = '<q class="popular-claim">It is proven in color \u2603</q>'
    for paragraph, seen in ((planted, True), (claim, False)):
        file.write_text(f"<!doctype html><title>x</title><p>{paragraph}</p>", encoding="utf-8")
        assert bool(check(shown(BuiltPage(file, "")), library)) is seen


def test_headings_and_shared_titles_have_all_their_letters(pages: dict[str, BuiltPage]) -> None:
    for address, page in pages.items():
        headings = [words(element) for tag in ("h1", "h2", "h3", "h4") for element in page.root.iter(tag)]
        assert missing(HEADING, "".join(headings) + (page.meta("og:title") or "")) == [], address
    assert missing(HEADING, "Calm \u2603 slow") == ["\u2603"]  # control


def test_every_practice_says_in_words_how_sure_we_are(pages: dict[str, BuiltPage], library: Library) -> None:
    for practice in library.practices.values():
        page = pages[practice.url]
        assert page.find("evidence-panel__facts"), practice.path
        assert any(map(words, page.find("evidence-label__words"))), practice.path


def test_the_pages_have_the_words_that_are_checked(texts: dict[str, str], library: Library) -> None:
    pages = [page for page in library.pages.values() if isinstance(page, Practice | Term)]
    assert [page.path for page in pages if len(texts[page.url]) < 1000] == []
