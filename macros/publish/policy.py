"""The content security policy of a finished folder: all from here, what stands inline by its hashes."""

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from pathlib import Path

from macros.publish.folder import change_files, page_texts

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
# Attributes of a script from a file, and of a block of data.
_NEEDS_NO_HASH = re.compile(r"(?<![\w-])(?:src\s*=|type\s*=\s*[\"']?[^\"'\s>]*json)", re.IGNORECASE)
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?')
_HEAD = re.compile(r"<head(?:\s[^>]*)?>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)


def inline_hashes(page: str, tag: str = "script") -> set[str]:
    """Hashes ('sha256-...') of what stands in a page's elements `tag`, "script" or "style"."""
    return {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for name, attributes, text in _INLINE.findall(page)
        if name.lower() == tag and not _NEEDS_NO_HASH.search(attributes)
    }


def folder_policy(site: Path) -> str:
    """The strictest policy under which every page of the folder works."""
    return pages_policy(text for _, text in page_texts(site))


def pages_policy(pages: Iterable[str]) -> str:
    """The strictest policy under which all `pages` (HTML) work (Content Security Policy Level 3).

    No form is ever sent: what is typed here stays here.
    """
    scripts, styles = {"'self'"}, {"'self'"}
    for page in pages:
        scripts |= inline_hashes(page)
        styles |= inline_hashes(page, "style")
    return (
        f"default-src 'none'; script-src {' '.join(sorted(scripts))}; "
        f"style-src {' '.join(sorted(styles))}; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )


def embed_policy(policy: str) -> str:
    """The same policy for the bare timers below /embed/, which any page may frame."""
    return policy.replace("frame-ancestors 'none'", "frame-ancestors *")


def unframed_policy(policy: str) -> str:
    """The same policy without its word on frames: for a page's own copy, and where a header says that."""
    return policy.removesuffix("; frame-ancestors 'none'")


def put_policies(site: Path) -> str:
    """Writes the strictest policy under which a page works into its head, before all that it governs, for
    hosts that send no headers.

    `frame-ancestors` is left out: browsers ignore it there, and say so to the reader's console.
    """
    return f"{change_files(site, _with_policy)} pages carry their own policy"


def _with_policy(_: str, page: str) -> str:
    text = _META.sub("", page)
    head = _HEAD.search(text)
    if not head:
        return page
    policy = unframed_policy(pages_policy([text]))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
    return f"{text[: head.end()]}{meta}{text[head.end() :]}"
