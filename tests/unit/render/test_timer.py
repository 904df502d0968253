"""The printed timer: complete without scripts, safe by construction, one line of valid HTML."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import html5lib
import pytest

from macros.content.model import Practice
from macros.render.embed import EmbedFiles, embed_page, embed_snippet
from macros.render.timer import TimerSafety, facts, render_timer
from tests.zoo.samples import ALL, BOX, HALVES, LONGER, SAFETY, SCAN, SHARP, WALK, links

COMPONENT = Path(__file__).resolve().parents[3] / "overrides" / "components" / "practice-timer"


def printed(practice: Practice) -> str:
    return render_timer(practice, SAFETY, links(practice.slug, "../../"))


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_it_is_one_line_of_valid_html_in_a_block(practice: Practice) -> None:
    html = printed(practice)
    assert "\n" not in html
    assert html.startswith('<div class="practice-timer-frame">')
    assert html.endswith("</div>")
    parser = html5lib.HTMLParser()
    parser.parseFragment(html)
    assert [code for _, code, _ in parser.errors] == []


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_no_style_no_script_and_no_id_that_could_stand_twice(practice: Practice) -> None:
    html = printed(practice)
    assert not re.search(r"\sstyle=|<script|\sid=|\son[a-z]+=|javascript:", html)


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_the_stop_rule_one_line_and_help_stand_in_sight_above_start_and_the_rest_opens_there(
    practice: Practice,
) -> None:
    before = printed(practice).split('class="practice-timer__controls"')[0]
    in_sight, folded = before.split("<details", 1)
    assert [line for line in (SAFETY.stop_rule, *SAFETY.lines, "Get help now") if line in in_sight] == [
        SAFETY.stop_rule, SAFETY.lines[0], "Get help now",
    ]  # fmt: skip
    for line in (*SAFETY.lines[1:], "When not to use this"):
        assert line in folded


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(TimerSafety)])
def test_a_timer_without_one_of_its_safety_lines_cannot_be_made(field: str) -> None:
    with pytest.raises(ValueError, match=f"'{field}' is empty"):
        dataclasses.replace(SAFETY, **{field: ()})  # type: ignore[arg-type]


def test_the_list_is_the_data() -> None:
    html = printed(BOX)
    assert re.findall(r'data-kind="(\w+)" data-seconds="([\d.]+)"', html) == [
        ("in", "4"), ("hold", "4"), ("out", "4"), ("hold", "4"),
    ]  # fmt: skip
    assert 'data-limits="in:2-5 hold:0-5 out:2-6"' in html
    assert 'data-rounds="10"' in html


def test_halves_stay_halves() -> None:
    assert re.findall(r'data-seconds="([\d.]+)"', printed(HALVES)) == ["1.5", "0", "2.5", "0.5"]


def test_totals_are_told_in_words() -> None:
    assert facts(BOX) == "10 rounds, 2 min 36 s · 3.8 breaths a minute"
    assert facts(SCAN) == "4 steps, 1 min 25 s"
    assert facts(WALK) == "10 min"
    assert '<li data-rounds="19">19 rounds, 5 min</li>' in printed(BOX)


def test_a_pattern_with_holds_prints_the_one_without() -> None:
    assert 'data-pattern="4-0-4-0">Without holds: breathe in 4, breathe out 4' in printed(BOX)
    assert "Without holds" not in printed(LONGER)


def test_steps_print_their_whole_text() -> None:
    html = printed(SCAN)
    assert all(step.text in html for step in SCAN.steps)
    assert "<details" in html


def test_what_an_author_writes_is_escaped() -> None:
    html = printed(SHARP)
    assert "<tags>" not in html
    assert "&lt;tags&gt;" in html
    assert "<b>" not in html


def test_the_heading_has_the_level_asked_for() -> None:
    html = render_timer(LONGER, SAFETY, links("x", ""), heading_level=3)
    assert '<h3 class="practice-timer__heading">Before you start</h3>' in html
    assert "<h2" not in html


def test_the_pacer_is_there_only_without_scripts() -> None:
    html = printed(LONGER)
    inside = html.split("<noscript>")[1].split("</noscript>")[0]
    assert 'href="../../assets/pacers.css"' in inside
    assert "practice-pacer--longer-out-breath" in inside
    assert html.count("practice-pacer") == inside.count("practice-pacer")


@pytest.mark.parametrize("practice", ALL, ids=lambda practice: practice.slug)
def test_the_embed_is_a_whole_document_with_safety_help_and_snippet(practice: Practice) -> None:
    files = EmbedFiles(styles=("a.css",), scripts=("a.js",))
    html = embed_page(practice, SAFETY, links(practice.slug, "../../"), files, site_url="https://example.org/g/")
    parser = html5lib.HTMLParser()
    parser.parse(html)
    assert [code for _, code, _ in parser.errors] == []
    assert f'<link rel="canonical" href="https://example.org/g/practices/{practice.slug}/">' in html
    for text in (SAFETY.stop_rule, *SAFETY.feels_worse, "Get help now", '<script type="module" src="a.js">'):
        assert text in html
    assert f"https://example.org/g/embed/{practice.slug}/" in html
    assert not re.search(r"\sstyle=|\son[a-z]+=", html)


def test_the_snippet_is_escaped() -> None:
    snippet = embed_snippet(SHARP, "https://example.org/")
    assert 'title="Quotes &#34;and&#34; &lt;tags&gt; &amp; more: practice timer"' in snippet


def test_every_module_is_pure_of_dependencies_and_top_level_names_are_unique() -> None:
    names: dict[str, str] = {}
    for file in sorted(COMPONENT.glob("*.js")):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("/** "), file.name
        assert not re.search(r'from "(?!\./)', text), file.name
        found = re.findall(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", text, re.MULTILINE)
        for name in found:
            assert names.setdefault(name, file.name) == file.name, f"{name} in {names[name]} and {file.name}"


def test_styles_use_only_tokens_and_no_nesting() -> None:
    for file in COMPONENT.glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl|(?<![\w-])&|transition|@import", text), file.name
