"""Rules on orphans: every page is led to from another one, every practice from more than the list of all."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from macros.content.frontmatter import Document
from macros.content.library import Library, kind_of
from macros.content.macro_calls import MACROS
from macros.content.model import Guide, Practice, Term
from macros.content.problem import Problem
from macros.content.prose import without_code

LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\(\s*<?([^()\s>]+)>?[^()]*\)|^ {0,3}\[[^\[\]]+\]: *<?([^\s>]+)>?", re.MULTILINE)
COUNTRY_LISTS = ("help_country", "help_countries")  # macros that lead to every country
FOLDERS = {"practice": "practices", "term": "glossary"}


def linked(document: Document) -> Iterator[tuple[int, str]]:
    """Line and target of every link in a page's text, as written; code holds none."""
    text = without_code(document.body)
    for found in LINK.finditer(text):
        yield document.body_line + text.count("\n", 0, found.start(found.lastindex or 0)), found[1] or found[2]


def target_path(path: str, target: str) -> str:
    """The page below docs/ that the link `target` on the page at `path` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), re.split(r"[#?]", target, maxsplit=1)[0]))


def _targets(library: Library, path: str) -> Iterator[str]:
    """The pages that a page leads to, by their paths: in its text, its macros and its front matter."""
    for _, target in linked(library.documents[path]):
        yield target_path(path, target)
    for call in library.calls[path]:
        macro = MACROS.get(call.name)
        for kind, name in zip(macro.arguments if macro else (), call.arguments, strict=False):
            if kind in FOLDERS:
                yield f"{FOLDERS[kind]}/{name}.md"
        if call.name in COUNTRY_LISTS:
            yield from (country.path for country in library.countries.values())
        if call.name == "guide_path":
            yield from (guide.path for guide in library.guides.values())
    page = library.pages.get(path)
    if isinstance(page, Guide):
        yield f"practices/{page.practice}.md"
    elif isinstance(page, Practice):
        yield from (f"practices/{slug}.md" for slug in page.related)
    elif isinstance(page, Term):
        yield from (f"practices/{slug}.md" for slug in page.tries)
        yield from (f"glossary/{slug}.md" for slug in page.see)


def _led_to(library: Library) -> set[str]:
    found = {target for path in library.documents for target in _targets(library, path) if target != path}
    firsts = (choice.first for choices in library.data.vocabulary.values() for choice in choices.values())
    planned = (day.practice for week in library.data.plan for day in week.days)
    return found | {f"practices/{slug}.md" for slug in (*firsts, *planned) if slug}


def page_linked(library: Library) -> Iterator[Problem]:
    """Another page leads to each page, the first of a folder apart; to a practice, more than the list of all does."""
    reached = _led_to(library)
    for path, document in library.documents.items():
        if path.rpartition("/")[2] == "index.md" or path in reached or kind_of(path) == "term":
            continue
        from_where = "no guide, term or other practice" if kind_of(path) == "practice" else "no other page"
        hint = "Link to it where a reader would look for it."
        yield Problem(document.path, 1, f"{from_where} leads to this page.", hint)


SHOULD = (page_linked,)
