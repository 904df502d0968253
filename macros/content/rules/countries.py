"""Rules on countries with help lines: each once, no clock in two of them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.library import Library
from macros.content.problem import Problem


def one_country(library: Library) -> Iterator[Problem]:
    """No two pages are about the same country."""
    seen: dict[str, str] = {}
    for country in library.countries.values():
        first = seen.setdefault(country.country.casefold(), country.path)
        if first != country.path:
            document = library.documents[country.path]
            message = f"'{country.country}' has a page already: docs/{first}."
            yield Problem(document.path, document.line_of("country"), message, "Keep one of the two.")


def one_zone(library: Library) -> Iterator[Problem]:
    """No time zone belongs to two countries, so that a clock leads to one of them."""
    seen: dict[str, str] = {}
    for country in library.countries.values():
        for zone in country.zones:
            first = seen.setdefault(zone, country.path)
            if first != country.path:
                document = library.documents[country.path]
                message = f"the time zone '{zone}' belongs to docs/{first} already."
                yield Problem(document.path, document.line_of("zones"), message, "Take it out of one of the two.")


MUST = (one_country, one_zone)
