"""The words of the finished pages, held to the checker's rules, claims to spelling; and their letters."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from macros.content.library import Library
from macros.content.spelling import slips
from macros.content.wording import claim, promises
from macros.render.share_image import HEADING, TEXT
from tests.support.built_prose import article, find, frame, paragraphs, shown
from tests.support.pages import BuiltPage
from tests.support.typefaces import missing

KINDS = {"guides": "guide", "practices": "practice", "glossary": "term"}
Pages = dict[str, BuiltPage]


@pytest.fixture(scope="module")
def pages(pages: dict[str, BuiltPage], library: Library) -> Pages:
    """The pages of the library, by address."""
    return {page.url: pages[page.url] for page in library.pages.values()}


def folder(address: str) -> str:
    """The folder a page stands in; "" for home."""
    return address.partition("/")[0]


def kind(address: str) -> str:
    """Kind of the page at an address; an index is a plain page."""
    return KINDS.get(folder(address), "page") if address.count("/") > 1 else "page"


def unsupported(pages: Pages) -> Iterator[str]:
    """Claims without a citation in their paragraph, and claims in a lead whose page cites nothing."""
    for address, page in pages.items():
        if folder(address) in ("about", "contributing"):
            continue
        for paragraph in paragraphs(page):
            phrase = "" if paragraph.cites else claim(paragraph.words)
            if phrase:
                yield f"{address}: '{phrase}' in: {paragraph.words}"
        leads = ["".join(element.itertext()) for element in find(page, "page-lead")]
        if not find(page, "cite") and kind(address) != "term":
            yield from (f"{address}: '{claim(lead)}' in the lead" for lead in leads if claim(lead))


def promised(pages: Pages) -> Iterator[str]:
    """Phrases to avoid, anywhere in the content; a term's headword may be one."""
    headwords = [
        h1.text or "" for address, page in pages.items() if kind(address) == "term" for h1 in heads(page)
    ]
    popular = [word for word in headwords if list(promises(word))]
    for address, page in pages.items():
        words = shown(page)
        for word in popular:
            words = re.sub(re.escape(word), "", words, flags=re.IGNORECASE)
        if folder(address) != "contributing":
            yield from (f"{address}: {phrase}" for phrase, _ in promises(words))


def heads(page: BuiltPage) -> list[Element]:
    """The page's one h1."""
    return list(article(page).iter("h1"))


def unlabelled(pages: Pages) -> Iterator[str]:
    """Practices that do not say in words how sure we are."""
    for address, page in pages.items():
        if kind(address) == "practice":
            labels = ["".join(element.itertext()) for element in find(page, "evidence-label__words")]
            facts = find(page, "evidence-panel__facts")
            if not facts or not any(label.strip() for label in labels):
                yield f"{address}: {labels}"


def american(pages: Pages, library: Library) -> Iterator[str]:
    """Words of a page that are not British, also those of components, header and footer."""
    addresses = list(pages)
    texts = [f"{shown(pages[address])} {frame(pages[address])}" for address in addresses]
    for slip in slips(texts, library.data.words):
        yield f"{addresses[slip.text]}: {slip.word}"


def without_letters(pages: Pages) -> Iterator[str]:
    """Letters that the typeface lacks in which they are set, or drawn on the picture beside a shared link.

    The names of help lines stand in the script of their country, in a typeface of the device.
    """
    for address, page in pages.items():
        titles = (
            "".join(heading.itertext())
            for heading in page.root.iter()
            if heading.tag in ("h1", "h2", "h3", "h4")
        )
        if lacks := missing(HEADING, "".join(titles) + (page.meta("og:title") or "")):
            yield f"{address}: {sorted(lacks)} in a heading"
        if not address.startswith("help/") and (lacks := missing(TEXT, shown(page) + frame(page))):
            yield f"{address}: {sorted(lacks)} in the text"


CHECKS: dict[str, Callable[[Pages], Iterator[str]]] = {
    "a claim without a citation": unsupported,
    "a phrase to avoid": promised,
    "an unlabelled practice": unlabelled,
    "a letter that its typeface lacks": without_letters,
}
PLANTED = {
    "a claim without a citation": "<p>Slow breathing reduces worry.</p>",
    "a phrase to avoid": '<div class="card"><p class="card__line">A proven way.</p></div>',
    "an unlabelled practice": "<p>Breathe.</p>",
    "a letter that its typeface lacks": "<h2>Calm ~ slow</h2>",
}


@pytest.mark.parametrize("name", CHECKS)
def test_no_finished_page_has(pages: Pages, name: str) -> None:
    assert list(CHECKS[name](pages)) == []


def test_every_word_of_every_page_is_british(pages: Pages, library: Library) -> None:
    assert list(american(pages, library)) == []


def planted(folder: Path, words: str) -> Pages:
    """One finished practice with these words as its content."""
    file = folder / "index.html"
    content = f'<article id="content"><div class="page-text">{words}</div></article>'
    file.write_text(f"<!doctype html><title>x</title>{content}", encoding="utf-8")
    return {"practices/planted/": BuiltPage(file, "practices/planted/")}


@pytest.mark.parametrize("name", CHECKS)
def test_a_planted_page_is_seen(tmp_path: Path, name: str) -> None:
    assert list(CHECKS[name](planted(tmp_path, PLANTED[name])))


def test_a_planted_american_word_is_seen(tmp_path: Path, library: Library) -> None:
    assert list(american(planted(tmp_path, '<p class="card__line">A color.</p>'), library)) == [
        "practices/planted/: color"
    ]


def test_words_that_are_not_the_pages_own_are_no_claims_of_it(tmp_path: Path) -> None:
    words = (
        '<p><q class="popular-claim">It is proven</q> It is not.</p>'
        '<p><span class="evidence-label">Moderate evidence</span> '
        'It reduces worry<sup class="citation">1</sup>.</p>'
        '<ol class="source-list"><li><span class="source-list__reference">A cure? A trial</span></li></ol>'
    )
    page = planted(tmp_path, words)
    assert [*unsupported(page), *promised(page)] == []


def test_the_pages_have_the_words_that_are_checked(pages: Pages) -> None:
    paragraphs_by_page = {
        address: list(paragraphs(page)) for address, page in pages.items() if kind(address) != "page"
    }
    assert len(paragraphs_by_page) > 150
    assert [address for address, texts in paragraphs_by_page.items() if len(texts) < 4] == []
    assert sum(paragraph.cites for texts in paragraphs_by_page.values() for paragraph in texts) > 400
