"""What schema.org asks of the types that this site uses: which properties they have,
which it needs, in what form."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

THING = {"name", "description", "url", "alternateName", "image", "mainEntityOfPage"}
WORK = THING | {"inLanguage", "isAccessibleForFree", "author", "publisher", "license", "dateModified"}
# Type: what it must have here, and what else it may have (schema.org 29).
TYPES: dict[str, tuple[set[str], set[str]]] = {
    "Article": (
        {"headline", "description", "author", "publisher", "dateModified", "url", "image", "license"},
        WORK,
    ),
    "BreadcrumbList": ({"itemListElement"}, THING),
    "DefinedTerm": ({"name", "description", "url", "termCode"}, THING | {"inDefinedTermSet"}),
    "DefinedTermSet": ({"name", "url", "license"}, WORK | {"hasDefinedTerm"}),
    "HowTo": ({"name", "description", "step", "totalTime", "author", "url", "image", "license"}, WORK),
    "HowToStep": ({"text", "position"}, THING),
    "ListItem": ({"position", "name", "item"}, THING),
    "Organization": ({"name", "url"}, THING),
}
ADDRESSES = {"url", "item", "license", "image", "mainEntityOfPage"}
DURATION = re.compile(r"PT(?=\d)(\d+M)?(\d+(\.\d+)?S)?")


def faults(record: Any, where: str = "") -> Iterator[str]:
    """A line for each thing in `record` (parsed JSON) that schema.org does not know or
    the site should say."""
    if isinstance(record, list):
        for at, item in enumerate(record):
            yield from faults(item, f"{where}[{at}]")
    if not isinstance(record, dict):
        return
    kind = record.get("@type")
    if kind not in TYPES:
        yield f"{where}: no type {kind!r}"
        return
    place = f"{where}/{kind}"
    needed, allowed = TYPES[kind]
    names = {name for name in record if not name.startswith("@")}
    yield from (f"{place}: lacks {name}" for name in sorted(needed - names))
    yield from (f"{place}: has no property {name}" for name in sorted(names - needed - allowed))
    for name in sorted(names):
        if not _fits(name, record[name]):
            yield f"{place}: {name} is {record[name]!r}"
        yield from faults(
            record[name] if isinstance(record[name], dict | list) and name != "alternateName" else "", place
        )
    yield from _miscounted(record, place)


def _fits(name: str, value: Any) -> bool:
    if name in ADDRESSES:
        return urlsplit(value).scheme == "https" and bool(urlsplit(value).netloc)
    if name == "dateModified":
        return date.fromisoformat(value) <= date.today()
    if name == "totalTime":
        return DURATION.fullmatch(value) is not None
    return value is False or value is True or bool(value)


def _miscounted(record: dict[str, Any], place: str) -> Iterator[str]:
    for name in ("step", "itemListElement"):
        positions = [item.get("position") for item in record.get(name, [])]
        if positions != list(range(1, len(positions) + 1)):
            yield f"{place}: {name} counts {positions}"
