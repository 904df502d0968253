"""Typographic quotes and apostrophes on every finished page, from whichever field or template a text came."""

from __future__ import annotations

import re
from pathlib import Path

from macros.publish.assets import change_pages

_TOKEN = re.compile(
    r"<!--.*?-->|<(script|style|pre|code|kbd|samp|textarea|svg)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL | re.I
)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|em|i|mark|q|small|span|strong|sub|sup|time)\b", re.I)
_STRAIGHT = re.compile(r"&(?:#0*39|#x0*27|apos|#0*34|#x0*22|quot);|['\"]", re.I)
_DOUBLE = re.compile(r'"|34|22|quot', re.I)
_OPENS_AFTER = (
    " \t\n\u00a0([{\u2013\u2014\u2018\u201c/"  # a quotation begins after one of these, or first in a block
)


def curl_quotes(site: Path) -> str:
    """Curls every straight quote and apostrophe in the text of the pages; code, scripts
    and attributes stay."""
    return f"{change_pages(site, lambda _, text: curled(text))} pages with curled quotes"


def curled(page: str) -> str:
    """The HTML `page` with typographic quotes in its text."""
    output, before = [], " "
    for token in _TOKEN.finditer(page):
        text = token[0]
        if not text.startswith("<"):
            text, before = _curled_text(text, before)
        elif token[1]:
            before = "x"
        elif not _INLINE.match(text):
            before = " "
        output.append(text)
    return "".join(output)


def _curled_text(text: str, before: str) -> tuple[str, str]:
    """The text with typographic quotes, and its last sign; `before` is the sign that stands ahead of it."""
    whole, at = "", 0
    for quote in _STRAIGHT.finditer(text):
        whole += text[at : quote.start()]
        after = text[quote.end() : quote.end() + 1]
        opens = (whole[-1:] or before) in _OPENS_AFTER and not after.isdigit()
        double = _DOUBLE.search(quote[0])
        whole += ("\u201c" if opens else "\u201d") if double else ("\u2018" if opens else "\u2019")
        at = quote.end()
    whole += text[at:]
    return whole, whole[-1]
