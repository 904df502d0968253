"""Typographic quotes and apostrophes on every finished page, from whichever field or template a text came."""

import re
from pathlib import Path

from macros.content.prose import curled_text
from macros.publish.folder import change_files

_TOKEN = re.compile(
    r"<!--.*?-->|<(script|style|pre|code|kbd|samp|textarea|svg)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL | re.I
)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|em|i|mark|q|small|span|strong|sub|sup|time)\b", re.I)


def curl_quotes(site: Path) -> str:
    """Curls every straight quote and apostrophe in the pages' text; code, scripts and attributes stay."""
    return f"{change_files(site, lambda _, text: curled(text))} pages with curled quotes"


def curled(page: str) -> str:
    """The HTML `page` with typographic quotes in its text."""
    output, before = [], " "
    for token in _TOKEN.finditer(page):
        text = token[0]
        if not text.startswith("<"):
            text, before = curled_text(text, before)
        elif token[1]:
            before = "x"
        elif not _INLINE.match(text):
            before = " "
        output.append(text)
    return "".join(output)
