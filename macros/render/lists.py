"""Lists made from the whole library: practices, terms, guides, corrections."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Any

from markupsafe import Markup

from macros.content.lengths import default_length
from macros.content.model import HEART, Practice
from macros.render.context import Context
from macros.render.finder import facts, practice_filter
from macros.render.shape import shape
from macros.render.templates import render
from macros.render.term_map import theme_map


def _card(context: Context, practice: Practice, level: int = 3) -> dict[str, Any]:
    words = context.library.data.vocabulary
    said = [length_words(practice), words["efforts"][practice.effort].label]
    said.append("Can be done in public" if practice.in_public else "Better in private")
    return {
        "practice": practice,
        "href": context.href(practice.url),
        "shape": shape(practice),
        "facts": said,
        "data": facts(practice),
        "level": level,
    }


def length_words(practice: Practice) -> str:
    """`About 3 minutes`: the usual length of a practice, from its data."""
    seconds = default_length(practice).total_ms / 1000
    if seconds < 45:
        return f"About {round(seconds)} seconds"
    minutes = max(1, round(seconds / 60))
    return f"About {minutes} minute{'' if minutes == 1 else 's'}"


def practice_card(context: Context, slug: str, level: int = 3) -> str:
    """A card that leads to a practice: its shape and its facts."""
    return render("practice-card/practice-card.html", **_card(context, context.library.practices[slug], level))


def practice_index(context: Context) -> str:
    """All practices as cards, by group, with the filter above them."""
    groups = [
        {"choice": context.library.data.vocabulary["groups"][name], "cards": [_card(context, each) for each in found]}
        for name, found in groupby(context.library.practices.values(), key=lambda each: each.group)
    ]
    return render("practice-index/practice-index.html", groups=groups, filter=practice_filter(context))


def guide_path(context: Context) -> str:
    """The guides in their order: the eight of the heart, then the others by section; on home the eight alone."""
    labels = context.library.data.vocabulary.get("sections", {})
    heart: list[dict[str, Any]] = []
    beyond: dict[str, list[dict[str, Any]]] = {}
    home = context.page.url == ""
    for guide in context.library.guides.values():
        if home and guide.order > HEART:
            continue
        place = heart if guide.order <= HEART else beyond.setdefault(guide.section, [])
        place.append({"guide": guide, "href": context.href(guide.url)})
    sections = [(labels[name].label if name else "More", entries) for name, entries in beyond.items()]
    return render("guide-path/guide-path.html", heart=heart, sections=sections)


def first_letter(title: str) -> str:
    """The letter under which a title stands: its first, without accents, in capitals; "#" for anything else."""
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
    letters = [(letter, list(found)) for letter, found in groupby(terms, key=lambda entry: entry["letter"])]
    themes = [
        (choice, [entry for entry in terms if entry["theme"] == name], Markup(theme_map(context, name, choice.label)))
        for name, choice in words["themes"].items()
    ]
    return render(
        "glossary-index/glossary-index.html",
        filter=Markup(render("glossary-filter/glossary-filter.html")),
        letters=letters,
        themes=[theme for theme in themes if theme[1]],
        count=len(terms),
    )


def glossary_search(context: Context) -> str:
    """A link that opens the search, and without scripts the glossary."""
    return render("search/search-opener.html", glossary=context.href("glossary/"))


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
        {**vars(each), "title": pages[each.page].title, "href": context.href(pages[each.page].url)}
        for each in context.library.data.corrections
    ]
    return render("correction-log/correction-log.html", corrections=entries)
