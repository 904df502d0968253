"""Gives typefaces, images and the search's data names with a hash: a host may keep them for ever."""

import re
from pathlib import Path

from macros.publish.assets import HASHED, file_of, hashed_name
from macros.publish.folder import write_text

NAMED = (
    "assets/fonts/*.woff2",
    "assets/images/*.*",
    "assets/*.js",
    "search/*.js",
)  # not assets/share: other sites keep those addresses
REFERRING = (".css", ".html", ".js", ".json", ".webmanifest", ".xml")
_REFERENCE = re.compile(r"(?P<before>[\"'(=](?P<way>[^\"'()<>\s]*?))(?P<path>(?:assets|search)/[\w./-]+)")
_IN_TEXT = re.compile(r"(?P<before>>(?P<way>[^\"'()<>\s]*?))(?P<path>assets/[\w./-]+)")  # <Image>...</Image>
_URL = re.compile(r"(url\([\"']?)([^\"')]+)")


def hash_names(site: Path) -> str:
    """Renames the files of NAMED and rewrites what refers to them; a second run finds nothing to do."""
    renamed: dict[str, str] = {}
    for file in sorted(file for pattern in NAMED for file in site.glob(pattern)):
        path = file.relative_to(site).as_posix()
        if not HASHED.search(file.name):
            renamed[path] = hashed_name(path, file.read_bytes())
            file.rename(site / renamed[path])
    if renamed:
        _rewrite_all(site, renamed)
    return f"{len(renamed)} files have a name for ever"


def _rewrite_all(site: Path, renamed: dict[str, str]) -> None:
    for file in sorted(site.rglob("*")):
        if file.suffix in REFERRING and file.is_file():
            text = file.read_text(encoding="utf-8")
            changed = rewritten(file.relative_to(site).as_posix(), text, renamed)
            if changed != text:
                write_text(file, changed)


def rewritten(path: str, text: str, renamed: dict[str, str]) -> str:
    """`text` of the file at `path` with every reference to a renamed file; prose stays as it is."""
    if path.endswith(".css"):
        return _URL.sub(lambda match: match[1] + _relative(path, match[2], renamed), text)
    text = _REFERENCE.sub(lambda match: match["before"] + renamed.get(match["path"], match["path"]), text)
    if path.endswith(".xml"):
        text = _IN_TEXT.sub(lambda match: match["before"] + renamed.get(match["path"], match["path"]), text)
    return text


def _relative(sheet: str, address: str, renamed: dict[str, str]) -> str:
    """A stylesheet's address, whose file's name may have changed; its folder has not."""
    path = file_of(sheet, address)
    return address.rpartition("/")[0] + "/" + renamed[path].rpartition("/")[2] if path in renamed else address
