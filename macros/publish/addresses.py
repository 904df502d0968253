"""Links for ever: what was published once stays, as a page or as a redirect."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def published(site: Path) -> list[str]:
    """Every address of the folder, below its root and in order ("guides/x/"), the 404 page apart."""
    folders = (page.parent.relative_to(site).as_posix() for page in site.rglob("index.html"))
    return sorted("" if folder == "." else f"{folder}/" for folder in folders)


def listed(text: str) -> list[str]:
    """The addresses of the list: a line each, "/" for the root; lines that begin with # are comments."""
    lines = (line.strip() for line in text.splitlines())
    return ["" if line == "/" else line for line in lines if line and not line.startswith("#")]


def lost(site: Path, addresses: Iterable[str]) -> list[str]:
    """Those of `addresses` that lead nowhere in the folder `site`."""
    there = set(published(site))
    return [address for address in addresses if address not in there]
