"""Our own pages break no must, and no more shoulds than their budgets allow."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from macros.content.frontmatter import read_page
from macros.content.library import Library, load, parse, read_file
from macros.content.problem import Problem, listing, musts
from macros.content.rules import check
from tests.conftest import ROOT


@cache
def ours() -> tuple[Library, list[Problem]]:
    """Our pages, and what is wrong with the reading of them."""
    return load(ROOT)


def test_our_pages_have_no_musts() -> None:
    library, problems = ours()
    if broken := musts([*problems, *check(library, date.today())]):
        pytest.fail(listing(broken), pytrace=False)


def test_every_page_of_the_folder_was_read() -> None:
    library, _ = ours()
    assert set(library.documents) == set(library.pages)
    assert all((library.guides, library.practices, library.terms, library.countries))


def test_the_sheets_for_clinicians_keep_what_their_page_says_of_them() -> None:
    """No risk of which a sheet says "ask a professional first", no memories, no other person, and none
    tested."""
    library, _ = ours()
    calls = library.calls["about/for-clinicians.md"]
    [sheets] = [call.arguments for call in calls if call.name == "print_sheets"]
    risks = library.data.safety.risks
    left_out = {name for name, risk in risks.items() if risk.ask_first} | {"memories", "people", "writing"}
    assert {"breath", "holds", "stillness", "imagery", "movement"} <= left_out  # control
    practices = [library.practices[slug] for slug in sheets]
    assert len(practices) == 6
    assert all(not left_out & set(practice.risks) and practice.sure == "untested" for practice in practices)


def test_every_time_zone_of_a_country_exists() -> None:
    library, _ = ours()
    zones = {zone for country in library.countries.values() for zone in country.zones}
    assert {"Europe/Dublin", "America/New_York", "Asia/Kolkata"} <= zones  # control
    assert sorted(zones - available_timezones()) == []


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def filled(kind: str, front_matter: str, texts: str, cited: str = "") -> str:
    """A page as an author makes it: the skeleton's macros, new front matter, and `texts` below the same
    headings."""
    skeleton = (ROOT / f"docs/_templates/{kind}.md").read_text(encoding="utf-8").partition("\n---\n")[2]
    for heading, said in re.findall(r"^(## [^\n]+\n)\n(.*?)(?=^## |\Z)", texts, re.MULTILINE | re.DOTALL):
        [below] = re.finditer(rf"{re.escape(heading)}\n(?:\{{\{{.*\}}\}}\n\n)?", skeleton)
        skeleton = f"{skeleton[: below.end()]}{said.rstrip()}\n\n{skeleton[below.end() :]}"
    if cited:
        last = texts.rstrip().splitlines()[-1]
        skeleton = skeleton.replace(last, f'{last.removesuffix(".")}{{{{ cite("{cited}") }}}}.')
    else:
        skeleton = skeleton.replace("## Sources\n\n{{ sources() }}\n", "")
    return f"---\n{front_matter}---\n{skeleton}"


def test_the_first_hour_shows_what_the_checker_says_of_its_examples(tmp_path: Path) -> None:
    hour = (ROOT / "docs/contributing/first-hour.md").read_text(encoding="utf-8")
    (slip, term, practice), fields = blocks(hour, "markdown"), blocks(hour, "yaml")
    senses = (ROOT / "docs/practices/five-senses.md").read_text(encoding="utf-8")
    texts = {
        "practices/five-senses.md": senses.replace("## If it's hard\n\n", f"## If it's hard\n\n{slip}\n"),
        "glossary/on-edge.md": filled("term", fields[0], term),
        "practices/trace-your-hand.md": filled("practice", fields[1], practice, "hammond2025building"),
    }
    library, _ = ours()
    documents, pages = {**library.documents}, {**library.pages}
    for path, text in texts.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text, encoding="utf-8")
        reading = read_file(tmp_path, path, library.data)
        assert reading.document
        assert reading.page, reading.problems
        documents[path], pages[path] = reading.document, reading.page
    problems = check(replace(library, documents=documents, pages=pages), date(2026, 11, 29))
    shown = listing(problem for problem in problems if problem.path.removeprefix("docs/") in texts)
    lines = [line for block in blocks(hour, "text") for line in block.splitlines()]
    quoted = {without_line(line) for line in lines if re.match(r"docs/\S+\.md:\d", line)}
    empty = (ROOT / "docs/_templates/term.md").read_text(encoding="utf-8")
    document, _ = read_page(re.sub(r"^draft.*\n", "", empty, flags=re.MULTILINE), "docs/glossary/on-edge.md")
    _, faults = parse(document, library.data.lists)
    of_the_skeleton = {without_line(str(fault)) for fault in faults}
    assert len(quoted & of_the_skeleton) == 2
    assert quoted - of_the_skeleton == {without_line(line) for line in shown.splitlines()}


def without_line(problem: str) -> str:
    """What the checker says, without the number of the line."""
    return re.sub(r"(?<=\.md):\d+", "", problem)
