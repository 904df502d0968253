"""Signs that nobody sees or meant: invisible ones, odd spaces, the marks of an unfinished merge."""

import re
import unicodedata
from collections.abc import Iterator

from macros.content.problem import Problem

_MERGE = re.compile(r"^(?:<{7}|>{7})(?: .*)?$")
_ODD_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_MISPLACED_SPACE = re.compile(rf"^ *(?:- *)?(?:[\w-]+ *:)?(?P<space>{_ODD_SPACE})")


def _name_of(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, 'control character').lower()}"


def hidden(text: str) -> str:
    """The first sign of a text that shows nowhere and is no space (zero width space); "" without one."""
    signs = (sign for sign in text if unicodedata.category(sign) in ("Cf", "Cc", "Zl", "Zp") and sign != "\t")
    return next(signs, "")


def invisible(path: str, line: int, sign: str) -> Problem:
    """The problem of a sign that shows nowhere: `U+200B zero width space`."""
    return Problem(path, line, f"an invisible sign stands in this line: {_name_of(sign)}.", "Take it out.")


def hidden_signs(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """Every line of YAML that holds an invisible sign, or an odd space where YAML wants a plain one."""
    for number, line in enumerate(text.split("\n"), start=first_line):
        space = _MISPLACED_SPACE.match(line)
        if sign := hidden(line):
            yield invisible(path, number, sign)
        elif space:
            message = f"a space that is none stands before the value: {_name_of(space['space'])}."
            yield Problem(path, number, message, "Write a plain space.")


def merge_marks(text: str, path: str) -> Iterator[Problem]:
    """Where a merge was left unfinished: the marks that begin and end the two versions."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _MERGE.match(line):
            hint = "Keep one of the two versions, and take the lines of <, = and > out."
            yield Problem(path, number, f"an unfinished merge: '{line[:20]}'.", hint)
