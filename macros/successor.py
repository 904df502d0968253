"""The autolinker for Zensical, which takes extensions by name: `markdown_extensions: [macros.successor]`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from macros.plugin import kept_library
from macros.render.autolink import AutolinkExtension

ROOT = Path(__file__).resolve().parent.parent
RENDERING = "rendering_context"  # the preprocessor in which Zensical keeps the page that renders


class SuccessorExtension(Extension):
    """Links terms on the page that Zensical renders; on text without a page it does nothing."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Adds the site's autolinker to `md`."""
        library = kept_library(ROOT)

        def page() -> Any:
            context: Any = md.preprocessors[RENDERING] if RENDERING in md.preprocessors else None
            return library.pages.get(context.page.path) if context else None

        AutolinkExtension(library, page).extendMarkdown(md)


def makeExtension(**_: Any) -> SuccessorExtension:  # noqa: N802 (Python-Markdown's name)
    """What Python-Markdown calls for an extension named by its module."""
    return SuccessorExtension()
