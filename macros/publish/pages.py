"""Makes each page small, and tells browsers which next page they may fetch while a finger is still on the link."""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.publish.assets import change_pages
from macros.publish.smaller import smaller

# Fetched, never run beforehand: a page that nobody opened must not start anything. The private tools are left alone.
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
            "eagerness": "conservative",
        }
    ]
}
_RULES = f'<script type="speculationrules">{json.dumps(SPECULATION, separators=(",", ":"))}</script>'
_STYLE = re.compile(r"<style>[^<]*(?:<(?!/style>)[^<]*)*</style>")  # a lazy ".*?" takes ten times as long on 90 KB
_SITE_PAGE = ' data-theme="'  # sheets to print and bare timers lead nowhere


def finish_pages(site: Path) -> str:
    """Writes every page small and with the rules above; a second run changes nothing."""
    return f"{change_pages(site, _finish)} pages made small"


def _finish(page: str, text: str) -> str:
    if _SITE_PAGE in text and _RULES not in text:
        text = text.replace("</head>", f"{_RULES}</head>", 1)
    return _smaller(text)


def _smaller(text: str) -> str:
    """The page without needless space; its sheet, made small by its own pass, is set aside meanwhile."""
    sheets = _STYLE.findall(text)
    marks = iter(range(len(sheets)))
    made = smaller("text/html", _STYLE.sub(lambda _: f'<meta name="sheet" content="{next(marks)}">', text))
    for number, sheet in enumerate(sheets):
        made = made.replace(f'<meta name="sheet" content="{number}">', sheet, 1)
    return made
