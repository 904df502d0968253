"""Small libraries for tests: the fixture data, and pages written in the test or kept beside it."""

import functools
import shutil
from collections.abc import Mapping
from pathlib import Path

from macros.content.data import Data, load_data
from macros.content.frontmatter import Document, read_page
from macros.content.library import Library, parse
from macros.content.model import Page

FIXTURES = Path(__file__).resolve().parent.parent / "content" / "fixtures"
DATES = "reviewed: 2026-11-22\nnext_review: 2027-11-22\n"


@functools.cache
def data() -> Data:
    """The fixture data; they have no faults."""
    content, problems = load_data(FIXTURES)
    assert not problems, problems
    return content


def library(pages: Mapping[str, str]) -> Library:
    """A library of `pages` (text by path below docs/), which must all be readable."""
    documents: dict[str, Document] = {}
    parsed: dict[str, Page] = {}
    for path, text in pages.items():
        documents[path], parsed[path] = _read(path, text)
    return Library(documents, parsed, data())


@functools.cache
def _read(path: str, text: str) -> tuple[Document, Page]:
    document, problems = read_page(text, f"docs/{path}")
    page, faults = parse(document, data().lists)
    assert page is not None, [*problems, *faults]
    return document, page


def project(root: Path, pages: Mapping[str, str]) -> Path:
    """A project on disk below `root`: the fixture data and `pages`, by path below docs/."""
    shutil.copytree(FIXTURES, root, dirs_exist_ok=True)
    for path, text in pages.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def page(body: str = "", *, title: str = "A plain page", extra: str = "") -> str:
    """Text of a plain page; `extra` are further front-matter lines."""
    summary = f"A page with the title {title}, made for a test so that a rule has something to read."
    return f'---\ntitle: "{title}"\nsummary: "{summary}"\n{extra}---\n{body}'


LINES = """lines:
  - kind: emergency
    name: Emergency
    call: ["000"]
"""


def country(
    name: str, *, zones: str = "[Sea/North]", lines: str = LINES, extra: str = "", body: str = ""
) -> str:
    """Text of a country's page; `zones` and `lines` are YAML, `extra` further front-matter lines."""
    summary = f"In danger? Call the number of {name}, a country made for a test of pages with help lines."
    return (
        f'---\ntitle: Help in {name}\ncountry: {name}\nsummary: "{summary}"\nzones: {zones}\n{lines}{extra}'
        f'read: "2026-11"\nplaces:\n  - https://tests.example/read\n---\n{body or "{{ country_lines() }}"}\n'
    )


def term(title: str, body: str = "", *, aka: str = "[]", extra: str = "", see: str = "[other]") -> str:
    """Text of a term's page; `aka` and `see` are YAML lists, `extra` further front-matter lines."""
    return (
        f'---\ntitle: "{title}"\nshort: A word made for a test, number {len(title)}.\naka: {aka}\n'
        f"status: everyday phrase\ntheme: body\nsee: {see}\n{extra}{DATES}---\n{body}"
    )


def guide(title: str, body: str = "", *, order: int = 1, practice: str = "soft-breath") -> str:
    """Text of a guide's page."""
    summary = f"A guide with the title {title}, made for a test so that a list has something to show."
    return (
        f'---\ntitle: {title}\nsummary: "{summary}"\norder: {order}\npractice: {practice}\n{DATES}---\n{body}'
    )


def practice(
    title: str, body: str = "", *, group: str = "breath", data: str = "", related: str = "[other]"
) -> str:
    """Text of a practice's page: four in and six out, unless `data` says otherwise."""
    breath = "kind: breath\nphases:\n  - {kind: in, seconds: 4, say: In}\n"
    breath += "  - {kind: out, seconds: 6, say: Out}\nrounds: 6\n"
    return (
        f'---\ntitle: {title}\nsummary: "A practice called {title}, '
        'made for a test so that a rule has data to read."\n'
        f"group: {group}\n{data or breath}effort: very little\npositions: [sitting]\nin_public: true\n"
        "makes_sound: false\nplaces: [desk]\nmoments: [wound-up]\n"
        "risks: [breath, holds, people]\nsure: little\n"
        "big: small\nsize: 2 points of 40\nstudied: Twenty people who do not exist.\n"
        "not_known: Whether it does anything.\n"
        f"related: {related}\n{DATES}---\n{body}"
    )
