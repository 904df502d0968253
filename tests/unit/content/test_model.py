"""The model: addresses and links that are computed from what was written."""

from dataclasses import replace

import pytest

from macros.content.model import url_of
from tests.support.content import data


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
    assert url_of(path) == url


def test_a_source_is_linked_by_its_doi_else_by_its_page() -> None:
    source = replace(data().sources["able2020first"], doi="10.1/x", url="https://x.example")
    assert source.link == "https://doi.org/10.1/x"
    assert replace(source, doi=None).link == "https://x.example"
    assert replace(source, doi=None, url=None).link is None
