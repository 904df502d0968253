"""Keeps a page with faults renderable: broken macro calls become boxes, other braces are shown."""

import re
from collections.abc import Callable

from macros.content.macro_calls import CALL, calls
from macros.content.rules.calls import unusable

_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")


def guarded(body: str, first_line: int, box: Callable[[int, str], str]) -> str:
    """A body in which Jinja meets only whole macro calls.

    `box` gives what stands for a broken one, by its line (`first_line` is that of the body) and what is
    wrong.
    """
    parts, start = [], 0
    for match, call in zip(CALL.finditer(body), calls(body, first_line), strict=True):
        fault = unusable(call)
        parts += [
            _as_text(body[start : match.start()]),
            box(call.line, " ".join(fault)) if fault else match.group(),
        ]
        start = match.end()
    return "".join([*parts, _as_text(body[start:])])


def _as_text(text: str) -> str:
    return _BRACES.sub(lambda braces: f"{{{{ '{braces.group()}' }}}}", text)
