"""Rules on the finder: wherever it is printed, nobody who asks is left with nothing."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.finder import NOT_SAFE, every_ask, fits, in_words
from macros.content.library import Library
from macros.content.macro_calls import Call
from macros.content.problem import Problem, did_you_mean


def _called(library: Library) -> tuple[str, Call] | None:
    calls = ((path, call) for path, found in library.calls.items() for call in found)
    return next(((path, call) for path, call in calls if call.name == "practice_finder"), None)


def every_moment(library: Library) -> Iterator[Problem]:
    """Every combination of feeling, minutes, place and sound has a practice, also without the breath."""
    found = _called(library)
    if found is None:
        return
    path, call = found
    vocabulary = library.data.vocabulary
    for ask in every_ask(vocabulary["moments"], vocabulary["places"]):
        if not any(fits(practice, ask) for practice in library.practices.values()):
            message = f"the finder has no practice for: {in_words(ask, vocabulary)}."
            hint = "Offer a shorter length, or add the feeling or place to a practice that truly fits."
            yield Problem(f"docs/{path}", call.line, message, hint)


def first_choices(library: Library) -> Iterator[Problem]:
    """The first choice for a feeling is a practice that names the feeling; "not safe" has none."""
    if _called(library) is None:
        return
    for moment in library.data.vocabulary["moments"].values():
        practice = library.practices.get(moment.first)
        if moment.name == NOT_SAFE and moment.first:
            message, hint = "'not-safe' leads to help, not to a practice.", "Take out its 'first'."
        elif moment.first and practice is None:
            message = f"there is no practice '{moment.first}', the first choice for '{moment.name}'."
            hint = did_you_mean(moment.first, library.slugs("practice"))
        elif practice and moment.name not in practice.moments:
            message = f"'{moment.first}' is the first choice for '{moment.name}' but does not name it in 'moments'."
            hint = "Add it there, or choose another."
        else:
            continue
        yield Problem("docs/_data/vocabulary.yml", 1, message, hint)


MUST = (every_moment, first_choices)
