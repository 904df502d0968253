"""The drawings made for this site: each a figure with its words beside it, from overrides/components/diagrams/."""

from __future__ import annotations

from macros.render.context import Context
from macros.render.templates import render


def diagram(_context: Context, name: str) -> str:
    """The drawing `name` (one of macro_calls.DIAGRAMS) as a figure: its title, lines, caption, and a list."""
    return render(f"diagrams/drawings/{name}.html", name=name)
