"""One practice on one sheet of paper: the bare pages /print/<slug>/ and /print/<slug>/large/."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.content.addresses import sheet_urls
from macros.content.how_to import how_to
from macros.content.lengths import default_length, in_words, offered_lengths
from macros.content.model import Practice
from macros.content.schedule import breath_spans, milliseconds, without_holds
from macros.render.count_line import count_line
from macros.render.countries import EmergencyNumber
from macros.render.pacer import counts_in_words
from macros.render.qr import qr_svg
from macros.render.shape import shape
from macros.render.signs import sign
from macros.render.templates import render
from macros.render.timer import TimerSafety, facts, pattern_words

MINUTE_MS = 60_000
COUNTABLE = 60  # seconds that can be counted in the head; a longer step says its minutes
# Weights up to which a sheet has letters of 11 and of 10 points; above, 8.8 in two columns.
ROOMY, CLOSE = 1750, 2400
BREATH, ITEM = 600, 40  # what the picture of a breath and each item of a list weigh beside their letters


@dataclass(frozen=True)
class SheetFrame:
    """What all sheets share: the site's name, its address (with a last slash, or empty: then a note takes the
    place of address and code), the emergency numbers."""

    site_name: str
    site_url: str
    numbers: tuple[EmergencyNumber, ...]


@dataclass(frozen=True)
class _Step:
    say: str
    text: str
    stay: str


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
        "address_parts": _breakable(address),
        "code": qr_svg(address) if address else "",
        "reviewed": practice.reviewed and f"{practice.reviewed.day} {practice.reviewed:%B %Y}",
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


def _room(practice: Practice, steps: Sequence[_Step], lines: Sequence[str]) -> str:
    """How much room the words leave, by which letters have their size: "roomy", "close" or "tight"."""
    items = [*(f"{step.say} {step.text} {step.stay}" for step in steps), *lines]
    weight = sum(len(item) + ITEM for item in items) + len(practice.summary)
    weight += BREATH if practice.practice_kind == "breath" else 0
    return "roomy" if weight <= ROOMY else "close" if weight <= CLOSE else "tight"


def _counts(practice: Practice) -> str:
    """How to keep time with no screen."""
    if practice.practice_kind == "breath":
        return f"{counts_in_words(practice)}{_no_holds(practice)}"
    if practice.practice_kind == "steps":
        return "Go at your own speed. Count slowly, about one number a second. It is only a guide."
    lengths = [f"{length.total_ms / MINUTE_MS:g}" for length in offered_lengths(practice)]
    every = practice.bell_minutes
    bell = f" For the bells, glance at it every {every:g} minutes." if every else ""
    return f"By any clock: {_either(lengths)} minutes.{bell} No clock? Stop when you have had enough."


def _no_holds(practice: Practice) -> str:
    if not practice.has_hold:
        return ""
    words = pattern_words(practice, without_holds(breath_spans(practice)))
    return f" You can also do it without holds: {words}."


def _either(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _steps(practice: Practice) -> tuple[_Step, ...]:
    if practice.practice_kind != "steps":
        return tuple(_Step("", text, "") for text in how_to(practice))
    return tuple(_Step(step.say, step.text, _stay(step.seconds)) for step in practice.steps)


def _stay(seconds: float) -> str:
    """How long to stay with a step: "count to 20", or "2 min" when that is too long to count."""
    return f"count to {seconds:g}" if seconds <= COUNTABLE else in_words(milliseconds(seconds))


def _breakable(address: str) -> tuple[str, ...]:
    """The address without its scheme, in the parts between which a line may break."""
    return tuple(re.findall(r"[^/?&]*[/?&]?", address.partition("://")[2]))[:-1] if address else ()
