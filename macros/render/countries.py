"""Help by country: the page of a country, lines by kind, the emergency numbers, one country first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.content.country import EMERGENCY
from macros.content.library import Library
from macros.content.model import Country
from macros.render.context import Context
from macros.render.templates import render


@dataclass(frozen=True)
class EmergencyNumber:
    """An emergency number, the address that dials it, and the countries that have it."""

    number: str
    address: str
    countries: tuple[str, ...]


def main_numbers(countries: Iterable[Country]) -> tuple[EmergencyNumber, ...]:
    """The first emergency number of each country marked `often`, each number once; that of most countries is
    first."""
    countries_of: dict[str, tuple[str, list[str]]] = {}
    for country in countries:
        if country.often:
            way = country.emergency.ways[0]
            name = f"{country.country} ({way.note})" if way.note else country.country
            countries_of.setdefault(way.number, (way.address, []))[1].append(name)
    numbers = (
        EmergencyNumber(number, address, tuple(names)) for number, (address, names) in countries_of.items()
    )
    return tuple(sorted(numbers, key=lambda number: -len(number.countries)))


def _numbers(context: Context) -> dict[str, Any]:
    return {
        "numbers": main_numbers(context.library.countries.values()),
        "all": context.href("help/#countries"),
    }


def emergency_numbers(context: Context) -> str:
    """The emergency numbers that most readers need, and a link to every other country."""
    return render("help-numbers/help-numbers.html", **_numbers(context))


def country_lines(context: Context) -> str:
    """All lines of the country whose page this is, by kind, and where and when they were read."""
    country = context.library.countries[context.page.slug]
    kinds = context.library.data.vocabulary["help"].values()
    groups = [(kind, [line for line in country.lines if line.kind == kind.name]) for kind in kinds]
    return render(
        "help-lines/country.html",
        country=country,
        groups=[group for group in groups if group[1]],
        alone=all(line.kind == EMERGENCY for line in country.lines),
        finders=context.library.data.finders,
        places=[
            (place, place.partition("://")[2].removeprefix("www.").rstrip("/")) for place in country.places
        ],
        read=f"{country.read:%B %Y}",
        help=context.href("help/"),
    )


def _entries(context: Context, kinds: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Every country that has a line of one of `kinds`, with those lines; without kinds every country."""
    entries = []
    for country in context.library.countries.values():
        lines = [line for line in country.lines if any(line.serves(kind) for kind in kinds)]
        if lines or not kinds:
            name = f"{kinds[0]}-{country.slug}" if kinds else country.slug
            entries.append(
                {"country": country, "lines": lines, "href": context.href(country.url), "id": name}
            )
    return entries


def _months(library: Library) -> str:
    """When the numbers of all countries were read: "November 2026", or from when to when."""
    days = sorted(country.read for country in library.countries.values())
    first, last = (f"{day:%B %Y}" for day in (days[0], days[-1]))
    return last if first == last else f"{first} to {last}"


def help_lines(context: Context, *kinds: str) -> str:
    """The lines of some kinds from every country that has one, by country."""
    labels = context.library.data.vocabulary["help"]
    name = " and ".join(labels[kind].label.lower() for kind in kinds)
    entries = _entries(context, kinds)
    return render("help-lines/by-country.html", entries=entries, name=name, read=_months(context.library))


def help_country(context: Context) -> str:
    """One country's emergency number and first lines, by the clock or by choice; without scripts the main
    numbers."""
    finders = context.library.data.finders
    return render(
        "help-country/help-country.html", entries=_entries(context), finders=finders, **_numbers(context)
    )


def help_countries(context: Context) -> str:
    """Every country with its emergency numbers and a link to its page."""
    return render(
        "help-countries/help-countries.html", entries=_entries(context), read=_months(context.library)
    )


def help_finders(context: Context) -> str:
    """Lists of help lines all over the world."""
    return render("help-lines/finders.html", finders=context.library.data.finders)
