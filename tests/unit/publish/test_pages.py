"""Pages are made small without changing what they say, and name the pages that may be fetched ahead."""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.publish.folder import write_files
from macros.publish.pages import SPECULATION, finish_pages

PAGE = """<!doctype html>
<html lang="en">
  <head>
    <title>T</title>
    <style>p  >  a { color : red }</style>
    <script type="application/ld+json">{"a": "</b>  c"}</script>
  </head>
  <body>
    <p>one <b>two</b> <i>three</i>
       four</p>
    <pre>
  kept
    as it is</pre>
    <textarea>  kept  </textarea>
    <button type="button" hidden>x</button>
    <script defer src="a.js" data-theme="b.js"></script>
  </body>
</html>
"""


def made(site: Path, page: str) -> str:
    write_files(site, {"index.html": page})
    finish_pages(site)
    return (site / "index.html").read_text()


def test_space_between_words_stays_and_needless_space_goes(tmp_path: Path) -> None:
    page = made(tmp_path, PAGE)
    assert "<p>one <b>two</b> <i>three</i> four</p>" in page.replace("\n", " ")
    assert len(page) < len(PAGE) + 300  # the rules to fetch ahead are added


def test_what_is_written_as_it_stands_stays_so(tmp_path: Path) -> None:
    page = made(tmp_path, PAGE)
    for kept in (
        "  kept\n    as it is</pre>",
        "<textarea>  kept  </textarea>",
        "<style>p  >  a { color : red }</style>",
    ):
        assert kept in page
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert data
    assert json.loads(data[1]) == {"a": "</b>  c"}


def test_attributes_that_styles_and_tests_read_stay(tmp_path: Path) -> None:
    page = made(tmp_path, PAGE)
    assert '<button type="button" hidden>' in page
    assert "<body>" in page
    assert "</html>" in page


def test_next_pages_are_fetched_only_and_never_the_private_tools(tmp_path: Path) -> None:
    page = made(tmp_path, PAGE)
    rules = re.search(r'<script type="speculationrules">(.*?)</script>', page)
    assert rules
    assert json.loads(rules[1]) == SPECULATION
    assert list(SPECULATION) == ["prefetch"]
    assert {"not": {"href_matches": "/*tools/*"}} in SPECULATION["prefetch"][0]["where"]["and"]  # type: ignore[index]


def test_a_sheet_to_print_names_no_next_page(tmp_path: Path) -> None:
    assert "speculationrules" not in made(tmp_path, PAGE.replace(' data-theme="b.js"', ""))


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    page = made(tmp_path, PAGE)
    assert finish_pages(tmp_path) == "0 pages made small"
    assert (tmp_path / "index.html").read_text() == page
