"""Reads docs/_data/safety.yml, and says which of its lines a practice prints, in which order."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from macros.content import fields
from macros.content.fields import Spec
from macros.content.frontmatter import Field
from macros.content.problem import Problem
from macros.content.records import DataFile, entry_reader, read_entries, read_fields

# The only risks for which a reader is asked to speak to a professional first.
ASKING = ("breath", "holds", "stillness", "imagery", "movement")


@dataclass(frozen=True)
class SafetyLine:
    """A safety line, or the end of the sentence "Ask a professional first if you ...".

    `why` says what `sources` (citation keys) say; `ours` is what we add to that, and is never cited.
    """

    words: str
    why: Annotated[str, fields.sentence(10, 500)] = ""
    sources: Annotated[tuple[str, ...], fields.listing(fields.text(), 1)] = ()
    ours: Annotated[str, fields.sentence(10, 400)] = ""


def _line(name: str, words: fields.Reader) -> fields.Reader:
    """A line alone as a text, or as a group with what its sources say."""
    group = fields.mapping({name: Spec(words, into="words"), **fields.specs_of(SafetyLine)}, SafetyLine)

    @fields.reader({"anyOf": [words.schema, group.schema]})
    def read(value: Any) -> SafetyLine:
        line: SafetyLine = SafetyLine(words(value)) if isinstance(value, str) else group(value)
        if bool(line.why) != bool(line.sources):
            hint = "Say what the sources say; our own words: 'ours'."
            raise fields.InvalidValue("needs 'why' and 'sources' together.", hint)
        return line

    return read


@dataclass(frozen=True)
class Risk:
    """A risk that a practice may declare: its lines, the first for the first screen, and who asks first."""

    name: str
    title: Annotated[str, fields.text(3, 60)]
    lines: Annotated[tuple[SafetyLine, ...], fields.listing(_line("line", fields.sentence(10, 200)), 1)]
    ask_first: Annotated[tuple[SafetyLine, ...], fields.listing(_line("if", fields.text(5, 100)), 1)] = ()
    line: int = field(default=1, compare=False)

    def __post_init__(self) -> None:
        if self.ask_first and self.name not in ASKING:
            hint = f"Only these risks do: {', '.join(ASKING)}."
            raise fields.InvalidValue("asks a professional first.", hint)

    @property
    def all_lines(self) -> tuple[SafetyLine, ...]:
        """Its lines, and those of who asks first."""
        return (*self.lines, *self.ask_first)


def _group(value: Any) -> Any:
    if not isinstance(value, dict):
        raise fields.InvalidValue("must be a group of risks.", 'Write name: {title: "...", lines: ["..."]}.')
    return value  # each risk is read by itself: one that is wrong takes no other with it


_RISKS = fields.Reader(_group, fields.entries(fields.record(Risk)))


@dataclass(frozen=True)
class Safety:
    """The safety texts that several pages print; `risks` in the order of the file, the gravest first."""

    stop_rule: Annotated[str, fields.text(20, 200)]
    everywhere: Annotated[tuple[str, ...], fields.listing(fields.sentence(10, 200), 1)]
    feels_worse: Annotated[tuple[str, ...], fields.listing(fields.sentence(10, 400), 1)]
    ways_out: Annotated[tuple[str, ...], fields.listing(fields.sentence(10, 200), 3, 3)]
    risks: Annotated[Mapping[str, Risk], _RISKS]

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the sources of all lines, in the order in which the page of sources prints them."""
        return tuple(key for risk in self.risks.values() for line in risk.all_lines for key in line.sources)

    def lines(self, risks: Iterable[str]) -> tuple[str, ...]:
        """What a practice with these risks prints after the stop rule: the line of its gravest risk first,
        then who asks a professional first, its other lines, and the lines of every practice."""
        declared = [risk for name, risk in self.risks.items() if name in set(risks)]
        own = list(dict.fromkeys(line.words for risk in declared for line in risk.lines))
        asking = ask_first(line.words for risk in declared for line in risk.ask_first)
        return (*own[:1], *([asking] if asking else []), *own[1:], *self.everywhere)


def ask_first(conditions: Iterable[str]) -> str:
    """One sentence of all conditions, each once: "have epilepsy" and "are pregnant" give "Ask a professional
    first if you are pregnant, or have epilepsy."; without any it is empty."""
    unique = list(dict.fromkeys(conditions))
    illnesses = [words for words in unique if re.match(r"have (?!had |been )", words)]
    parts = [words for words in unique if words not in illnesses]
    if illnesses:
        parts.append(f"have {_either([words.removeprefix('have ') for words in illnesses], ' or ')}")
    return f"Ask a professional first if you {_either(parts, ', or ')}." if parts else ""


def _either(words: list[str], last: str) -> str:
    return last.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _read(entries: Mapping[str, Field]) -> tuple[Safety, list[Problem]]:
    specs = fields.specs_of(Safety)
    values, problems = read_fields(FILE.path, entries, specs)
    if specs.keys() - values.keys():
        return FILE.unread, problems
    values["risks"], faults = read_entries(FILE.path, entries["risks"].entries(), entry_reader(Risk))
    return Safety(**values), [*problems, *faults]


FILE = DataFile("safety", _read, fields.record(Safety).schema, Safety("", (), (), (), {}))
PATH = FILE.path
