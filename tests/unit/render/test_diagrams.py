"""The drawings: each says all that it shows in words, and follows the page's colours and letters."""

import re

from macros.content.macro_calls import DIAGRAMS
from macros.render.context import Context
from macros.render.diagrams import diagram
from macros.render.templates import COMPONENTS
from tests.support.content import library, page

HERE = Context(library({"index.md": page()}), "index.md")
FIGURES = {name: diagram(HERE, name) for name in DIAGRAMS}
OWN_STYLE = re.compile(r'style=|#[0-9a-f]{3,6}\b|\s(?:fill|stroke|font-size)="')
SHIFTED = re.compile(r"\s<tspan")
SPOKEN = re.compile(r'<svg [^>]*role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"')


def words(html: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"<[^>]+>", " ", html).lower())


def unsaid(figure: str) -> set[str]:
    """Words inside the drawing that its list lacks."""
    svg, rest = figure.split("</svg>")
    labels = re.findall(r"<text[^>]*>(.+?)</text>", svg)
    return (
        set(words(" ".join(labels))) - set(words(rest.split("<ul", 1)[1])) if labels else {"no words at all"}
    )


def test_every_word_of_a_drawing_stands_in_its_list_too() -> None:
    assert {name: unsaid(figure) for name, figure in FIGURES.items() if unsaid(figure)} == {}


def test_a_word_that_the_list_lacks_is_seen() -> None:
    assert unsaid("<svg><text>calm</text><text>Not calm</text></svg><ul><li>Calm.</li></ul>") == {"not"}


def test_a_drawing_has_a_name_a_description_and_says_what_kind_of_picture_it_is() -> None:
    nameless = []
    for name, figure in FIGURES.items():
        spoken = SPOKEN.search(figure)
        if not spoken or list(spoken.groups()) != re.findall(r'\sid="([^"]+)"', figure):
            nameless.append(name)
        if not re.search(r'<p class="diagram__title"[^>]*>\s*\w', figure):
            nameless.append(name)
        if "A drawing of the idea, not a measurement.</figcaption>" not in figure:
            nameless.append(name)
    assert nameless == []


def test_a_drawing_has_no_colour_and_no_size_of_letters_of_its_own() -> None:
    assert [name for name, figure in FIGURES.items() if OWN_STYLE.search(figure)] == []


def test_no_space_pushes_the_second_line_of_a_caption_aside() -> None:
    assert [name for name, figure in FIGURES.items() if SHIFTED.search(figure)] == []
    assert SHIFTED.search('<text class="diagram__mid">talk it <tspan x="64" dy="19">over</tspan></text>')


def test_a_drawing_is_small_in_size_and_in_height() -> None:
    sizes = {name: re.findall(r'viewBox="0 0 (\d+) (\d+)"', figure)[0] for name, figure in FIGURES.items()}
    assert {name: size for name, size in sizes.items() if size[0] != "320" or int(size[1]) > 260} == {}
    assert [name for name, figure in FIGURES.items() if len(figure.encode()) > 4000] == []


def test_every_drawing_has_its_name_in_the_list_of_names() -> None:
    assert {path.stem for path in (COMPONENTS / "diagrams" / "drawings").glob("*.html")} == set(DIAGRAMS)
