"""Signs of an illness: the lines early on a page, and the list of all by how fast help is needed."""

from macros.content.red_flags import Speed
from macros.render.context import Context
from macros.render.references import cite
from macros.render.templates import render

HEADINGS: dict[Speed, str] = {
    "emergency": "Get help now",
    "today": "See a doctor today",
    "this week": "See a doctor this week",
}


def red_flags(context: Context, *keys: str) -> str:
    """The lines of the signs `keys`, in one aside; without keys every sign, each with its sources.

    The list is Markdown with a second heading for each speed, so that the page's own contents show them.
    """
    if not keys:
        return _all(context)
    flags = [context.library.data.flags[key] for key in dict.fromkeys(keys)]
    return render("red-flags/red-flags.html", context=context, flags=flags)


def _all(context: Context) -> str:
    parts = []
    for speed, flags in context.library.flags_by_speed:
        values = {"flags": flags, "speed": speed, "cite": cite}
        listed = render("red-flags/all-red-flags.html", context=context, **values)
        parts += [f"## {HEADINGS[speed]}", listed] if flags else []
    return "\n\n".join(parts)
