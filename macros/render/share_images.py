"""Which page shows which picture when its link is shared."""

from __future__ import annotations

from urllib.parse import urlsplit

from macros.content.library import Library
from macros.content.model import Guide, Page, Practice, Term
from macros.render.shape import drawing
from macros.render.share_image import ShareImage

FOLDER = "assets/share"
SITE = f"{FOLDER}/site.png"
LOCAL = {"localhost", "127.0.0.1", "::1"}


def shared(address: str) -> bool:
    """Whether links of a site at `address` can be shared at all: it is set, and not that of `make serve`."""
    return bool(address) and urlsplit(address).hostname not in LOCAL


def image_path(page: Page | None) -> str:
    """Path below the site's root of the picture of a page: its own, or that of the site."""
    if isinstance(page, (Guide, Practice, Term)):
        return f"{FOLDER}/{page.url.rstrip('/')}.png"
    return SITE


def share_images(library: Library, site_name: str, site_line: str) -> dict[str, ShareImage]:
    """Every picture by its path below the site's root."""
    found = {SITE: ShareImage(site_name, "", site_name, site_line)}
    for page in library.pages.values():
        if image_path(page) != SITE:
            found[image_path(page)] = _image(page, site_name)
    return found


def _image(page: Page, site_name: str) -> ShareImage:
    title = page.title[:1].upper() + page.title[1:]
    if isinstance(page, Practice):
        width, height, path = drawing(page)
        joined = page.practice_kind == "breath"
        return ShareImage(site_name, "Practice", title, page.summary, path, (width, height), joined)
    if isinstance(page, Term):
        return ShareImage(site_name, "Glossary", title, page.short)
    return ShareImage(site_name, "Guide", title, page.summary)
