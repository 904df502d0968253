"""The boundary builder: gate, help, invented example, form, sentences from the guides; or a word that it is
shut."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from markupsafe import Markup

from macros.content.boundary import Boundary
from macros.content.scripts import scripts
from macros.render.context import Context
from macros.render.lists import practice_card
from macros.render.templates import render

GUIDE = "guides/set-a-boundary-step-by-step/"


def boundary_builder(context: Context) -> str:
    """The whole tool, or, unless the setting `boundary_builder` is true, why it is shut and where to go.

    Raises ValueError when docs/_data/boundary-scripts.yml could not be read.
    """
    data = context.library.data.boundary
    if data is None:
        raise ValueError("docs/_data/boundary-scripts.yml could not be read")
    if context.settings.get("boundary_builder") is not True:
        return render(
            "boundary-builder/closed.html", data=data, ways=_ways(context), guide=context.href(GUIDE)
        )
    return render(
        "boundary-builder/boundary-builder.html",
        data=data,
        ways=_ways(context),
        form=Markup(
            render("boundary-builder/form.html", data=data, plan=context.href("glossary/if-then-plan/"))
        ),
        situations=_situations(context, data),
        example_situation=data.situations[data.example.situation].label,
        before=[Markup(practice_card(context, slug)) for slug in data.before],
        after=[Markup(practice_card(context, slug)) for slug in data.after],
        patterns=Markup(_patterns(data)),
    )


def _ways(context: Context) -> list[tuple[str, str]]:
    """Where help is: address and words, the most urgent first."""
    return [
        (context.href("help/"), "In danger now: emergency and crisis lines"),
        (context.href("help/domestic-abuse/"), "Domestic abuse: lines to call or text"),
        (
            context.href("help/domestic-abuse/#a-device-that-someone-may-watch"),
            "If someone may watch this device",
        ),
        (context.href("guides/when-a-boundary-is-not-safe/"), "When it's not safe to set a boundary"),
        (context.href("help/children-and-young-people/"), "If you are under 18"),
    ]


def _situations(context: Context, data: Boundary) -> list[dict[str, Any]]:
    """Each situation with its sentences, as they stand in the guides, and where."""
    sentences = scripts(context.library)
    return [
        {
            "name": name,
            "label": situation.label,
            "lines": [
                {
                    "label": sentences[key].label,
                    "words": sentences[key].words.replace("'", "\u2019"),
                    "href": context.href(f"{context.library.pages[sentences[key].path].url}#{key}"),
                }
                for key in situation.scripts
            ],
        }
        for name, situation in data.situations.items()
    ]


def _patterns(data: Boundary) -> str:
    """What the script needs, as JSON that cannot end its element."""
    aims = {name: asdict(aim) for name, aim in data.aims.items()}
    moments = {name: situation.moment for name, situation in data.situations.items()}
    text = json.dumps({"aims": aims, "plan": data.plan, "moments": moments}, ensure_ascii=False)
    return text.replace("<", "\\u003c")
