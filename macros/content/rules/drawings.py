"""Rules on the drawings of what to do: they exist, stand with their practice, and point at steps that it has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.content.drawings import drawings, points_at, step_numbers
from macros.content.library import Library, kind_of
from macros.content.model import Practice
from macros.content.problem import Problem, did_you_mean

MACRO = "practice_drawing"
PLACE = "overrides/components/practice-drawing"


def drawing_of_practice(library: Library, path: str) -> Iterator[Problem]:
    """A drawing stands on the page of a practice, exists, and points at steps of that practice."""
    for call in library.calls[path]:
        if call.name == MACRO and not call.fault:
            name = call.arguments[0] if call.arguments else PurePosixPath(path).stem
            for message, hint in _faults(path, library.pages.get(path), name):
                yield Problem(f"docs/{path}", call.line, message, hint)


def _faults(path: str, page: object, name: str) -> Iterator[tuple[str, str]]:
    known = drawings()
    if kind_of(path) != "practice":
        yield f"'{MACRO}()' stands only on the page of a practice.", "Take it out."
    elif name not in known:
        yield f"there is no drawing '{name}'.", did_you_mean(name, known, f"They stand in {PLACE}.")
    elif isinstance(page, Practice):
        for words in points_at(name):
            try:
                step_numbers(page, words)
            except ValueError:
                hint = f"Change the step, or the drawing in {PLACE}."
                yield f"the drawing '{name}' points at a step that begins with '{words}'; there is none.", hint


MUST = (drawing_of_practice,)
