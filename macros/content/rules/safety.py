"""Rules on safety: no source from memory, no practice without the lines of the risks it shows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.left_out import PATH
from macros.content.library import Library
from macros.content.problem import Problem


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
            yield Problem("docs/_data/sources.yml", 1, message, "Cite it, or take it out.", "report")


def left_out(library: Library) -> Iterator[Problem]:
    """A source that is left out with a reason is not in the set as well."""
    for key in library.data.left_out:
        if key in library.data.sources:
            yield Problem(PATH, 1, f"'{key}' is in the set of sources too.", "Take it out of one of the two.")


def shown_risks(library: Library) -> Iterator[Problem]:
    """Risks that a practice's own data show are declared: a breath, a hold, other people."""
    for practice in library.practices.values():
        document = library.documents[practice.path]
        needed = {
            "breath": practice.practice_kind == "breath",
            "holds": practice.has_hold,
            "people": practice.group == "people",
        }
        for risk, applies in needed.items():
            if applies and risk not in practice.risks:
                message = f"the practice shows the risk '{risk}' but does not declare it."
                yield Problem(document.path, document.line_of("risks"), message, "Add it to 'risks'.")


def hold_first(library: Library) -> Iterator[Problem]:
    """No default pattern holds the breath, save in the practices known for their hold."""
    for practice in library.practices.values():
        if practice.has_hold and practice.slug not in ("box-breathing", "four-seven-eight"):
            document = library.documents[practice.path]
            message = "the default pattern holds the breath."
            yield Problem(
                document.path, document.line_of("phases"), message, "Leave the hold out, or offer it as a preset."
            )


RULES = (no_memory, source_used, left_out, shown_risks, hold_first)
