"""The whole site as one file: unpacked, it opens from a disk, with search, filters and timers."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from macros.publish.scripts import DISK

ZIP = "site.zip"
# What only a host, a browser with a network or a reader of feeds asks for.
LEFT_OUT = ("_", ".", "assets/share/", "offline/", "sw.js", "404.html", "robots.txt", "feed.xml", "opensearch.xml",
            "sitemap", "manifest.webmanifest", ZIP)  # fmt: skip

_ATTRIBUTE = re.compile(
    r"(?P<name>\s(?:href|action|data-(?!root\b|theme\b)[\w-]+)=)(?P<quote>\"?)(?P<value>[^\"'\s>]+)"
)
_ABSENT = re.compile(
    r"<link\b(?=[^>]*\brel=\"?(?:manifest|preload|modulepreload|search|alternate)\b)[^>]*>"
    r"|<meta\b(?=[^>]*Content-Security-Policy)[^>]*>"
    r"|<script\b(?=[^>]*\btype=\"?speculationrules\b)[^>]*>.*?</script>"
    r"|<p\b(?=[^>]*\boffline-copy__zip\b)[^>]*>.*?</p>",
    re.DOTALL,
)
_BUNDLE = re.compile(r"\.[0-9A-Z]{8}\.js$")  # modules, which do not run from a disk
_MODULE = re.compile(r'<script type="module" src="(?P<folder>[^"]*/)(?P<name>[\w-]+)\.[0-9A-Z]{8}\.js">')
_ZIP_LINE = re.compile(r"<p\b(?=[^>]*\boffline-copy__zip\b)[^>]*>.*?</p>", re.DOTALL)
_SIZE = re.compile(r"(<span\b[^>]*\boffline-copy__size\b[^>]*>)[^<]*(</span>)")


def write_zip(site: Path) -> str:
    """Writes site.zip into the finished folder, and shows the link to it with its size; again gives the same."""
    (site / ZIP).unlink(missing_ok=True)
    name = _folder_name(site)
    with zipfile.ZipFile(site / ZIP, "w") as archive:
        for path, content in disk_files(site):
            entry = zipfile.ZipInfo(f"{name}/{path}")  # dated 1980: the same site gives the same bytes
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    size = (site / ZIP).stat().st_size
    for page in site.rglob("*.html"):
        _show_link(page, size)
    return f"{ZIP} of {size} bytes"


def disk_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the copy for a disk with its path: pages mended for it, others as they are."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(LEFT_OUT) or _BUNDLE.search(path):
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
    text = _MODULE.sub(r'<script defer src="\g<folder>\g<name>.js">', _ABSENT.sub("", html))
    return _ATTRIBUTE.sub(lambda found: _named(site, page, found), text)


def _named(site: Path, page: str, found: re.Match[str]) -> str:
    """An attribute that leads to a folder of the site with "index.html" added; any other as it stands."""
    address, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", found["value"], re.DOTALL).groups()  # type: ignore[union-attr]
    if not address or ":" in address or address.startswith("/") or not re.search(r"(?:^|/)\.{0,2}$", address):
        return found[0]
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
    if folder.startswith("..") or not (site / folder / "index.html").is_file():
        return found[0]
    return f"{found['name']}{found['quote']}{posixpath.join(address, 'index.html')}{mark}{rest}"


def _show_link(page: Path, size: int) -> None:
    html = page.read_text(encoding="utf-8")
    if "offline-copy__zip" not in html:
        return
    shown = _ZIP_LINE.sub(lambda line: _line(line[0], size), html)
    page.write_text(shown, encoding="utf-8")


def _line(line: str, size: int) -> str:
    line = re.sub(r"^(<p\b[^>]*?)\s+hidden(?:=(?:\"\"|hidden))?(?=[\s>])", r"\1", line).replace("data-href=", "href=")
    return _SIZE.sub(rf"\g<1>{size / 1e6:.1f} MB\2", line)


def _folder_name(site: Path) -> str:
    manifest = site / "manifest.webmanifest"
    name = json.loads(manifest.read_text(encoding="utf-8"))["name"] if manifest.exists() else "site"
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
