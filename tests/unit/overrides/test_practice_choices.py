"""The filter and the finder go by what the data say: filters.js, in Node, beside macros/content/finder.py."""

from itertools import product

from macros.content.finder import Ask, every_ask, fits
from macros.content.library import Library
from macros.content.model import Practice
from macros.render.functions import practice_data
from tests.support.node import in_node


def data_of(practice: Practice) -> dict[str, str]:
    """The facts of a practice as a script reads them from its card."""
    return {name.removeprefix("data-"): value for name, value in practice_data(practice).items()}


def answers_for(library: Library, questions: list[tuple[dict[str, str], str]]) -> list[list[str]]:
    """The practices for each question, filters and the editors' first choice, as the browser ranks them."""
    practices = [data_of(practice) for practice in library.practices.values()]
    with in_node("practices") as ask:
        answers: list[list[str]] = ask({"practices": practices, "questions": questions})
    return answers


def filters_of(ask: Ask) -> dict[str, str]:
    """What a form holds when a reader asks for this."""
    switches = {"sound": "off" if ask.silent else "", "breath": "off" if ask.no_breath else ""}
    return {"feel": ask.feel, "minutes": str(ask.minutes or ""), "place": ask.place} | switches


def test_every_combination_brings_the_practices_that_fit(library: Library) -> None:
    words, practices = library.data.vocabulary, library.practices
    asks = list(every_ask(words["moments"], words["places"]))
    assert len(asks) == 13 * 5 * 4 * 2 * 2
    asks += [Ask(feel, minutes) for feel, minutes in product(["", *words["moments"]], (None, 1, 10))]
    asks += [Ask(place=place, silent=silent) for place, silent in product(words["places"], (True, False))]
    questions = [(filters_of(ask), "") for ask in asks]
    for ask, slugs in zip(asks, answers_for(library, questions), strict=True):
        fitting = [slug for slug, practice in practices.items() if fits(practice, ask)]
        assert sorted(slugs) == sorted(fitting), ask


def test_the_editors_first_choice_comes_first(library: Library) -> None:
    moments = library.data.vocabulary["moments"].values()
    first = {moment.name: moment.first for moment in moments if moment.first}
    questions = [({"feel": feel}, choice) for feel, choice in first.items()]
    assert [slugs[0] for slugs in answers_for(library, questions)] == list(first.values()) != []
