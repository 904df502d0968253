"""The context of one page: addresses that work below any sub-path, and citations numbered by first use."""

import re

import pytest

from macros.render.context import Context, relative
from tests.support.content import library, page


@pytest.mark.parametrize(
    ("start", "url", "expected"),
    [
        ("", "", "./"),
        ("", "guides/x/", "guides/x/"),
        ("guides/x/", "", "../../"),
        ("guides/x/", "guides/y/", "../y/"),
        ("guides/x/", "guides/", "../"),
        ("guides/x/", "about/evidence/#evidence-key", "../../about/evidence/#evidence-key"),
        ("guides/x/", "#here", "../../#here"),
        ("glossary/", "glossary/?q=vagus", "?q=vagus"),
    ],
)
def test_an_address_is_relative_to_the_page_it_stands_on(start: str, url: str, expected: str) -> None:
    assert relative(start, url) == expected


def test_numbers_follow_the_first_use_on_the_page_and_each_use_has_its_own_id() -> None:
    body = "A{{ cite('charlie2021second') }} b{{ cite('able2020first', 'charlie2021second') }}."
    here = Context(library({"index.md": page(body)}), "index.md")
    html = here.cite("charlie2021second") + here.cite("able2020first", "charlie2021second")
    assert re.findall(r'id="([^"]+)".*?</span>(\d+)</a>', html) == [
        ("cite-charlie2021second-1", "1"),
        ("cite-able2020first-1", "2"),
        ("cite-charlie2021second-2", "1"),
    ]
