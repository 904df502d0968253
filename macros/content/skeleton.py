"""Starts a new page from the skeleton of its kind in docs/_templates."""

import re
import unicodedata
from pathlib import Path

from macros.content.fields import SLUG
from macros.content.library import FOLDERS


class SkeletonError(ValueError):
    """A page that cannot be started; the message says why and what to do."""


def slug_of(name: str) -> str:
    """The file name for a title, small and without accents; raises SkeletonError when nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")
    if not SLUG.fullmatch(slug):
        raise SkeletonError(f"'{name}' gives no file name. Use letters or digits, such as NAME='Cool hands'.")
    return slug


def create(root: Path, kind: str, name: str) -> Path:
    """Writes `docs/<folder>/<slug>.md` and returns its path relative to `root`.

    `kind` is "practice", "term" or "guide". Review dates stay empty: only a real review may fill them.
    Raises SkeletonError when the page exists or the name is unusable.
    """
    slug = slug_of(name)
    path = Path("docs") / FOLDERS[kind] / f"{slug}.md"
    if (root / path).exists():
        raise SkeletonError(f"{path} exists already. Choose another NAME, or edit that page.")
    title = " ".join(name.split()) if name != slug else slug.replace("-", " ")
    if kind != "term":
        title = title[:1].upper() + title[1:]
    text = (root / "docs" / "_templates" / f"{kind}.md").read_text(encoding="utf-8")
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    (root / path).write_text(text.replace("TITLE", f'"{quoted}"'), encoding="utf-8")
    return path
