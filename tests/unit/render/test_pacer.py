"""The pacer without scripts: its keyframes come from the phases and from nothing else."""

import re
from dataclasses import replace

import pytest

from macros.content.model import Practice
from macros.content.schedule import default_length
from macros.render.pacer import counts_in_words, pacer_css
from tests.zoo.samples import ALL, BOX, HALVES, LONGER, SCAN, SIGHING


def frames(practice: Practice, name: str = "") -> str:
    slug = f"practice-pacer-{practice.slug}{name}"
    return re.search(rf"@keyframes {slug} {{ (.*?}}) }}", pacer_css([practice]))[1]  # type: ignore[index]


def test_the_disc_swells_and_settles_with_the_phases() -> None:
    assert frames(LONGER) == (
        "0% { transform: scale(0.4); } 40% { transform: scale(1); } 100% { transform: scale(0.4); }"
    )
    assert "22.2222% { transform: scale(0.8); } 33.3333% { transform: scale(1); }" in frames(SIGHING)


def test_each_word_is_there_while_its_phase_runs() -> None:
    assert frames(BOX, "-0") == "0% { opacity: 1; } 25%, 100% { opacity: 0; }"
    assert frames(BOX, "-1") == "0% { opacity: 0; } 25% { opacity: 1; } 50%, 100% { opacity: 0; }"
    assert frames(BOX, "-3").endswith("100%, 100% { opacity: 1; }")


def test_it_runs_exactly_as_long_as_the_timer() -> None:
    for practice in ALL:
        css, total = pacer_css([practice]), default_length(practice).total_ms / 1000
        for seconds, times in re.findall(r"practice-pacer-[\w-]+-0 ([\d.]+)s step-end ([\d.]+)", css):
            assert float(seconds) * float(times) == pytest.approx(total, abs=0.01)
        assert f"practice-pacer-show 1ms linear {total:g}s forwards" in css
    assert "practice-pacer-halves-1" not in pacer_css([HALVES])  # a phase of no length has no word


def test_all_motion_asks_whether_motion_is_welcome_and_starts_with_the_reader() -> None:
    css = pacer_css(ALL)
    for rule in re.findall(r"[^{}]+\{ animation:[^}]+\}", css):
        assert ":has(:checked)" in rule
    welcome = r"@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]+\{[^{}]+\})* \}"
    assert "animation:" not in re.sub(welcome, "", css)
    assert css.count("{") == css.count("}")
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb", css)


def test_counts_in_words_for_those_who_want_no_motion() -> None:
    assert counts_in_words(LONGER) == (
        "Breathe in: one, two, three, four. Breathe out: one, two, three, four, five, six. "
        "Repeat 18 times, or as often as you like."
    )
    assert counts_in_words(replace(LONGER, rounds=1)).endswith("six. Do this once, or as often as you like.")
    assert "In: one, and a half. Out: one, two, and a half. Rest: and a half." in counts_in_words(HALVES)
    assert "at your own speed" in counts_in_words(SCAN)
