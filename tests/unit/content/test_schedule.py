"""The schedule: what is offered, how long it really takes, and the figures that the timer must give too."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from macros.content.schedule import (
    Session,
    Span,
    SpanKind,
    breath_spans,
    breaths_a_minute,
    default_length,
    in_words,
    levels,
    offered_lengths,
    steps_session,
    tail_ms,
    tenths_a_minute,
    total_ms,
    without_holds,
)
from tests.zoo.samples import ALL, BOX, FOUR_SEVEN_EIGHT, LONGER, SCAN, WALK

KINDS: tuple[SpanKind, ...] = ("in", "hold", "out", "rest")
VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "vectors" / "timer.json").read_text(encoding="utf-8")
)


def spans(*seconds: float) -> tuple[Span, ...]:
    return tuple(Span(kind, round(length * 1000)) for kind, length in zip(KINDS, seconds, strict=False))


def spans_of(pairs: list[list[Any]]) -> tuple[Span, ...]:
    return tuple(Span(cast(SpanKind, kind), ms) for kind, ms in pairs)


def test_totals_rates_tails_levels_words_and_steps_are_those_of_the_timer() -> None:
    for wanted in VECTORS["sessions"]:
        if wanted["rounds"] and not wanted["own"]:
            assert total_ms(Session(spans_of(wanted["spans"]), wanted["rounds"])) == wanted["total"]
    for wanted in VECTORS["lengths"]:
        breath = spans_of(wanted["spans"])
        assert [tenths_a_minute(breath), tail_ms(breath), in_words(wanted["ms"])] == [
            wanted["tenths"], wanted["tail"], wanted["words"],
        ]  # fmt: skip
        assert levels(breath) == pytest.approx(wanted["levels"])
    for wanted in VECTORS["steps"]:
        session = steps_session(wanted["seconds"], wanted["minutes"])
        assert [span.ms for span in session.spans] == wanted["lengths"]


def test_nine_rounds_of_four_seven_eight_are_shown_with_their_true_time() -> None:
    lengths = offered_lengths(FOUR_SEVEN_EIGHT)
    assert [length.words for length in lengths] == ["4 rounds, 1 min 16 s", "9 rounds, 2 min 51 s"]
    assert default_length(replace(FOUR_SEVEN_EIGHT, rounds=1)).words == "1 round, 19 s"


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_every_offered_length_says_its_true_total(practice: object) -> None:
    for length in offered_lengths(practice):  # type: ignore[arg-type]
        assert length.words.endswith(in_words(length.total_ms))


def test_rates_come_from_what_runs() -> None:
    assert breaths_a_minute(breath_spans(LONGER)) == "6"
    assert breaths_a_minute(breath_spans(FOUR_SEVEN_EIGHT)) == "3.2"


@pytest.mark.parametrize(
    ("ms", "words"),
    [(156_000, "2 min 36 s"), (180_000, "3 min"), (45_000, "45 s"), (85_500, "1 min 25.5 s"), (0, "0 s")],
)
def test_lengths_in_words(ms: int, words: str) -> None:
    assert in_words(ms) == words


def test_steps_run_once_as_written_and_stretch_to_minutes_exactly() -> None:
    assert default_length(SCAN).total_ms == 85_000
    assert [length.total_ms for length in offered_lengths(SCAN)] == [85_000, 180_000, 600_000]


def test_an_open_practice_offers_its_minutes() -> None:
    assert [length.words for length in offered_lengths(WALK)] == ["5 min", "10 min", "20 min"]


def test_without_holds_only_the_holds_go() -> None:
    assert without_holds(spans(4, 7, 8, 1)) == spans(4, 0, 8, 1)
    assert tail_ms(without_holds(breath_spans(BOX))) == 0
