"""Practices on paper: a sheet for each, /print/<slug>/ and large/, and packs of them, /print/pack/<name>/."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import segno
from markupsafe import Markup

from macros.content.addresses import STARTER, pack_url, sheet_urls
from macros.content.body_parts import how_to
from macros.content.library import Library
from macros.content.model import Practice
from macros.content.schedule import (
    Span,
    breath_spans,
    default_length,
    in_words,
    milliseconds,
    offered_lengths,
    without_holds,
)
from macros.render.functions import EmergencyNumber, by_group
from macros.render.pacer import counts_in_words
from macros.render.shape import line_path, shape, sign
from macros.render.templates import render
from macros.render.timer import TimerSafety, facts, pattern_words, timer_safety

MINUTE_MS = 60_000
COUNTABLE = 60  # seconds that can be counted in the head; a longer step says its minutes
# Weights up to which a sheet has letters of 11 and of 10 points; above, 8.8 in two columns.
ROOMY, CLOSE = 1750, 2400
BREATH, ITEM = 600, 40  # what the picture of a breath and each item of a list weigh beside their letters
LINE_SECONDS = 20  # as many whole breaths as fit into this stand side by side, at one scale for all practices
WIDTH = 720.0  # units across the sheet
RISE, EDGE = 64.0, 5.0
LETTER = 0.54  # width of a letter as a share of its size, on average
CODE = 'role="img" aria-label="QR code with the address beside it" shape-rendering="crispEdges"'


@dataclass(frozen=True)
class SheetFrame:
    """What all sheets share: the site's name, its address (with a last slash, or empty: then a note takes the
    place of address and code), the emergency numbers."""

    site_name: str
    site_url: str
    numbers: tuple[EmergencyNumber, ...]


@dataclass(frozen=True)
class Pack:
    """Sheets that are printed together. `name` is the end of the pack's address."""

    name: str
    title: str
    line: str
    practices: tuple[Practice, ...]

    @property
    def url(self) -> str:
        """Address of the pack below the site's root."""
        return pack_url(self.name)


def packs(library: Library) -> list[Pack]:
    """The starter pack, of the first choice for each feeling, then one for each group with practices."""
    moments, practices = library.data.vocabulary["moments"].values(), library.practices
    firsts = dict.fromkeys(moment.first for moment in moments if moment.first in practices)
    starter_line = "One practice for each feeling in the finder."
    starter = Pack(STARTER, "Starter pack", starter_line, tuple(practices[slug] for slug in firsts))
    groups = [Pack(group.name, group.label, group.note, tuple(own)) for group, own in by_group(library)]
    return [starter, *groups] if firsts else groups


def print_pack(library: Library, pack: Pack, frame: SheetFrame, href: Callable[[str], str]) -> Markup:
    """A complete HTML document of a pack's sheets; `href` makes addresses relative to it."""
    sheets = [sheet(practice, timer_safety(library, practice), frame) for practice in pack.practices]
    return render("print-card/print-pack.html", pack=pack, sheets=sheets, frame=frame, href=href)


def print_card(
    practice: Practice,
    safety: TimerSafety,
    frame: SheetFrame,
    href: Callable[[str], str],
    *,
    large: bool = False,
) -> Markup:
    """A complete HTML document; `href` makes addresses relative to it."""
    return render(
        "print-card/print-card.html",
        sheet=sheet(practice, safety, frame, large=large),
        frame=frame,
        href=href,
        large=large,
        practice=practice,
        other=sheet_urls(practice.slug)[0 if large else 1],
    )


def sheet(
    practice: Practice, safety: TimerSafety, frame: SheetFrame, *, large: bool = False
) -> dict[str, Any]:
    """What one sheet holds, for print-card/sheet.html: alone on a page, or one of a pack."""
    address = frame.site_url and session_address(practice, frame.site_url)
    steps, breath = _steps(practice), practice.practice_kind == "breath"
    return {
        "practice": practice,
        "size": "large" if large else _room(practice, steps, safety.lines),
        "facts": facts(practice),
        "safety": safety,
        "sign": sign(practice, 96) if breath else shape(practice, size=1.8 if large else 1.5),
        "breath": count_line(practice, large=large) if breath else "",
        "counts": _counts(practice),
        "steps": steps,
        "address": address,
        # Without its scheme, in the parts between which a line may break.
        "address_parts": re.findall(r"[^/?&]+[/?&]?|[/?&]", address.partition("://")[2]),
        "code": qr_svg(address) if address else "",
    }


def session_address(practice: Practice, site_url: str) -> str:
    """The link that opens what the sheet shows, in the timer's own words (practice-timer/address.js), also on
    a device that remembers other choices, or when the practice is one day given another length."""
    if practice.practice_kind == "breath":
        pattern = "-".join(f"{phase.seconds:g}" for phase in practice.phases)
        query = f"?pattern={pattern}&rounds={practice.rounds}"
    else:
        minutes = default_length(practice).total_ms / MINUTE_MS
        query = f"?minutes={minutes:g}" if minutes >= 1 and minutes % 0.5 == 0 else ""  # what the timer reads
    return f"{site_url}{practice.url}{query}"


@lru_cache(maxsize=1024)
def qr_svg(address: str) -> Markup:
    """A QR code of `address`, black on white whatever is around it; a smudge of 15% does not matter."""
    code = segno.make_qr(address, error="m", boost_error=False)
    svg = code.svg_inline(
        dark="#000", light="#fff", svgclass="print-card__code", lineclass=None, omitsize=True
    )
    return Markup(svg.strip().replace("<svg ", f'<svg focusable="false" {CODE} ', 1))


def _room(practice: Practice, steps: Sequence[tuple[str, str, str]], lines: Sequence[str]) -> str:
    """How much room the words leave, by which letters have their size: "roomy", "close" or "tight"."""
    items = [*(" ".join(step) for step in steps), *lines]
    weight = sum(len(item) + ITEM for item in items) + len(practice.summary)
    weight += BREATH if practice.practice_kind == "breath" else 0
    return "roomy" if weight <= ROOMY else "close" if weight <= CLOSE else "tight"


def _counts(practice: Practice) -> str:
    """How to keep time with no screen."""
    if practice.practice_kind == "breath":
        counts = counts_in_words(practice)
        if not practice.has_hold:
            return counts
        words = pattern_words(practice, without_holds(breath_spans(practice)))
        return f"{counts} You can also do it without holds: {words}."
    if practice.practice_kind == "steps":
        return "Go at your own speed. Count slowly, about one number a second. It is only a guide."
    *others, last = [f"{length.total_ms / MINUTE_MS:g}" for length in offered_lengths(practice)]
    lengths = f"{', '.join(others)} or {last}" if others else last
    every = practice.bell_minutes
    bell = f" For the bells, glance at it every {every:g} minutes." if every else ""
    return f"By any clock: {lengths} minutes.{bell} No clock? Stop when you have had enough."


def _steps(practice: Practice) -> list[tuple[str, str, str]]:
    """The name of each step, its text and how long to stay with it; the last is empty where nothing says."""
    if practice.practice_kind != "steps":
        return [("", text, "") for text in how_to(practice)]
    return [(step.say, step.text, _stay(step.seconds)) for step in practice.steps]


def _stay(seconds: float) -> str:
    """How long to stay with a step: "count to 20", or "2 min" when that is too long to count."""
    return f"count to {seconds:g}" if seconds <= COUNTABLE else in_words(milliseconds(seconds))


def count_line(practice: Practice, *, large: bool) -> Markup:
    """The counts of a breath: its line, a number under each second, the words under each phase; the words
    beside it say the same. A large one shows a single breath over the whole width."""
    spans = breath_spans(practice)
    seconds = sum(span.ms for span in spans) / 1000
    rounds = 1 if large else max(1, int(LINE_SECONDS // seconds))
    scale = (WIDTH - 2 * EDGE) / (seconds if large else max(LINE_SECONDS, seconds))
    size = 24.0 if large else 15.0
    phases = list(_phases(practice, spans, rounds, scale))
    lines = [_broken(say, seconds * scale / (size * LETTER)) for say, _, seconds in phases]
    return render(
        "print-card/count-line.html",
        path=line_path(spans, rounds, scale, RISE, EDGE),
        width=rounds * seconds * scale + 2 * EDGE,
        height=RISE + 2 * EDGE + size * (1.9 + 1.15 * max(map(len, lines))),
        top=EDGE,
        ground=RISE + EDGE,
        size=size,
        scale=scale,
        phases=[(x, seconds, words) for (_, x, seconds), words in zip(phases, lines, strict=True)],
    )


def _phases(
    practice: Practice, spans: Sequence[Span], rounds: int, scale: float
) -> Iterator[tuple[str, float, float]]:
    """The words, start and seconds of each phase that lasts, round after round."""
    x = EDGE
    for _ in range(rounds):
        for phase, span in zip(practice.phases, spans, strict=True):
            if span.ms:
                yield phase.say, x, span.ms / 1000
                x += span.ms / 1000 * scale


def _broken(text: str, letters: float) -> list[str]:
    """`text` in lines of at most so many letters; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
