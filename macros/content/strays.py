"""What stands in docs/ and is no page, no data and no file that anything names, and what to do about it."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.content.fields import SLUG
from macros.content.problem import Problem, did_you_mean

TEMPLATES = ("guide", "practice", "term")
SCHEMAS, MANIFEST = "schemas/", "manifest.webmanifest"
_USE = "Name it where it is used, or take it out of docs/."
_UNNAMED = ("no page, style sheet or template names this file.", _USE)
_LEFT_BEHIND = re.compile(  # names of windows of files, locks, copies of editors and of merges
    r"(?:eh)?thumbs\.db|desktop\.ini|\.ds_store|\._.*|\.~lock\..*|~\$.*|\.#.*|.*\.lock|#.*#|.*~"
    r"|.*\.(?:sw[a-p]|orig|rej|bak|backup|old|tmp|save)|.*[_.](?:BACKUP|BASE|LOCAL|REMOTE)[_.].*",
    re.IGNORECASE,
)
_CLOSE = "Close it where it is open, or take it out of the folder."
_FROM_A_PROGRAM = ("an editor, a merge or the system left this file behind.", _CLOSE)


def strays(root: Path, data: Collection[str]) -> Iterator[Problem]:
    """A problem for each file below `root`/docs that is for nothing, and for each below `root`/overrides that
    a program left behind: the generator would publish both. `data` are the names of the files of _data."""
    texts = _texts(root)
    for name in _names(root / "docs"):
        fault = _fault(name, data)
        asset = name.startswith("assets/") and not name.endswith("/README.md")
        if not fault and asset and name.rpartition("/")[2] not in texts:
            fault = _UNNAMED
        if fault:
            yield Problem(f"docs/{name}", 1, *fault)
    for name in _names(root / "overrides"):
        if _LEFT_BEHIND.fullmatch(name.rpartition("/")[2]):
            yield Problem(f"overrides/{name}", 1, *_FROM_A_PROGRAM)


def _names(folder: Path) -> list[str]:
    files = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return [path.relative_to(folder).as_posix() for path in files]


def _fault(name: str, data: Collection[str]) -> tuple[str, str] | None:
    last, (top, _, rest) = name.rpartition("/")[2], name.partition("/")
    if _LEFT_BEHIND.fullmatch(last):
        return _FROM_A_PROGRAM
    if top in ("_data", "_templates"):
        names = data if top == "_data" else [f"{kind}.md" for kind in TEMPLATES]
        return None if rest in names else ("nothing reads this file.", did_you_mean(rest, names))
    if top == "assets" or name == MANIFEST or name.startswith(SCHEMAS):
        return None
    if not last.endswith(".md"):
        hint = "A picture goes into docs/assets/; take anything else out of docs/."
        return "this is no page: a page's name ends in .md, in small letters.", hint
    if not all(SLUG.fullmatch(part) for part in name.removesuffix(".md").split("/")):
        return "a page's name has small letters, digits and hyphens, such as 'body-scan.md'.", "Rename it."
    return None


def _texts(root: Path) -> str:
    """All that may name a file of assets/: pages, sheets, READMEs, templates and the settings."""
    kinds = {".md", ".css", ".webmanifest", ".html", ".js", ".yml"}
    files = [*(root / "docs").rglob("*"), *(root / "overrides").rglob("*"), root / "mkdocs.yml"]
    readable = (file for file in files if file.suffix in kinds and file.is_file())
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in readable)
