"""Help by country: the page of a country, lines by kind, the emergency numbers, one country first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.content.country import EMERGENCY, Country
from macros.content.library import Library
from macros.render.context import Context
from macros.render.templates import render


@dataclass(frozen=True)
class EmergencyNumber:
    """An emergency number, the address that dials it, and the countries that have it."""

    number: str
    address: str
    countries: tuple[str, ...]


def main_numbers(countries: Iterable[Country]) -> tuple[EmergencyNumber, ...]:
    """The first emergency number of each country marked `often`, each once; that of most countries first."""
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


def emergency_numbers(context: Context) -> str:
    """The emergency numbers that most readers need, and a link to every other country."""
    numbers = main_numbers(context.library.countries.values())
    return render("help-numbers/help-numbers.html", context=context, numbers=numbers)


def country_lines(context: Context) -> str:
    """All lines of the country whose page this is, by kind, and where and when they were read."""
    country = context.library.countries[context.page.slug]
    alone = all(line.kind == EMERGENCY for line in country.lines)
    return render("help-lines/country.html", context=context, country=country, alone=alone)


def _entries(context: Context, kinds: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Every country that has a line of one of `kinds`, with those lines; without kinds every country."""
    entries = []
    for country in context.library.countries.values():
        lines = [line for line in country.lines if any(line.serves(kind) for kind in kinds)]
        if lines or not kinds:
            name = f"{kinds[0]}-{country.slug}" if kinds else country.slug
            entries.append({"country": country, "lines": lines, "id": name})
    return entries


def _months(library: Library) -> str:
    """When the numbers of all countries were read: "November 2026", or from when to when."""
    days = sorted(country.read for country in library.countries.values())
    first, last = (f"{day:%B %Y}" for day in (days[0], days[-1]))
    return last if first == last else f"{first} to {last}"


def help_lines(context: Context, *kinds: str) -> str:
    """The lines of some kinds from every country that has one, by country."""
    name = " and ".join(context.words["help"][kind].label.lower() for kind in kinds)
    values = {"entries": _entries(context, kinds), "name": name, "read": _months(context.library)}
    return render("help-lines/by-country.html", context=context, **values)


def help_country(context: Context) -> str:
    """One country's emergency number and first lines, by clock or choice; at first the main numbers."""
    values = {"entries": _entries(context), "numbers": main_numbers(context.library.countries.values())}
    return render("help-country/help-country.html", context=context, **values)


def help_countries(context: Context) -> str:
    """Every country with its emergency numbers and a link to its page."""
    values = {"entries": _entries(context), "read": _months(context.library)}
    return render("help-countries/help-countries.html", context=context, **values)
