"""The pictures from data: they draw what the sources say, and their tables say all that they draw."""

import gzip
import re
from itertools import pairwise

import pytest

from macros.content.library import Library
from macros.content.pictures import PICTURES, numbers
from macros.render import pictures
from macros.render.context import Context
from macros.render.templates import COMPONENTS

# The figures as the papers' abstracts give them, and a page that shows each picture.
SAID = {
    "breath-and-pulse": ((20, 7.2, 21), "guides/what-slow-breathing-does.md"),
    "how-big-is-small": ((0.35, 0.55, 0.14), "glossary/effect-size.md"),
    "meditation-harm": ((8.3, 5, 12, 3.7, 33.2), "glossary/meditation.md"),
    "noisy-hrv": ((21.1,), "guides/wearables-and-hrv.md"),
    "days-to-a-habit": ((18, 254, 59, 66, 4, 335), "guides/recognising-progress.md"),
}


def shown(library: Library, name: str) -> str:
    return pictures.picture(Context(library, SAID[name][1]), name)


def words(html: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"<[^>]+>", " ", html).lower())


@pytest.mark.parametrize("name", PICTURES)
def test_the_numbers_drawn_are_those_of_the_papers(library: Library, name: str) -> None:
    assert numbers(name, library.data.sources) == SAID[name][0]


@pytest.mark.parametrize("name", PICTURES)
def test_every_word_of_a_picture_stands_in_its_table_or_the_lines_below_it(
    library: Library, name: str
) -> None:
    drawing, rest = shown(library, name).split("</svg>")
    labels = re.findall(r"<text[^>]*>(.+?)</text>", drawing)
    assert len(labels) >= 4
    said = set(words(rest))
    assert [word for label in labels for word in words(label) if word not in said] == []


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_described_cites_its_sources_and_has_no_colours_of_its_own(
    library: Library, name: str
) -> None:
    figure = shown(library, name)
    assert f'aria-labelledby="drawing-{name}" aria-describedby="drawing-{name}-words"' in figure
    assert f'id="drawing-{name}"' in figure
    assert f'id="drawing-{name}-words"' in figure
    assert re.findall(r'data-source="([^"]+)"', figure) != []
    assert set(re.findall(r'data-source="([^"]+)"', figure)) == set(PICTURES[name])
    assert not re.search(r'style=|#[0-9a-f]{3,6}\b(?!")|\s(?:fill|stroke|font-size)="', figure)


def test_every_picture_has_a_template_and_a_drawing() -> None:
    drawn = {path.stem for path in (COMPONENTS / "data-picture" / "drawings").glob("*.html")}
    assert drawn == set(PICTURES) == set(pictures.DRAWN) == set(SAID)


def test_the_swing_of_the_pulse_is_that_of_the_study() -> None:
    assert pictures.swing(6, 20, 7.2, 21) == 20
    assert pictures.swing(72, 20, 7.2, 20) == pytest.approx(2)  # 20 decibels a decade are a factor of ten
    assert pictures.swing(14.4, 20, 7.2, 21) == pytest.approx(20 / 2**1.05)


def test_beats_come_closer_as_the_breath_goes_in_and_spread_as_it_goes_out() -> None:
    beats = pictures.beats(6, 20)
    gaps = {start: after - start for (start, _), (after, _) in pairwise(beats)}
    at_the_top = min(
        gaps, key=lambda start: abs(start - 5)
    )  # at six a minute the in-breath ends after five seconds
    at_the_bottom = min(gaps, key=lambda start: abs(start - 10))
    assert gaps[at_the_top] == pytest.approx(60 / 75, abs=0.05)
    assert gaps[at_the_bottom] == pytest.approx(60 / 55, abs=0.05)
    assert len(beats) == pytest.approx(pictures.PULSE * pictures.SECONDS / 60, abs=1)
    level = pictures.beats(6, 0)
    assert {round(after[0] - before[0], 2) for before, after in pairwise(level)} <= {0.92, 0.93}


def test_an_effect_size_becomes_people_by_cohens_u3() -> None:
    assert pictures.better_than_middle(0) == 50
    assert pictures.better_than_middle(0.8) == 79  # 78.8%, as Magnusson's page says
    assert (pictures.better_than_middle(0.35), pictures.better_than_middle(0.14)) == (64, 56)


@pytest.mark.parametrize(("name", "counts"), [("how-big-is-small", (50, 64)), ("meditation-harm", (4, 33))])
def test_the_dots_can_be_counted(library: Library, name: str, counts: tuple[int, int]) -> None:
    meant = re.findall(r'class="data-picture__people[^"]*" d="([^"]+)"', shown(library, name))
    others = re.findall(r'class="data-picture__others" d="([^"]+)"', shown(library, name))
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


def test_the_pictures_are_small_to_fetch(library: Library) -> None:
    assert max(len(gzip.compress(shown(library, name).encode())) for name in PICTURES) < 6000
