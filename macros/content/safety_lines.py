"""Safety lines (docs/_data/safety.yml) and signs of an illness that look like stress (red-flags.yml)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal

from macros.content import fields
from macros.content.fields import Spec
from macros.content.frontmatter import Field
from macros.content.problem import Problem
from macros.content.records import DataFile, entry_reader, file_of, read_entries, read_fields

Speed = Literal["emergency", "today", "this week"]
SPEEDS: tuple[Speed, ...] = ("emergency", "today", "this week")
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

_WORD = fields.text(2, 40)


@fields.after(_WORD)
def _form(words: str) -> str:
    """A form as texts are searched for it: in small letters."""
    return words.lower()


@dataclass(frozen=True, kw_only=True)
class RedFlag:
    """A sign of an illness, what it may be and what to do now.

    `key` is its place on the page that lists all signs. `sign` ends a sentence that begins "Get help first if
    you have", `may_be` one that begins "It may be". `words` are forms with which a page speaks of the sign,
    `typed` what people type into a search. `more` is what the `sources` say beyond that, `ours` what we add
    ourselves. Without `sources` the whole sign is a precaution of ours.
    """

    key: str
    name: Annotated[str, fields.text(3, 50)]
    sign: Annotated[str, fields.text(5, 140)]
    may_be: Annotated[str, fields.text(3, 50)]
    when: Annotated[Speed, fields.choice(SPEEDS)]
    action: Annotated[str, fields.sentence(10, 120)]
    words: Annotated[tuple[str, ...], fields.listing(_form, 1)]
    typed: Annotated[tuple[str, ...], fields.listing(_WORD, 1)]
    more: Annotated[str, fields.sentence(10, 320)] = ""
    ours: Annotated[str, fields.sentence(10, 200)] = ""
    who: Annotated[str, fields.text(5, 80)] = ""
    sources: Annotated[tuple[str, ...], fields.listing(fields.text(), 1)] = ()
    line: int = 1

    def __post_init__(self) -> None:
        fields.slug(self.key)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        forms = (r"\s+".join(map(re.escape, form.split())) for form in longest_first)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)

    def mentions(self, text: str) -> Iterator[str]:
        """Each mention of the sign in a text, in small letters, a word within a longer form left out."""
        yield from (" ".join(words.lower().split()) for words in self._pattern.findall(text))


FLAGS = file_of("red-flags", RedFlag)

# Front matter that says why a page prints no line for a sign it speaks of: reasons by the sign's key.
EXCUSES = fields.named(fields.sentence(10, 200))
