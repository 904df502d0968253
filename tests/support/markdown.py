"""Converts Markdown as the site does, with and without the linker, and reads what came out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import yaml
from markdown import Markdown

from macros.content.library import Library
from macros.content.macro_calls import CALL
from macros.content.model import Page
from macros.render.autolink import AutolinkExtension
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS

ROOT = Path(__file__).resolve().parent.parent.parent


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, whose own tags mean nothing here."""


_Settings.add_multi_constructor("!", lambda loader, tag, node: None)


def site_extensions() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions of mkdocs.yml and their settings."""
    extensions = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)[
        "markdown_extensions"
    ]
    settings = {name: entry[name] for entry in extensions if isinstance(entry, dict) for name in entry}
    return [next(iter(entry)) if isinstance(entry, dict) else entry for entry in extensions], settings


NAMES, SETTINGS = site_extensions()


def expand(library: Library, path: str) -> str:
    """The page's body with its macros called, as mkdocs-macros hands it to Markdown."""
    context = Context(library, path)

    def called(match: re.Match[str]) -> str:
        return str(
            eval(
                match.group(1),
                {name: _bound(context, function) for name, function in MACRO_FUNCTIONS.items()},
            )
        )

    return CALL.sub(called, library.pages[path].body)


def _bound(context: Context, function: Any) -> Any:
    return lambda *arguments: function(context, *arguments)


def convert(library: Library, path: str, *, linked: bool = True) -> str:
    """HTML of a page's body, with the linker or without."""
    page: Page = library.pages[path]
    extra = [AutolinkExtension(library, lambda: page)] if linked else []
    return Markdown(extensions=[*NAMES, *extra], extension_configs=SETTINGS).convert(expand(library, path))


def links(text: str) -> list[str]:
    """Slugs of the terms linked in a page's HTML, in order, each as often as it is linked."""
    anchors = html5lib.parseFragment(text, namespaceHTMLElements=False).iter("a")
    hrefs = [anchor.get("href") for anchor in anchors if "term-link" in anchor.get("class", "").split()]
    return [href.split("#")[0].rsplit("/", 1)[-1].removesuffix(".md") for href in hrefs]


def shown(text: str) -> str:
    """The text that a reader of the HTML sees."""
    return "".join(_texts(html5lib.parseFragment(text, namespaceHTMLElements=False)))


def _texts(element: Any) -> Iterator[str]:
    yield from element.itertext()
