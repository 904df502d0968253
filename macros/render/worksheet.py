"""A worksheet to fill in on the screen or on paper, and a short way: a few pages in an order."""

from __future__ import annotations

from macros.render.context import Context
from macros.render.countries import main_numbers
from macros.render.templates import render


def worksheet(context: Context) -> str:
    """The worksheet of the page: a form without scripts too, and on paper one sheet."""
    page = context.page
    return render(
        "worksheet/worksheet.html",
        page=page,
        numbers=main_numbers(context.library.countries.values()),
        numbers_first=any(part.numbers for part in page.sheet),
        help=context.href("help/"),
        notes=context.href("tools/journal/"),
        site_name=context.settings.get("name", ""),
        address=f"{context.settings['address']}{page.url}" if context.settings.get("address") else "",
    )


def short_way(context: Context) -> str:
    """The pages of a way in their order, a line on each."""
    way = context.library.data.ways[context.page.slug]
    pages = [(context.library.pages[step.page], step.say) for step in way.steps]
    steps = [(context.href(page.url), page.title, page.slug, say) for page, say in pages]
    return render("short-way/short-way.html", name=context.page.slug, steps=steps)
