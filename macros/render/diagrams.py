"""The drawings made for this site: each a figure with its words beside it, from overrides/components/diagrams/."""

from __future__ import annotations

from macros.render.context import Context
from macros.render.templates import render


def diagram(_context: Context, name: str) -> str:
    """The drawing `name` (one of macro_calls.DIAGRAMS) as a figure: picture, caption, a list that says the same."""
    return render(f"diagrams/{name}.html")
