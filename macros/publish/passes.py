"""The publish passes: what is done to the finished folder, in which order, and why in that order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.publish.drop import drop_unused


@dataclass(frozen=True)
class Pass:
    """One step over a finished folder: the second run changes nothing. `run` returns a line for the log."""

    name: str
    run: Callable[[Path], str]
    why_here: str


PASSES = (Pass("drop", drop_unused, "first: what nobody asks for need not be read, named or listed by the others"),)


def finish_folder(site: Path, passes: tuple[Pass, ...] = PASSES) -> list[str]:
    """Runs every pass over `site` in order; returns a line for each.

    Raises NotADirectoryError when `site` is no folder with an index.html: nothing was built there.
    """
    if not (site / "index.html").is_file():
        raise NotADirectoryError(f"There is no built site in {site}: run `make build`, which builds and then finishes.")
    return [f"{each.name}: {each.run(site)}" for each in passes]
