"""Rules on the body outline: drawing and page agree, and what may be an emergency leads to no practice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.content.body_signals import PATH, Section, sections
from macros.content.frontmatter import Document
from macros.content.library import Library
from macros.content.problem import Problem, did_you_mean

_PRACTICE = re.compile(r"\]\([^)]*practices/|\{\{\s*practice_")
_HELP = re.compile(r"\]\([^)]*help/index\.md\)")


def _page(library: Library) -> Document | None:
    called = ((path, call.name) for path, found in library.calls.items() for call in found)
    return next((library.documents[path] for path, name in called if name == "body_signals"), None)


def signals_agree(library: Library) -> Iterator[Problem]:
    """Each signal on the outline is a third heading of its page, and each of those a signal, in the same order."""
    document = _page(library)
    if document is None:
        return
    names = [signal.name for signal in library.data.signals]
    found = {section.name: section for section in sections(document)}
    for name in names:
        if name not in found:
            hint = f"Add it as ### to {document.path}. {did_you_mean(name, found)}"
            yield Problem(PATH, 1, f"the signal '{name}' has no heading on its page.", hint)
    for name, section in found.items():
        if name not in names:
            yield Problem(document.path, section.line, f"'{name}' is no signal on the outline.", f"Add it to {PATH}.")
    if set(found) == set(names) and list(found) != names:
        yield Problem(PATH, 1, "the signals stand in another order than on their page.", "Order them as the page does.")


def signals_safe(library: Library) -> Iterator[Problem]:
    """An urgent signal stands first and leads to help and to no practice; any other names a doctor and one practice."""
    document = _page(library)
    if document is None:
        return
    urgent = {signal.name: signal.urgent for signal in library.data.signals}
    seen_other = False
    for section in sections(document):
        if section.name not in urgent:
            continue
        faults = _urgent(section, seen_other) if urgent[section.name] else _other(section)
        yield from (Problem(document.path, section.line, f"'{section.name}' {fault}", hint) for fault, hint in faults)
        seen_other = seen_other or not urgent[section.name]


def _urgent(section: Section, late: bool) -> Iterator[tuple[str, str]]:
    if late:
        yield "may be an emergency but does not stand first.", "Move it above the others."
    if _PRACTICE.search(section.text):
        yield "may be an emergency but leads to a practice.", "Take the practice out."
    if not _HELP.search(section.text):
        yield "may be an emergency but does not lead to help.", "Link to help/index.md."


def _other(section: Section) -> Iterator[tuple[str, str]]:
    if (count := len(_PRACTICE.findall(section.text))) != 1:
        yield f"leads to {count} practices.", "Name one thing to try."
    if "doctor" not in section.text:
        yield "does not say when to see a doctor.", "Say what else it may be, and when to go."


MUST = (signals_agree, signals_safe)
