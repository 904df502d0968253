"""The content security policy of a finished folder: all from here, what stands inline by its hashes."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

_SOURCE = re.compile(r"(?<![\w-])src\s*=", re.IGNORECASE)
_DATA = re.compile(r"(?<![\w-])type\s*=\s*[\"']?[^\"'\s>]*json", re.IGNORECASE)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
# Not a lazy ".*?", which takes four times as long on sheets of 90 KB.
_STYLE = re.compile(
    r"<[sS][tT][yY][lL][eE][^>]*>(?P<text>[^<]*(?:<(?!/[sS][tT][yY][lL][eE]>)[^<]*)*)</[sS][tT][yY][lL][eE]>"
)


def inline_hashes(html: str) -> set[str]:
    """Hashes ('sha256-...') of a page's inline scripts; data blocks (of a type ending in json) need none."""
    return {
        _hash(script["text"])
        for script in _SCRIPT.finditer(html)
        if not _SOURCE.search(script["attributes"]) and not _DATA.search(script["attributes"])
    }


def style_hashes(html: str) -> set[str]:
    """Hashes ('sha256-...') of a page's inline stylesheets."""
    return {_hash(style["text"]) for style in _STYLE.finditer(html)}


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def folder_policy(site: Path) -> str:
    """The strictest policy under which every page of the folder works."""
    return pages_policy(page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html")))


def pages_policy(pages: Iterable[str]) -> str:
    """The strictest policy under which all `pages` (HTML) work (Content Security Policy Level 3).

    No form is ever sent: what is typed here stays here.
    """
    texts = list(pages)
    scripts = " ".join(["'self'", *sorted(set().union(*map(inline_hashes, texts)))])
    styles = " ".join(["'self'", *sorted(set().union(*map(style_hashes, texts)))])
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )


def embed_policy(policy: str) -> str:
    """The same policy for the bare timers below /embed/, which any page may frame."""
    return policy.replace("frame-ancestors 'none'", "frame-ancestors *")


def unframed_policy(policy: str) -> str:
    """The same policy without its word on frames: for a page's own copy, and where a header says that."""
    return policy.removesuffix("; frame-ancestors 'none'")
