"""The pacer without scripts: its keyframes come from the phases and from nothing else."""

import re
from dataclasses import replace

import pytest

from macros.content.lengths import default_length
from macros.content.model import Practice
from macros.render.pacer import counts_in_words, pacer_css, pacer_html
from tests.zoo.samples import ALL, BOX, HALVES, LONGER, SCAN, SHARP, SIGHING, WALK


def frames(practice: Practice, name: str = "") -> str:
    slug = f"practice-pacer-{practice.slug}{name}"
    return re.search(rf"@keyframes {slug} {{ (.*) }}\n", pacer_css([practice]))[1]  # type: ignore[index]


def test_the_disc_swells_and_settles_with_the_phases() -> None:
    assert frames(LONGER) == (
        "0% { transform: scale(0.4); } 40% { transform: scale(1); } 100% { transform: scale(0.4); }"
    )
    assert "22.2222% { transform: scale(0.8); } 33.3333% { transform: scale(1); }" in frames(SIGHING)


def test_each_word_is_there_while_its_phase_runs() -> None:
    assert frames(BOX, "-0") == "0% { opacity: 1; } 25%, 100% { opacity: 0; }"
    assert frames(BOX, "-1") == "0% { opacity: 0; } 25% { opacity: 1; } 50%, 100% { opacity: 0; }"
    assert frames(BOX, "-3").endswith("100%, 100% { opacity: 1; }")


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_it_runs_exactly_as_long_as_the_timer_and_ends_after_an_out_breath(practice: Practice) -> None:
    css = pacer_css([practice])
    total = default_length(practice).total_ms / 1000
    for seconds, times in re.findall(r"animation: practice-pacer-[\w-]+-0 ([\d.]+)s step-end ([\d.]+)", css):
        assert float(seconds) * float(times) == pytest.approx(total, abs=0.01)
    assert f"practice-pacer-show 1ms linear {total:g}s forwards" in css


def test_a_phase_of_no_length_has_no_word() -> None:
    assert "practice-pacer-halves-1" not in pacer_css([HALVES])


def test_all_motion_asks_whether_motion_is_welcome_and_starts_with_the_reader() -> None:
    css = pacer_css(ALL)
    for rule in re.findall(r"[^{}]+\{ animation:[^}]+\}", css):
        assert ":has(:checked)" in rule
    outside = re.sub(
        r"@media \(prefers-reduced-motion: no-preference\) \{\n.*?\n\}", "", css, flags=re.DOTALL
    )
    assert "animation:" not in outside


def test_braces_match_and_only_tokens_colour_it() -> None:
    css = pacer_css(ALL)
    assert css.count("{") == css.count("}")
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb", css)


def test_counts_in_words_for_those_who_want_no_motion() -> None:
    assert counts_in_words(LONGER) == (
        "Breathe in: one, two, three, four. Breathe out: one, two, three, four, five, six. "
        "Repeat 18 times, or as often as you like."
    )
    assert counts_in_words(replace(LONGER, rounds=1)).endswith("six. Do this once, or as often as you like.")
    assert counts_in_words(HALVES).startswith(
        "In: one, and a half. Out: one, two, and a half. Rest: and a half."
    )
    assert "at your own speed" in counts_in_words(SCAN)


def test_the_markup_has_a_switch_and_one_word_a_phase() -> None:
    html = pacer_html(BOX)
    assert '<input type="checkbox"' in html
    assert html.count("practice-pacer__word--") == 5
    assert "practice-pacer__bar" in pacer_html(WALK)
    assert "<b>" not in pacer_html(SHARP)
