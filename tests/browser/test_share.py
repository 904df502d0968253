"""Sharing: the system's sheet, else a copy, else the address; always the page's own
address, without residue."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.publish.quotes import curled
from tests.conftest import ADDRESS
from tests.support.opening import wait_until, wait_until_drawn

PAGES = ("guides/why-boundaries-fail/", "practices/longer-out-breath/", "glossary/vagal-tone/")
SHEET = """window.shared = []; navigator.share = async (what) => {
  window.shared.push(what); if (window.refuse) throw new DOMException("no", window.refuse); };"""
NO_SHEET = "Object.defineProperty(navigator, 'share', { value: undefined });"
COPIES = """Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => {
  if (window.closed_) throw new DOMException("no", "NotAllowedError"); window.copied = text; } } });"""


@pytest.fixture
def open_page(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens an address in a browser that has what `scripts` give it."""

    def opened(address: str, *scripts: str, **options: object) -> Page:
        page = new_page(**options)
        for script in scripts:
            page.add_init_script(script)
        page.goto(base_url + address)
        return page

    return opened


def press(page: Page) -> None:
    page.get_by_role("button", name="Share this page").click()


def said(page: Page) -> str:
    """What the status of the button says, once it says something."""
    status = page.locator(".share-button__status")
    wait_until(page, "document.querySelector('.share-button__status').textContent !== ''")
    return status.inner_text()


@pytest.mark.parametrize("address", PAGES)
def test_the_systems_sheet_gets_the_title_and_the_clean_address(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(f"{address}?h=vagus&from=mail#sources", SHEET, COPIES)
    press(page)
    [shared] = page.evaluate("window.shared")
    assert shared["url"] == ADDRESS + address
    assert curled(shared["title"])[1:] in page.title()
    assert page.evaluate("window.copied ?? null") is None


def test_without_a_sheet_the_link_is_copied_and_told(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{PAGES[0]}?h=boundary", NO_SHEET, COPIES)
    press(page)
    assert said(page) == "Link copied."
    assert page.evaluate("window.copied") == ADDRESS + PAGES[0]


def test_where_nothing_can_be_copied_the_address_is_shown(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES[2], NO_SHEET, COPIES, "window.closed_ = true")
    press(page)
    assert said(page) == f"Here is the link: {ADDRESS}{PAGES[2]}"


def test_a_sheet_that_fails_leads_to_a_copy_and_one_that_is_closed_to_nothing(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(PAGES[1], SHEET, COPIES, "window.refuse = 'NotAllowedError'")
    press(page)
    assert said(page) == "Link copied."
    page = open_page(PAGES[1], SHEET, COPIES, "window.refuse = 'AbortError'")
    page.evaluate("document.querySelector('share-button').share()")
    assert page.evaluate("window.copied ?? null") is None
    assert page.locator(".share-button__status").inner_text() == ""


def test_without_a_canonical_link_the_bars_address_is_shared_clean(
    open_page: Callable[..., Page], base_url: str
) -> None:
    page = open_page(f"{PAGES[0]}?from=x#sources", NO_SHEET, COPIES)
    page.evaluate("document.querySelector('link[rel=canonical]').remove()")
    press(page)
    said(page)
    assert page.evaluate("window.copied") == base_url + PAGES[0]


@pytest.mark.parametrize("address", PAGES)
def test_without_scripts_the_address_stands_there_and_no_dead_button(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(address, java_script_enabled=False)
    assert page.locator(".share-button__button").is_hidden()
    assert page.locator(".share-button__link").inner_text() == ADDRESS + address
    assert page.locator(".share-button__address").is_visible()


def test_the_button_works_by_keyboard_and_is_large_enough(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES[0], NO_SHEET, COPIES)
    button = page.get_by_role("button", name="Share this page")
    button.focus()
    page.keyboard.press("Enter")
    assert said(page) == "Link copied."
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44


@pytest.mark.parametrize("address", [*PAGES, "about/privacy/"])
def test_the_sign_beside_a_heading_copies_the_link_to_the_section_and_says_so(
    open_page: Callable[..., Page], address: str
) -> None:
    page = open_page(f"{address}?h=word", COPIES)
    link = page.locator(".page-text h2 .headerlink").first
    target = link.get_attribute("href") or ""
    heading = re.sub(r"\s*#$", "", page.locator(".page-text h2:has(.headerlink)").first.inner_text())
    expect(link).to_have_attribute("aria-label", f"Copy the link to “{heading}”")
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    status = page.locator(".share-button-status")
    wait_until(page, "document.querySelector('.share-button-status')?.textContent > ''")
    assert status.get_attribute("role") == "status"
    assert status.inner_text() == f"Link to “{heading}” copied."
    assert page.evaluate("window.copied") == ADDRESS + address + target
    assert page.url.endswith(target)


def test_a_press_meant_for_a_new_tab_copies_nothing(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGES[0], COPIES)
    page.locator(".page-text h2 .headerlink").first.click(modifiers=["Control"], force=True)
    wait_until_drawn(page)
    assert page.evaluate("window.copied ?? null") is None


def test_a_practice_has_one_share_button_and_its_link_carries_what_was_picked(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("practices/box-breathing/?h=box", NO_SHEET, COPIES)
    page.wait_for_selector("practice-timer[data-state]")
    expect(page.get_by_role("button", name="Share")).to_have_count(1)
    page.get_by_role("button", name="Without holds").click()
    press(page)
    assert said(page) == "Link copied. It carries what you picked in the timer."
    assert page.evaluate("window.copied") == ADDRESS + "practices/box-breathing/?pattern=4-0-4-0"


@pytest.mark.parametrize(
    ("what", "unseen"), [("h2", "#"), ("p:has(.citation)", "source")], ids=["heading", "citation"]
)
def test_text_is_copied_as_it_is_seen(open_page: Callable[..., Page], what: str, unseen: str) -> None:
    part = open_page(PAGES[0]).locator(f".page-text {what}").first
    assert unseen in (part.text_content() or "")
    copied = part.evaluate("""(part) => {
      getSelection().selectAllChildren(part);
      return getSelection().toString();
    }""")
    assert copied
    assert unseen not in copied
