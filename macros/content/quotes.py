"""Typographic quotes and apostrophes for a text without tags."""

import re

_STRAIGHT = re.compile(r"&(?:#0*39|#x0*27|apos|#0*34|#x0*22|quot);|['\"]", re.I)
_DOUBLE = re.compile(r'"|34|22|quot', re.I)
_OPENS_AFTER = (
    " \t\n\u00a0([{\u2013\u2014\u2018\u201c/"  # a quotation begins after one of these, or first in a block
)


def curled_text(text: str, before: str = " ") -> tuple[str, str]:
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
    return whole, whole[-1:]
