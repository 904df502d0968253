"""Writes files that cost time to make, and keeps them for the next build, by a key of their content."""

import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

CacheEntry = tuple[str, Callable[[], bytes]]  # the key, and what makes the content when no earlier build did


def write_cached(site: Path, cache: Path, wanted: Mapping[str, CacheEntry]) -> int:
    """Writes each file to its path below `site`, from `cache` where its key is known; says how many had to be
    made.

    Raises ValueError for a path that leaves the folder.
    """
    drawn = 0
    for name, (key, make) in wanted.items():
        path = (site / name).resolve()
        if not path.is_relative_to(site.resolve()):
            raise ValueError(f"'{name}' leaves the folder {site}.")
        cached = cache / f"{key}{path.suffix}"
        content = cached.read_bytes() if cached.exists() else make()
        if not cached.exists():
            drawn += 1
            with contextlib.suppress(OSError):  # a source that can only be read keeps nothing
                _store(cached, content)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return drawn


def _store(path: Path, content: bytes) -> None:
    """Written beside and moved, so that two builds at once never read half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)
