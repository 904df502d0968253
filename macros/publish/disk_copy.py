"""The whole site as one file: unpacked, it opens from a disk, with search, filters and timers."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from macros.publish.sheets import share_sheets

ZIP = "site.zip"
# What only a host, a browser with a network or a reader of feeds asks for.
LEFT_OUT = ("_", ".", "assets/share/", "offline/", "sw.js", "404.html", "robots.txt", "feed.xml", "opensearch.xml",
            "sitemap", "addresses.json", "manifest.webmanifest", "components/vendor/iframe-worker.js", ZIP)  # fmt: skip
INDEX, INDEX_SCRIPT = "search/search_index.json", "search/search_index.js"
SHIM = "assets/iframe-worker.js"  # a worker that runs from a disk
VENDORED = Path(__file__).resolve().parents[2] / "overrides" / "components" / "vendor" / "iframe-worker.js"
WORKERS = "assets/javascripts/workers"

_ATTRIBUTE = re.compile(
    r"(?P<name>\s(?:href|action|data-(?!root\b|theme\b)[\w-]+)=)(?P<quote>\"?)(?P<value>[^\"'\s>]+)"
)
_ABSENT = re.compile(
    r"<link\b(?=[^>]*\brel=\"?(?:manifest|preload|search|alternate)\b)[^>]*>"
    r"|<meta\b(?=[^>]*Content-Security-Policy)[^>]*>"
    r"|<script\b(?=[^>]*\btype=\"?speculationrules\b)[^>]*>.*?</script>"
    r"|<p\b(?=[^>]*\boffline-copy__zip\b)[^>]*>.*?</p>",
    re.DOTALL,
)
_CONFIG = re.compile(r"(<script\b(?=[^>]*\b__config\b)[^>]*>)(?P<json>.*?)(</script>)", re.DOTALL)
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
    yield SHIM, VENDORED.read_bytes()
    sheets: dict[str, str] = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(LEFT_OUT):
            continue
        if file.suffix == ".html":
            text = for_disk(site, path, file.read_text(encoding="utf-8"))
            yield path, share_sheets(path, text, sheets).encode()
        elif path == INDEX:
            yield INDEX_SCRIPT, index_script(file.read_text(encoding="utf-8")).encode()
        else:
            yield path, file.read_bytes()
    yield from ((path, text.encode()) for path, text in sorted(sheets.items()))


def for_disk(site: Path, page: str, html: str) -> str:
    """A page whose links name files, whose search runs in a frame, without what a disk cannot give.

    `page` is its path below the folder ("guides/x/index.html").
    """
    text = _ABSENT.sub("", html)
    text = _ATTRIBUTE.sub(lambda found: _named(site, page, found), text)
    text = _CONFIG.sub(lambda found: found[1] + _plain_search(site, found["json"]) + found[3], text)
    if "__config" not in text:
        return text
    shim = posixpath.relpath(SHIM, posixpath.dirname(page) or ".")
    return text.replace("</head>", f'<script src="{shim}"></script></head>', 1)


def _named(site: Path, page: str, found: re.Match[str]) -> str:
    """An attribute that leads to a folder of the site with "index.html" added; any other as it stands."""
    address, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", found["value"], re.DOTALL).groups()  # type: ignore[union-attr]
    if not address or ":" in address or address.startswith("/") or not re.search(r"(?:^|/)\.{0,2}$", address):
        return found[0]
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
    if folder.startswith("..") or not (site / folder / "index.html").is_file():
        return found[0]
    return f"{found['name']}{found['quote']}{posixpath.join(address, 'index.html')}{mark}{rest}"


def _plain_search(site: Path, config: str) -> str:
    """The theme's settings with its own worker: ours brings that one in, which a frame on a disk cannot."""
    settings = json.loads(config)
    worker = next((site / WORKERS).glob("search.*.js"), None)
    if worker:
        settings["search"] = f"{settings['base']}/{WORKERS}/{worker.name}"
    return json.dumps(settings, ensure_ascii=False).replace("<", "\\u003c")


def index_script(index: str) -> str:
    """The search's index as the script that the theme asks for on a disk, its addresses as files."""
    record = json.loads(index)
    for entry in record["docs"]:
        entry["location"] = re.sub(r"(^|/)(?=#|$)", r"\1index.html", entry["location"], count=1)
    return f"var __index = {json.dumps(record, ensure_ascii=False, separators=(',', ':'))}"


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
