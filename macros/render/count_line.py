"""The counts of a breath on paper: its line, a number under each second, the words under each phase."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.content.model import Practice
from macros.content.schedule import Span, breath_spans
from macros.render.shape import line_path
from macros.render.templates import render

SECONDS = 20  # as many whole breaths as fit into this stand side by side, at one scale for all practices
WIDTH = 720.0  # units across the sheet
RISE, EDGE = 64.0, 5.0
LETTER = 0.54  # width of a letter as a share of its size, on average


@dataclass(frozen=True)
class Say:
    """The words of a phase, in short lines about `x`; the phase ends at `end`."""

    x: float
    end: float
    lines: tuple[str, ...]


def count_line(practice: Practice, *, large: bool) -> Markup:
    """The picture. A large one shows a single breath over the whole width. Words beside it say the same."""
    spans = breath_spans(practice)
    seconds = sum(span.ms for span in spans) / 1000
    rounds = 1 if large else max(1, int(SECONDS // seconds))
    scale = (WIDTH - 2 * EDGE) / (seconds if large else max(SECONDS, seconds))
    size = 24.0 if large else 15.0
    says = tuple(_says(practice, spans, rounds, scale, size))
    return render(
        "print-card/count-line.html",
        path=line_path(spans, rounds, scale, RISE, EDGE),
        width=rounds * seconds * scale + 2 * EDGE,
        height=RISE + 2 * EDGE + size * (1.9 + 1.15 * max(len(say.lines) for say in says)),
        top=EDGE,
        ground=RISE + EDGE,
        size=size,
        counts=tuple(_counts(spans, rounds, scale)),
        says=says,
    )


def _phases(spans: Sequence[Span], rounds: int, scale: float) -> Iterator[tuple[int, float, float]]:
    """Index, start and seconds of each phase that lasts, round after round."""
    x = EDGE
    for _ in range(rounds):
        for index, span in enumerate(spans):
            if span.ms:
                yield index, x, span.ms / 1000
                x += span.ms / 1000 * scale


def _counts(spans: Sequence[Span], rounds: int, scale: float) -> Iterator[tuple[float, str]]:
    """Where each number under the line stands, and the number."""
    for _, x, seconds in _phases(spans, rounds, scale):
        for number in range(int(seconds)):
            yield x + (number + 0.5) * scale, str(number + 1)
        if seconds % 1:
            yield x + (int(seconds) + 0.25) * scale, "½"


def _says(practice: Practice, spans: Sequence[Span], rounds: int, scale: float, size: float) -> Iterator[Say]:
    for index, x, seconds in _phases(spans, rounds, scale):
        lines = _broken(practice.phases[index].say, seconds * scale / (size * LETTER))
        yield Say(x + seconds * scale / 2, x + seconds * scale, lines)


def _broken(text: str, letters: float) -> tuple[str, ...]:
    """`text` in lines of at most so many letters; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
