"""What the page of the private notes prints: the fields, and a sheet of paper with the same lines."""

from __future__ import annotations

from macros.render.context import Context
from macros.render.templates import render


def private_notes(context: Context) -> str:
    """The private notes: fields, views and keeping. Their choices are lists of docs/_data/vocabulary.yml."""
    titles = sorted(practice.title for practice in context.library.practices.values())
    return render("private-notes/private-notes.html", practices=titles, **_lists(context))


def notes_sheet(context: Context) -> str:
    """The same lines to fill in by hand."""
    return render("notes-sheet/notes-sheet.html", **_lists(context))


def _lists(context: Context) -> dict[str, object]:
    words = context.library.data.vocabulary
    return {name: list(words[name].values()) for name in ("sleep", "settling", "signs")}
