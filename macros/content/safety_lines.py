"""Reads docs/_data/safety.yml, and says which of its lines a practice prints, in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.content import fields
from macros.content.fields import Spec, optional
from macros.content.frontmatter import Field
from macros.content.problem import Problem, did_you_mean

PATH = "docs/_data/safety.yml"
# The only risks for which a reader is asked to speak to a professional first.
ASKING = ("breath", "holds", "stillness", "imagery", "movement")


@dataclass(frozen=True)
class SafetyLine:
    """A safety line, or the end of the sentence "Ask a professional first if you ...", and where it comes from.

    `why` says what `sources` (citation keys) say; `ours` is what we add to that, and is never cited.
    """

    words: str
    why: str = ""
    sources: tuple[str, ...] = ()
    ours: str = ""


@dataclass(frozen=True)
class Risk:
    """A risk that a practice may declare: its lines, the first of them for the first screen, and who asks first."""

    name: str
    title: str
    lines: tuple[SafetyLine, ...]
    ask_first: tuple[SafetyLine, ...] = ()


@dataclass(frozen=True)
class Safety:
    """The safety texts that more than one page prints; `risks` stand in the order of the file, the gravest first."""

    stop_rule: str = ""
    everywhere: tuple[str, ...] = ()
    feels_worse: tuple[str, ...] = ()
    ways_out: tuple[str, ...] = ()
    risks: Mapping[str, Risk] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)  # the line of the file on which each risk begins

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the sources of all lines, in the order in which the page of sources prints them."""
        return tuple(key for risk in self.risks.values() for each in _all(risk) for key in each.sources)

    def lines(self, risks: Iterable[str]) -> tuple[str, ...]:
        """What a practice with these risks prints after the stop rule: the line of its gravest risk first, then who
        asks a professional first, its other lines, and the lines of every practice."""
        declared = [risk for name, risk in self.risks.items() if name in set(risks)]
        own = list(dict.fromkeys(each.words for risk in declared for each in risk.lines))
        asked = ask_first(each.words for risk in declared for each in risk.ask_first)
        return (*own[:1], *([asked] if asked else []), *own[1:], *self.everywhere)


def _all(risk: Risk) -> Iterator[SafetyLine]:
    yield from (*risk.lines, *risk.ask_first)


def ask_first(conditions: Iterable[str]) -> str:
    """One sentence of all conditions, each once: "have epilepsy" and "are pregnant" give "Ask a professional first if
    you are pregnant, or have epilepsy."; without any it is empty."""
    found = list(dict.fromkeys(conditions))
    others = [each for each in found if not re.match(r"have (?!had |been )", each)]
    had = [each.removeprefix("have ") for each in found if each not in others]
    parts = [*others, *([f"have {_either(had)}"] if had else [])]
    joined = ", or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"Ask a professional first if you {joined}." if joined else ""


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _line(name: str, words: fields.Reader) -> fields.Reader:
    """A line alone as a text, or as a group with what its sources say."""
    group = fields.mapping(
        {
            name: Spec(words),
            "why": optional(fields.sentence(10, 500), ""),
            "sources": optional(fields.listing(fields.text(), 1), ()),
            "ours": optional(fields.sentence(10, 400), ""),
        },
        lambda why, sources, ours, **found: SafetyLine(found[name], why, sources, ours),
    )

    @fields.reader({"anyOf": [words.schema, group.schema]})
    def read(value: Any) -> SafetyLine:
        found = SafetyLine(words(value)) if isinstance(value, str) else group(value)
        if bool(found.why) != bool(found.sources):
            raise fields.Bad("needs 'why' and 'sources' together.", "Say what the sources say; our own words: 'ours'.")
        return found

    return read


_RISK = {
    "title": Spec(fields.text(3, 60)),
    "lines": Spec(fields.listing(_line("line", fields.sentence(10, 200)), 1)),
    "ask_first": optional(fields.listing(_line("if", fields.text(5, 100)), 1), ()),
}


@fields.reader(fields.entries(fields.mapping(_RISK, dict)))
def _group(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise fields.Bad("must be a group of risks.", 'Write name: {title: "...", lines: ["..."]}.')
    return value


SPECS = {
    "stop_rule": Spec(fields.text(20, 200)),
    "everywhere": Spec(fields.listing(fields.sentence(10, 200), 1)),
    "feels_worse": Spec(fields.listing(fields.sentence(10, 400), 1)),
    "ways_out": Spec(fields.listing(fields.sentence(10, 200), 3, 3)),
    "risks": Spec(_group),
}


def read_safety(found: Mapping[str, Field], places: Mapping[str, int]) -> tuple[Safety, list[Problem]]:
    """The safety texts, and what is wrong with the file. `places` are the lines on which its risks begin."""
    values: dict[str, Any] = {}
    for name, spec in SPECS.items():
        try:
            if name not in found:
                raise fields.Bad("is missing.", "Every page's safety lines come from here.")
            values[name] = spec.read(found[name].value)
        except fields.Bad as bad:
            line = found[name].line if name in found else 1
            return Safety(), [Problem(PATH, line, f"'{name}' {bad.message}", bad.hint)]
    problems = [
        Problem(PATH, entry.line, f"unknown field '{name}'.", did_you_mean(name, values))
        for name, entry in found.items()
        if name not in values
    ]
    risks = {}
    for name, value in values.pop("risks").items():
        try:
            risks[name] = fields.mapping(_RISK, lambda name=name, **parts: Risk(name, **parts))(value)
            if risks[name].ask_first and name not in ASKING:
                raise fields.Bad("asks a professional first.", f"Only these risks do: {', '.join(ASKING)}.")
        except fields.Bad as bad:
            problems.append(Problem(PATH, places.get(name, 1), f"'{name}' {bad.message}", bad.hint))
    return Safety(**values, risks=risks, places=places), problems
