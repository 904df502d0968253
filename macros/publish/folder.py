"""Writes files into the finished folder, with the same bytes on every system."""

from collections.abc import Mapping
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Writes UTF-8 with the line ends that `text` has: names and policies hold their hashes."""
    path.write_bytes(text.encode())


def write_files(site: Path, files: Mapping[str, str]) -> None:
    """Writes each text to its path below `site`, making folders; raises ValueError for a path that leaves
    it."""
    for name, text in files.items():
        path = (site / name).resolve()
        if not path.is_relative_to(site.resolve()):
            raise ValueError(f"'{name}' leaves the folder {site}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text)
