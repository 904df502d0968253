"""Rules on safety: no practice without the lines of the risks it shows, no line without its sources."""

from collections.abc import Iterator

from macros.content.library import Library
from macros.content.model import Practice
from macros.content.problem import Problem
from macros.content.safety_lines import PATH


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
            yield document.problem("risks", message, "Add it to 'risks'.")


def holds_seated(library: Library, path: str) -> Iterator[Problem]:
    """No practice that can hold the breath is offered standing or walking: a reader who faints then falls."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    upright = [position for position in ("standing", "walking") if position in practice.positions]
    if practice.offers_hold and upright:
        message = f"the practice can hold the breath and offers '{upright[0]}'."
        yield document.problem("positions", message, f"Take {' and '.join(upright)} out.")


def lines_sourced(library: Library) -> Iterator[Problem]:
    """A page says what the sources beside the safety lines are."""
    if library.data.safety.sources and library.documents and not library.calls_of("safety_sources"):
        hint = "Put {{ safety_sources() }} on one."
        yield Problem(PATH, 1, "no page prints the sources of these lines.", hint)


def hold_first(library: Library, path: str) -> Iterator[Problem]:
    """No default pattern holds the breath, save in the practices known for their hold."""
    practice, document = library.pages.get(path), library.documents[path]
    if not isinstance(practice, Practice):
        return
    if practice.has_hold and practice.slug not in ("box-breathing", "four-seven-eight"):
        hint = "Leave the hold out, or offer it as a preset."
        yield document.problem("phases", "the default pattern holds the breath.", hint)


MUST = (shown_risks, holds_seated, lines_sourced, hold_first)
