"""What a macro or a template needs to know of the page that renders: the library, settings, addresses."""

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from macros.content.data_files import Choice
from macros.content.library import Library
from macros.content.model import Page
from macros.render.templates import render


@dataclass
class Context:
    """The state of one page's rendering. `path` is the page's path below docs/, `settings` stand in
    mkdocs.yml, `uses` counts how often each source was cited."""

    library: Library
    path: str
    uses: Counter[str] = field(default_factory=Counter)
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def page(self) -> Page:
        """The page that renders. Raises KeyError for a page the library could not read."""
        return self.library.pages[self.path]

    @property
    def words(self) -> Mapping[str, Mapping[str, Choice]]:
        """The choices of docs/_data/vocabulary.yml, by list and name."""
        return self.library.data.vocabulary

    def href(self, url: str) -> str:
        """Address of `url` (below the site's root, "guides/x/") relative to this page."""
        return relative(self.page.url, url)

    def cite(self, *keys: str) -> Markup:
        """Links to the sources `keys`, in one raised group; numbers follow the first use on the page."""
        numbers = {key: number for number, key in enumerate(self.library.cited(self.path), start=1)}
        links = []
        for key in keys:
            self.uses[key] += 1
            links.append({"key": key, "number": numbers[key], "use": self.uses[key]})
        return render("citation/citation.html", links=links)


def relative(start: str, url: str) -> str:
    """Address of `url` as seen from the page at `start`; both below the site's root, folders with a slash."""
    target, mark, fragment = url.partition("#")
    path = posixpath.relpath(f"/{target}", f"/{start}")
    slash = "/" if not target or target.endswith("/") else ""
    return f"{path}{slash}{mark}{fragment}"
