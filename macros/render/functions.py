"""What templates may call: a practice, a page or a source in words, and lists that the library gives."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from markdown.extensions.toc import slugify

from macros.content.addresses import sheet_urls
from macros.content.country import Country, HelpLine
from macros.content.data_files import Choice, Source
from macros.content.finder import by_fit, length_on, lengths, uses_breath
from macros.content.library import Library
from macros.content.model import Page, Practice
from macros.content.schedule import Length, default_length
from macros.render.shape import sign

SURENESS = ("good", "some", "little", "untested", "disputed")
OFF_THE_SCALE = "disputed"  # a column only where a practice has it: it is no step between good and not tested
FOLLOWED = ("guide", "practice", "term")  # kinds of page whose check is news
MORE = "et al."  # stands among the authors where some are left out


def practice_data(practice: Practice) -> dict[str, str]:
    """The facts that filter and finder go by, as data attributes (overrides/components/practice-choices)."""
    usual, *others = lengths(practice)
    in_ms = [str(usual.total_ms), *(f"{length.total_ms}?{query(length)}" for length in others)]
    return {
        "data-practice": practice.slug,
        "data-feel": " ".join(practice.moments),
        "data-place": " ".join(practice.places),
        "data-position": " ".join(practice.positions),
        "data-sound": "on" if practice.makes_sound else "off",
        "data-breath": "on" if uses_breath(practice) else "off",
        "data-sure": str(SURENESS.index(practice.sure)),
        "data-lengths": " ".join(in_ms),
    }


def query(length: Length) -> str:
    """What follows the "?" in a link that opens a practice at this length."""
    return f"rounds={length.rounds}" if length.rounds is not None else f"minutes={length.minutes:g}"


def whole_minutes(ms: int) -> int:
    """A length in minutes, at least one; a half is rounded up, as practice-choices/strings.js does."""
    return max(1, (ms + 30_000) // 60_000)


def plain_facts(practice: Practice) -> str:
    """`1 to 5 minutes, silent, no breathing exercise`."""
    minutes = sorted({whole_minutes(length.total_ms) for length in lengths(practice)})
    span = f"{minutes[0]} to {minutes[-1]} minutes" if len(minutes) > 1 else counted(minutes[0], "minute")
    sound = "makes a sound" if practice.makes_sound else "silent"
    return ", ".join([span, sound, *([] if uses_breath(practice) else ["no breathing exercise"])])


def short_length(practice: Practice) -> str:
    """`3 min` or `20 s`: the usual length of a practice, for the edge of a card."""
    number, unit = _usual_length(practice)
    return f"{number} {'s' if unit == 'second' else 'min'}"


def length_words(practice: Practice) -> str:
    """`About 3 minutes`: the usual length of a practice, from its data."""
    return f"About {counted(*_usual_length(practice))}"


def _usual_length(practice: Practice) -> tuple[int, str]:
    length = default_length(practice).total_ms
    return ((length + 500) // 1000, "second") if length < 45_000 else (whole_minutes(length), "minute")


def counted(number: int, noun: str) -> str:
    """`1 sheet`, `12 sheets`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def day_in_words(day: date) -> str:
    """A day as readers write it: 29 November 2026."""
    return f"{day.day} {day:%B %Y}"


def titled(page: Page) -> str:
    """The title with a capital."""
    return page.title[:1].upper() + page.title[1:]


def first_sentence(text: str) -> str:
    """The first sentence of a text; after a question, its answer too."""
    first, *rest = re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)
    return f"{first} {first_sentence(rest[0])}" if rest and first.endswith("?") else first


def anchor(words: str) -> str:
    """The id that Markdown gives a heading of these words."""
    return str(slugify(words, "-"))


def claim_id(text: str) -> str:
    """The id under which a popular claim stands on its page: `claim-reset-your-vagus-nerve`."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.casefold())
    return "-".join(["claim", *letters.split()])


def by_group(library: Library) -> list[tuple[Choice, list[Practice]]]:
    """The groups that have practices, in the vocabulary's order, each with its own."""
    practices = library.practices.values()
    groups = library.data.vocabulary["groups"].values()
    in_groups = [(group, [item for item in practices if item.group == group.name]) for group in groups]
    return [(group, members) for group, members in in_groups if members]


def by_label(library: Library) -> list[tuple[Choice, list[Practice]]]:
    """The evidence labels, best first, each with its practices."""
    practices = library.practices.values()
    labels = library.data.vocabulary["sure"].values()
    labelled = [(label, [item for item in practices if item.sure == label.name]) for label in labels]
    return [(label, members) for label, members in labelled if members or label.name != OFF_THE_SCALE]


def checked(library: Library) -> list[Page]:
    """Guides, practices and terms with the day they were checked, the latest first."""
    pages = [page for page in library.ordered() if page.kind in FOLLOWED and page.reviewed]
    return sorted(pages, key=lambda page: page.reviewed or date.min, reverse=True)


def cited_sources(library: Library, topic: str = "") -> list[Source]:
    """The sources that a page cites, of a topic or all, by short name."""
    cited = [source for key, source in library.data.sources.items() if library.citing.get(key)]
    of_topic = [source for source in cited if topic in ("", source.topic)]
    return sorted(of_topic, key=lambda source: short_name(source).casefold())


def short_name(source: Source) -> str:
    """`Balban and others, 2023`: the name to sort by; without known authors its publisher or title."""
    lead = source.authors[0] if source.authors else source.container or source.title
    family, _, initials = lead.rpartition(" ")
    is_person = family and initials.isupper() and len(initials) <= 3
    others = len(source.authors) > 2 or MORE in source.authors
    name = f"{family if is_person else lead}{' and others' if others else ''}"
    return f"{name}, {source.year or 'no date confirmed'}"


def authors(source: Source) -> str:
    """Two authors by name; of more the first."""
    named = [name for name in source.authors if name != MORE]
    cut = len(named) > 2 or len(named) != len(source.authors)
    return f"{named[0]} and others" if named and cut else " and ".join(named)


@dataclass(frozen=True)
class EmergencyNumber:
    """An emergency number, the address that dials it, and the countries that have it."""

    number: str
    address: str
    countries: tuple[str, ...]


def safety_lines(library: Library, risks: Iterable[str]) -> list[str]:
    """The safety lines of `risks`, each once."""
    by_name = library.data.safety.risks
    return list(dict.fromkeys(line.words for risk in risks for line in by_name[risk].lines))


def main_numbers(countries: Iterable[Country]) -> tuple[EmergencyNumber, ...]:
    """The first emergency number of each country marked `often`, each once; that of most countries first."""
    names: dict[tuple[str, str], list[str]] = {}
    for country in countries:
        if country.often:
            way = country.emergency.ways[0]
            name = f"{country.country} ({way.note})" if way.note else country.country
            names.setdefault((way.number, way.address), []).append(name)
    numbers = (EmergencyNumber(*number, tuple(countries)) for number, countries in names.items())
    return tuple(sorted(numbers, key=lambda number: -len(number.countries)))


def serving(library: Library, kinds: Collection[str]) -> list[tuple[Country, list[HelpLine]]]:
    """Every country that has a help line of one of `kinds`, with those lines."""
    countries = library.countries.values()
    lines = ([line for line in country.lines if any(map(line.serves, kinds))] for country in countries)
    return [(country, serves) for country, serves in zip(countries, lines, strict=True) if serves]


def read_in(library: Library) -> str:
    """When the numbers of all countries were read: "November 2026", or from when to when."""
    days = sorted(country.read for country in library.countries.values())
    first, last = (f"{day:%B %Y}" for day in (days[0], days[-1]))
    return last if first == last else f"{first} to {last}"


FUNCTIONS: dict[str, Callable[..., object]] = {
    function.__name__: function
    for function in (
        *(practice_data, plain_facts, short_length, lengths, length_on, query, sign, sheet_urls),
        *(counted, day_in_words, titled, first_sentence, anchor, claim_id),
        *(by_group, by_label, by_fit, checked, cited_sources, short_name, authors),
        *(safety_lines, main_numbers, serving, read_in),
    )
}
