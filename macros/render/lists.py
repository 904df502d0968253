"""Lists made from the whole library: practices, terms, guides, corrections."""

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


def _card(context: Context, page: Page, drawn: Markup, level: int) -> dict[str, Any]:
    """What a card of a page shows beside its sign `drawn`; of a practice also its length and its facts."""
    practice = page if isinstance(page, Practice) else None
    return {
        "title": page.title,
        "href": context.href(page.url),
        "sign": drawn,
        "line": first_sentence(page.summary),
        "edge": short_length(practice) if practice else "",
        "data": facts(practice) if practice else {},
        "level": level,
    }


def first_sentence(text: str) -> str:
    """The first sentence of a text; after a question, its answer too."""
    first, *rest = re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)
    return f"{first} {first_sentence(rest[0])}" if rest and first.endswith("?") else first


def short_length(practice: Practice) -> str:
    """`3 min` or `20 s`: the usual length of a practice, for the edge of a card."""
    length = default_length(practice).total_ms
    return f"{(length + 500) // 1000} s" if length < 45_000 else f"{whole_minutes(length)} min"


def length_words(practice: Practice) -> str:
    """`About 3 minutes`: the usual length of a practice, from its data."""
    length = default_length(practice).total_ms
    if length < 45_000:
        return f"About {(length + 500) // 1000} seconds"
    minutes = whole_minutes(length)
    return f"About {minutes} minute{'' if minutes == 1 else 's'}"


def practice_card(context: Context, slug: str, level: int = 3) -> Markup:
    """A card that leads to a practice: its shape and its facts."""
    practice = context.library.practices[slug]
    return render("practice-card/practice-card.html", **_card(context, practice, sign(practice), level))


def practice_index(context: Context) -> str:
    """All practices as cards, by group, with the filter above them."""
    by_group = groupby(context.library.practices.values(), key=lambda practice: practice.group)
    groups = [
        {
            "choice": context.words["groups"][name],
            "cards": [_card(context, practice, sign(practice), 3) for practice in practices],
        }
        for name, practices in by_group
    ]
    return render("practice-index/practice-index.html", groups=groups, filter=practice_filter(context))


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
    values = {"minutes": reading_minutes, "first_sentence": first_sentence}
    return render("guide-path/guide-path.html", context=context, groups=shown, home=home, **values)


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
    level = 3 if context.page.url == "" else 2
    cards = [_card(context, page, sign_svg(SIGNS.get(name, OTHER)), level) for page, name in pages]
    return render("practice-card/card-grid.html", cards=cards)


def first_letter(title: str) -> str:
    """The letter under which a title stands: its first, without accents, a capital; "#" for another sign."""
    letter = unicodedata.normalize("NFD", title)[:1].upper()
    return letter if letter.isalpha() and letter.isascii() else "#"


def glossary_index(context: Context) -> str:
    """Every term with its plain line and status, by letter, and every title by theme."""
    terms = context.library.terms.values()
    letters = [
        (letter, list(group)) for letter, group in groupby(terms, key=lambda term: first_letter(term.title))
    ]
    themes = [
        (choice, [term for term in terms if term.theme == name], theme_map(context, name, choice.label))
        for name, choice in context.words["themes"].items()
    ]
    return render("glossary-index/glossary-index.html", context=context, letters=letters, themes=themes)
