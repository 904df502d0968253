"""Puts each page's own content policy into the page, for hosts that send no headers."""

import html
import re
from pathlib import Path

from macros.publish.assets import change_pages
from macros.publish.policy import pages_policy, unframed_policy

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?')
_HEAD = re.compile(r"<head(?:\s[^>]*)?>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)


def put_policies(site: Path) -> str:
    """Writes the strictest policy under which a page works into its head, before all that it governs.

    `frame-ancestors` is left out: browsers ignore it there, and say so to the reader's console.
    """
    return f"{change_pages(site, _with_policy)} pages carry their own policy"


def _with_policy(_: str, page: str) -> str:
    text = _META.sub("", page)
    head = _HEAD.search(text)
    if not head:
        return page
    policy = unframed_policy(pages_policy([text]))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
    return f"{text[: head.end()]}{meta}{text[head.end() :]}"
