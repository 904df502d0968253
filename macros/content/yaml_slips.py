"""Slips in what an author wrote: in YAML, signs that nobody sees, unfinished merges."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import yaml

from macros.content.problem import Problem

QUOTES = "Put the text in double quotes."
_YES = re.compile(r"yes|no|on|off", re.IGNORECASE)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_LEADING_ZERO = re.compile(r"[-+]?0\d+")
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_FIELD = r"^ *(?:- +)?[\w-]+:"
_CURLIES = "[\u201c\u201d\u201e\u2018\u2019]"
_STRAIGHT, _SPACES = "Write straight ones.", "Write spaces."
_NO_FIELD = "If the page's text begins here, put '---' above it."
_BRACES = "braces begin a group, so a text with '{{' needs quotes"
_ENDS = "the quotes end before the text does"
_MERGE = re.compile(r"^(?:<{7}|>{7})(?: .*)?$")
_ODD_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_MISPLACED_SPACE = re.compile(rf"^ *(?:- *)?(?:[\w-]+ *:)?(?P<space>{_ODD_SPACE})")
# What a line that cannot be read looks like, what is wrong with it, what to do. The first that fits is said.
_REASONS = (
    (r"^[ \t]*\t|^ *[\w-]+:[ \t]*\t", "a tab stands in this line; YAML knows only spaces", _SPACES),
    (r"^[\w-]+:[^\s:/]", "the space after the colon is missing", "Write 'field: value'."),
    (rf"{_FIELD} +{{{{", _BRACES, QUOTES),
    (rf"{_FIELD} +{_CURLIES}", "curly quotes quote nothing", _STRAIGHT),
    (rf"{_FIELD} +[@`%*&!|>,]", "a text cannot begin with this sign", QUOTES),
    (rf"{_FIELD} +'", _ENDS, 'Write "..." around a text with an apostrophe.'),
    (rf'{_FIELD} +"', f"{_ENDS}, or nowhere", 'Write \\" for one inside the text.'),
    (rf"{_FIELD} +[^\[{{].*:(?: |$)", "a text with ': ' in it needs quotes", QUOTES),
    (rf"{_FIELD} +- ", "a list begins on the line below its field", "Begin a line there with '- '."),
    (rf"{_FIELD} +[\[{{]", "a bracket opens that nothing closes", "Close it, or quote the text."),
    (r"^(?! *- )(?! *[\w-]+ *:)\S", "this line is no 'field: value'", _NO_FIELD),
    (r"^ +\S", "the line is not indented as those above it", "Begin a field in the first column."),
)


def reason(lines: Sequence[str], places: Sequence[int], said: str) -> tuple[int, str, str]:
    """Which line (from 0) could not be read, why, what to do; PyYAML `said` why, at likely `places`."""
    for place in (place for place in places if 0 <= place < len(lines)):
        for pattern, message, hint in _REASONS:
            if re.search(pattern, lines[place]):
                return place, message, hint
    return places[0], said, "Quote a text that has ': ' or '#' in it."


def slips(node: yaml.Node, lines: Sequence[str], path: str, first_line: int) -> Iterator[Problem]:
    """Every unquoted value below `node` that YAML reads as something else than it looks like."""
    for scalar in _plain(node):
        end = scalar.end_mark
        fault = _fault(scalar, lines[end.line][end.column :] if end.line < len(lines) else "")
        if fault:
            yield Problem(path, first_line + scalar.start_mark.line, *fault)


def _plain(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        if not node.style:
            yield node
    elif isinstance(node, yaml.CollectionNode):
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from _plain(part)


def _fault(scalar: yaml.ScalarNode, rest: str) -> tuple[str, str] | None:
    """What is wrong with one unquoted value, and what to do; `rest` is what follows it on its line."""
    value = scalar.value
    if scalar.tag.startswith("!"):
        return f"a text cannot begin with '{scalar.tag}'.", QUOTES
    if rest.startswith(" #"):
        return f"' #' cuts the text off after '{value[-20:]}'.", QUOTES
    if _YES.fullmatch(value):
        hint = f'Write true or false, or the word in quotes: "{value}".'
        return f"YAML reads '{value}' as true or false.", hint
    if _LEADING_ZERO.fullmatch(value) or (scalar.tag in _NUMBERS and not _NUMBER.fullmatch(value)):
        hint = "Write a plain one such as 90 or 1.5, or the text in double quotes."
        return f"YAML may read '{value}' as another number.", hint
    if re.fullmatch(f"{_CURLIES}.*{_CURLIES}", value, re.DOTALL):
        return "curly quotes quote nothing and would be shown.", _STRAIGHT
    return None


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
