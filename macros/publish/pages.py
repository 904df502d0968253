"""Tells browsers which next page they may fetch while a pointer or a finger is still on the link."""

from __future__ import annotations

import json
from pathlib import Path

from macros.publish.assets import change_pages

# Fetched, never run beforehand: a page that nobody opened must not start anything. The private tools are left
# alone. Browsers fetch nothing ahead on a line where the reader asked to save data.
SPECULATION = {
    "prefetch": [
        {
            "where": {
                "and": [
                    {"href_matches": "/*"},
                    {"not": {"href_matches": "/*tools/*"}},
                    {"not": {"selector_matches": "[download], [target]"}},
                ]
            },
            "eagerness": "moderate",
        }
    ]
}
_RULES = f'<script type="speculationrules">{json.dumps(SPECULATION, separators=(",", ":"))}</script>'
_FRAMED = 'class="page-head"'  # sheets to print and bare timers lead nowhere


def finish_pages(site: Path) -> str:
    """Puts the rules above into every page with the site's frame."""
    return f"{change_pages(site, _finish)} pages say what may be fetched ahead"


def _finish(page: str, text: str) -> str:
    if _FRAMED in text and _RULES not in text:
        text = text.replace("</head>", f"{_RULES}</head>", 1)
    return text
