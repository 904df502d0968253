"""The box that stands, in the preview, where a macro cannot be shown."""

import re

from markupsafe import Markup

from macros.render.templates import render

_SIGN = re.compile(r"[^\w\s.,:'-]|_")


def fault_box(place: str, message: str) -> str:
    """A macro's fault as a box of HTML, in which neither Jinja nor Markdown finds a sign of its own.

    `place` is its file and line ("docs/guides/x.md:7").
    """
    words = _SIGN.sub(lambda sign: f"&#{ord(sign.group())};", f"{place}: {message}")
    return render("preview-banner/fault-box.html", words=Markup(words))
