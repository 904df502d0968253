"""Rules on links between pages: the file exists, and links are relative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean
from macros.content.rules.orphans import linked, target_path


def targets_exist(library: Library, path: str) -> Iterator[Problem]:
    """A link to a page names an existing file, relative to the page it stands on."""
    document = library.documents[path]
    for line, target in linked(document):
        fault = _fault(library, path, target)
        if fault:
            yield Problem(document.path, line, *fault)


def _fault(library: Library, path: str, target: str) -> tuple[str, str] | None:
    if re.match(r"(?:https?|mailto|tel|sms):", target) or target.startswith("#"):
        return None
    if target.startswith("/"):
        return f"the link '{target}' is absolute.", "Link to the .md file, relative to this page."
    name, full = re.split(r"[#?]", target, maxsplit=1)[0], target_path(path, target)
    if not name.endswith(".md"):
        known = "assets/" in name
        return None if known else (f"the link '{target}' is not to a .md file.", "Link to the page's source file.")
    if full in library.documents or full in library.drafts:
        return None
    return f"there is no page '{full}'.", did_you_mean(full, library.documents, "Links are relative to this page.")


def to_draft(library: Library, path: str) -> Iterator[Problem]:
    """A published page links to no draft."""
    document = library.documents[path]
    for line, target in linked(document) if library.drafts else ():
        if (full := target_path(path, target)) in library.drafts:
            hint = "Publish it (take 'draft' out of it), or take the link out."
            yield Problem(document.path, line, f"the page '{full}' is a draft.", hint)


MUST = (targets_exist, to_draft)
