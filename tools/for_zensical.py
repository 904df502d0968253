"""What `make successor` gives Zensical, which lacks MkDocs' events and `env`: macros, autolinker."""

import functools
import posixpath
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.content.library import load
from macros.render.autolink import AutolinkExtension
from macros.render.context import Context, relative
from macros.render.macros import MACRO_FUNCTIONS

LIBRARY = load(Path(__file__).resolve().parents[1])[0]
RENDERING: Any = "rendering_context"  # the preprocessor in which Zensical keeps the page that renders


class SourceContext(Context):
    """Makes addresses as seen from the source file: Zensical moves those of raw HTML to the page itself."""

    def href(self, url: str) -> str:
        """Address of `url` (below the site's root) relative to the file of this page."""
        return relative(posixpath.dirname(self.path), url)


def define_env(env: Any) -> None:
    """Called once a page: registers the macros for it."""
    context = SourceContext(LIBRARY, env.page.path, settings=env.conf["extra"]["site"])
    for name, function in MACRO_FUNCTIONS.items():
        env.macro(functools.partial(function, context), name)


class TermLinks(Extension, Treeprocessor):
    """Links terms, then makes the linker's absolute addresses relative, which Zensical resolves."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called once a page."""
        if RENDERING in md.preprocessors:
            self.path = md.preprocessors[RENDERING].page.path
            AutolinkExtension(LIBRARY, lambda: LIBRARY.pages.get(self.path)).extendMarkdown(md)
            md.treeprocessors.register(self, "relative-links", 4)

    def run(self, root: ElementTree.Element) -> None:
        """Changes every link that names a file of docs/ from its root."""
        for link in root.iter("a"):
            href = link.get("href", "")
            if href.startswith("/") and href[1:] in LIBRARY.pages:
                link.set("href", posixpath.relpath(href[1:], posixpath.dirname(self.path) or "."))


makeExtension = TermLinks  # noqa: N816 (called by Python-Markdown for an extension that is named by its module)
