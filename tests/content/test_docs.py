"""Our own pages break no must, and no more shoulds than their budgets allow."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from macros.content.frontmatter import read_page
from macros.content.library import load
from macros.content.parse import parse
from macros.content.problem import listing, musts
from macros.content.rules import check
from tests.conftest import ROOT

LIBRARY, PROBLEMS = load(ROOT)


def test_our_pages_have_no_musts() -> None:
    found = musts([*PROBLEMS, *check(LIBRARY, date.today())])
    if found:
        pytest.fail(listing(found), pytrace=False)


def test_every_page_of_the_folder_was_read() -> None:
    assert set(LIBRARY.documents) == set(LIBRARY.pages)
    assert LIBRARY.guides
    assert LIBRARY.practices
    assert LIBRARY.terms


def test_the_sheets_for_clinicians_keep_what_their_page_says_of_them() -> None:
    """No risk of which a sheet says "ask a professional first", no memories, no other person, and none tested."""
    calls = LIBRARY.calls["about/for-clinicians.md"]
    [sheets] = [call.arguments for call in calls if call.name == "print_sheets"]
    risks = LIBRARY.data.safety.risks
    left_out = {name for name, risk in risks.items() if risk.ask_first} | {"memories", "people", "writing"}
    assert {"breath", "holds", "stillness", "imagery", "movement"} <= left_out  # control
    practices = [LIBRARY.practices[slug] for slug in sheets]
    assert len(practices) == 6
    assert [each.slug for each in practices if left_out & set(each.risks) or each.sure != "untested"] == []


def test_every_time_zone_of_a_country_exists() -> None:
    zones = {zone for country in LIBRARY.countries.values() for zone in country.zones}
    assert {"Europe/Dublin", "America/New_York", "Asia/Kolkata"} <= zones  # control
    assert sorted(zones - available_timezones()) == []


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def filled(kind: str, front_matter: str, texts: str, cited: str = "") -> str:
    """A page as an author makes it: the skeleton's macros, new front matter, and `texts` below the same headings."""
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


def test_the_first_hour_tells_what_the_checker_says_of_its_examples(tmp_path: Path) -> None:
    hour = (ROOT / "docs/contributing/first-hour.md").read_text(encoding="utf-8")
    (slip, term, practice), fields = blocks(hour, "markdown"), blocks(hour, "yaml")
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    senses = tmp_path / "docs/practices/five-senses.md"
    text = senses.read_text(encoding="utf-8")
    senses.write_text(text.replace("## If it's hard\n\n", f"## If it's hard\n\n{slip}\n"), encoding="utf-8")
    pages = {
        "docs/glossary/on-edge.md": filled("term", fields[0], term),
        "docs/practices/trace-your-hand.md": filled("practice", fields[1], practice, "hammond2025building"),
    }
    for path, page in pages.items():
        (tmp_path / path).write_text(page, encoding="utf-8")
    library, problems = load(tmp_path)
    mine = {*pages, "docs/practices/five-senses.md"}
    day = date(2026, 11, 29)
    found = listing(each for each in [*problems, *check(library, day)] if each.path in mine)
    lines = [line for block in blocks(hour, "text") for line in block.splitlines()]
    quoted = {without_line(line) for line in lines if re.match(r"docs/\S+\.md:\d", line)}
    empty = (ROOT / "docs/_templates/term.md").read_text(encoding="utf-8")
    document, _ = read_page(re.sub(r"^draft.*\n", "", empty, flags=re.MULTILINE), "docs/glossary/on-edge.md")
    _, faults = parse(document, "term", library.data.vocabulary, library.data.safety.risks)
    asked = {without_line(str(fault)) for fault in faults}
    assert len(quoted & asked) == 2
    assert quoted - asked == {without_line(line) for line in found.splitlines()}


def without_line(problem: str) -> str:
    """What the checker says, without the number of the line."""
    return re.sub(r"(?<=\.md):\d+", "", problem)
