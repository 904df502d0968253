"""Fills "Where it is mentioned" and "Words on this page" from the links of a finished folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.content.library import Library
from macros.content.term_links import TermLinks
from macros.publish.term_lists import fill_places, term_links
from macros.render.term_lists import term_list


def fill_mentions(library: Library, texts: Mapping[str, str], site: Path) -> TermLinks:
    """Writes the lists into the pages of the folder `site`, and returns the links that they were made from.

    `texts` is the finished HTML of the pages by their path (see `read_pages`).
    """
    links = term_links(library, texts)
    fill_places(library, texts, site, lambda page, name: term_list(links, page, name))
    return links
