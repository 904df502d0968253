"""The finished folder: its pages, what they refer to, names with a hash, files that are written into it."""

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

# "site.0a1b2c3d.js": eight hexadecimal digits of ours and the theme's, or eight letters and digits of
# esbuild's.
HASHED = re.compile(r"[.-](?:[0-9a-f]{8,}|[0-9A-Z]{8})\.")
OURS = ("assets/", "components/")  # folders of what pages load
# In a tag alone: in a sample of code, "<" is written as "&lt;".
_ROOT = re.compile(r'<link\b[^>]*\shref="(?P<root>/[^"]*?)assets/')

CacheEntry = tuple[str, Callable[[], bytes]]  # the key, and what makes the content when no earlier build did


def write_text(path: Path, text: str) -> None:
    """Writes UTF-8 with the line ends that `text` has: names and policies hold their hashes."""
    path.write_bytes(text.encode())


def write_files(site: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes each content to its path below `site`, making folders; raises ValueError for a path that leaves
    it."""
    for name, content in files.items():
        path = (site / name).resolve()
        if not path.is_relative_to(site.resolve()):
            raise ValueError(f"'{name}' leaves the folder {site}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_cached(site: Path, cache: Path, wanted: Mapping[str, CacheEntry]) -> int:
    """Writes files that cost time to make, from the folder `cache` where their key is known; says how many
    had to be made.

    Raises ValueError for a path that leaves `site`.
    """
    drawn = 0
    for name, (key, make) in wanted.items():
        cached = cache / f"{key}{Path(name).suffix}"
        if cached.exists():
            content = cached.read_bytes()
        else:
            content = make()
            drawn += 1
            with contextlib.suppress(OSError):  # a source that can only be read keeps nothing
                _store(cached, content)
        write_files(site, {name: content})
    return drawn


def _store(path: Path, content: bytes) -> None:
    """Written beside and moved, so that two builds at once never read half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def page_texts(site: Path) -> Iterator[tuple[str, str]]:
    """The path ("guides/x/index.html") and text of every page of the folder, in the order of the paths."""
    for page in sorted(site.rglob("*.html")):
        yield page.relative_to(site).as_posix(), page.read_text(encoding="utf-8")


def change_files(site: Path, change: Callable[[str, str], str], endings: Iterable[str] = (".html",)) -> int:
    """Gives the path and text of each file with one of `endings` to `change`, writes what differs, says how
    many did."""
    changed = 0
    for file in sorted(file for ending in endings for file in site.rglob(f"*{ending}")):
        text = file.read_text(encoding="utf-8")
        changed_text = change(file.relative_to(site).as_posix(), text)
        if changed_text != text:
            write_text(file, changed_text)
            changed += 1
    return changed


def hashed_name(path: str, content: bytes) -> str:
    """ "assets/site.js" as "assets/site.0a1b2c3d.js": the same content has the same name for ever."""
    stem, ending = os.path.splitext(path)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{ending}"


def root_of(page: str, text: str) -> str:
    """What stands before a file's path in addresses on `page`: "../../", or the site's own path ("/guide/")
    on a page that names its files from the root (404.html)."""
    match = _ROOT.search(text) if 'href="/' in text else None
    return match["root"] if match else "../" * page.count("/")


def references(tag: re.Pattern[str], page: str, text: str) -> list[tuple[re.Match[str], str]]:
    """Matches of `tag` on a page whose group "address" leads to a file of ours, each with that file's path
    below the folder."""
    root = root_of(page, text)
    paths = ((match, match["address"].removeprefix(root)) for match in tag.finditer(text))
    return [(match, path) for match, path in paths if path.startswith(OURS)]
