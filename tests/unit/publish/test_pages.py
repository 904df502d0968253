"""Pages with the frame name the pages that may be fetched ahead."""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.publish.folder import write_files
from macros.publish.pages import SPECULATION, finish_pages

PAGE = '<head><title>T</title></head><body><header class="page-head"><h1>T</h1></header></body>'


def finished(site: Path, page: str) -> str:
    write_files(site, {"index.html": page})
    finish_pages(site)
    return (site / "index.html").read_text()


def test_next_pages_are_fetched_only_and_never_the_private_tools(tmp_path: Path) -> None:
    page = finished(tmp_path, PAGE)
    rules = re.search(r'<script type="speculationrules">(.*?)</script>', page)
    assert rules
    assert json.loads(rules[1]) == SPECULATION
    assert list(SPECULATION) == ["prefetch"]
    assert {"not": {"href_matches": "/*tools/*"}} in SPECULATION["prefetch"][0]["where"]["and"]  # type: ignore[index]


def test_a_sheet_to_print_names_no_next_page(tmp_path: Path) -> None:
    assert "speculationrules" not in finished(tmp_path, PAGE.replace(' class="page-head"', ""))
