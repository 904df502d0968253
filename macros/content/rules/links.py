"""Rules on links between pages: the file exists, and links are relative."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from macros.content.blocks import CODE
from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean
from macros.content.rules.shape import lines

_LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\(\s*<?([^()\s>]+)>?[^()]*\)|^ {0,3}\[[^\[\]]+\]: *<?([^\s>]+)>?", re.MULTILINE)


def targets_exist(library: Library) -> Iterator[Problem]:
    """A link to a page names an existing file, relative to the page it stands on."""
    for path, document in library.documents.items():
        text = CODE.sub(_lines_only, "\n".join(line for _, line in lines(document)))
        for found in _LINK.finditer(text):
            fault = _fault(library, path, found[1] or found[2])
            if fault:
                line = document.body_line + text.count("\n", 0, found.start(found.lastindex or 0))
                yield Problem(document.path, line, *fault)


def _lines_only(code: re.Match[str]) -> str:
    return "\n" * code.group().count("\n")


def _fault(library: Library, path: str, target: str) -> tuple[str, str] | None:
    if re.match(r"(?:https?|mailto|tel|sms):", target) or target.startswith("#"):
        return None
    if target.startswith("/"):
        return f"the link '{target}' is absolute.", "Link to the .md file, relative to this page."
    name = re.split(r"[#?]", target, maxsplit=1)[0]
    full = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    if not name.endswith(".md"):
        known = "assets/" in name
        return None if known else (f"the link '{target}' is not to a .md file.", "Link to the page's source file.")
    if full in library.documents:
        return None
    return f"there is no page '{full}'.", did_you_mean(full, library.documents, "Links are relative to this page.")


RULES = (targets_exist,)
