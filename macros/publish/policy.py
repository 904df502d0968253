"""The content security policy of a finished folder: everything from here, inline scripts by their hashes."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

_SOURCE = re.compile(r"(?<![\w-])src\s*=", re.IGNORECASE)
_DATA = re.compile(r"(?<![\w-])type\s*=\s*[\"']?[^\"'\s>]*json", re.IGNORECASE)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)


def inline_hashes(html: str) -> set[str]:
    """Hashes ('sha256-...') of a page's inline scripts; data blocks (type ending in json) run nothing and need none."""
    return {
        f"'sha256-{base64.b64encode(hashlib.sha256(found['text'].encode()).digest()).decode()}'"
        for found in _SCRIPT.finditer(html)
        if not _SOURCE.search(found["attributes"]) and not _DATA.search(found["attributes"])
    }


def folder_policy(site: Path) -> str:
    """The strictest policy under which every page of the folder works (Content Security Policy Level 3)."""
    hashes: set[str] = set()
    for page in site.rglob("*.html"):
        hashes |= inline_hashes(page.read_text(encoding="utf-8"))
    scripts = " ".join(["'self'", *sorted(hashes)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def embed_policy(policy: str) -> str:
    """The same policy for the bare timers below /embed/, which any page may frame."""
    return policy.replace("frame-ancestors 'none'", "frame-ancestors *")
