"""Writes files that no page stands for into the finished folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_files(site: Path, files: Mapping[str, str]) -> None:
    """Writes each text to its path below `site`, making folders; raises ValueError for a path that leaves it."""
    for name, text in files.items():
        path = (site / name).resolve()
        if not path.is_relative_to(site.resolve()):
            raise ValueError(f"'{name}' leaves the folder {site}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
