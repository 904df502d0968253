"""The boundary builder: gate, help, example, form, sentences from the guides; or why it is shut."""

import json
from dataclasses import asdict

from markupsafe import Markup

from macros.content.boundary import Boundary
from macros.content.scripts import scripts
from macros.render.context import Context
from macros.render.lists import practice_card
from macros.render.templates import render


def boundary_builder(context: Context) -> str:
    """The whole tool, or, unless the setting `boundary_builder` is true, why it is shut and where to go.

    Raises ValueError when docs/_data/boundary-scripts.yml could not be read.
    """
    data = context.library.data.boundary
    if data is None:
        raise ValueError("docs/_data/boundary-scripts.yml could not be read")
    if context.settings.get("boundary_builder") is not True:
        return render("boundary-builder/closed.html", context=context, data=data)
    values = {
        "card": practice_card,
        "sentences": scripts(context.library),
        "patterns": Markup(_patterns(data)),
    }
    return render("boundary-builder/boundary-builder.html", context=context, data=data, **values)


def _patterns(data: Boundary) -> str:
    """What the script needs, as JSON that cannot end its element."""
    aims = {name: asdict(aim) for name, aim in data.aims.items()}
    moments = {name: situation.moment for name, situation in data.situations.items()}
    text = json.dumps({"aims": aims, "plan": data.plan, "moments": moments}, ensure_ascii=False)
    return text.replace("<", "\\u003c")
