"""What to do, drawn: the scenes of overrides/components/practice-drawing/, which follow the page's timer."""

from functools import partial

from macros.content.drawings import step_numbers
from macros.content.model import Practice
from macros.render.context import Context
from macros.render.templates import render


def practice_drawing(context: Context, name: str = "") -> str:
    """The drawing `name` for the practice of the page; without a name, the one called like the practice."""
    practice = context.library.practices[context.page.slug]
    return drawing_html(name or practice.slug, practice)


def drawing_html(name: str, practice: Practice) -> str:
    """The drawing `name` as a figure. What belongs to steps of `practice` has their numbers, from 1, in
    `data-steps`.

    Raises ValueError when the drawing points at a step that the practice does not have.
    """
    return render(f"practice-drawing/{name}.html", at=partial(step_numbers, practice))
