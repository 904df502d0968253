"""The model: addresses and links that are computed from what was written."""

from typing import Any

import pytest

from macros.content.model import Page, Source


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", ""),
        ("guides/index.md", "guides/"),
        ("guides/x.md", "guides/x/"),
        ("x.md", "x/"),
        ("glossary/stress-index.md", "glossary/stress-index/"),
        ("glossary/myindex.md", "glossary/myindex/"),
    ],
)
def test_an_address_is_that_of_the_file_and_an_index_is_its_folder(path: str, url: str) -> None:
    page = Page(
        path=path,
        slug="",
        kind="page",
        title="",
        summary="",
        reviewed=None,
        next_review=None,
        body="",
        body_line=1,
    )
    assert page.url == url


def test_a_source_is_linked_by_its_doi_else_by_its_page() -> None:
    plain: dict[str, Any] = {
        "key": "k",
        "title": "T",
        "topic": "breath",
        "type": "t",
        "n": "1",
        "finding": "f",
        "limits": "l",
        "confidence": "A",
    }
    assert Source(**plain, doi="10.1/x", url="https://x.example").link == "https://doi.org/10.1/x"
    assert Source(**plain, url="https://x.example").link == "https://x.example"
    assert Source(**plain).link is None
