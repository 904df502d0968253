"""Writes the whole site as one file (zipfile): unpacked, it works from a disk, search and timers too."""

import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from macros.publish.folder import change_files
from macros.publish.scripts import DISK

ZIP = "site.zip"
# What only a host, a browser with a network or a reader of feeds asks for.
LEFT_OUT = ("_", ".", "assets/share/", "offline/", "sw.js", "404.html", "robots.txt", "feed.xml", "sitemap",
            "opensearch.xml", "manifest.webmanifest", ZIP)  # fmt: skip

# An attribute whose address ends in a folder: "", ".", ".." or a slash, before any "?" or "#".
_FOLDER_LINK = re.compile(
    r"(?P<start>\s(?:href|action|data-(?!root\b|theme\b)[\w-]+)=\"?)"
    r"(?P<folder>(?:[^\"'\s>?#:/][^\"'\s>?#:]*/)?\.{0,2}(?<=[./]))(?P<rest>[?#][^\"'\s>]*)?(?=[\"'\s>])"
)
_ONLY_ON_A_HOST = re.compile(
    r"<link\b(?=[^>]*\brel=\"?(?:manifest|preload|modulepreload|search|alternate)\b)[^>]*>"
    r"|<meta\b(?=[^>]*Content-Security-Policy)[^>]*>"
    r"|<script\b(?=[^>]*\btype=\"?speculationrules\b)[^>]*>.*?</script>"
    r"|<p\b(?=[^>]*\boffline-copy__zip\b)[^>]*>.*?</p>",
    re.DOTALL,
)
_MODULE_FILE = re.compile(r"^assets/.*\.[0-9A-Z]{8}\.js$")  # modules do not run from a disk
_MODULE = re.compile(r'<script type="module" src="(?P<folder>[^"]*/)(?P<name>[\w-]+)\.[0-9A-Z]{8}\.js">')
_ZIP_LINK = re.compile(
    r'(<p class="offline-copy__zip") hidden(?:="")?(.*?) data-href=(.*?__size">)[^<]*', re.DOTALL
)


def write_zip(site: Path) -> str:
    """Writes site.zip into the finished folder, and shows the link to it with its size."""
    (site / ZIP).unlink(missing_ok=True)
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    name = re.sub(r"[^a-z0-9]+", "-", manifest["name"].lower()).strip("-")
    with zipfile.ZipFile(site / ZIP, "w") as archive:
        for path, content in disk_files(site):
            entry = zipfile.ZipInfo(f"{name}/{path}")  # dated 1980: the same site gives the same bytes
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    size = (site / ZIP).stat().st_size
    change_files(site, lambda _, text: _ZIP_LINK.sub(rf"\g<1>\g<2> href=\g<3>{size / 1e6:.1f} MB", text))
    return f"{ZIP} of {size} bytes"


def disk_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the copy for a disk with its path: pages changed for it, others as they are."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(LEFT_OUT) or _MODULE_FILE.match(path):
            continue
        if file.suffix == ".html":
            yield path, for_disk(site, path, file.read_text(encoding="utf-8")).encode()
        else:
            yield path, file.read_bytes()
    yield from ((f"assets/{file.name}", file.read_bytes()) for file in sorted((site / DISK).glob("*.js")))


def for_disk(site: Path, page: str, html: str) -> str:
    """A page whose links name files and whose scripts are classic, without what a disk cannot give.

    `page` is its path below the folder ("guides/x/index.html").
    """

    def with_file(link: re.Match[str]) -> str:
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(page), link["folder"]))
        if folder.startswith("..") or not (site / folder / "index.html").is_file():
            return link[0]
        return f"{link['start']}{posixpath.join(link['folder'], 'index.html')}{link['rest'] or ''}"

    text = _MODULE.sub(r'<script defer src="\g<folder>\g<name>.js">', _ONLY_ON_A_HOST.sub("", html))
    return _FOLDER_LINK.sub(with_file, text)
