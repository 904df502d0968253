"""Converts Markdown as the site does, with and without the linker, and reads what came out."""

from functools import partial
from pathlib import Path

import html5lib
from jinja2 import Environment
from markdown import Markdown
from mkdocs.config import load_config

from macros.content.library import Library
from macros.content.model import Page
from macros.render.autolink import AutolinkExtension
from macros.render.context import Context
from macros.render.macros import MACRO_FUNCTIONS

ROOT = Path(__file__).resolve().parent.parent.parent
CONFIG = load_config(str(ROOT / "mkdocs.yml"))
NAMES, SETTINGS = CONFIG["markdown_extensions"], CONFIG["mdx_configs"]


def convert(library: Library, path: str, *, linked: bool = True) -> str:
    """HTML of a page's body, its macros called, with the linker or without."""
    page: Page = library.pages[path]
    macros = {name: partial(macro, Context(library, path)) for name, macro in MACRO_FUNCTIONS.items()}
    extra = [AutolinkExtension(library, lambda: page)] if linked else []
    converter = Markdown(extensions=[*NAMES, *extra], extension_configs=SETTINGS)
    return converter.convert(Environment().from_string(page.body).render(macros))


def links(text: str) -> list[str]:
    """Slugs of the terms linked in a page's HTML, in order, each as often as it is linked."""
    anchors = html5lib.parseFragment(text, namespaceHTMLElements=False).iter("a")
    hrefs = [anchor.get("href") for anchor in anchors if "term-link" in anchor.get("class", "").split()]
    return [href.split("#")[0].rsplit("/", 1)[-1].removesuffix(".md") for href in hrefs]


def shown(text: str) -> str:
    """The text that a reader of the HTML sees."""
    return "".join(html5lib.parseFragment(text, namespaceHTMLElements=False).itertext())
