"""The schedule: what is offered, how long it really takes, and where a session is at each moment."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.content.lengths import (
    breaths_a_minute,
    default_length,
    default_session,
    in_words,
    offered_lengths,
    rounds_for,
    rounds_in_words,
)
from macros.content.model import PhaseKind
from macros.content.pattern import PACE_STEP_MS, PatternError, change_pace, parse_pattern, without_holds
from macros.content.schedule import (
    LEAD_IN_ROUNDS,
    Session,
    Span,
    breath_session,
    breath_spans,
    count_rounds,
    lead_in,
    levels,
    open_session,
    starts_between,
    state_at,
    steps_session,
    tail_ms,
    total_ms,
)
from tests.zoo.samples import ALL, BOX, FOUR_SEVEN_EIGHT, HALVES, LONGER, SCAN, SIGHING, WALK, bounds

KINDS: tuple[PhaseKind, ...] = ("in", "hold", "out", "rest")


def spans(*seconds: float) -> tuple[Span, ...]:
    return tuple(Span(kind, round(each * 1000)) for kind, each in zip(KINDS, seconds, strict=False))


patterns = st.tuples(st.integers(2, 20), st.integers(0, 16), st.integers(2, 24), st.integers(0, 10)).map(
    lambda halves: spans(*(half / 2 for half in halves))
)


def test_ten_rounds_of_a_box_take_156_seconds_because_the_last_hold_is_left_out() -> None:
    assert total_ms(breath_session(spans(4, 4, 4, 4), 10)) == 156_000


def test_nine_rounds_of_four_seven_eight_are_shown_with_their_true_time() -> None:
    lengths = offered_lengths(FOUR_SEVEN_EIGHT)
    assert [length.words for length in lengths] == ["4 rounds, 1 min 16 s", "9 rounds, 2 min 51 s"]


def test_about_three_minutes_is_the_nearest_whole_number_of_rounds() -> None:
    assert rounds_for(breath_spans(FOUR_SEVEN_EIGHT), 180_000) == 9
    assert rounds_for(breath_spans(LONGER), 180_000) == 18
    assert rounds_for(breath_spans(LONGER), 1) == 1
    assert rounds_for(spans(1, 0, 2), 60 * 60_000) == 300  # never more than may be asked for


@given(patterns, st.integers(1, 3_600_000))
def test_no_other_number_of_rounds_comes_nearer_to_the_minutes_asked_for(pattern: tuple[Span, ...], about: int) -> None:
    def miss(rounds: int) -> int:
        return abs((total_ms(breath_session(pattern, rounds)) or 0) - about)

    rounds = rounds_for(pattern, about)
    assert rounds in {1, 300} or (miss(rounds) <= miss(rounds - 1) and miss(rounds) <= miss(rounds + 1))


@given(patterns, st.integers(1, 40), st.sampled_from([0, 3000, 5500]))
def test_every_session_ends_at_the_end_of_an_out_breath(pattern: tuple[Span, ...], rounds: int, own: int) -> None:
    session = breath_session(pattern, rounds, own)
    total = total_ms(session)
    assert total is not None
    last = list(starts_between(session, 0, 10**9))[-1]
    assert pattern[last.phase].kind == "out"
    assert state_at(session, total - 0.5).phase == state_at(session, total).phase == last.phase
    assert state_at(session, total).done


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_every_offered_length_says_its_true_total(practice: object) -> None:
    for length in offered_lengths(practice):  # type: ignore[arg-type]
        assert length.words.endswith(in_words(length.total_ms))


def test_rates_come_from_what_runs() -> None:
    assert breaths_a_minute(breath_spans(LONGER)) == "6"
    assert breaths_a_minute(breath_spans(FOUR_SEVEN_EIGHT)) == "3.2"
    assert breaths_a_minute(spans(24, 0, 24)) == "1.3"


@pytest.mark.parametrize(
    ("ms", "words"),
    [(156_000, "2 min 36 s"), (180_000, "3 min"), (45_000, "45 s"), (85_500, "1 min 25.5 s"), (0, "0 s")],
)
def test_lengths_in_words(ms: int, words: str) -> None:
    assert in_words(ms) == words


def test_one_round_is_not_rounds() -> None:
    assert [rounds_in_words(1), rounds_in_words(2)] == ["1 round", "2 rounds"]


def test_a_state_has_round_phase_fraction_count_and_what_remains() -> None:
    session = breath_session(breath_spans(LONGER), 18)
    assert vars(state_at(session, 0)) == {
        "round": 1, "phase": 0, "fraction": 0.0, "count": 4, "remaining": 180_000, "done": False,
    }  # fmt: skip
    middle = state_at(session, 17_000)
    assert (middle.round, middle.phase, middle.fraction, middle.count) == (2, 1, 0.5, 3)


def test_before_the_beginning_a_session_stands_at_its_first_phase() -> None:
    state = state_at(breath_session(breath_spans(LONGER), 3), -2000)
    assert (state.round, state.phase, state.fraction, state.remaining) == (1, 0, 0.0, 30_000)


@given(patterns, st.integers(1, 12), st.floats(0, 500_000))
def test_what_is_over_and_what_remains_make_the_total(pattern: tuple[Span, ...], rounds: int, elapsed: float) -> None:
    session = breath_session(pattern, rounds)
    state = state_at(session, elapsed)
    total = total_ms(session) or 0
    assert state.remaining == pytest.approx(max(0, total - elapsed))
    assert 0 <= state.fraction <= 1
    assert pattern[state.phase].ms > 0


@given(patterns, st.integers(1, 12), st.floats(0, 200_000), st.floats(0, 60_000))
def test_every_start_lies_between_and_is_the_phase_that_runs_then(
    pattern: tuple[Span, ...], rounds: int, begin: float, length: float
) -> None:
    session = breath_session(pattern, rounds)
    starts = list(starts_between(session, begin, begin + length))
    assert all(begin <= start.at < begin + length for start in starts)
    assert [start.at for start in starts] == sorted({start.at for start in starts})
    for start in starts:
        state = state_at(session, start.at)
        assert (state.round, state.phase, state.fraction) == (start.round, start.phase, 0.0)


def test_zero_phases_never_run() -> None:
    session = default_session(HALVES)
    assert {start.phase for start in starts_between(session, 0, 60_000)} == {0, 2, 3}
    assert total_ms(session) == 3 * 4500 - 500


def test_an_open_ended_session_has_no_total_and_goes_on() -> None:
    session = breath_session(breath_spans(LONGER), None)
    assert total_ms(session) is None
    assert count_rounds(session) is None
    assert state_at(session, 3_600_000).round == 361
    assert state_at(session, 3_600_000).remaining is None
    assert total_ms(open_session(None)) is None


def test_steps_run_once_as_written_and_stretch_to_minutes_exactly() -> None:
    assert default_length(SCAN).total_ms == 85_000
    assert [length.total_ms for length in offered_lengths(SCAN)] == [85_000, 180_000, 600_000]


@given(st.lists(st.integers(5, 120), min_size=2, max_size=12), st.integers(1, 60))
def test_stretched_steps_are_whole_seconds_that_sum_exactly(seconds: list[int], minutes: int) -> None:
    session = steps_session(seconds, minutes)
    assert total_ms(session) == minutes * 60_000
    assert all(span.ms % 1000 == 0 for span in session.stretches[0].spans)


def test_an_open_practice_offers_its_minutes() -> None:
    assert [length.words for length in offered_lengths(WALK)] == ["5 min", "10 min", "20 min"]


def test_without_holds_only_the_holds_go() -> None:
    assert without_holds(spans(4, 7, 8, 1)) == spans(4, 0, 8, 1)
    assert tail_ms(without_holds(breath_spans(BOX))) == 0


def test_a_lead_in_begins_at_the_readers_pace_and_slows_each_round() -> None:
    rounds = lead_in(spans(4, 0, 6), 5000, LEAD_IN_ROUNDS)
    lengths = [stretch.round_ms for stretch in rounds]
    assert lengths[0] == 5000
    assert lengths == sorted(lengths)
    assert lengths[-1] < 10_000


@given(patterns, st.integers(1, 30), st.integers(30, 100))
def test_a_lead_in_keeps_the_rounds(pattern: tuple[Span, ...], rounds: int, tenths: int) -> None:
    session = breath_session(pattern, rounds, tenths * 100)
    assert count_rounds(session) == rounds
    assert session.stretches[-1].spans == pattern


def test_slower_takes_effect_at_the_next_breath_in_and_keeps_the_rounds() -> None:
    session = breath_session(breath_spans(LONGER), 18)
    changed = change_pace(session, 14_000, PACE_STEP_MS, LONGER.bounds)
    assert count_rounds(changed) == 18
    assert state_at(changed, 19_999).round == 2
    assert total_ms(changed) == 20_000 + 16 * 11_000
    faster = change_pace(changed, 14_000, -PACE_STEP_MS, LONGER.bounds)
    assert total_ms(faster) == 180_000


def test_a_tap_while_getting_ready_changes_every_round() -> None:
    changed = change_pace(breath_session(breath_spans(LONGER), 2), -1, PACE_STEP_MS, LONGER.bounds)
    assert total_ms(changed) == 22_000


def test_in_the_last_round_and_at_the_bounds_the_pace_stays() -> None:
    session = breath_session(breath_spans(LONGER), 2)
    assert total_ms(change_pace(session, 10_000, PACE_STEP_MS, LONGER.bounds)) == 20_000
    for _ in range(30):
        session = change_pace(session, -1, PACE_STEP_MS, LONGER.bounds)
    assert session.stretches[-1].spans == (Span("in", 8000), Span("out", 10_000))
    for _ in range(60):
        session = change_pace(session, -1, -PACE_STEP_MS, bounds())
    assert session.stretches[-1].round_ms >= 3000


def test_holds_keep_their_length_when_the_pace_changes() -> None:
    changed = change_pace(default_session(BOX), -1, PACE_STEP_MS, BOX.bounds)
    assert [span.ms for span in changed.stretches[0].spans] == [4500, 4000, 4500, 4000]


def test_levels_rise_with_every_breath_in_and_come_back_to_empty() -> None:
    assert levels(breath_spans(SIGHING)) == pytest.approx((2 / 3, 1.0, 0.0))
    assert levels(breath_spans(BOX)) == (1, 1, 0, 0)


def test_each_breath_of_a_round_fills_and_empties_wholly() -> None:
    two = [Span("in", 4000), Span("out", 6000), Span("in", 5000), Span("out", 5000)]
    assert levels(two) == (1, 0, 1, 0)


def test_a_pattern_is_read_strictly() -> None:
    kinds = [phase.kind for phase in BOX.phases]
    assert parse_pattern("4-0-5.5-0", kinds, BOX.bounds) == (
        Span("in", 4000), Span("hold", 0), Span("out", 5500), Span("hold", 0),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("4-6-4", "count", "This practice has 4 phases; the pattern has 3."),
        ("4-4-4-4-4", "count", "This practice has 4 phases; the pattern has 5."),
        ("4-4-x-4", "number", "Phase 3 is not a number of seconds in whole or half seconds."),
        ("4-4-4.25-4", "number", "Phase 3 is not a number of seconds in whole or half seconds."),
        ("4-4-1e3-4", "number", "Phase 3 is not a number of seconds in whole or half seconds."),
        ("4-4-٤-4", "number", "Phase 3 is not a number of seconds in whole or half seconds."),
        ("4-4--4", "number", "Phase 3 is not a number of seconds in whole or half seconds."),
        ("1-4-4-4", "low", "Phase 1 (in) is at least 2 s here."),
        ("4-30-4-4", "high", "Phase 2 (hold) is at most 5 s here."),
    ],
)
def test_a_pattern_outside_the_bounds_is_refused_in_words(text: str, code: str, words: str) -> None:
    with pytest.raises(PatternError, match=f"^{re.escape(words)}$") as refused:
        parse_pattern(text, [phase.kind for phase in BOX.phases], BOX.bounds)
    assert refused.value.code == code


def test_nothing_faster_than_20_breaths_a_minute_is_accepted() -> None:
    with pytest.raises(PatternError, match="faster than 20 breaths a minute") as refused:
        parse_pattern("1-0-1-0", KINDS, bounds())
    assert refused.value.code == "fast"


def test_a_hold_may_be_left_out_whatever_the_bounds_say() -> None:
    assert parse_pattern("4-0-4-0", KINDS, bounds(hold=(2, 8)))[1].ms == 0
    with pytest.raises(PatternError, match="at least 2 s"):
        parse_pattern("4-1-4-0", KINDS, bounds(hold=(2, 8)))


def test_a_session_without_stretches_of_zero_rounds() -> None:
    for practice in ALL:
        session: Session = default_session(practice)
        assert all(stretch.rounds is None or stretch.rounds > 0 for stretch in session.stretches)
