"""A worksheet as its page's front matter has it: what to write down, part by part, and the room for it."""

from dataclasses import dataclass
from typing import Annotated

from macros.content import fields
from macros.content.fields import InvalidValue


@dataclass(frozen=True)
class Part:
    """One part of a sheet: room of so many `lines`, things to tick, a table, or the emergency numbers.

    A table has `columns` and either named `rows` or so many `blank` ones; each cell has `lines` to write on.
    On paper, two parts that are `half` stand side by side. Raises InvalidValue for a part without room.
    """

    say: Annotated[str, fields.text(2, 90)]
    hint: Annotated[str, fields.text(3, 200)] = ""
    lines: Annotated[int, fields.whole(1, 20)] = 0
    ticks: Annotated[tuple[str, ...], fields.listing(fields.text(2, 80), 2, 16)] = ()
    columns: Annotated[tuple[str, ...], fields.listing(fields.text(2, 60), 2, 7)] = ()
    rows: Annotated[tuple[str, ...], fields.listing(fields.text(2, 60), 2, 16)] = ()
    blank: Annotated[int, fields.whole(2, 16)] = 0
    numbers: Annotated[bool, fields.flag] = False
    half: Annotated[bool, fields.flag] = False

    def __post_init__(self) -> None:
        if self.columns and (bool(self.rows) == bool(self.blank) or self.ticks or self.numbers):
            hint = "Name the rows in 'rows', or give the number of empty ones as 'blank'."
            raise InvalidValue("is a table, so it needs rows and nothing to tick.", hint)
        if not self.columns and (self.rows or self.blank):
            raise InvalidValue("has rows, but no 'columns'.", "Name what stands above them in 'columns'.")
        if not (self.lines or self.ticks or self.columns or self.numbers):
            hint = "Give it 'lines', 'ticks', 'columns' or 'numbers: true'."
            raise InvalidValue("has nothing to fill in.", hint)
