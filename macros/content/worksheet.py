"""A worksheet as the front matter of its page has it: what to write down, part by part,
and the room for it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.content import fields
from macros.content.fields import InvalidValue, Spec, optional

MOST_ROWS = 16


@dataclass(frozen=True)
class Part:
    """One part of a sheet: room of so many `lines`, things to tick, a table, or the emergency numbers.

    A table has `columns` and either named `rows` or so many `blank` ones; each cell has `lines` to write on.
    On paper, two parts that are `half` stand side by side.
    """

    say: str
    hint: str = ""
    lines: int = 0
    ticks: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    blank: int = 0
    numbers: bool = False
    half: bool = False


def _part(**values: object) -> Part:
    part = Part(**values)  # type: ignore[arg-type]
    if part.columns and (bool(part.rows) == bool(part.blank) or part.ticks or part.numbers):
        hint = "Name the rows in 'rows', or give the number of empty ones as 'blank'."
        raise InvalidValue("is a table, so it needs rows and nothing to tick.", hint)
    if not part.columns and (part.rows or part.blank):
        raise InvalidValue("has rows, but no 'columns'.", "Name what stands above them in 'columns'.")
    if not (part.lines or part.ticks or part.columns or part.numbers):
        raise InvalidValue(
            "has nothing to fill in.", "Give it 'lines', 'ticks', 'columns' or 'numbers: true'."
        )
    return part


PART = {
    "say": Spec(fields.text(2, 90)),
    "hint": optional(fields.text(3, 200), ""),
    "lines": optional(fields.whole(1, 20), 0),
    "ticks": optional(fields.listing(fields.text(2, 80), 2, 16), ()),
    "columns": optional(fields.listing(fields.text(2, 60), 2, 7), ()),
    "rows": optional(fields.listing(fields.text(2, 60), 2, MOST_ROWS), ()),
    "blank": optional(fields.whole(2, MOST_ROWS), 0),
    "numbers": optional(fields.flag, False),
    "half": optional(fields.flag, False),
}
# The fields of a plain page that is a worksheet.
SPECS = {
    "sheet": optional(fields.sequence(fields.mapping(PART, _part), 1, 10, "part"), ()),
    "alone": optional(fields.sentence(20, 300), ""),
}
