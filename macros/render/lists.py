"""Lists and tools that a template cannot make alone: guides by kind, cards of tools, signs of an illness."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from markupsafe import Markup

from macros.content.body_parts import scripts
from macros.content.model import HEART, Guide, Page
from macros.content.reading import words
from macros.content.safety_lines import Speed
from macros.content.tools import Boundary
from macros.render.context import Context
from macros.render.shape import SIGNS
from macros.render.templates import render

HEADINGS: dict[Speed, str] = {
    "emergency": "Get help now",
    "today": "See a doctor today",
    "this week": "See a doctor this week",
}


def practice_card(context: Context, slug: str) -> Markup:
    """A card that leads to a practice: its sign and its facts."""
    practice = context.library.practices[slug]
    return render("practice-card/practice-card.html", context=context, page=practice, level=3)


def tool_cards(context: Context) -> str:
    """Every tool as a card with its sign, in the order of the signs; those without one last.

    A tool is a page in docs/tools/, or the first page of a folder there.
    """
    signs = list(SIGNS)
    names = {
        path.removeprefix("tools/").removesuffix(".md").removesuffix("/index"): page
        for path, page in context.library.pages.items()
        if path.startswith("tools/") and path != "tools/index.md"
    }
    tools = [(page, name) for name, page in names.items() if "/" not in name]
    tools.sort(key=lambda tool: (signs.index(tool[1]) if tool[1] in SIGNS else len(signs), tool[0].title))
    return _cards(context, [page for page, _ in tools])


def doors(context: Context) -> str:
    """The ways on from the home page: all guides, the glossary, the tools."""
    paths = ("guides/index.md", "glossary/index.md", "tools/index.md")
    return _cards(context, [context.library.pages[path] for path in paths])


def _cards(context: Context, pages: Iterable[Page]) -> str:
    level = 3 if context.page.url == "" else 2
    return render("practice-card/card-grid.html", context=context, pages=pages, level=level)


def reading_minutes(context: Context, page: Page) -> int:
    """Whole minutes to read a page's prose at 200 words a minute, at least one."""
    return max(1, round(words(page.body) / 200))


def guide_path(context: Context) -> str:
    """The guides by kind: the bad moments, the eight of the heart, then the others; home: only the eight."""
    labels = context.words.get("sections", {})
    home = context.page.url == ""
    groups: dict[str, list[Guide]] = {next(iter(labels), ""): [], "heart": []}
    for guide in context.library.guides.values():
        if guide.order <= HEART or not home:
            groups.setdefault("heart" if guide.order <= HEART else guide.section, []).append(guide)
    named = {name: choice.label for name, choice in labels.items()} | {
        "heart": "Start here: eight core guides"
    }
    shown = [(name or "more", named.get(name, "More"), guides) for name, guides in groups.items() if guides]
    return render(
        "guide-path/guide-path.html", context=context, groups=shown, home=home, minutes=reading_minutes
    )


def red_flags(context: Context, *keys: str) -> str:
    """The lines of the signs `keys`, in one aside; without keys every sign, each with its sources.

    The list is Markdown with a second heading for each speed, so that the page's own contents show them.
    """
    if keys:
        return render("red-flags/red-flags.html", context=context, keys=keys)
    parts = []
    for speed, flags in context.library.flags_by_speed:
        listed = render("red-flags/all-red-flags.html", context=context, flags=flags, speed=speed)
        parts += [f"## {HEADINGS[speed]}", listed] if flags else []
    return "\n\n".join(parts)


def boundary_builder(context: Context) -> str:
    """The whole tool, or, unless the setting `boundary_builder` is true, why it is shut and where to go.

    Raises ValueError when docs/_data/boundary-scripts.yml could not be read.
    """
    data = context.library.data.boundary
    if data is None:
        raise ValueError("docs/_data/boundary-scripts.yml could not be read")
    name = "boundary-builder" if context.settings.get("boundary_builder") is True else "closed"
    values = {"data": data, "sentences": scripts(context.library), "patterns": Markup(_patterns(data))}
    return render(f"boundary-builder/{name}.html", context=context, **values)


def _patterns(data: Boundary) -> str:
    """What the script needs, as JSON that cannot end its element."""
    moments = {name: situation.moment for name, situation in data.situations.items()}
    record = {"aims": data.aims, "plan": data.plan, "moments": moments}
    return json.dumps(record, ensure_ascii=False, default=asdict).replace("<", "\\u003c")
