"""The autolinker for Zensical, which takes extensions by name: `markdown_extensions: [macros.successor]`."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.content.library import Library
from macros.content.model import Page
from macros.plugin import kept_library
from macros.render.autolink import AutolinkExtension

ROOT = Path(__file__).resolve().parent.parent
RENDERING = "rendering_context"  # the preprocessor in which Zensical keeps the page that renders


class Resolver(Treeprocessor):
    """Makes absolute links to files relative: Zensical resolves those after the linker, and absolute ones before it."""

    def __init__(self, md: Markdown, library: Library, current: Callable[[], Page | None]) -> None:
        super().__init__(md)
        self.library, self.current = library, current

    def run(self, root: ElementTree.Element) -> None:
        """Changes every link below `root` that names a file of the docs from their root."""
        page = self.current()
        for link in root.iter("a") if page else ():
            target = self.library.pages.get(link.get("href", "").removeprefix("/"))
            if page and target:
                link.set("href", posixpath.relpath(target.path, posixpath.dirname(page.path) or "."))


class SuccessorExtension(Extension):
    """Links terms on the page that Zensical renders; on text without a page it does nothing."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Adds the site's autolinker to `md`."""
        library = kept_library(ROOT)

        def page() -> Page | None:
            known = RENDERING in md.preprocessors
            context: Any = md.preprocessors[RENDERING] if known else None
            return library.pages.get(context.page.path) if context else None

        AutolinkExtension(library, page).extendMarkdown(md)
        md.treeprocessors.register(Resolver(md, library, page), "resolve-terms", 4)


def makeExtension(**_: Any) -> SuccessorExtension:  # noqa: N802 (Python-Markdown's name)
    """What Python-Markdown calls for an extension named by its module."""
    return SuccessorExtension()
