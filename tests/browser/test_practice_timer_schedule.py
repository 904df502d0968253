"""schedule.js in a real browser and schedule.py agree, to the millisecond."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from macros.content.lengths import in_words, rounds_for, tenths_a_minute
from macros.content.model import PhaseKind
from macros.content.pattern import PatternError, change_pace, parse_pattern
from macros.content.schedule import (
    Session,
    Span,
    breath_session,
    levels,
    open_session,
    starts_between,
    state_at,
    steps_session,
    total_ms,
)
from macros.render.timer import facts
from tests.zoo.samples import ALL, bounds

KINDS: tuple[PhaseKind, ...] = ("in", "hold", "out", "rest")
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def modules(browser: Browser, zoo: str) -> Iterator[Page]:
    """A page with schedule.js, strings.js and nothing that moves."""
    page = browser.new_page()
    page.goto(f"{zoo}help/")
    page.evaluate("""async () => {
      window.s = await import("/components/practice-timer/schedule.js");
      window.w = await import("/components/practice-timer/strings.js");
    }""")
    yield page
    page.close()


@st.composite
def breaths(draw: st.DrawFn) -> tuple[Span, ...]:
    """Two to six phases, halves and zeros included, with at least one breath out."""
    kinds = ["in", *draw(st.lists(st.sampled_from(KINDS), max_size=4)), "out"]
    kinds += draw(st.lists(st.sampled_from(("hold", "rest")), max_size=1))
    halves = [draw(st.integers(2 if index == 0 else 0, 24)) for index in range(len(kinds))]
    return tuple(Span(kind, half * 500) for kind, half in zip(kinds, halves, strict=True))


@st.composite
def moments(draw: st.DrawFn) -> float:
    """Moments on boundaries, just beside them and between."""
    return draw(st.integers(-6000, 2_000_000)) + draw(st.sampled_from([0.0, 0.0, 0.5, 0.125, -0.001]))


def plain(session: Session) -> list[Any]:
    return [
        {"spans": [vars(span) for span in stretch.spans], "rounds": stretch.rounds} for stretch in session.stretches
    ]


def limits() -> dict[str, list[float]]:
    wide = bounds()
    return {kind: [wide.least[kind] * 1000, wide.most[kind] * 1000] for kind in KINDS}


@MANY
@given(
    breaths(),
    st.one_of(st.none(), st.integers(1, 60)),
    st.sampled_from([0, 3000, 4700]),
    st.lists(moments(), min_size=1, max_size=20),
)
def test_sessions_states_and_totals_agree(
    modules: Page, spans: tuple[Span, ...], rounds: int | None, own: int, times: list[float]
) -> None:
    session = breath_session(spans, rounds, own)
    ends = [start.at for start in starts_between(session, 0, 120_000)]
    times = [*times, *ends, *(end - 0.25 for end in ends)]
    found = modules.evaluate(
        """([spans, rounds, own, times]) => {
          const session = s.breathSession(spans, rounds, own);
          const states = times.map((each) => s.stateAt(session, each));
          return [session.stretches, s.totalMs(session), s.countRounds(session), states];
        }""",
        [[vars(span) for span in spans], rounds, own, times],
    )
    stretches, total, count, states = found
    assert stretches == plain(session)
    assert total == total_ms(session)
    assert count == rounds
    assert states == [vars(state_at(session, each)) for each in times]


@MANY
@given(breaths(), st.integers(1, 40), st.floats(-5000, 400_000), st.floats(0, 90_000))
def test_starts_agree(modules: Page, spans: tuple[Span, ...], rounds: int, begin: float, length: float) -> None:
    session = breath_session(spans, rounds, 3000)
    found = modules.evaluate(
        "([stretches, a, b]) => s.startsBetween({ stretches }, a, b)", [plain(session), begin, begin + length]
    )
    assert found == [vars(start) for start in starts_between(session, begin, begin + length)]


@MANY
@given(breaths(), st.integers(1, 12), st.floats(-3000, 200_000), st.lists(st.sampled_from([500, -500]), max_size=8))
def test_changes_of_pace_agree(
    modules: Page, spans: tuple[Span, ...], rounds: int, elapsed: float, taps: list[int]
) -> None:
    session = breath_session(spans, rounds, 3500)
    script = "([stretches, at, step, bounds]) => s.changePace({ stretches }, at, step, bounds).stretches"
    for step in taps:
        found = modules.evaluate(script, [plain(session), elapsed, step, limits()])
        session = change_pace(session, elapsed, step, bounds())
        assert found == plain(session)


@MANY
@given(breaths(), st.integers(1, 4_000_000))
def test_rounds_rates_levels_and_words_agree(modules: Page, spans: tuple[Span, ...], ms: int) -> None:
    script = "([spans, ms]) => [s.roundsFor(spans, ms), s.tenthsAMinute(spans), s.levels(spans), w.lengthInWords(ms)]"
    found = modules.evaluate(script, [[vars(span) for span in spans], ms])
    assert found[:2] == [rounds_for(spans, ms), tenths_a_minute(spans)]
    assert found[2] == list(levels(spans))
    assert found[3] == in_words(ms)


@MANY
@given(st.lists(st.integers(5, 300), min_size=2, max_size=15), st.one_of(st.none(), st.sampled_from([0.5, 1, 2.5, 20])))
def test_steps_and_open_lengths_agree(modules: Page, seconds: list[int], minutes: float | None) -> None:
    script = "([seconds, minutes]) => [s.stepsSession(seconds, minutes).stretches, s.openSession(minutes).stretches]"
    found = modules.evaluate(script, [seconds, minutes])
    assert found == [plain(steps_session(seconds, minutes)), plain(open_session(minutes))]


@MANY
@given(
    st.one_of(
        st.text(max_size=12),
        st.text("0123456789.-+e ", max_size=14),
        st.lists(st.integers(0, 26).map(lambda half: f"{half / 2:g}"), min_size=1, max_size=5).map("-".join),
        st.lists(st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,2})?", fullmatch=True), min_size=4, max_size=4).map("-".join),
    )
)
def test_patterns_are_refused_for_the_same_reason(modules: Page, text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    found = modules.evaluate("([t, k, b]) => s.parsePattern(t, k, b)", [text, list(KINDS), limits()])
    try:
        expected: dict[str, Any] = {"spans": [vars(span) for span in parse_pattern(text, KINDS, bounds())]}
    except PatternError as refused:
        expected = {"code": refused.code} | ({"phase": refused.phase} if refused.phase >= 0 else {})
    assert found == expected


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_the_printed_facts_are_those_of_the_element(browser: Browser, zoo: str, practice: Any) -> None:
    page = browser.new_page()
    page.goto(f"{zoo}practices/{practice.slug}/")
    page.wait_for_selector("practice-timer[data-state=idle]")
    assert page.locator(".practice-timer__facts").inner_text() == facts(practice)
    page.close()
