"""Planted faults: the preview goes on and says file and line on the page, `macros check` exits with 1."""

import re
from dataclasses import dataclass
from html import unescape

import pytest

from macros.__main__ import run_check
from tests.support.small_site import PAGES, Preview

GUIDE, TERM, PRACTICE = "guides/first.md", "glossary/nerve.md", "practices/soft-breath.md"
DATA = "docs/_data/"
_BOX = r'<strong class="preview-fault".*?</strong>'


@dataclass(frozen=True)
class Fault:
    """A fault: what is written in place of `old` (all of it when empty), where it is named, in which words.

    `stops` says whether `macros check` exits with 1. `shown` is the page on which the banner stands, below
    docs/, and `boxed` says whether a box stands in the place of the fault as well.
    """

    file: str
    old: str
    new: str | bytes | None
    place: str
    words: str
    stops: bool = True
    shown: str = ""
    boxed: bool = False

    def __str__(self) -> str:
        return self.words


def broken(file: str, old: str, new: str | bytes, line: int, words: str, stops: bool = True) -> Fault:
    """A fault on a page, told on that page."""
    return Fault(f"docs/{file}", old, new, f"docs/{file}:{line}:", words, stops, file)


def added(text: str, words: str, stops: bool = True, boxed: bool = False) -> Fault:
    """A fault in a line that is added at the end of a guide."""
    new, line = f"{PAGES[GUIDE]}\n{text}\n", PAGES[GUIDE].count("\n") + 2
    return Fault(f"docs/{GUIDE}", "", new, f"docs/{GUIDE}:{line}:", words, stops, GUIDE, boxed)


def in_data(file: str, new: str | bytes | None, words: str) -> Fault:
    """A fault in the first line of a file of docs/_data, told on every page."""
    return Fault(DATA + file, "", new, f"{DATA}{file}:1:", words, shown="index.md")


# One fault for each way in which a page or a file of data fails; the words of every rule are held by its case
# files.
FAULTS = [
    # Front matter
    broken(GUIDE, "title: First steps", "title: First: steps", 2, "the YAML cannot be read"),
    broken("index.md", "", "Only text.\n", 1, "the page has no front matter"),
    broken(GUIDE, "order: 1\n", "", 1, "the field 'order' is missing"),
    broken(TERM, "", "---\ntitle: caf\xe9\n---\n".encode("latin-1"), 1, "the file is not in UTF-8"),
    broken(GUIDE, "title: First steps", "title: 'x {{ term(\"nerve\") }}'", 2, "must not hold a macro"),
    broken(GUIDE, "next_review: 2027-11-22", "next_review: 2026-11-23", 7, "the review was due", stops=False),
    # Macros
    added('{{ cit("able2020first") }}', "there is no macro 'cit'. Did you mean 'cite'?", boxed=True),
    added('A{{ cite("nobody") }}.', "there is no source 'nobody'"),
    added("{{ cite(able2020first) }}", "its arguments must be texts in quotes", boxed=True),
    added("{{ mentioned_in() }}", "stands only on the page of a term", boxed=True),
    # Links
    added("[x](../index.md#nowhere)", "does not contain an anchor '#nowhere'", stops=False),
    added("![x](../assets/nowhere.png)", "is not found among documentation files", stops=False),
    # docs/_data
    in_data("sources.yml", "able2020first: [\n", "the YAML cannot be read"),
    in_data("sources.yml", None, "the file is missing"),
    in_data("vocabulary.yml", b"\xe9", "the file is not in UTF-8"),
    in_data("safety.yml", "risks: {}\n", "the field 'stop_rule' is missing"),
]


def address(path: str) -> str:
    """Address of the page at `path` below docs/."""
    return re.sub(r"(?:^|(?<=/))index/$", "", path.removesuffix(".md") + "/")


def planted(fault: Fault, text: str) -> str | bytes | None:
    """The file with its fault."""
    if not fault.old or not isinstance(fault.new, str):
        return fault.new
    assert text.count(fault.old) == 1
    return text.replace(fault.old, fault.new)


def test_without_a_fault_nothing_stops(running: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_check([], running.root) == 0, capsys.readouterr().out
    assert "must" not in running.banner("")
    assert running.builder.failure is None


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_preview_goes_on_and_says_where(
    running: Preview, fault: Fault, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (running.root / fault.file).read_text(encoding="utf-8")
    shown = address(fault.shown)
    try:
        running.save(fault.file, planted(fault, before))
        running.wait()
        words, page = running.banner(shown), running.get(shown)
        code, said = run_check([], running.root), capsys.readouterr().out
    finally:
        running.save(fault.file, before)
        running.wait()
    assert re.search(rf"{re.escape(fault.place)} [^[]*{re.escape(fault.words)}", words)
    assert "<h1" in page
    boxes = unescape(" ".join(re.findall(_BOX, page)))
    assert fault.place in boxes or not fault.boxed
    assert code == (1 if fault.stops else 0)
    lines = [line for line in said.split("\n") if line.startswith(fault.place) and fault.words in line]
    assert lines or not fault.stops
    assert fault.words not in running.banner(shown)
    assert running.builder.failure is None
