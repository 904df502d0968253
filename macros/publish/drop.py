"""Leaves out what the theme brings and no page asks for."""

from __future__ import annotations

from pathlib import Path

UNUSED = ("**/*.map", "assets/javascripts/lunr/**/*")


def drop_unused(site: Path) -> str:
    """Deletes source maps and the search's helpers for other languages; returns what that saved, in bytes."""
    files = [file for pattern in UNUSED for file in site.glob(pattern) if file.is_file()]
    saved = sum(file.stat().st_size for file in files)
    for file in files:
        file.unlink()
    _drop_empty(site / "assets" / "javascripts" / "lunr")
    return f"{len(files)} files of {saved} bytes left out"


def _drop_empty(folder: Path) -> None:
    """Deletes a folder that holds nothing but empty folders."""
    if not folder.is_dir():
        return
    for each in sorted(folder.rglob("*"), reverse=True):
        each.rmdir()
    folder.rmdir()
