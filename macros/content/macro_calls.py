"""The macros that pages may call, and where a page calls them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.pictures import PICTURES


@dataclass(frozen=True)
class Macro:
    """A macro's form: what its arguments name (a practice, a term, a word of a list), how many it needs.

    A `block` stands on a line of its own; with `many`, the one kind of argument may repeat.
    """

    arguments: tuple[str, ...]
    least: int
    block: bool
    many: bool = False

    def kind_of(self, place: int) -> str:
        """What the argument at a place (from 0) names."""
        return self.arguments[0 if self.many else min(place, len(self.arguments) - 1)]


# Blocks without arguments.
_ALONE = """
    practice_index practice_finder private_notes notes_sheet worksheet short_way right_now my_plan
    my_practices four_week_plan four_week_reminders boundary_builder evidence_map evidence_map_link
    glossary_index sources evidence_key evidence_names stop_rule safety_sources feels_worse offline_copy
    country_lines help_country help_countries help_finders emergency_numbers corrections news
    pages_checked make_it_fit see_also page_terms mentioned_in guide_path tool_cards doors body_signals
    print_packs booklet data_files
"""
MACROS: dict[str, Macro] = {
    **{name: Macro((), 0, block=True) for name in _ALONE.split()},
    "practice_timer": Macro(("practice",), 0, block=True),
    "practice_drawing": Macro(("drawing",), 0, block=True),
    "practice_card": Macro(("practice",), 1, block=True),
    "diagram": Macro(("diagram",), 1, block=True),
    "picture": Macro(("picture",), 1, block=True),
    "term": Macro(("term", "text"), 1, block=False),
    "cite": Macro(("source",), 1, block=False, many=True),
    "figure": Macro(("source", "figure"), 2, block=False),
    "evidence": Macro(("sure", "big", "text"), 0, block=False),
    "evidence_index": Macro(("topic",), 1, block=True),
    "safety": Macro(("risk",), 1, block=True, many=True),
    "red_flags": Macro(("flag",), 0, block=True, many=True),
    "help_lines": Macro(("help-kind",), 1, block=True, many=True),
    "popular": Macro(("text",), 1, block=False),
    "claim_list": Macro(("claims",), 1, block=True),
    "list_filter": Macro(("filter",), 1, block=True),
    "print_sheets": Macro(("practice",), 1, block=True, many=True),
}

# Drawings made for this site, by name.
_DRAWINGS = Path(__file__).resolve().parents[2] / "overrides" / "components" / "diagrams" / "drawings"
DIAGRAMS = tuple(sorted(path.stem for path in _DRAWINGS.glob("*.html")))

# Long lists with a field that narrows them, by name: words in overrides/components/list-filter/.
FILTERS = ("claims", "sources")

CALL = re.compile(r"\{\{-?\s*((?:(?!\{\{).)*?)\s*-?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Call:
    """One macro call: its name, its arguments as texts, the line in the file and the column (from 1).

    `alone` says whether nothing else stands on its line; `fault` is why it cannot be read, if it cannot.
    """

    name: str
    arguments: tuple[str, ...]
    line: int
    column: int
    alone: bool
    fault: str = ""


def sources_of(call: Call) -> tuple[str, ...]:
    """Keys of the sources that a call cites, in order: those of `cite`, a figure's, what a picture draws."""
    if call.name == "figure":
        return call.arguments[:1]
    if call.name == "picture":
        return tuple(PICTURES.get("".join(call.arguments), ()))
    return call.arguments if call.name == "cite" else ()


def calls(body: str, first_line: int = 1) -> Iterator[Call]:
    """Every macro call of a page in order; `first_line` is the file's line on which `body` begins."""
    for match in CALL.finditer(body):
        start = body.rfind("\n", 0, match.start()) + 1
        end = body.find("\n", match.end())
        line_text = body[start : end if end >= 0 else len(body)]
        name, arguments, fault = _read(match.group(1))
        line = first_line + body.count("\n", 0, match.start())
        column = match.start() - start + 1
        yield Call(name, arguments, line, column, line_text.strip() == match.group(0), fault)


def _read(text: str) -> tuple[str, tuple[str, ...], str]:
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return text, (), "it is not a macro call."
    if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
        return text, (), "it is not a macro call."
    values = [node.value if isinstance(node, ast.Constant) else None for node in tree.args]
    if tree.keywords or not all(isinstance(value, str) for value in values):
        return tree.func.id, (), "its arguments must be texts in quotes."
    return tree.func.id, tuple(str(value) for value in values), ""
