"""Lists made from the whole library: practices, terms, guides, corrections."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup

from macros.content.lengths import default_length
from macros.content.model import HEART, Guide, Page, Practice
from macros.content.reading import words
from macros.render.context import Context
from macros.render.finder import facts, practice_filter, whole_minutes
from macros.render.signs import OTHER, SIGNS, sign, sign_svg
from macros.render.templates import render
from macros.render.term_map import theme_map


def _card(context: Context, practice: Practice, level: int = 3) -> dict[str, Any]:
    return {
        "title": practice.title,
        "href": context.href(practice.url),
        "sign": Markup(sign(practice)),
        "line": first_sentence(practice.summary),
        "edge": short_length(practice),
        "data": facts(practice),
        "level": level,
    }


def first_sentence(text: str) -> str:
    """The first sentence of a text; after a question, its answer too."""
    first, *rest = re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)
    return f"{first} {first_sentence(rest[0])}" if rest and first.endswith("?") else first


def short_length(practice: Practice) -> str:
    """`3 min` or `20 s`: the usual length of a practice, for the edge of a card."""
    seconds = default_length(practice).total_ms / 1000
    return f"{round(seconds)} s" if seconds < 45 else f"{max(1, round(seconds / 60))} min"


def length_words(practice: Practice) -> str:
    """`About 3 minutes`: the usual length of a practice, from its data."""
    length = default_length(practice).total_ms
    if length < 45_000:
        return f"About {(length + 500) // 1000} seconds"
    minutes = whole_minutes(length)
    return f"About {minutes} minute{'' if minutes == 1 else 's'}"


def practice_card(context: Context, slug: str, level: int = 3) -> str:
    """A card that leads to a practice: its shape and its facts."""
    return render(
        "practice-card/practice-card.html", **_card(context, context.library.practices[slug], level)
    )


def practice_index(context: Context) -> str:
    """All practices as cards, by group, with the filter above them."""
    groups = [
        {
            "choice": context.library.data.vocabulary["groups"][name],
            "cards": [_card(context, practice) for practice in practices],
        }
        for name, practices in groupby(
            context.library.practices.values(), key=lambda practice: practice.group
        )
    ]
    return render("practice-index/practice-index.html", groups=groups, filter=practice_filter(context))


def reading_minutes(context: Context, page: Page) -> int:
    """Whole minutes to read a page's prose at 200 words a minute, at least one."""
    return max(1, round(words(context.library.documents[page.path]) / 200))


def guide_path(context: Context) -> str:
    """The guides by kind: the bad moments, the eight of the heart, then the others; on
    home the eight alone."""
    labels = context.library.data.vocabulary.get("sections", {})
    home = context.page.url == ""
    first = next(iter(labels), "")
    groups: dict[str, list[dict[str, Any]]] = {first: [], "heart": []}
    for guide in context.library.guides.values():
        if home and guide.order > HEART:
            continue
        name = "heart" if guide.order <= HEART else guide.section
        groups.setdefault(name, []).append(_guide_entry(context, guide))
    named = {name: choice.label for name, choice in labels.items()} | {
        "heart": "Start here: eight core guides"
    }
    shown = [
        (name or "more", named.get(name, "More"), entries) for name, entries in groups.items() if entries
    ]
    return render("guide-path/guide-path.html", groups=shown, home=home)


def _guide_entry(context: Context, guide: Guide) -> dict[str, Any]:
    return {
        "guide": guide,
        "href": context.href(guide.url),
        "line": first_sentence(guide.summary),
        "minutes": reading_minutes(context, guide),
    }


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
    return _page_cards(context, tools)


def doors(context: Context) -> str:
    """The ways on from the home page: all guides, the glossary, the tools."""
    places = ("guides", "glossary", "tools")
    return _page_cards(context, ((context.library.pages[f"{name}/index.md"], name) for name in places))


def _page_cards(context: Context, pages: Iterable[tuple[Page, str]]) -> str:
    cards: list[dict[str, Any]] = [
        {
            "title": page.title,
            "href": context.href(page.url),
            "sign": Markup(sign_svg(SIGNS.get(name, OTHER))),
            "line": first_sentence(page.summary),
            "edge": "",
            "data": {},
            "level": 3 if context.page.url == "" else 2,
        }
        for page, name in pages
    ]
    return render("practice-card/card-grid.html", cards=cards)


def first_letter(title: str) -> str:
    """The letter under which a title stands: its first, without accents, in capitals; "#" for anything
    else."""
    letter = unicodedata.normalize("NFD", title)[:1].upper()
    return letter if letter.isalpha() and letter.isascii() else "#"


def glossary_index(context: Context) -> str:
    """Every term with its plain line and status, by letter, and every title by theme."""
    library = context.library
    words = library.data.vocabulary
    terms: list[dict[str, Any]] = [
        {
            "term": term,
            "href": context.href(term.url),
            "status": words["statuses"][term.status],
            "letter": first_letter(term.title),
            "theme": term.theme,
        }
        for term in library.terms.values()
    ]
    letters = [
        (letter, list(entries)) for letter, entries in groupby(terms, key=lambda entry: entry["letter"])
    ]
    themes = [
        (
            choice,
            [entry for entry in terms if entry["theme"] == name],
            Markup(theme_map(context, name, choice.label)),
        )
        for name, choice in words["themes"].items()
    ]
    return render(
        "glossary-index/glossary-index.html",
        filter=Markup(render("glossary-filter/glossary-filter.html")),
        letters=letters,
        themes=[theme for theme in themes if theme[1]],
        count=len(terms),
    )


def make_it_fit(context: Context) -> str:
    """On a practice's page: for whom something changes, and what they do instead."""
    library = context.library
    items = []
    for fit in library.practices[context.page.slug].fits:
        other = library.practices.get(fit.practice)
        link = {"href": context.href(other.url), "title": other.title} if other else {}
        items.append({"label": library.data.vocabulary["fits"][fit.who].label, "do": fit.do, **link})
    return render("fit-list/fit-list.html", fits=items)


def list_filter(context: Context, name: str) -> str:
    """The field that narrows the long list `name` (one of macro_calls.FILTERS), printed below it."""
    return render("list-filter/list-filter.html", name=name, help=context.href("help/"))


def corrections(context: Context) -> str:
    """The log of corrections, newest first, or a line that says there is none yet."""
    pages = context.library.pages
    entries = [
        {
            **vars(correction),
            "title": pages[correction.page].title,
            "href": context.href(pages[correction.page].url),
        }
        for correction in context.library.data.corrections
    ]
    return render("correction-log/correction-log.html", corrections=entries)
