"""Rules on safety: no source from memory, no practice without the lines of the risks it shows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.left_out import PATH
from macros.content.library import Library
from macros.content.model import Practice
from macros.content.problem import Problem, did_you_mean
from macros.content.safety_lines import PATH as LINES


def no_memory(library: Library) -> Iterator[Problem]:
    """No source is kept whose details come from memory."""
    for key, source in library.data.sources.items():
        if source.confidence == "memory":
            message = f"the source '{key}' has confidence 'memory'."
            yield Problem(
                "docs/_data/sources.yml", 1, message, "Confirm it on a publisher's or official page, or remove it."
            )


def source_used(library: Library) -> Iterator[Problem]:
    """A source that no page cites is reported, so that the set stays what the pages use."""
    for key in library.data.sources:
        if not library.citing.get(key):
            message = f"no page cites the source '{key}'."
            yield Problem("docs/_data/sources.yml", 1, message, "Cite it, or take it out.")


def left_out(library: Library) -> Iterator[Problem]:
    """A source that is left out with a reason is not in the set as well."""
    for key in library.data.left_out:
        if key in library.data.sources:
            yield Problem(PATH, 1, f"'{key}' is in the set of sources too.", "Take it out of one of the two.")


def shown_risks(library: Library, path: str) -> Iterator[Problem]:
    """Risks that a practice's own data show are declared: a breath, a hold, other people."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    needed = {
        "breath": practice.practice_kind == "breath",
        "holds": practice.offers_hold,
        "people": practice.group == "people",
    }
    for risk, applies in needed.items():
        if applies and risk not in practice.risks:
            message = f"the practice shows the risk '{risk}' but does not declare it."
            yield Problem(document.path, document.line_of("risks"), message, "Add it to 'risks'.")


def held_seated(library: Library, path: str) -> Iterator[Problem]:
    """No practice that can hold the breath is offered standing or walking: a reader who faints then falls."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    upright = [each for each in ("standing", "walking") if each in practice.positions]
    if practice.offers_hold and upright:
        message = f"the practice can hold the breath and offers '{upright[0]}'."
        yield Problem(document.path, document.line_of("positions"), message, f"Take {' and '.join(upright)} out.")


def lines_sourced(library: Library) -> Iterator[Problem]:
    """The sources named beside a safety line are in the set, and a page says what they are."""
    safety = library.data.safety
    for name, risk in safety.risks.items():
        for line in (*risk.lines, *risk.ask_first):
            for key in line.sources:
                if key not in library.data.sources:
                    message = f"'{name}' names the source '{key}', which is not in the set."
                    yield Problem(LINES, safety.places.get(name, 1), message, did_you_mean(key, library.data.sources))
    called = {call.name for found in library.calls.values() for call in found}
    if safety.sources and library.documents and "safety_sources" not in called:
        yield Problem(LINES, 1, "no page prints the sources of these lines.", "Put {{ safety_sources() }} on one.")


def hold_first(library: Library, path: str) -> Iterator[Problem]:
    """No default pattern holds the breath, save in the practices known for their hold."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    if practice.has_hold and practice.slug not in ("box-breathing", "four-seven-eight"):
        hint = "Leave the hold out, or offer it as a preset."
        yield Problem(document.path, document.line_of("phases"), "the default pattern holds the breath.", hint)


MUST = (no_memory, left_out, shown_risks, held_seated, lines_sourced, hold_first)
SHOULD = (source_used,)
