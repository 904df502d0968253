"""A guide on paper: its text and its sources with their addresses, and nothing that only a screen can use."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.content.library import Library

GUIDES = ("what-slow-breathing-does", "why-boundaries-fail")
WORDS_A_SHEET = 300  # fewer than this on average is paper wasted
FRAME = ("Get help now", "On this page", "Share this page", "Before this", "Next on the path", "About 1")
ONLY_ON_SCREEN = (*FRAME, "Start", "Full screen", "Another practice", "back 1", "Findings and limits")


def squeezed(text: str) -> str:
    """Letters and digits alone: a PDF keeps no reliable spaces, and print sets other quotation marks."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.fixture
def sheets(new_page: Callable[..., Page], base_url: str) -> Callable[[str, str], list[str]]:
    """Text of each sheet of a guide, printed by a real browser."""

    def printed(slug: str, size: str) -> list[str]:
        page = new_page()
        page.goto(f"{base_url}guides/{slug}/")
        page.evaluate("document.fonts.ready")
        return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format=size))).pages]

    return printed


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("slug", GUIDES)
def test_a_guide_prints_with_its_sources_and_their_addresses(
    sheets: Callable[[str, str], list[str]], library: Library, slug: str, size: str
) -> None:
    printed = sheets(slug, size)
    text = squeezed("".join(printed))
    cited = library.cited(f"guides/{slug}.md")
    assert cited
    for key in cited:
        source = library.data.sources[key]
        assert squeezed(source.title) in text, key
        assert squeezed(source.link or "") in text, key
    assert len(printed) <= sum(len(sheet.split()) for sheet in printed) / WORDS_A_SHEET


@pytest.mark.parametrize("slug", GUIDES)
def test_nothing_is_printed_that_only_a_screen_can_use(
    sheets: Callable[[str, str], list[str]], library: Library, slug: str
) -> None:
    lines = [line.strip() for sheet in sheets(slug, "A4") for line in sheet.splitlines()]
    assert [word for word in ONLY_ON_SCREEN if any(line.startswith(word) for line in lines)] == []
    assert any(line.startswith("Before you start") for line in lines)  # the safety lines are


@pytest.mark.parametrize("slug", GUIDES)
def test_no_sheet_ends_with_a_heading(
    sheets: Callable[[str, str], list[str]], new_page: Callable[..., Page], base_url: str, slug: str
) -> None:
    page = new_page()
    page.goto(f"{base_url}guides/{slug}/")
    headings = {squeezed(text) for text in page.locator(".page :is(h1, h2, h3)").all_inner_texts()}
    last = [squeezed(sheet.strip().splitlines()[-1]) for sheet in sheets(slug, "A4")]
    assert len(headings) > 5
    assert [line for line in last if line in headings] == []
