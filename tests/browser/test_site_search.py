"""The site's own search: a word's page comes first for its names and everyday words, misspelt or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from tests.support.phrases import read_phrases, score

START = """async () => {
  const config = JSON.parse(document.querySelector("#__config").textContent);
  const root = new URL(config.base + "/", location.href);
  const index = await (await fetch(new URL("search/search_index.json", root))).json();
  const worker = new Worker(new URL(config.search, location.href));
  const next = () => new Promise((done) => { worker.onmessage = ({ data }) => done(data); });
  const ready = next();
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
  window.ask = async (text) => {
    const answer = next();
    worker.postMessage({ type: 2, data: text });
    return (await answer).data.items.map(([item]) => item.location.split("#")[0]);
  };
}"""
Ask = Callable[[str], Sequence[str]]


@pytest.fixture(scope="module")
def ask(browser: Browser, base_url: str) -> Iterator[Ask]:
    """Asks the search as the theme asks it; gives addresses of pages, the best first."""
    page = browser.new_page()
    page.goto(base_url)
    page.evaluate(START)
    yield lambda text: list(page.evaluate("(text) => ask(text)", text))
    page.close()


def slug(address: str) -> str:
    return address.removeprefix("glossary/").rstrip("/") if address.startswith("glossary/") else address


def test_people_find_the_right_word_here_too(ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    found = score("site search", read_phrases(), lambda text: [slug(address) for address in ask(text)])
    with capsys.disabled():
        print(f"\n{found}", *found.missed, sep="\n  ")
    assert found.share(found.three) >= 90
    assert found.share(found.first) >= 85


def test_a_terms_own_page_comes_first_for_its_names(ask: Ask, library: Library) -> None:
    names = [(name, term.url) for term in library.terms.values() for name in (term.title, *term.aka)]
    assert [name for name, url in names if ask(name)[:1] != [url]] == []


def test_and_for_its_everyday_words(ask: Ask, library: Library) -> None:
    names = [(name, term.url) for term in library.terms.values() for name in term.everyday]
    assert [name for name, url in names if ask(name)[:1] != [url]] == []


def test_misspelt_names_are_found(ask: Ask) -> None:
    for text, page in (("depersonalizaton", "depersonalisation"), ("hypervigilence", "hypervigilance")):
        assert slug(ask(text)[0]) == page


def test_signs_and_nonsense_do_no_harm(ask: Ask) -> None:
    for text in ('"vagus nerve"', "+stress -sleep", "a:b", "~", "^^", "xqzptlk", "\\", "*"):
        assert isinstance(ask(text), list)
    assert slug(ask("fawn")[0]) == "fawn"


def test_lists_of_links_are_not_searched(site_index: dict[str, str]) -> None:
    assert not any("Practices that may fit" in text for text in site_index.values())
    assert len(site_index["glossary/"]) < 1000


@pytest.fixture(scope="module")
def site_index(browser: Browser, base_url: str) -> dict[str, str]:
    """Texts of the search index by address."""
    page = browser.new_page()
    page.goto(base_url)
    docs = page.evaluate("async () => (await (await fetch('search/search_index.json')).json()).docs")
    page.close()
    return {doc["location"]: doc["text"] for doc in docs}


def test_typing_in_the_dialog_shows_the_word_first(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    page.goto(base_url)
    page.locator("[data-search-open]").click()
    page.locator("#site-search input").press_sequentially("wound up")
    first = page.locator("#site-search .md-search-result__link").first
    expect(first).to_contain_text("hyperarousal", ignore_case=True, timeout=30_000)  # it comes with the tap
