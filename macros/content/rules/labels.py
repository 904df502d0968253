"""Rules on evidence labels: a size is printed only with a figure, and a guide is not covered in labels."""

import re
from collections.abc import Iterator

from macros.content.library import Library, kind_of
from macros.content.model import Practice
from macros.content.problem import Problem

MOST_IN_A_GUIDE = 3
WITHOUT_FIGURE = ("", "none found")  # sizes that say all in their words
_FIGURE = re.compile(r"\d|\b(?:half|twice|one|two|three) in\b", re.IGNORECASE)
_HINT = 'Say it as a reader can picture it ("about 2 points on a scale of 0 to 40"), or leave the size out.'


def sizes_pictured(library: Library, path: str) -> Iterator[Problem]:
    """The size of an effect is printed with a figure that pictures it, and a figure with its size."""
    practice, document = library.pages.get(path), library.documents[path]
    for call in library.calls[path]:
        if call.name == "evidence" and call.arguments and not call.fault:
            _, big, size = (*call.arguments, "", "")[:3]
            yield from _unpictured(document.path, call.line, big, size)
    if isinstance(practice, Practice):
        line = document.line_of("big" if practice.big else "size")
        yield from _unpictured(document.path, line, practice.big, practice.size)


def _unpictured(path: str, line: int, big: str, size: str) -> Iterator[Problem]:
    if size and not big:
        yield Problem(path, line, f"'{size}' stands without the size that it pictures.", _HINT)
    elif big not in WITHOUT_FIGURE and not _FIGURE.search(size):
        yield Problem(path, line, f"the size '{big}' has no figure to picture it.", _HINT)


def few_labels(library: Library, path: str) -> Iterator[Problem]:
    """A guide carries at most three evidence labels, on the claims that a reader would act on."""
    labels = [call for call in library.calls[path] if call.name == "evidence"]
    if kind_of(path) == "guide" and len(labels) > MOST_IN_A_GUIDE:
        message = f"the guide carries {len(labels)} evidence labels; at most {MOST_IN_A_GUIDE}."
        hint = "Keep those on the claims that a reader would act on."
        yield Problem(f"docs/{path}", labels[MOST_IN_A_GUIDE].line, message, hint)


MUST = (sizes_pictured,)
SHOULD = (few_labels,)
