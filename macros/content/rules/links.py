"""Rules on links between pages: the file exists, and links are relative."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean
from macros.content.rules.orphans import linked


def targets_exist(library: Library) -> Iterator[Problem]:
    """A link to a page names an existing file, relative to the page it stands on."""
    for path, document in library.documents.items():
        for line, target in linked(document):
            fault = _fault(library, path, target)
            if fault:
                yield Problem(document.path, line, *fault)


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
