"""The ids that headings get from their words."""

from __future__ import annotations

import re
import unicodedata


def heading_id(words: str) -> str:
    """The id that the site's Markdown gives a heading, without the number it adds to a second one."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
