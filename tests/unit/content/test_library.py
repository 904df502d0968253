"""The library: the graph of pages, terms and sources; each field of a page, each fault with its line."""

from datetime import date
from pathlib import Path

import pytest

from macros.content.frontmatter import read_page
from macros.content.library import kind_of, load, page_files, parse
from macros.content.model import SITE_BOUNDS, Guide, Page, Part, Phase, Practice, Preset, Step, Term
from tests.support.content import data, guide, library, page, practice, project, term

PAGES = {
    "index.md": page("Stress and a pod{{ cite('able2020first') }}.", title="Home"),
    "guides/b.md": guide("BB", "A pod{{ cite('charlie2021second', 'able2020first') }}.", order=2),
    "guides/a.md": guide(
        "AA", "[The load](../glossary/stress.md), {{ term('pod') }} and {{ term('nothing') }}.", order=1
    ),
    "practices/z.md": practice("ZZ", "Stress.", group="breath"),
    "practices/y.md": practice("YY", group="people"),
    "practices/x.md": practice("XX", group="breath"),
    "glossary/stress.md": term("stress", "A pod, and stress."),
    "glossary/pod.md": term("Pod", "Nothing."),
}
SITE = library(PAGES)


def test_guides_stand_in_the_order_of_the_path() -> None:
    assert list(SITE.guides) == ["a", "b"]
    turned = library({"guides/a.md": guide("Aa", order=2), "guides/b.md": guide("Bb", order=1)})
    assert list(turned.guides) == ["b", "a"]


def test_pages_stand_as_guides_practices_by_group_and_title_terms_by_letter_and_then_the_rest() -> None:
    assert list(SITE.practices) == ["x", "z", "y"]
    assert list(SITE.terms) == ["pod", "stress"]
    assert [page.path for page in SITE.ordered()] == [
        "guides/a.md", "guides/b.md", "practices/x.md", "practices/z.md", "practices/y.md",
        "glossary/pod.md", "glossary/stress.md", "index.md",
    ]  # fmt: skip


def test_a_page_cites_each_source_once_in_order_and_every_source_has_the_pages_that_cite_it() -> None:
    assert SITE.cited("guides/b.md") == ("charlie2021second", "able2020first")
    assert SITE.cited("guides/a.md") == ()
    assert {key: [page.path for page in pages] for key, pages in SITE.citing.items()} == {
        "able2020first": ["guides/b.md", "index.md"],
        "charlie2021second": ["guides/b.md"],
    }
    twice = library({"index.md": page("One{{ cite('able2020first') }}, two{{ cite('able2020first') }}.")})
    assert twice.cited("index.md") == ("able2020first",)
    assert len(twice.citing["able2020first"]) == 1
    assert twice.citing["charlie2021second"] == ()


def test_near_terms_are_named_in_both_directions() -> None:
    near = {"a": "b", "b": "c", "c": "a"}
    site = library({f"glossary/{a}.md": term(f"{a}{a}", see=f"[{b}]") for a, b in near.items()})
    assert site.neighbours["b"] == ("c", "a")


def test_a_pages_kind_is_that_of_its_folder() -> None:
    paths = ("index.md", "guides/x.md", "guides/index.md", "practices/x.md", "glossary/x.md", "help/x.md")
    assert [*map(kind_of, paths)] == ["page", "guide", "page", "practice", "term", "page"]


def test_data_templates_and_assets_are_no_pages(tmp_path: Path) -> None:
    hidden = {"_templates/x.md": "", "assets/x.md": "", ".hidden/x.md": "", "guides/_draft.md": ""}
    root = project(tmp_path, {**hidden, "index.md": page(), "guides/assets.md": guide("XX")})
    assert page_files(root) == ["guides/assets.md", "index.md"]


def test_a_page_that_cannot_be_read_is_kept_as_written_and_the_rest_is_read(tmp_path: Path) -> None:
    broken = {"guides/x.md": "---\ntitle: [\n---\nBody", "help/y.md": "No frame"}
    site, problems = load(project(tmp_path, {"index.md": page(), **broken}))
    assert sorted(site.documents) == ["guides/x.md", "help/y.md", "index.md"]
    assert list(site.pages) == ["index.md"]
    places = [(problem.path, problem.line) for problem in problems]
    assert places == [("docs/guides/x.md", 2), ("docs/help/y.md", 1)]
    assert site.slugs("guide") == ["x"]


def test_a_page_in_another_encoding_is_a_problem_and_a_mark_at_its_start_is_none(tmp_path: Path) -> None:
    root = project(tmp_path, {"index.md": "\ufeff" + page()})
    (root / "docs" / "old.md").write_bytes(page("Caf\u00e9").encode("latin-1"))
    site, problems = load(root)
    assert list(site.pages) == ["index.md"]
    assert [str(problem) for problem in problems] == [
        "docs/old.md:1: the file is not in UTF-8. Save it again, with UTF-8 as its encoding."
    ]


def read(path: str, text: str) -> tuple[Page | None, list[str]]:
    document, problems = read_page(text, f"docs/{path}")
    assert not problems
    parsed, faults = parse(document, data().lists)
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
    parsed, _ = read(
        "glossary/x.md", term("x word", aka="[x words]", extra="autolink: false\nquick_exit: true\n")
    )
    assert isinstance(parsed, Term)
    assert parsed.summary == parsed.short == "A word made for a test, number 6."
    assert (parsed.aka, parsed.everyday, parsed.tries) == (("x words",), (), ())
    assert (parsed.autolink, parsed.quick_exit) == (False, True)


def test_a_breath_has_phases_presets_and_bounds() -> None:
    phases = "kind: breath\nphases: [{kind: in, seconds: 4, say: In}, {kind: out, seconds: 6.5, say: Out}]\n"
    lengths = "rounds: 6\nrounds_offered: [6, 12]\n"
    limits = "presets: [{name: Even, pattern: 5-5.5}]\nbounds: {in: [2, 8]}\n"
    parsed, faults = read("practices/x.md", practice("XX", data=phases + lengths + limits))
    assert faults == []
    assert isinstance(parsed, Practice)
    assert (parsed.kind, parsed.practice_kind) == ("practice", "breath")
    assert parsed.phases == (Phase("in", 4.0, "In"), Phase("out", 6.5, "Out"))
    assert (parsed.rounds, parsed.rounds_offered) == (6, (6, 12))
    assert parsed.presets == (Preset("Even", (5.0, 5.5)),)
    assert parsed.bounds == {"in": (2, 8), "hold": (0, 8), "out": (1, 12), "rest": (0, 5)}
    assert not parsed.has_hold


def test_without_bounds_those_of_the_site_hold() -> None:
    parsed, _ = read("practices/x.md", practice("XX"))
    assert isinstance(parsed, Practice)
    assert parsed.bounds == SITE_BOUNDS


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


OLD_SOURCES = ":8: unknown field 'sources'. A page's sources are the ones it cites: use {{ cite("
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


SHEET = "sheet:\n  - {say: One line, lines: 1}\n  - {say: A table, columns: [Left, Right], blank: 3}\n"


def sheet(change: tuple[str, str] = ("", "")) -> tuple[object, list[str]]:
    """The parts of a page's sheet, and what is said of it."""
    document, _ = read_page(page(extra=SHEET.replace(*change)), "docs/tools/x.md")
    parsed, problems = parse(document, data().lists)
    return parsed and parsed.sheet, [str(problem) for problem in problems]


def test_a_sheet_is_read_part_by_part() -> None:
    parts, problems = sheet()
    assert problems == []
    assert parts == (Part("One line", lines=1), Part("A table", columns=("Left", "Right"), blank=3))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("One line, lines: 1", "One line"), "5: 'sheet' part 1: has nothing to fill in. Give it 'lines', "),
        ((", blank: 3", ""), "6: 'sheet' part 2: is a table, so it needs rows and nothing to tick. Name "),
        (("blank: 3", "blank: 3, rows: [Up, Down]"), "6: 'sheet' part 2: is a table, so it needs rows "),
        (("lines: 1", "lines: 1, blank: 3"), "5: 'sheet' part 1: has rows, but no 'columns'. Name what "),
        (("lines: 1", "line: 1"), "5: 'sheet' part 1: has the unknown part 'line'. Did you mean 'lines'?"),
        (("lines: 1", "lines: 21"), "5: 'sheet' part 1: lines: must be from 1 to 20; it is 21."),
        (("say: A table, ", ""), "6: 'sheet' part 2: lacks 'say'."),
    ],
)
def test_a_fault_in_a_sheet_names_its_part_and_line(change: tuple[str, str], message: str) -> None:
    parts, [problem] = sheet(change)
    assert parts is None
    assert problem.startswith(f"docs/tools/x.md:{message}")
