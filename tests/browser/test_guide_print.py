"""A guide on paper: its text and its sources with their addresses, and nothing that only a screen can use."""

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page

from macros.content.library import Library
from tests.support.pages import BuiltPage
from tests.support.paper import SIZES, printed, sheets, squeezed

SLUG = "what-slow-breathing-does"  # has every part that a guide can have, safety lines and sources among them
GUIDE = f"guides/{SLUG}/"
MOST_SHEETS = {"guides": 6, "help": 2, "now": 1}  # of a guide, the help page, the page for the worst minute
FRAME = ("Get help now", "On this page", "Share this page", "Previous guide", "Next guide", "About 1")
ONLY_ON_SCREEN = (*FRAME, "Start", "Full screen", "Another practice", "back 1", "Findings and limits")


def headings_left_behind(texts: Sequence[str], library: Library) -> list[str]:
    """Headings of the guide that stand at the end of a sheet, away from their text."""
    body = library.pages[f"guides/{SLUG}.md"].body
    headings = {squeezed(heading) for heading in re.findall(r"^##+ (.+)$", body, re.M)}
    assert len(headings) > 5
    last_lines = [squeezed(text.strip().splitlines()[-1]) for text in texts if text.strip()]
    return [line for line in last_lines if line in headings]


@pytest.mark.parametrize("size", SIZES)
def test_a_guide_prints_its_text_and_its_sources_and_nothing_that_only_a_screen_can_use(
    shared_page: Callable[..., Page], library: Library, size: str
) -> None:
    texts = [sheet.extract_text() for sheet in sheets(shared_page(GUIDE), size)]
    text = squeezed("".join(texts))
    cited = [library.data.sources[key] for key in library.cited(f"guides/{SLUG}.md")]
    assert cited
    for source in cited:
        assert squeezed(source.title) in text
        assert squeezed(source.link or "") in text
    lines = [line.strip() for sheet in texts for line in sheet.splitlines()]
    assert [word for word in ONLY_ON_SCREEN if any(line.startswith(word) for line in lines)] == []
    assert any(line.startswith("Before you start") for line in lines)  # the safety lines are
    assert headings_left_behind(texts, library) == []


def test_paper_is_not_wasted(shared_page: Callable[..., Page], pages: dict[str, BuiltPage]) -> None:
    guides = [address for address in pages if re.fullmatch(r"guides/[^/]+/", address)]
    longest = sorted(guides, key=lambda address: len(pages[address].text))[-3:]
    counts = {address: len(sheets(shared_page(address))) for address in (*longest, "help/", "now/")}
    assert [place for place, count in counts.items() if count > MOST_SHEETS[place.split("/")[0]]] == []


def test_without_scripts_paper_has_what_is_folded_too(
    shared_page: Callable[..., Page], library: Library
) -> None:
    text = squeezed(printed(shared_page(GUIDE, java_script_enabled=False)))
    for key in library.cited(f"guides/{SLUG}.md"):
        assert squeezed(library.data.sources[key].title) in text, key


def test_a_heading_cut_from_its_text_is_seen(shared_page: Callable[..., Page], library: Library) -> None:
    page = shared_page(GUIDE)
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".page h2 { break-after: page !important }");
      document.adoptedStyleSheets = [sheet];
    }""")
    assert headings_left_behind([sheet.extract_text() for sheet in sheets(page)], library)


def test_a_preview_before_the_print_leaves_the_folds_as_they_were(shared_page: Callable[..., Page]) -> None:
    page = shared_page(GUIDE)
    shut = page.locator("details:not([open])")
    before = shut.count()
    assert before
    for name in ("beforeprint", "beforeprint"):
        page.evaluate("(name) => dispatchEvent(new Event(name))", name)
    assert shut.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shut.count() == before
