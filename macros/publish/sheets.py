"""In a copy that is read without a network: style sheets that stand in many pages are stored once, beside them."""

from __future__ import annotations

import hashlib
import posixpath
import re

LONG = 2000  # signs of a sheet that are better stored once
_STYLE = re.compile(r"<style\b[^>]*>(?P<text>[^<]*(?:<(?!/style>)[^<]*)*)</style>")
_URL = re.compile(r"url\((?P<quote>[\"']?)(?P<address>[^\"')]+)(?P=quote)\)")


def share_sheets(page: str, html: str, sheets: dict[str, str]) -> str:
    """The page with a link in place of each long sheet; `sheets` gathers their texts by path.

    `page` is its path below the folder ("guides/x/index.html"). Sheets are inlined for the first paint over a network.
    """
    return _STYLE.sub(lambda found: _shared(page, found, sheets), html)


def _shared(page: str, found: re.Match[str], sheets: dict[str, str]) -> str:
    if len(found["text"]) < LONG:
        return found[0]
    text = _URL.sub(lambda url: f"url({_seen_from('assets', page, url['address'])})", found["text"])
    path = f"assets/sheet-{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"
    sheets[path] = text
    return f'<link rel="stylesheet" href="{posixpath.relpath(path, posixpath.dirname(page) or ".")}">'


def _seen_from(folder: str, page: str, address: str) -> str:
    """A page's relative address as a file in `folder` writes it; any other as it stands."""
    if ":" in address or address.startswith(("/", "#")):
        return address
    return posixpath.relpath(posixpath.join(posixpath.dirname(page), address), folder)
