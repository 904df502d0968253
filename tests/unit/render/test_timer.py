"""The printed timer: complete without scripts, safe by construction, one line of valid HTML."""

import dataclasses
import re

import pytest

from macros.content.model import Practice
from macros.render.timer import TimerSafety, embed_frame, embed_page, facts, render_timer
from tests.support.pages import parse_errors
from tests.zoo.samples import ALL, BOX, HALVES, LONGER, SAFETY, SCAN, SHARP, WALK, links


def printed(practice: Practice) -> str:
    return render_timer(practice, SAFETY, links("../../"))


def test_every_timer_is_one_block_of_valid_html_that_could_stand_twice_on_a_page() -> None:
    faults = []
    for practice in ALL:
        html = printed(practice)
        faults += [f"{practice.slug}: {error}" for error in parse_errors(html, fragment=True)]
        faults += re.findall(r"\n|\sstyle=|<script|\sid=|\son[a-z]+=|javascript:", html)
        if not html.startswith('<div class="practice-timer-frame">') or not html.endswith("</div>"):
            faults.append(f"{practice.slug}: no block")
    assert faults == []


def test_the_stop_rule_one_line_and_help_stand_in_sight_above_start_and_the_rest_opens_there() -> None:
    first = [SAFETY.stop_rule, SAFETY.lines[0], "Get help now"]
    wrong = []
    for practice in ALL:
        before = printed(practice).split('class="practice-timer__controls"')[0]
        in_sight, folded = before.split("<details", 1)
        if [line for line in (SAFETY.stop_rule, *SAFETY.lines, "Get help now") if line in in_sight] != first:
            wrong.append(practice.slug)
        wrong += [line for line in (*SAFETY.lines[1:], "When not to use this") if line not in folded]
    assert wrong == []


def test_a_timer_without_one_of_its_safety_lines_cannot_be_made() -> None:
    for field in dataclasses.fields(TimerSafety):
        with pytest.raises(ValueError, match=f"'{field.name}' is empty"):
            dataclasses.replace(SAFETY, **{field.name: ()})  # type: ignore[arg-type]


def test_the_list_is_the_data() -> None:
    phases = [("in", "4"), ("hold", "4"), ("out", "4"), ("hold", "4")]
    assert re.findall(r'data-kind="(\w+)" data-seconds="([\d.]+)"', printed(BOX)) == phases
    assert 'data-limits="in:2-5 hold:0-5 out:2-6"' in printed(BOX)
    assert 'data-rounds="10"' in printed(BOX)
    assert re.findall(r'data-seconds="([\d.]+)"', printed(HALVES)) == ["1.5", "0", "2.5", "0.5"]
    assert [step.text for step in SCAN.steps if step.text not in printed(SCAN)] == []


def test_totals_are_told_in_words_and_a_pattern_with_holds_has_one_without() -> None:
    assert facts(BOX) == "10 rounds, 2 min 36 s · 3.8 breaths a minute"
    assert facts(SCAN) == "4 steps, 1 min 25 s"
    assert facts(WALK) == "10 min"
    assert '<li data-rounds="19">19 rounds, 5 min</li>' in printed(BOX)
    assert 'data-pattern="4-0-4-0">Without holds: breathe in 4, breathe out 4' in printed(BOX)
    assert "Without holds" not in printed(LONGER)


def test_the_pacer_is_there_only_without_scripts() -> None:
    html = printed(LONGER)
    inside = html.split("<noscript>")[1].split("</noscript>")[0]
    assert 'href="../../assets/pacers.css"' in inside
    assert "practice-pacer--longer-out-breath" in inside
    assert html.count("practice-pacer") == inside.count("practice-pacer")
    assert re.findall(r"word--\w+\">([^<]+)<", inside) == ["Breathe in", "Breathe out", "Finished"]


def test_every_embed_is_a_whole_document_with_safety_help_and_an_escaped_snippet() -> None:
    script = '<script type="module" src="../../components/index.js">'
    words = (SAFETY.stop_rule, *SAFETY.feels_worse, "Get help now", script)
    faults = []
    for practice in ALL:
        site = "https://example.org/g/"
        html = embed_page(practice, SAFETY, links("../../"), site)
        faults += [f"{practice.slug}: {error}" for error in parse_errors(html, fragment=False)]
        faults += re.findall(r"\sstyle=|\son[a-z]+=", html)
        canonical = f'<link rel="canonical" href="{site}practices/{practice.slug}/">'
        wanted = (*words, canonical, f"{site}embed/{practice.slug}/")
        faults += [f"{practice.slug}: no {text}" for text in wanted if text not in html]
    assert faults == []
    assert 'title="Quotes &#34;and&#34; &lt;tags&gt; &amp; more: practice timer"' in embed_frame(SHARP, "x")


@pytest.mark.parametrize("practice", [BOX, SCAN, WALK], ids=lambda practice: practice.slug)
def test_no_label_of_the_settings_stands_twice(practice: Practice) -> None:
    settings = printed(practice).split('class="practice-timer__settings"')[1].split("</template>")[0]
    labels = re.findall(r"<(?:label|summary)[^>]*>(?:<[^>]+>)*\s*([^<\s][^<]*?)\s*<", settings)
    assert {"How long", "What moves", "Vibration"} <= set(labels)
    assert sorted(labels) == sorted(set(labels))
