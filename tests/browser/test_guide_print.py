"""A guide on paper: its text and its sources with their addresses, and nothing that only a screen can use."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.content.library import Library

Sheets = Callable[..., list[str]]
GUIDES = ("what-slow-breathing-does", "why-boundaries-fail")
MOST_SHEETS = {
    "guides": 6,
    "help": 2,
    "now": 1,
}  # of a guide, of the help page, of the page for the worst minute
FRAME = ("Get help now", "On this page", "Share this page", "Previous guide", "Next guide", "About 1")
ONLY_ON_SCREEN = (*FRAME, "Start", "Full screen", "Another practice", "back 1", "Findings and limits")


def squeezed(text: str) -> str:
    """Letters and digits alone: a PDF keeps no reliable spaces, and print sets other quotation marks."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.fixture
def sheets(new_page: Callable[..., Page], base_url: str) -> Sheets:
    """Text of each sheet of a guide, printed by a real browser, with a style of the
    test's own if one is given."""

    def printed(slug: str, size: str = "A4", style: str = "/* none */") -> list[str]:
        page = new_page(bypass_csp=True)
        page.goto(f"{base_url}guides/{slug}/")
        page.add_style_tag(content=style)
        page.evaluate("document.fonts.ready")
        return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format=size))).pages]

    return printed


def headings_left_behind(sheets: list[str], library: Library, slug: str) -> list[str]:
    """Second headings of a guide that stand at the end of a sheet, away from their text."""
    headings = {
        squeezed(heading)
        for heading in re.findall(r"^##+ (.+)$", library.pages[f"guides/{slug}.md"].body, re.M)
    }
    assert len(headings) > 5
    last_lines = [squeezed(sheet.strip().splitlines()[-1]) for sheet in sheets if sheet.strip()]
    return [line for line in last_lines if line in headings]


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("slug", GUIDES)
def test_a_guide_prints_its_text_and_its_sources_and_nothing_that_only_a_screen_can_use(
    sheets: Sheets, library: Library, slug: str, size: str
) -> None:
    printed = sheets(slug, size)
    text = squeezed("".join(printed))
    cited = library.cited(f"guides/{slug}.md")
    assert cited
    for key in cited:
        source = library.data.sources[key]
        assert squeezed(source.title) in text, key
        assert squeezed(source.link or "") in text, key
    lines = [line.strip() for sheet in printed for line in sheet.splitlines()]
    assert [word for word in ONLY_ON_SCREEN if any(line.startswith(word) for line in lines)] == []
    assert any(line.startswith("Before you start") for line in lines)  # the safety lines are
    assert headings_left_behind(printed, library, slug) == []


def test_paper_is_not_wasted(new_page: Callable[..., Page], base_url: str, addresses: list[str]) -> None:
    page = new_page()
    guides = [address for address in addresses if re.fullmatch(r"guides/[^/]+/", address)]
    too_long = {}
    for address in [*guides, "help/", "now/"]:
        page.goto(base_url + address)
        page.evaluate("document.fonts.ready")
        sheets = len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
        if sheets > MOST_SHEETS[address.split("/")[0]]:
            too_long[address] = sheets
    assert too_long == {}


def test_without_scripts_paper_has_what_is_folded_too(
    new_page: Callable[..., Page], base_url: str, library: Library
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{base_url}guides/{GUIDES[0]}/")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = squeezed("".join(sheet.extract_text() for sheet in sheets))
    for key in library.cited(f"guides/{GUIDES[0]}.md"):
        assert squeezed(library.data.sources[key].title) in text, key


def test_a_heading_cut_from_its_text_is_seen(sheets: Sheets, library: Library) -> None:
    printed = sheets(GUIDES[0], style=".page h2 { break-after: page !important }")
    assert headings_left_behind(printed, library, GUIDES[0])


def test_a_preview_before_the_print_leaves_the_folds_as_they_were(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.goto(f"{base_url}guides/{GUIDES[0]}/")
    shut = page.locator("details:not([open])")
    before = shut.count()
    assert before
    for name in ("beforeprint", "beforeprint"):
        page.evaluate("(name) => dispatchEvent(new Event(name))", name)
    assert shut.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shut.count() == before
