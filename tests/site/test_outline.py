"""What a screen reader steers by, on every finished page: headings, landmarks, titles of their own."""

import re
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.support.pages import BuiltPage, words

# Sectioning elements inside which a header or footer is no landmark of the page.
SECTIONS = {"article", "aside", "main", "nav", "section"}
ROLES = {"main": "main", "nav": "navigation", "aside": "complementary"}
OUTER_ROLES = {"header": "banner", "footer": "contentinfo"}
LANDMARKS = {*ROLES.values(), *OUTER_ROLES.values(), "search", "region"}
TWINS = {("navigation", "Main")}  # printed twice, of which each width shows one (partials/places.html)


@pytest.fixture(scope="module")
def every_page(site: Path, pages: dict[str, BuiltPage]) -> dict[str, BuiltPage]:
    """All finished pages, those for framing and for paper too, and the page for what is not found."""
    return {**pages, "404.html": BuiltPage(site / "404.html", "404.html")}


def heading_faults(root: Element) -> list[str]:
    """No h1 or several, a level left out, a heading without words."""
    headings = [element for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    levels = [int(heading.tag[1]) for heading in headings]
    faults = [] if levels.count(1) == 1 else [f"{levels.count(1)} h1"]
    for before, level, heading in zip([0, *levels], levels, headings, strict=False):
        # One that is announced when it changes gets its words from a script.
        if not words(heading) and not heading.get("aria-live"):
            faults.append(f"h{level} without words")
        if level > before + 1:
            faults.append(f"h{level} after h{before}: {words(heading)}")
    return faults


def landmarks(root: Element) -> list[tuple[str, str]]:
    """Role and name of each landmark, in order; its name is its label, or the words of what labels it."""
    elements = {element.get("id"): element for element in root.iter()}
    regions: list[tuple[str, str]] = []

    def visit(element: Element, inside: bool) -> None:
        for child in element:
            tag = str(child.tag)
            role = child.get("role") or ROLES.get(tag) or ("" if inside else OUTER_ROLES.get(tag, ""))
            if role in LANDMARKS:
                label = elements.get(child.get("aria-labelledby", "-"))
                name = child.get("aria-label") or (words(label) if label is not None else "")
                regions.append((role, name))
            visit(child, inside or tag in SECTIONS)

    visit(root, False)
    return regions


def landmark_faults(root: Element, framed: bool) -> list[str]:
    """Not one main; in the site's frame not one bar and one footer; two alike that no name tells apart."""
    regions = landmarks(root)
    roles = Counter(role for role, _ in regions)
    wanted = {"main": 1, **({"banner": 1, "contentinfo": 1} if framed else {})}
    faults = [f"{roles[role]} of {role}" for role, count in wanted.items() if roles[role] != count]
    return faults + [
        f"{role} {name!r} twice"
        for (role, name), count in Counter(regions).items()
        if count > 1 + ((role, name) in TWINS)
    ]


def test_headings_are_in_order_and_one_is_first(every_page: dict[str, BuiltPage]) -> None:
    assert {
        page.address: faults for page in every_page.values() if (faults := heading_faults(page.root))
    } == {}


def test_each_page_has_its_landmarks_and_no_two_alike(every_page: dict[str, BuiltPage]) -> None:
    faults_by_page = {
        address: landmark_faults(page.root, not address.startswith(("embed/", "print/")))
        for address, page in every_page.items()
    }
    assert {address: faults for address, faults in faults_by_page.items() if faults} == {}


def test_every_page_says_its_language_and_has_a_title_of_its_own(every_page: dict[str, BuiltPage]) -> None:
    titles = Counter(page.root.findtext("./head/title") or "" for page in every_page.values())
    assert [title for title, count in titles.items() if count > 1 or len(title) < 10] == []
    assert {page.root.get("lang") for page in every_page.values()} <= {"en", "en-GB"}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<h1>a</h1><h3>b</h3>", "h3 after h1"),
        ("<h2>b</h2>", "0 h1"),
        ("<h1>a</h1><h1>b</h1>", "2 h1"),
        ("<h1>a</h1><h2> </h2>", "h2 without words"),
        ("<h1>a</h1>", "0 of main"),
        ("<header></header><main><h1>a</h1></main>", "0 of contentinfo"),
        ("<main><h1>a</h1></main><nav></nav><nav></nav>", "navigation '' twice"),
    ],
)
def test_planted_faults_are_seen(html: str, fault: str) -> None:
    root = html5lib.parse(f"<!doctype html><title>x</title>{html}", namespaceHTMLElements=False)
    assert any(fault in message for message in [*heading_faults(root), *landmark_faults(root, True)])
