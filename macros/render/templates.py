"""The one home of Jinja: renders a component's template to a single line of HTML."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import jinja2

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"


@functools.cache
def environment() -> jinja2.Environment:
    """Our own environment: escapes everything, and an undefined name is an error, not an empty text."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, /, **context: object) -> str:
    """HTML of `overrides/components/<template>` on one line, so that Markdown takes it for one block.

    Raises jinja2.UndefinedError when the template uses a name that `context` lacks.
    """
    html = environment().get_template(template).render(**context)
    return re.sub(r"\s*\n\s*", " ", html).strip()
