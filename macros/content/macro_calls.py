"""The macros that pages may call, and where a page calls them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.pictures import PICTURES

# What an argument names: a practice, a term, a source, a word of a list ...
Argument = str


@dataclass(frozen=True)
class Macro:
    """A macro's form: what its arguments name, how many it needs, whether it stands on a line of its own."""

    arguments: tuple[Argument, ...]
    least: int
    block: bool
    many: bool = False


MACROS: dict[str, Macro] = {
    "practice_timer": Macro(("practice",), 0, block=True),
    "practice_drawing": Macro(("drawing",), 0, block=True),
    "practice_card": Macro(("practice",), 1, block=True),
    "practice_index": Macro((), 0, block=True),
    "practice_finder": Macro((), 0, block=True),
    "private_notes": Macro((), 0, block=True),
    "notes_sheet": Macro((), 0, block=True),
    "worksheet": Macro((), 0, block=True),
    "short_way": Macro((), 0, block=True),
    "right_now": Macro((), 0, block=True),
    "my_plan": Macro((), 0, block=True),
    "my_practices": Macro((), 0, block=True),
    "four_week_plan": Macro((), 0, block=True),
    "four_week_reminders": Macro((), 0, block=True),
    "boundary_builder": Macro((), 0, block=True),
    "diagram": Macro(("diagram",), 1, block=True),
    "picture": Macro(("picture",), 1, block=True),
    "evidence_map": Macro((), 0, block=True),
    "evidence_map_link": Macro((), 0, block=True),
    "term": Macro(("term", "text"), 1, block=False),
    "glossary_index": Macro((), 0, block=True),
    "cite": Macro(("source",), 1, block=False, many=True),
    "figure": Macro(("source", "figure"), 2, block=False),
    "sources": Macro((), 0, block=True),
    "evidence": Macro(("sure", "big", "text"), 0, block=False),
    "evidence_key": Macro((), 0, block=True),
    "evidence_index": Macro(("topic",), 1, block=True),
    "evidence_names": Macro((), 0, block=True),
    "safety": Macro(("risk",), 1, block=True, many=True),
    "stop_rule": Macro((), 0, block=True),
    "safety_sources": Macro((), 0, block=True),
    "red_flags": Macro(("flag",), 0, block=True, many=True),
    "feels_worse": Macro((), 0, block=True),
    "offline_copy": Macro((), 0, block=True),
    "country_lines": Macro((), 0, block=True),
    "help_country": Macro((), 0, block=True),
    "help_countries": Macro((), 0, block=True),
    "help_lines": Macro(("help-kind",), 1, block=True, many=True),
    "help_finders": Macro((), 0, block=True),
    "emergency_numbers": Macro((), 0, block=True),
    "corrections": Macro((), 0, block=True),
    "news": Macro((), 0, block=True),
    "pages_checked": Macro((), 0, block=True),
    "make_it_fit": Macro((), 0, block=True),
    "see_also": Macro((), 0, block=True),
    "page_terms": Macro((), 0, block=True),
    "mentioned_in": Macro((), 0, block=True),
    "guide_path": Macro((), 0, block=True),
    "tool_cards": Macro((), 0, block=True),
    "doors": Macro((), 0, block=True),
    "popular": Macro(("text",), 1, block=False),
    "claim_list": Macro(("claims",), 1, block=True),
    "list_filter": Macro(("filter",), 1, block=True),
    "body_signals": Macro((), 0, block=True),
    "print_packs": Macro((), 0, block=True),
    "booklet": Macro((), 0, block=True),
    "print_sheets": Macro(("practice",), 1, block=True, many=True),
    "data_files": Macro((), 0, block=True),
}

# Drawings made for this site, by name.
_DRAWINGS = Path(__file__).resolve().parents[2] / "overrides" / "components" / "diagrams" / "drawings"
DIAGRAMS = tuple(sorted(path.stem for path in _DRAWINGS.glob("*.html")))

# Long lists with a field that narrows them, by name: words in overrides/components/list-filter/list-
# filter.html.
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
