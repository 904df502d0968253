"""The body outline with its signals as links, and the same signals as a plain list."""

from dataclasses import dataclass

from markdown.extensions.toc import slugify

from macros.content.body_signals import HIGH, WIDE, BodySignal
from macros.render.context import Context
from macros.render.templates import render

TOP, ROW, LINE = 24, 62, 21  # the first row's middle, from row to row, from line to line of a label
LEFT, RIGHT, BEND = 112, 298, 18  # where the words at either side end and begin, how soon a lead bends


@dataclass(frozen=True)
class DrawnSignal:
    """A signal as the drawing shows it. `anchor` is its heading's id; `lines` are words with their baseline;
    `lead` is the path from the words to the body, empty for a signal of no one place."""

    signal: BodySignal
    anchor: str
    top: float
    lines: tuple[tuple[str, float], ...]
    lead: str


def body_signals(context: Context) -> str:
    """The outline and the list; each leads to its part of the page."""
    drawn = [draw(signal) for signal in context.library.data.signals]
    return render(
        "body-signals/body-signals.html",
        groups=[
            ("Get help first", "urgent", [shown for shown in drawn if shown.signal.urgent]),
            ("May come with stress", "other", [shown for shown in drawn if not shown.signal.urgent]),
        ],
        wide=WIDE,
        high=HIGH,
        row=ROW,
        left=LEFT,
        right=RIGHT,
    )


def draw(signal: BodySignal) -> DrawnSignal:
    """Where a signal's words and its lead stand: urgent ones at the right, the others at the left."""
    middle = TOP + (signal.row - 1) * ROW
    first = middle - LINE * (len(signal.label) - 1) / 2 + 6
    lines = tuple((words, first + LINE * at) for at, words in enumerate(signal.label))
    return DrawnSignal(signal, slugify(signal.name, "-"), middle - ROW / 2, lines, _lead(signal, middle))


def _lead(signal: BodySignal, middle: float) -> str:
    if signal.at is None:
        return ""
    across, down = signal.at
    edge = RIGHT - 6 if signal.urgent else LEFT + 6
    bend = edge + max(-BEND, min(BEND, (across - edge) / 2))
    return f"M{edge} {middle:g}C{bend:g} {middle:g} {bend:g} {down} {across} {down}"
