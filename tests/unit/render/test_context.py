"""The context of one page, and addresses that work below any sub-path."""

import pytest

from macros.render.context import Context, relative
from tests.support.content import guide, library, page


@pytest.mark.parametrize(
    ("start", "url", "expected"),
    [
        ("", "", "./"),
        ("", "guides/x/", "guides/x/"),
        ("guides/x/", "", "../../"),
        ("guides/x/", "guides/x/", "./"),
        ("guides/x/", "guides/y/", "../y/"),
        ("guides/x/", "guides/", "../"),
        ("guides/x/", "about/evidence/#evidence-key", "../../about/evidence/#evidence-key"),
        ("guides/x/", "#here", "../../#here"),
        ("practices/x/", "assets/pacers.css", "../../assets/pacers.css"),
        ("glossary/", "glossary/?q=vagus", "?q=vagus"),
    ],
)
def test_an_address_is_relative_to_the_page_it_stands_on(start: str, url: str, expected: str) -> None:
    assert relative(start, url) == expected


def test_a_context_knows_its_page_and_counts_uses_from_nothing() -> None:
    context = Context(library({"guides/x.md": guide("Xx")}), "guides/x.md")
    assert context.page.title == "Xx"
    assert context.href("help/") == "../../help/"
    assert context.uses["any"] == 0


def test_a_page_that_could_not_be_read_has_no_context() -> None:
    with pytest.raises(KeyError):
        _ = Context(library({"index.md": page()}), "guides/x.md").page
