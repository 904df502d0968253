"""What stands in docs/ and is no page, no data and no file that anything names: said, with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from macros.content.address_list import PATH as ADDRESSES
from macros.content.fields import SLUG
from macros.content.problem import Problem, did_you_mean

TEMPLATES = ("guide", "practice", "term")
SCHEMAS, MANIFEST = "schemas/", "manifest.webmanifest"
_TAKE_OUT = "Take it out of the folder."
_UNNAMED = (
    "no page, style sheet or template names this file.",
    "Name it where it is used, or take it out of docs/.",
)
_COPY = r"#.*#|.*~|.*\.(?:sw[a-p]|orig|rej|bak|backup|old|tmp|save)|.*[_.](?:BACKUP|BASE|LOCAL|REMOTE)[_.].*"
# Names that programs leave behind, what left them, and what to do. The first that fits is said.
_LEFT_BEHIND = tuple(
    (re.compile(pattern, re.IGNORECASE), message, hint)
    for pattern, message, hint in (
        (r"(?:eh)?thumbs\.db|desktop\.ini|\.ds_store|\._.*", "left by the system's file window", _TAKE_OUT),
        (r"\.~lock\..*|~\$.*|\.#.*|.*\.lock", "a lock that a program keeps on an open file", "Close the file there."),
        (_COPY, "a copy that an editor or a merge left behind", f"{_TAKE_OUT} The history keeps what is worth it."),
        (r".*\.(?:markdown|mdown|mkdn|mkd|mdx)", "no page: a page's name ends in .md", "Rename it."),
        (r".*\.(?!(?-i:md)$)md", "no page: a page's name ends in .md, in small letters", "Rename it."),
    )
)


def strays(root: Path, data: Collection[str]) -> Iterator[Problem]:
    """A problem for each file below `root`/docs that is for nothing, and for each below `root`/overrides that a program
    left behind: the generator would publish both. `data` are the names of the files of _data."""
    yield from faults(_names(root / "docs"), data, _texts(root))
    for name in _names(root / "overrides"):
        if fault := _left_behind(name.rpartition("/")[2]):
            yield Problem(f"overrides/{name}", 1, *fault)


def _names(folder: Path) -> list[str]:
    files = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return [path.relative_to(folder).as_posix() for path in files]


def faults(names: Iterable[str], data: Collection[str], texts: str) -> Iterator[Problem]:
    """The same for files by their paths below docs/; those of assets/ must be named in `texts`."""
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(name.casefold(), name)
        fault = _twin(other) if other != name else _fault(name, data)
        asset = name.startswith("assets/") and not name.endswith("/README.md")
        if not fault and asset and name.rpartition("/")[2] not in texts:
            fault = _UNNAMED
        if fault:
            yield Problem(f"docs/{name}", 1, *fault)


def _left_behind(last: str) -> tuple[str, str] | None:
    found = next(((message, hint) for pattern, message, hint in _LEFT_BEHIND if pattern.fullmatch(last)), None)
    return (f"this is {found[0]}.", found[1]) if found else None


def _fault(name: str, data: Collection[str]) -> tuple[str, str] | None:
    last, (top, _, rest) = name.rpartition("/")[2], name.partition("/")
    if fault := _left_behind(last):
        return fault
    if top in ("_data", "_templates"):
        known = [f"{each}.md" for each in TEMPLATES]
        if top == "_data":
            known = [ADDRESSES.rpartition("/")[2], *(f"{each}.yml" for each in data)]
        return None if rest in known else ("nothing reads this file.", did_you_mean(rest, known))
    if top == "assets" or name == MANIFEST or name.startswith(SCHEMAS):
        return None
    if not last.endswith(".md"):
        return "this is no page.", "A picture goes into docs/assets/; take anything else out of docs/."
    if not all(SLUG.fullmatch(part) for part in name.removesuffix(".md").split("/")):
        return "a page's name has small letters, digits and single hyphens, such as 'body-scan.md'.", "Rename it."
    return None


def _twin(other: str) -> tuple[str, str]:
    return f"its name differs from {other} by capitals alone: some systems take both for one file.", "Rename one."


def _texts(root: Path) -> str:
    """All that may name a file of assets/: pages, sheets, READMEs, the manifest, templates and the settings."""
    kinds = {".md", ".css", ".webmanifest", ".html", ".js", ".yml"}
    files = [*(root / "docs").rglob("*"), *(root / "overrides").rglob("*"), root / "mkdocs.yml"]
    found = (file for file in files if file.suffix in kinds and file.is_file())
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in found)
