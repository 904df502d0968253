"""The drawings: each says all that it shows in words, follows the page's colours, and draws what is so."""

import gzip
import re
from itertools import pairwise

import pytest

from macros.content.library import Library
from macros.content.macro_calls import DIAGRAMS
from macros.content.pictures import COMMON, FOLDER, PICTURES, drawings, numbers, points_at, step_numbers
from macros.render import pictures
from macros.render.context import Context
from tests.support.content import library as library_of
from tests.support.content import page
from tests.zoo.samples import DRAWN, SCAN

HERE = Context(library_of({"index.md": page()}), "index.md")
DIAGRAM_FIGURES = {name: pictures.diagram(HERE, name) for name in DIAGRAMS}
OWN = re.compile(r'style=|#[0-9a-f]{3,6}\b(?!")|\s(?:fill|stroke|font-size)="|<(?:animate|script|image)')
SHIFTED = re.compile(r"\s<tspan")
# The figures as the papers' abstracts give them, and a page that shows each picture.
SAID = {
    "breath-and-pulse": ((20, 7.2, 21), "guides/what-slow-breathing-does.md"),
    "how-big-is-small": ((0.35, 0.55, 0.14), "glossary/effect-size.md"),
    "meditation-harm": ((8.3, 5, 12, 3.7, 33.2), "glossary/meditation.md"),
    "noisy-hrv": ((21.1,), "guides/wearables-and-hrv.md"),
    "days-to-a-habit": ((18, 254, 59, 66, 4, 335), "guides/recognising-progress.md"),
}


@pytest.fixture(scope="module")
def data_figures(library: Library) -> dict[str, str]:
    """The pictures from data by their names."""
    return {name: pictures.picture(Context(library, path), name) for name, (_, path) in SAID.items()}


@pytest.fixture(scope="module")
def practice_figures(library: Library) -> dict[str, str]:
    """Every drawing that a practice calls, by its name."""
    figures = {}
    for path, call in library.calls_of("practice_drawing"):
        context = Context(library, path)
        name = "".join(call.arguments) or context.page.slug
        figures[name] = pictures.practice_drawing(context, *call.arguments)
    return figures


def words(html: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", re.sub(r"<[^>]+>", " ", html).lower()))


def unsaid(figure: str) -> set[str]:
    """Words inside a drawing that stand nowhere below it."""
    drawing, rest = figure.split("</svg>")
    labels = re.findall(r"<text[^>]*>(.+?)</text>", drawing)
    return words(" ".join(labels)) - words(rest) if labels else {"no words at all"}


def test_every_word_of_a_drawing_stands_below_it_too(data_figures: dict[str, str]) -> None:
    lists = {name: re.sub(r"<figcaption.*?</figcaption>", "", text) for name, text in DIAGRAM_FIGURES.items()}
    figures = {**lists, **data_figures}
    assert {name: unsaid(figure) for name, figure in figures.items() if unsaid(figure)} == {}
    assert unsaid("<svg><text>calm</text><text>Not calm</text></svg><ul><li>Calm.</li></ul>") == {"not"}


def test_a_drawing_has_a_name_a_description_and_says_what_kind_of_picture_it_is(
    data_figures: dict[str, str],
) -> None:
    for name, figure in {**DIAGRAM_FIGURES, **data_figures}.items():
        spoken = f'role="img" aria-labelledby="drawing-{name}" aria-describedby="drawing-{name}-words"'
        assert spoken in figure
        assert re.search(rf'<p class="diagram__title" id="drawing-{name}">\s*\w', figure), name
        assert f' id="drawing-{name}-words"' in figure
        assert ("A drawing of the idea, not a measurement.</figcaption>" in figure) == (name in DIAGRAMS)


def test_no_drawing_has_colours_or_sizes_of_its_own_or_a_second_line_pushed_aside(
    data_figures: dict[str, str], practice_figures: dict[str, str]
) -> None:
    figures = {**DIAGRAM_FIGURES, **data_figures, **practice_figures}
    assert [name for name, figure in figures.items() if OWN.search(figure)] == []
    assert [name for name, figure in DIAGRAM_FIGURES.items() if SHIFTED.search(figure)] == []
    assert SHIFTED.search('<text class="diagram__mid">talk it <tspan x="64" dy="19">over</tspan></text>')


def test_a_drawing_is_small_in_size_and_in_height(data_figures: dict[str, str]) -> None:
    for figure in DIAGRAM_FIGURES.values():
        [(wide, high)] = re.findall(r'viewBox="0 0 (\d+) (\d+)"', figure)
        assert (wide, int(high) <= 260) == ("320", True), figure
    assert [name for name, figure in DIAGRAM_FIGURES.items() if len(figure.encode()) > 4000] == []
    assert [name for name in drawings() if (FOLDER / f"{name}.html").stat().st_size > 3000] == []
    assert max(len(gzip.compress(figure.encode())) for figure in data_figures.values()) < 6000


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_draws_the_numbers_of_the_papers_and_cites_them(
    library: Library, data_figures: dict[str, str], name: str
) -> None:
    assert numbers(name, library.data.sources) == SAID[name][0]
    assert set(re.findall(r'data-source="([^"]+)"', data_figures[name])) == set(PICTURES[name])


def test_the_swing_of_the_pulse_is_that_of_the_study() -> None:
    assert pictures.swing(6, 20, 7.2, 21) == 20
    assert pictures.swing(72, 20, 7.2, 20) == pytest.approx(2)  # 20 decibels a decade are a factor of ten
    assert pictures.swing(14.4, 20, 7.2, 21) == pytest.approx(20 / 2**1.05)


def test_beats_come_closer_as_the_breath_goes_in_and_spread_as_it_goes_out() -> None:
    beats = pictures.beats(6, 20)
    gaps = {start: after - start for (start, _), (after, _) in pairwise(beats)}
    # At six a minute the in-breath ends after five seconds.
    at_the_top = min(gaps, key=lambda start: abs(start - 5))
    at_the_bottom = min(gaps, key=lambda start: abs(start - 10))
    assert gaps[at_the_top] == pytest.approx(60 / 75, abs=0.05)
    assert gaps[at_the_bottom] == pytest.approx(60 / 55, abs=0.05)
    assert len(beats) == pytest.approx(pictures.PULSE * pictures.SECONDS / 60, abs=1)
    level = pictures.beats(6, 0)
    assert {round(after[0] - before[0], 2) for before, after in pairwise(level)} <= {0.92, 0.93}


def test_an_effect_size_becomes_people_by_cohens_u3() -> None:
    effects = {0: 50, 0.14: 56, 0.35: 64, 0.8: 79}  # 0.8: 78.8%, as Magnusson's page says
    assert {effect: pictures.better_than_middle(effect) for effect in effects} == effects


@pytest.mark.parametrize(("name", "counts"), [("how-big-is-small", (50, 64)), ("meditation-harm", (4, 33))])
def test_the_dots_can_be_counted(data_figures: dict[str, str], name: str, counts: tuple[int, int]) -> None:
    meant = re.findall(r'class="data-picture__people[^"]*" d="([^"]+)"', data_figures[name])
    others = re.findall(r'class="data-picture__others" d="([^"]+)"', data_figures[name])
    assert tuple(path.count("M") for path in meant) == counts
    assert tuple(path.count("M") for path in others) == tuple(100 - count for count in counts)


def test_the_mornings_are_off_by_the_stated_error_and_by_nothing_else() -> None:
    drawn = pictures.noisy_hrv(21.1)
    days = [(210 - float(y)) / 1.2 for y in re.findall(r"[ML]\S+ ([\d.]+)", drawn["line"])]
    assert len(days) == 42
    within = [day for day in days if 100 / 1.211 <= day <= 100 * 1.211]
    assert len(within) / 42 == pytest.approx(0.68, abs=0.03)  # one standard deviation of the bell shape
    assert sorted(days)[20] < 100 < sorted(days)[21]
    assert pictures.noisy_hrv(21.1) == drawn
    assert {week["mean"] for week in pictures.noisy_hrv(0)["weeks"]} == {100}


def unspoken(html: str) -> bool:
    """Whether a figure lacks a caption, a picture's name, words for a picture, or words for a number."""
    shown, words = re.findall(r"<svg [^>]*>", html), re.findall(r"<(?:p|li)[^>]*>([^<]+)</", html)
    names = [re.search(r'role="img" aria-label="[^"]{15,}"', picture) for picture in shown]
    numbers_shown = {int(number) for number in re.findall(r"<text [^>]*>([^<]+)</text>", html)}
    return (
        not re.match(r'<figure class="practice-drawing"[^>]*><figcaption [^>]*>[^<]{20,}</figcaption>', html)
        or not 0 < len(shown) <= len(words)
        or not all(names)
        or not numbers_shown <= {*range(1, len(words) + 1)}
    )


def test_every_drawing_is_called_and_says_in_words_what_it_shows(practice_figures: dict[str, str]) -> None:
    assert set(practice_figures) == set(drawings())
    assert [name for name, html in practice_figures.items() if unspoken(html)] == []
    assert all(unspoken(html.replace("aria-label", "data-label")) for html in practice_figures.values())


def test_its_numbers_are_those_of_the_steps_it_names() -> None:
    assert step_numbers(DRAWN, "Feel where", "Press") == "2 3"
    html = pictures.drawing_html("feet-on-the-floor", DRAWN)
    assert set(re.findall(r'data-steps="([^"]*)"', html)) == {"1 6", "2 3 4", "5"}
    assert points_at("easy-breath") == ("Breathe out",)
    assert COMMON not in drawings()


def test_a_drawing_of_other_steps_is_refused() -> None:
    with pytest.raises(ValueError, match="body-scan: no step begins with 'Breathe out'"):
        pictures.drawing_html("easy-breath", SCAN)


def test_without_a_name_a_practice_gets_the_drawing_called_like_it(library: Library) -> None:
    belly = pictures.drawing_html("belly-breathing", library.practices["belly-breathing"])
    assert pictures.practice_drawing(Context(library, "practices/belly-breathing.md")) == belly


def test_the_stylesheet_marks_every_step_at_which_a_drawing_points(practice_figures: dict[str, str]) -> None:
    steps = {step for html in practice_figures.values() for step in re.findall(r'data-steps="([^"]*)"', html)}
    sheet = (FOLDER / "practice-drawing.css").read_text(encoding="utf-8")
    pairs = re.findall(r'\[data-step="(\d+)"\]\) \*\) \[data-steps~="(\d+)"\]', sheet)
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert set(" ".join(steps).split()) <= {step for step, _ in pairs}
