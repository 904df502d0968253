"""Planted faults: the preview goes on and says file and line on the page, `macros check` exits as it should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pytest

from macros.__main__ import run_check
from tests.support.small_site import PAGES, Preview, small_site

GUIDE, TERM, PRACTICE = "guides/first.md", "glossary/nerve.md", "practices/soft-breath.md"
DATA = "docs/_data/"
_BOX = r'<strong class="preview-fault".*?</strong>'


@dataclass(frozen=True)
class Fault:
    """A fault: what is written in place of `old` (all of it when empty), where it is told, in which words.

    `stops` says whether `macros check` exits with 1. `shown` is the page on which the banner stands, below docs/, and
    `boxed` says whether a box stands in the place of the fault as well.
    """

    name: str
    file: str
    old: str
    new: str | bytes | None
    place: str
    words: str
    stops: bool = True
    shown: str = ""
    boxed: bool = False

    def __str__(self) -> str:
        return self.name


def broken(name: str, file: str, old: str, new: str | bytes, line: int, words: str, stops: bool = True) -> Fault:
    """A fault on a page, told on that page."""
    return Fault(name, f"docs/{file}", old, new, f"docs/{file}:{line}:", words, stops, file)


def added(name: str, text: str, words: str, stops: bool = True, boxed: bool = False) -> Fault:
    """A fault in a line that is added at the end of a guide."""
    new, line = f"{PAGES[GUIDE]}\n{text}\n", PAGES[GUIDE].count("\n") + 2
    return Fault(name, f"docs/{GUIDE}", "", new, f"docs/{GUIDE}:{line}:", words, stops, GUIDE, boxed)


def in_data(name: str, file: str, new: str | bytes | None, line: int, words: str) -> Fault:
    """A fault in a file of docs/_data, told on every page."""
    return Fault(name, DATA + file, "", new, f"{DATA}{file}:{line}:", words, shown="index.md")


FAULTS = [
    # Front matter
    broken("a colon in a title", GUIDE, "title: First steps", "title: First: steps", 2, "the YAML cannot be read"),
    broken("no end of front matter", GUIDE, "---\n## In short", "## In short", 8, "the front matter is not closed"),
    broken("no front matter", "index.md", "", "Only text.\n", 1, "the page has no front matter"),
    broken("an empty file", GUIDE, "", "", 1, "the page has no front matter"),
    broken("a list as front matter", GUIDE, "", "---\n- one\n---\nText.\n", 2, "this must be a list of 'field: value'"),
    broken("a key twice", GUIDE, "order: 1", "order: 1\norder: 2", 5, "the key 'order' stands twice"),
    broken("an invisible sign", GUIDE, "title: First", "title: First\x07", 2, "an invisible sign stands in this line"),
    broken(
        "an unknown field", GUIDE, "order: 1", "order: 1\nordre: 2", 5, "unknown field 'ordre'. Did you mean 'order'?"
    ),
    broken("a missing field", GUIDE, "order: 1\n", "", 1, "the field 'order' is missing"),
    broken("a text for a number", GUIDE, "order: 1", "order: first", 4, "'order' must be a number"),
    broken("no date", GUIDE, "reviewed: 2026-11-22", "reviewed: soon", 6, "'reviewed' must be a date"),
    broken("a word off the list", PRACTICE, "effort: very little", "effort: litle", 10, "unknown value 'litle'"),
    broken(
        "a macro's name as field",
        GUIDE,
        "order: 1",
        "order: 1\nsources: x",
        5,
        "the field 'sources' has a macro's name",
    ),
    broken("another encoding", TERM, "", "---\ntitle: caf\xe9\n---\n".encode("latin-1"), 1, "the file is not in UTF-8"),
    broken(
        "a macro in a title",
        GUIDE,
        "title: First steps",
        "title: 'x {{ term(\"nerve\") }}'",
        2,
        "must not hold a macro",
    ),
    broken(
        "a template that is not there",
        "index.md",
        "title:",
        "template: nope.html\ntitle:",
        2,
        "unknown field 'template'",
    ),
    # Macros
    added(
        "an unknown macro", '{{ cit("able2020first") }}', "there is no macro 'cit'. Did you mean 'cite'?", boxed=True
    ),
    added("an unknown source", 'A{{ cite("nobody") }}.', "there is no source 'nobody'"),
    added("an unknown practice", '{{ practice_card("nothing") }}', "there is no practice 'nothing'", boxed=True),
    added("an unknown term", '{{ term("nothing") }}', "there is no term 'nothing'", boxed=True),
    added("an unknown figure", '{{ figure("able2020first", "nothing") }}', "has no figure 'nothing'", boxed=True),
    added("an unknown drawing", '{{ diagram("nothing") }}', "there is no diagram 'nothing'", boxed=True),
    added("too many arguments", '{{ stop_rule("x") }}', "'stop_rule' takes no arguments; it has 1", boxed=True),
    added("no quotes", "{{ cite(able2020first) }}", "its arguments must be texts in quotes", boxed=True),
    added("a call without its end", '{{ cite("able2020first"', "'{{' and '}}' do not make a macro call"),
    added("braces that end nothing", "Nothing }} here.", "'{{' and '}}' do not make a macro call"),
    added("half an expression", "{{ 1 + }}", "is not a macro call", boxed=True),
    added("a name that is no macro", "{{ page.title }}", "is not a macro call", boxed=True),
    added("a statement", "{% if %}", "'{%' is not used in pages"),
    added("a statement without its end", "{% raw %}", "'{%' is not used in pages"),
    added("a comment without its end", "{# nothing", "'{#' begins a Jinja comment"),
    added("a block in a sentence", 'See {{ practice_card("soft-breath") }} now.', "must stand alone on its line"),
    added("a macro on another kind of page", "{{ mentioned_in() }}", "stands only on the page of a term", boxed=True),
    broken(
        "another timer at the end", GUIDE, '"soft-breath"', '"long-breath"', 19, "the timer at the end is not that of"
    ),
    broken("no lines for what feels worse", PRACTICE, "{{ feels_worse() }}\n", "\n", 26, "does not call 'feels_worse'"),
    # Links
    added("a page that is not there", "[x](nowhere.md)", "there is no page 'guides/nowhere.md'"),
    added("an absolute link", "[x](/guides/first.md)", "the link '/guides/first.md' is absolute"),
    added(
        "a heading that is not there", "[x](../index.md#nowhere)", "does not contain an anchor '#nowhere'", stops=False
    ),
    added(
        "a picture that is not there",
        "![x](../assets/nowhere.png)",
        "is not found among documentation files",
        stops=False,
    ),
    # Safety and evidence
    broken("an undeclared risk", PRACTICE, "risks: [breath, ", "risks: [", 16, "shows the risk 'breath'"),
    broken("a practice that is not there", PRACTICE, "[long-breath]", "[nothing]", 22, "'related' names 'nothing'"),
    added("a number without a source", "It helped 40% of people.", "makes a claim without a citation"),
    added("a promise", "This will heal your nervous system.", "promises too much"),
    broken(
        "a status without its sources",
        TERM,
        "status: everyday phrase",
        "status: settled",
        5,
        "status 'settled' needs 1 cited sources",
    ),
    # Shape and names
    added("an unfinished merge", "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other", "an unfinished merge"),
    added("a second title", "# Again", "the heading 'Again' is an H1"),
    added("a level left out", "#### Deep", "the heading 'Deep' skips a level"),
    added("a heading out of place", "## In short", "the heading 'In short' is out of order"),
    broken("a title twice", TERM, 'title: "nerve"', 'title: "calm"', 2, "another page has the same title"),
    broken("an alias twice", TERM, "aka: []", "aka: [calm]", 4, "'calm' already leads to"),
    added("raw HTML", "<practice-timer></practice-timer>", "<practice-timer> is raw HTML"),
    # Excuses and shoulds
    added("an excuse without a reason", "<!-- excuse: style.stiff-word -->", "gives no reason"),
    added("an excuse of an unknown rule", "<!-- excuse: style.stif-word, x -->", "there is no rule 'style.stif-word'"),
    added("an excuse of a must", "<!-- excuse: links.targets-exist, x -->", "is a must, and has no excuse"),
    added("an excuse that covers nothing", "<!-- excuse: style.stiff-word, x -->", "covers nothing", stops=False),
    added("a stiff word", "Seldom.", "'Seldom' tires a reader", stops=False),
    broken(
        "an overdue review",
        GUIDE,
        "next_review: 2027-11-22",
        "next_review: 2026-11-23",
        7,
        "the review was due",
        stops=False,
    ),
    # docs/_data
    in_data("a source that cannot be read", "sources.yml", "able2020first: [\n", 1, "the YAML cannot be read"),
    in_data("no file of sources", "sources.yml", None, 1, "the file is missing"),
    in_data("a vocabulary in another encoding", "vocabulary.yml", b"\xe9", 1, "the file is not in UTF-8"),
    in_data("no safety lines", "safety.yml", "risks: {}\n", 1, "'stop_rule' is missing"),
    in_data("a budget in words", "budgets.yml", "style.imagine: few\n", 1, "'style.imagine' must be a number"),
    in_data("a redirect to nowhere", "redirects.yml", "old/: new/\n", 1, "which is no page"),
]


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview of the small site."""
    folder = tmp_path_factory.mktemp("preview")
    running = Preview(small_site(folder / "project"), folder / "site")
    yield running
    running.close()


def address(path: str) -> str:
    """Address of the page at `path` below docs/."""
    return re.sub(r"(?:^|(?<=/))index/$", "", path.removesuffix(".md") + "/")


def planted(fault: Fault, text: str) -> str | bytes | None:
    """The file with its fault."""
    if not fault.old or not isinstance(fault.new, str):
        return fault.new
    assert text.count(fault.old) == 1
    return text.replace(fault.old, fault.new)


def test_without_a_fault_nothing_stops(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_check([], preview.root) == 0, capsys.readouterr().out
    assert "must" not in preview.banner("")
    assert preview.builder.failure is None


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_preview_goes_on_and_says_where(preview: Preview, fault: Fault, capsys: pytest.CaptureFixture[str]) -> None:
    before = (preview.root / fault.file).read_text(encoding="utf-8")
    shown = address(fault.shown)
    try:
        preview.save(fault.file, planted(fault, before))
        preview.wait()
        told, page = preview.banner(shown), preview.get(shown)
        code, said = run_check([], preview.root), capsys.readouterr().out
    finally:
        preview.save(fault.file, before)
        preview.wait()
    assert re.search(rf"{re.escape(fault.place)} [^[]*{re.escape(fault.words)}", told)
    assert "<h1" in page
    boxes = unescape(" ".join(re.findall(_BOX, page)))
    assert fault.place in boxes or not fault.boxed
    assert code == (1 if fault.stops else 0)
    assert not fault.stops or any(line.startswith(fault.place) and fault.words in line for line in said.split("\n"))
    assert fault.words not in preview.banner(shown)
    assert preview.builder.failure is None
