"""The drawings made for this site: figures with words, from overrides/components/diagrams/."""

import re
from functools import cache

from macros.render.context import Context
from macros.render.templates import COMPONENTS, render

TOKENS = COMPONENTS.parents[1] / "docs" / "assets" / "tokens.css"
_ELEMENT = re.compile(r"<svg [^>]*viewBox=\"(?P<box>[^\"]+)\"[^>]*>(?P<lines>.*?)</svg>", re.DOTALL)
_WORDS = re.compile(r"<text\b.*?</text>", re.DOTALL)


def diagram(_context: Context, name: str) -> str:
    """The drawing `name` (one of macro_calls.DIAGRAMS) as a figure: its title, lines, caption, and a list."""
    return render(f"diagrams/drawings/{name}.html", name=name)


def drawing_alone(name: str, box: str) -> str:
    """The lines of the drawing `name` as SVG that needs no stylesheet of a page, in the light colours.

    `box` is written into its element (`x="0" y="0" width="320"`). Its words are left out: this is for a
    picture so small that nobody could read them.
    """
    drawing = _ELEMENT.search(render(f"diagrams/drawings/{name}.html", name=name))
    if drawing is None:
        raise ValueError(
            f"overrides/components/diagrams/drawings/{name}.html: there is no <svg> with a viewBox in it."
        )
    lines = _WORDS.sub("", drawing["lines"])
    start = f'<svg {box} viewBox="{drawing["box"]}" class="diagram__drawing">'
    return f"{start}<style>{_styles()}</style>{lines}</svg>"


@cache
def _styles() -> str:
    """diagrams.css for a screen, with the light colours of tokens.css in place of their names."""
    tokens = TOKENS.read_text(encoding="utf-8")
    light = tokens[tokens.index(":root {\n  --paper:") :].partition("}")[0]
    colours = dict(re.findall(r"--([\w-]+): (#\w+);", light))
    sheet = re.sub(
        r"/\*.*?\*/",
        "",
        (COMPONENTS / "diagrams" / "diagrams.css").read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    screen = sheet.partition("@media")[0].replace(".md-typeset ", "").replace("currentcolor", colours["ink"])
    return re.sub(r"var\(--([\w-]+)\)", lambda name: colours.get(name[1], "initial"), screen)
