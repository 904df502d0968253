"""Which page links to which term, as the finished pages say: what the lists of mentions are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.content.library import Library
from macros.content.model import Page, Term


@dataclass(frozen=True)
class TermLinks:
    """The links to terms in the text of all pages: `on_page` has their slugs by a page's path, in order."""

    library: Library
    on_page: Mapping[str, tuple[str, ...]]

    def terms_on(self, path: str) -> tuple[Term, ...]:
        """The terms that the page at `path` links to, each once, in the order of the page."""
        return tuple(self.library.terms[slug] for slug in self.on_page.get(path, ()))

    @cached_property
    def pages(self) -> dict[str, tuple[Page, ...]]:
        """For each term's slug the pages that link to it, in the order of the site."""
        linking: dict[str, list[Page]] = {slug: [] for slug in self.library.terms}
        for page in self.library.ordered():
            for slug in self.on_page.get(page.path, ()):
                linking[slug].append(page)
        return {slug: tuple(pages) for slug, pages in linking.items()}
