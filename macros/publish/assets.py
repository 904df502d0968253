"""What the passes share: pages and what they refer to, names with a hash, files written only when changed."""

import hashlib
import os
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from macros.publish.folder import write_text

# "site.0a1b2c3d.js": eight hexadecimal digits of ours and the theme's, or eight letters and digits of
# esbuild's.
HASHED = re.compile(r"[.-](?:[0-9a-f]{8,}|[0-9A-Z]{8})\.")
_ROOT = re.compile(r'href="(?P<root>/[^"]*?)assets/')


def pages(site: Path) -> Iterator[Path]:
    """Every page of the folder, in the order of its path."""
    yield from sorted(site.rglob("*.html"))


def change_pages(site: Path, change: Callable[[str, str], str]) -> int:
    """Gives each page's path ("guides/x/index.html") and text to `change`, writes what differs, says how many
    did."""
    changed = 0
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        changed_text = change(page.relative_to(site).as_posix(), text)
        if changed_text != text:
            write_text(page, changed_text)
            changed += 1
    return changed


def hashed_name(path: str, content: bytes) -> str:
    """ "assets/site.js" as "assets/site.0a1b2c3d.js": the same content has the same name for ever."""
    stem, ending = os.path.splitext(path)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{ending}"


def file_of(page: str, address: str, root: str = "") -> str | None:
    """Path below the folder that `address` on `page` leads to; None for another site. `root` is the site's
    own path.

    Both are paths: "guides/x/index.html" and "../../assets/site.css" give "assets/site.css".
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    if parts.path.startswith("/"):
        return parts.path.removeprefix(root or "/")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
    return None if path.startswith("..") else path


def root_of(text: str) -> str:
    """The site's own path ("/guide/") on a page that names its files from the root (404.html); else ""."""
    match = _ROOT.search(text) if 'href="/' in text else None
    return match["root"] if match else ""


def swapped(address: str, old: str, new: str) -> str:
    """`address` with its ending `old` as `new`: keeps however many "../" or what root stands before it."""
    return address.removesuffix(old) + new if address.endswith(old) else address
