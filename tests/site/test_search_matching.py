"""What the search and the glossary's filter find of what people type: the matcher itself, in Node, with the
index of the finished site."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.content.library import Library
from tests.conftest import ROOT
from tests.support.node import in_node

Find = Callable[[str, Iterable[str]], list[list[str]]]


class Typed(NamedTuple):
    """A list of what people type: who answers, how many lines it has at least, and the least per cent of
    them whose answer comes first, and among the first three. Nothing is tuned on a blind list: there a share
    far below what was measured says that the search broke, not that it could be better."""

    answers: str
    lines: int
    first: int
    three: int


LISTS = {
    "queries": Typed("all", 150, first=90, three=97),
    "queries-blind": Typed("all", 50, first=0, three=60),
    "phrases": Typed("terms", 150, first=90, three=97),
    "phrases-blind": Typed("terms", 60, first=0, three=51),
    "slips": Typed("all", 16, first=100, three=100),
    "dangers": Typed("panel", 12, first=100, three=100),
    "near": Typed("near", 9, first=100, three=100),
}
NO_DANGERS = ("hit the gym", "grape", "deadline", "strike a pose", "kill time", "cut down on sugar",
              "safe place", "my heart", "die hard film", "end of the day", "help me sleep", "")  # fmt: skip
NAMED_AFTER_DANGER = {  # titles of pages that do bring the panel
    "When it's not safe to set a boundary",
    "psychosis",
    "When the danger is real: racism, poverty, violence, unsafe work",
}
HOSTILE = ("<img src=x onerror=alert(1)>", "%", "\\", "+-~^:*\"'", "((((", "[a-z]*", "constructor",
           "__proto__", "toString hasOwnProperty", "\u0000\u202e\u200b", "\U0001f600",
           "\u0627\u0644\u0642\u0644\u0642", "a" * 5000, "word " * 2000, "x " * 1000)  # fmt: skip


@pytest.fixture(scope="module")
def find(site: Path) -> Iterator[Find]:
    """`find("terms", texts)`: addresses for each text; tests/support/in_node/search.js says who answers."""
    scripts = [str(next(site.glob(f"search/{name}.*.js"))) for name in ("index", "danger")]
    with in_node("search", *scripts) as ask:
        yield lambda name, texts: ask({"name": name, "texts": list(texts)})


@pytest.mark.parametrize("name", LISTS)
def test_people_find_the_page_or_the_word_that_answers(
    name: str, find: Find, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = LISTS[name]
    lines = (ROOT / f"tests/content/{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    expected = {text: pages.split() for _, text, pages in rows}
    addresses = {page.url for page in library.pages.values()}
    assert [text for text, pages in expected.items() if not addresses.issuperset(pages)] == []
    answers = dict(zip(expected, find(typed.answers, expected), strict=True))
    hits = {text: [answer in pages for answer in answers[text][:3]] for text, pages in expected.items()}
    first = 100 * sum(hit[:1] == [True] for hit in hits.values()) / len(hits)
    three = 100 * sum(any(hit) for hit in hits.values()) / len(hits)
    missed = [f"{text} -> {', '.join(answers[text][:3])}" for text, hit in hits.items() if hit[:1] != [True]]
    with capsys.disabled():
        print(f"\n{name}: {len(hits)} lines, {first:.1f}% first, {three:.1f}% in the first three")
        print(*missed, sep="\n  ")
    assert len(hits) >= typed.lines
    assert first >= typed.first
    assert three >= typed.three


def test_a_page_is_found_by_its_title_first_and_by_each_of_its_names(find: Find, library: Library) -> None:
    pages = [page for page in library.pages.values() if not page.url.startswith("contributing/")]
    titles = [(page.title, page.url) for page in pages]
    names = [(name, page.url) for page in pages for name in (*getattr(page, "aka", ()), *page.everyday)]
    terms = [row for row in (*titles, *names) if row[1].startswith("glossary/") and row[1] != "glossary/"]
    for answers, most, rows in (("pages", 1, titles), ("pages", 3, names), ("terms", 1, terms)):
        urls = find(answers, [name for name, _ in rows])
        assert [row for row, some in zip(rows, urls, strict=True) if row[1] not in some[:most]] == [], answers


def test_a_word_of_a_terms_page_finds_it_and_pages_for_contributors_are_no_answers(find: Find) -> None:
    assert "glossary/psychosis/" in find("terms", ["sees or believes what others do not"])[0]
    assert [url for url in find("all", ["macros"])[0] if url.startswith("contributing/")] == []


@pytest.mark.parametrize("name", ["all", "terms"])
def test_hostile_texts_do_no_harm(find: Find, name: str) -> None:
    assert find(name, [*HOSTILE, "fawn"])[-1][0] == "glossary/fawn/"


def test_words_that_are_no_danger_bring_no_panel(find: Find, library: Library) -> None:
    pages = (*library.practices.values(), *library.guides.values(), *library.terms.values())
    texts = [*NO_DANGERS, *(page.title for page in pages)]
    panels = zip(texts, find("panel", texts), strict=True)
    assert {text for text, panel in panels if panel} == NAMED_AFTER_DANGER
