"""Rules on links between pages: each leads to a page that is there, and each page is led to."""

import re
from collections.abc import Iterator

from macros.content.library import Library, kind_of
from macros.content.macro_calls import MACROS
from macros.content.model import Guide, Practice, Term
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import links, target_path

COUNTRY_LISTS = ("help_country", "help_countries")  # macros that lead to every country
FOLDERS = {"practice": "practices", "term": "glossary"}


def targets_exist(library: Library, path: str) -> Iterator[Problem]:
    """A link to a page names an existing file, relative to the page it stands on."""
    document = library.documents[path]
    for line, target in links(document):
        if fault := _fault(library, path, target):
            yield document.problem(line, *fault)


def _fault(library: Library, path: str, target: str) -> tuple[str, str] | None:
    if re.match(r"(?:https?|mailto|tel|sms):", target) or target.startswith("#"):
        return None
    if target.startswith("/"):
        return f"the link '{target}' is absolute.", "Link to the .md file, relative to this page."
    page = target_path(path, target)
    if (
        page in library.documents
        or page in library.drafts
        or ("assets/" in page and not page.endswith(".md"))
    ):
        return None
    if not page.endswith(".md"):
        return f"the link '{target}' is not to a .md file.", "Link to the page's source file."
    hint = did_you_mean(page, library.documents, "Links are relative to this page.")
    return f"there is no page '{page}'.", hint


def to_draft(library: Library, path: str) -> Iterator[Problem]:
    """A published page links to no draft."""
    document = library.documents[path]
    for line, target in links(document) if library.drafts else ():
        if (page := target_path(path, target)) in library.drafts:
            hint = "Publish it (take 'draft' out of it), or take the link out."
            yield document.problem(line, f"the page '{page}' is a draft.", hint)


def _targets(library: Library, path: str) -> Iterator[str]:
    """The pages that a page leads to, by their paths: in its text, its macros and its front matter."""
    for _, target in links(library.documents[path]):
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
        if call.name == "tool_cards":
            yield from filter(re.compile(r"tools/(?:[^/]+|[^/]+/index)\.md").fullmatch, library.pages)
    page = library.pages.get(path)
    if isinstance(page, Guide):
        yield f"practices/{page.practice}.md"
    elif isinstance(page, Practice):
        yield from (f"practices/{slug}.md" for slug in page.related)
    elif isinstance(page, Term):
        yield from (f"practices/{slug}.md" for slug in page.tries)
        yield from (f"glossary/{slug}.md" for slug in page.see)


def page_linked(library: Library) -> Iterator[Problem]:
    """Another page leads to each page but a folder's first; to a practice, not only the list of all."""
    reached = {target for path in library.documents for target in _targets(library, path) if target != path}
    for choices in library.data.vocabulary.values():
        reached |= {f"practices/{choice.first}.md" for choice in choices.values()}
    reached |= {f"practices/{day.practice}.md" for week in library.data.plan for day in week.days}
    for path, document in library.documents.items():
        if path.rpartition("/")[2] == "index.md" or path in reached or kind_of(path) == "term":
            continue
        from_where = "no guide, term or other practice" if kind_of(path) == "practice" else "no other page"
        hint = "Link to it where a reader would look for it."
        yield document.problem(1, f"{from_where} leads to this page.", hint)


MUST = (targets_exist, to_draft)
SHOULD = (page_linked,)
