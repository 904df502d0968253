"""What a page tells machines, in the words of schema.org. Nothing here claims a medical review."""

import json
from typing import Any

from macros.content.body_parts import how_to
from macros.content.library import Library
from macros.content.model import Guide, Page, Practice, Term
from macros.content.schedule import default_length
from macros.render.context import relative
from macros.render.open_data import LICENCE
from macros.render.share_image import image_path, shared

CONTEXT = "https://schema.org"


def structured_data(library: Library, page: Page, address: str, site_name: str) -> tuple[str, ...]:
    """The JSON texts for a page. `address` is the site's own, with a last slash, or empty."""
    records: list[dict[str, Any]] = []
    root = address or relative(page.url, "")
    glossary = {"@type": "DefinedTermSet", "name": "Glossary", "url": f"{root}glossary/"}
    if isinstance(page, Term):  # the licence is the set's: a term alone is no work there
        names = {"alternateName": list(page.aka)} if page.aka else {}
        records.append({**_term(page, root), **names, "inDefinedTermSet": {**glossary, "license": LICENCE}})
    if page.path == "glossary/index.md":
        terms = [_term(term, root) for term in library.terms.values()]
        about = {"inLanguage": "en-GB", "license": LICENCE, "hasDefinedTerm": terms}
        records.append({**glossary, **about})
    if isinstance(page, Guide):
        records.append({"@type": "Article", "headline": page.title, **_work(page, address, site_name)})
    if isinstance(page, Practice):
        records.append({"@type": "HowTo", **_how_to(page), **_work(page, address, site_name)})
    if address and page.url:
        records.append({"@type": "BreadcrumbList", "itemListElement": _trail(library, page, address)})
    return tuple(_island({"@context": CONTEXT, **record}) for record in records)


def _island(record: object) -> str:
    """JSON that may stand inside a script element: no "<" that could end it."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _term(term: Term, root: str) -> dict[str, Any]:
    named = {"@type": "DefinedTerm", "name": term.title, "termCode": term.slug, "description": term.short}
    return {**named, "url": f"{root}{term.url}"}


def _work(page: Page, address: str, site_name: str) -> dict[str, Any]:
    """What every text says of itself: dates, author, licence, and its addresses once the site has one."""
    author = {"@type": "Organization", "name": site_name}
    work: dict[str, Any] = {
        "description": page.summary,
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "author": author,
        "publisher": author,
        "license": LICENCE,
    }
    if page.reviewed:
        work["dateModified"] = page.reviewed.isoformat()
    if address:
        work["author"] = work["publisher"] = {**author, "url": address}
        work["url"] = f"{address}{page.url}"
        work["mainEntityOfPage"] = work["url"]
    if shared(address):
        work["image"] = f"{address}{image_path(page)}"
    return work


def _how_to(practice: Practice) -> dict[str, Any]:
    texts = how_to(practice)
    names = [step.say for step in practice.steps] or [""] * len(texts)
    return {
        "name": practice.title,
        "totalTime": duration(default_length(practice).total_ms),
        "step": [
            {"@type": "HowToStep", "position": number, **({"name": name} if name else {}), "text": text}
            for number, (name, text) in enumerate(zip(names, texts, strict=True), 1)
        ],
    }


def duration(ms: int) -> str:
    """A length as ISO 8601 says it: 156000 is "PT2M36S"; a tenth is the least it says."""
    minutes, rest = divmod(ms, 60_000)
    return "PT" + (f"{minutes}M" if minutes else "") + (f"{rest / 1000:g}S" if rest or not minutes else "")


def _trail(library: Library, page: Page, address: str) -> list[dict[str, Any]]:
    """Home, the section, the page: as the page itself shows where it stands."""
    home, section = library.pages.get("index.md"), library.pages.get(f"{page.path.split('/')[0]}/index.md")
    steps = [("Home", "")] if home else []
    steps += [(section.title, section.url)] if section and section is not page else []
    steps.append((page.title, page.url))
    return [
        {"@type": "ListItem", "position": number, "name": name, "item": f"{address}{url}"}
        for number, (name, url) in enumerate(steps, 1)
    ]
