"""From a document to a frozen object: every field read, every fault a problem with its line."""

from datetime import date

import pytest

from macros.content.frontmatter import read_page
from macros.content.library import kind_of
from macros.content.model import SITE_BOUNDS, Bounds, Guide, Page, Phase, Practice, Preset, Step, Term
from macros.content.parse import parse
from tests.support.content import data, guide, page, practice, term


def read(path: str, text: str) -> tuple[Page | None, list[str]]:
    document, problems = read_page(text, f"docs/{path}")
    assert not problems
    parsed, faults = parse(document, kind_of(path), data().lists)
    return parsed, [str(fault) for fault in faults]


def test_a_plain_page_takes_its_defaults() -> None:
    parsed, faults = read("about/x.md", page("Body\n"))
    assert faults == []
    assert isinstance(parsed, Page)
    assert (parsed.path, parsed.slug, parsed.kind) == ("about/x.md", "x", "page")
    assert (parsed.reviewed, parsed.autolink, parsed.quick_exit) == (None, True, False)
    assert (parsed.body, parsed.body_line) == ("Body\n", 5)


def test_a_guide_knows_its_place_and_its_practice() -> None:
    parsed, _ = read("guides/x.md", guide("XX", order=3))
    assert isinstance(parsed, Guide)
    assert (parsed.order, parsed.practice, parsed.reviewed) == (3, "soft-breath", date(2026, 11, 22))


def test_a_terms_plain_line_is_its_summary_too() -> None:
    parsed, _ = read("glossary/x.md", term("x word", aka="[x words]", extra="autolink: false\n"))
    assert isinstance(parsed, Term)
    assert parsed.summary == parsed.short == "A word made for a test, number 6."
    assert (parsed.aka, parsed.everyday, parsed.tries, parsed.autolink) == (("x words",), (), (), False)


def test_a_term_about_unsafe_people_can_be_left_quickly() -> None:
    parsed, _ = read("glossary/x.md", term("x word", extra="quick_exit: true\n"))
    plain, _ = read("glossary/y.md", term("y word"))
    assert parsed
    assert plain
    assert (parsed.quick_exit, plain.quick_exit) == (True, False)


def test_a_breath_has_phases_presets_and_bounds() -> None:
    extra = (
        "kind: breath\nphases:\n  - {kind: in, seconds: 4, say: In}\n  - {kind: out, seconds: 6.5, say: "
        "Out}\nrounds: 6\n"
        "rounds_offered: [6, 12]\npresets:\n  - {name: Even, pattern: 5-5.5}\nbounds: {in: [2, 8]}\n"
    )
    parsed, faults = read("practices/x.md", practice("XX", data=extra))
    assert faults == []
    assert isinstance(parsed, Practice)
    assert (parsed.kind, parsed.practice_kind) == ("practice", "breath")
    assert parsed.phases == (Phase("in", 4.0, "In"), Phase("out", 6.5, "Out"))
    assert (parsed.rounds, parsed.rounds_offered) == (6, (6, 12))
    assert parsed.presets == (Preset("Even", (5.0, 5.5)),)
    assert parsed.bounds == Bounds(
        {"in": 2.0, "hold": 0, "out": 1, "rest": 0}, {"in": 8.0, "hold": 8, "out": 12, "rest": 5}
    )
    assert not parsed.has_hold


def test_without_bounds_those_of_the_site_hold() -> None:
    parsed, _ = read("practices/x.md", practice("XX"))
    assert isinstance(parsed, Practice)
    assert {
        kind: (parsed.bounds.least[kind], parsed.bounds.most[kind]) for kind in SITE_BOUNDS
    } == SITE_BOUNDS


def test_a_practice_in_steps_has_steps_and_may_repeat_one() -> None:
    step = "  - {say: Look, seconds: 30, text: Let your eyes move.}\n"
    parsed, faults = read("practices/x.md", practice("XX", data=f"kind: steps\nsteps:\n{step}{step}"))
    assert faults == []
    assert isinstance(parsed, Practice)
    assert parsed.steps == (Step("Look", 30.0, "Let your eyes move."),) * 2


def test_a_hold_of_no_length_is_no_hold() -> None:
    phases = "kind: breath\nphases: [{kind: in, seconds: 4, say: In}, "
    phases += "{kind: hold, seconds: %s, say: Hold}]\nrounds: 6\n"
    parsed = [read("practices/x.md", practice("XX", data=phases % seconds))[0] for seconds in (0, 2)]
    assert [practice_.has_hold for practice_ in parsed if isinstance(practice_, Practice)] == [False, True]


OLD_SOURCES = (
    ":8: unknown field 'sources'. A page's sources are the ones it cites: use {{ cite(\"key\") }} in the"
)
NO_DAY = ":1: the field 'reviewed' is missing. Give the day on which the page was really checked against its "
PRACTICE = practice("XX")


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("about/x.md", page(extra="sumary: x\n"), ":4: unknown field 'sumary'. Did you mean 'summary'?"),
        ("about/x.md", page(extra="hide: [tock]\n"), ":4: 'hide' has the unknown value 'tock'. Did you mean"),
        ("guides/x.md", guide("XX").replace("order: 1\n", ""), ":1: the field 'order' is missing. See docs/"),
        ("guides/x.md", guide("XX").replace("reviewed: 2026-11-22\n", ""), NO_DAY),
        ("guides/x.md", guide("XX", order=0), ":4: 'order' must be from 1 to 99; it is 0."),
        ("glossary/x.md", term("xx", extra="tries: [a, b, c, d]\n"), ":8: 'tries' must have 0 to 3 items; i"),
        ("glossary/x.md", term("xx").replace("theme: body", "theme: x"), ":6: 'theme' has the unknown value"),
        ("glossary/x.md", term("xx", extra="sources: [a]\n"), OLD_SOURCES),
        ("practices/x.md", practice("XX", group="breth"), ":4: 'group' has the unknown value 'breth'. Did y"),
        ("practices/x.md", PRACTICE.replace("[breath, holds, people]", "[]"), ":16: 'risks' must have at le"),
        ("practices/x.md", PRACTICE.replace("seconds: 4,", "seconds: 4.2,"), ":6: 'phases' seconds: must be"),
        ("practices/x.md", PRACTICE.replace("seconds: 4, ", ""), ":6: 'phases' lacks 'seconds'."),
        ("practices/x.md", PRACTICE.replace("kind: in", "kind: inn"), ":6: 'phases' kind: has the unknown v"),
    ],
)
def test_a_field_that_does_not_fit_is_a_problem_on_its_line(path: str, text: str, message: str) -> None:
    parsed, [fault] = read(path, text)
    assert parsed is None
    assert fault.startswith(f"docs/{path}{message}")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("presets: [{name: Even, pattern: 5}]", "'presets' pattern: must be a text such as '4-6'. Put it in"),
        ("presets: [{name: Even, pattern: 5-x}]", "'presets' pattern: must be seconds joined by hyphens, su"),
        ("bounds: {inn: [2, 8]}", "'bounds' has the unknown part 'inn'. Did you mean 'in'?"),
        ("bounds: {in: [2]}", "'bounds' in: must have 2 items; it has 1."),
        ("bounds: {in: [8, 2]}", "'bounds' in: must lie between 1 and 10 seconds, the smaller number first."),
    ],
)
def test_patterns_and_bounds_say_what_they_must_be(line: str, message: str) -> None:
    breath = "kind: breath\nphases: [{kind: in, seconds: 4, say: In}]\nrounds: 6\n"
    _, [fault] = read("practices/x.md", practice("XX", data=f"{breath}{line}\n"))
    assert fault.startswith(f"docs/practices/x.md:8: {message}")


def test_all_faults_of_a_page_are_said_at_once() -> None:
    _, faults = read("about/x.md", "---\ntitle: XX\nsumary: y\nquick_exit: maybe\n---\n")
    assert len(faults) == 3
