"""The one home of Jinja: renders a component's template to a single line of HTML."""

import functools
import re
from pathlib import Path

import jinja2
from markupsafe import Markup

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


def render(template: str, /, **values: object) -> Markup:
    """HTML of `overrides/components/<template>` on one line, so that Markdown takes it for one block.

    A page's macro gives its `context`. Raises jinja2.UndefinedError for a name that `values` lacks.
    """
    html = environment().get_template(template).render(**values)
    return Markup(re.sub(r"\s*\n\s*", " ", html).strip())
