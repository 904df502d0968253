"""Which page shows which picture when its link is shared."""

from urllib.parse import urlsplit

from macros.content.library import Library
from macros.content.model import Guide, Page, Practice, Term
from macros.content.quotes import curled_text
from macros.render import share_image
from macros.render.diagrams import drawing_alone
from macros.render.shape import drawing
from macros.render.share_image import ShareImage, breath_below, shape_beside, sign_above
from macros.render.signs import SIGNS

FOLDER = "assets/share"
SITE = f"{FOLDER}/site.png"
LOCAL = {"localhost", "127.0.0.1", "::1"}
SHAPE_SIDE, SIGN_SIDE, DIAGRAM_WIDTH = 250, 150, 460  # pixels
MARK = breath_below(share_image.BREATH, 175, 104)


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
    images = {SITE: ShareImage(site_name, "", site_name, site_line, MARK)}
    for page in library.pages.values():
        if image_path(page) != SITE:
            images[image_path(page)] = _image(library, page, site_name)
    return images


def _image(library: Library, page: Page, site_name: str) -> ShareImage:
    title = curled_text(page.title[:1].upper() + page.title[1:])[0]
    line = curled_text(page.short if isinstance(page, Term) else page.summary)[0]
    if isinstance(page, Term):
        return ShareImage(site_name, "Glossary", title, line, MARK)
    if isinstance(page, Practice):
        width, height, path = drawing(page)
        if page.practice_kind != "breath":
            shape = shape_beside(path, width, height, SHAPE_SIDE)
            return ShareImage(site_name, "Practice", title, line, shape, SHAPE_SIDE, 3)
        sign = sign_above(SIGNS[page.slug], SIGN_SIDE) if page.slug in SIGNS else ""
        below = breath_below(path, width, height)
        return ShareImage(site_name, "Practice", title, line, sign + below, SIGN_SIDE if sign else 0)
    names = [call.arguments[0] for call in library.calls[page.path] if call.name == "diagram"]
    if not names:
        return ShareImage(site_name, "Guide", title, line, MARK)
    left, top = share_image.WIDTH - share_image.MARGIN - DIAGRAM_WIDTH, 100
    box = f'x="{left}" y="{top}" width="{DIAGRAM_WIDTH}" height="{share_image.HEIGHT - 2 * top}"'
    drawn = drawing_alone(names[0], box)
    return ShareImage(site_name, "Guide", title, line, drawn, DIAGRAM_WIDTH, 3)
