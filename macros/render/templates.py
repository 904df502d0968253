"""The one home of Jinja: renders a component's template to a single line of HTML."""

import functools
import re
from pathlib import Path

import jinja2
from markupsafe import Markup

from macros.content.finder import MINUTES, uses_breath
from macros.render.functions import FUNCTIONS

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"
_SIGN = re.compile(r"[^\w\s.,:'-]|_")


@functools.cache
def environment() -> jinja2.Environment:
    """Our own environment: escapes everything, and an undefined name is an error, not an empty text."""
    jinja = jinja2.Environment(
        loader=jinja2.FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.globals.update(FUNCTIONS, minutes_offered=MINUTES)
    jinja.tests["a_breathing_exercise"] = uses_breath
    return jinja


def render(template: str, /, **values: object) -> Markup:
    """HTML of `overrides/components/<template>` on one line, so that Markdown takes it for one block.

    A page's macro gives its `context`. Raises jinja2.UndefinedError for a name that `values` lacks.
    """
    html = environment().get_template(template).render(**values)
    return Markup(re.sub(r"\s*\n\s*", " ", html).strip())


def fault_box(place: str, message: str) -> str:
    """The box that stands, in the preview, where a macro cannot be shown: HTML in which neither Jinja nor
    Markdown finds a sign of its own. `place` is the macro's file and line ("docs/guides/x.md:7")."""
    words = _SIGN.sub(lambda sign: f"&#{ord(sign.group())};", f"{place}: {message}")
    return render("preview-banner/fault-box.html", words=Markup(words))
