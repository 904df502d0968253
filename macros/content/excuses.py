"""Excuses: `<!-- excuse: style.stiff-word, quoted -->` on the line before lets one line break one should."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.content.problem import Problem

_EXCUSE = re.compile(r"^(?:<!--|#)[ \t]*excuse:(.*?)(?:-->)?[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True)
class Excuse:
    """An excuse as written: its line, the rule's name, the reason ("" without one), the lines it covers."""

    line: int
    rule: str
    reason: str
    covers: frozenset[int]

    def fits(self, problem: Problem) -> bool:
        """Whether it covers a problem of the same page: a should of its rule, on one of its lines."""
        return problem.degree == "should" and problem.rule == self.rule and problem.line in self.covers


def read_excuses(text: str, body_line: int) -> Iterator[Excuse]:
    """The excuses of a page, which has its body from `body_line` on; in front matter they are YAML comments.

    One covers the next line with text; at the top of the body it covers what is said of the page as a whole.
    """
    lines = text.split("\n")
    for number in _places(lines, body_line):
        rule, _, reason = _EXCUSE.sub(r"\1", lines[number - 1]).partition(",")
        below = (at for at in range(number + 1, len(lines) + 1) if not _passed_over(lines[at - 1]))
        covers = {next(below, number)}
        if number >= body_line and all(map(_passed_over, lines[body_line - 1 : number])):
            covers |= {1, body_line}
        yield Excuse(number, rule.strip(), reason.strip(), frozenset(covers))


def without_excuses(body: str) -> str:
    """A body of Markdown with its excuses blanked: none is published, every line keeps its number."""
    lines = body.split("\n")
    for number in _places(lines, 1):
        lines[number - 1] = ""
    return "\n".join(lines)


def _places(lines: Iterable[str], body_line: int) -> Iterator[int]:
    """The lines, from 1, on which an excuse stands: in no code, and with `#` only above a body."""
    fence = ""
    for number, line in enumerate(lines, start=1):
        opened = _FENCE.match(line) if number >= body_line else None
        if opened and (not fence or opened[1].startswith(fence)):
            fence = "" if fence else opened[1]
        if not fence and _EXCUSE.match(line) and line.startswith("#") == (number < body_line):
            yield number


def _passed_over(line: str) -> bool:
    return not line.strip() or bool(_EXCUSE.match(line))
