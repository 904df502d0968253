"""Sharing: the system's sheet, else a copy, else the address; always the page's own
address, without residue."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from macros.publish.quotes import curled
from tests.conftest import ADDRESS
from tests.support.opening import wait_until_drawn

GUIDE, PRACTICE, TERM = "guides/why-boundaries-fail/", "practices/longer-out-breath/", "glossary/vagal-tone/"
SHEET = """window.shared = []; navigator.share = async (what) => {
  window.shared.push(what); if (window.refuse) throw new DOMException("no", window.refuse); };"""
NO_SHEET = "Object.defineProperty(navigator, 'share', { value: undefined });"
COPIES = """Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => {
  if (window.closed_) throw new DOMException("no", "NotAllowedError"); window.copied = text; } } });"""
OpenPage = Callable[..., Page]


def press(page: Page) -> None:
    page.get_by_role("button", name="Share this page").click()


def says(page: Page, words: str, status: str = ".share-button__status") -> None:
    expect(page.locator(status)).to_have_text(words)


def test_the_systems_sheet_gets_the_title_and_the_clean_address(open_page: OpenPage, base_url: str) -> None:
    page = open_page(GUIDE, SHEET, COPIES)
    for address in (GUIDE, PRACTICE, TERM):
        page.goto(f"{base_url}{address}?h=vagus&from=mail#sources")
        press(page)
        [shared] = page.evaluate("window.shared")
        assert shared["url"] == ADDRESS + address
        assert curled(shared["title"])[1:] in page.title()
    page.evaluate("window.refuse = 'AbortError'")  # closed by the reader
    page.evaluate("document.querySelector('share-button').share()")
    assert page.evaluate("window.copied ?? null") is None
    says(page, "")
    page.evaluate("window.refuse = 'NotAllowedError'")
    press(page)
    says(page, "Link copied.")


def test_without_a_sheet_the_link_is_copied_or_shown(open_page: OpenPage, base_url: str) -> None:
    page = open_page(f"{GUIDE}?h=boundary#sources", NO_SHEET, COPIES)
    button = page.get_by_role("button", name="Share this page")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.focus()
    page.keyboard.press("Enter")
    says(page, "Link copied.")
    assert page.evaluate("window.copied") == ADDRESS + GUIDE
    page.evaluate("document.querySelector('link[rel=canonical]').remove()")
    press(page)
    expect(page.locator(".share-button__status")).not_to_have_text("")
    assert page.evaluate("window.copied") == base_url + GUIDE
    page.goto(base_url + TERM)
    page.evaluate("window.closed_ = true")
    press(page)
    says(page, f"Here is the link: {ADDRESS}{TERM}")


def test_without_scripts_the_address_stands_there_and_no_dead_button(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page(GUIDE, java_script_enabled=False)
    for address in (GUIDE, PRACTICE, TERM):
        page.goto(base_url + address)
        expect(page.locator(".share-button__button")).to_be_hidden()
        expect(page.locator(".share-button__address")).to_be_visible()
        says(page, ADDRESS + address, ".share-button__link")


def test_the_sign_beside_a_heading_copies_the_link_to_the_section_and_says_so(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page(GUIDE, COPIES)
    for address in (GUIDE, PRACTICE, "about/privacy/"):
        page.goto(f"{base_url}{address}?h=word")
        link = page.locator(".page-text h2 .headerlink").first
        target = link.get_attribute("href") or ""
        heading = re.sub(r"\s*#$", "", page.locator(".page-text h2:has(.headerlink)").first.inner_text())
        expect(link).to_have_attribute("aria-label", f"Copy the link to “{heading}”")
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        link.click(modifiers=["Control"], force=True)  # meant for a new tab
        wait_until_drawn(page)
        assert page.evaluate("window.copied ?? null") is None
        link.focus()
        page.keyboard.press("Enter")
        says(page, f"Link to “{heading}” copied.", ".share-button-status[role=status]")
        assert page.evaluate("window.copied") == ADDRESS + address + target
        assert page.url.endswith(target)


def test_a_practice_has_one_share_button_and_its_link_carries_what_was_picked(open_page: OpenPage) -> None:
    page = open_page("practices/box-breathing/?h=box", NO_SHEET, COPIES)
    page.wait_for_selector("practice-timer[data-state]")
    expect(page.get_by_role("button", name="Share")).to_have_count(1)
    page.get_by_role("button", name="Without holds").click()
    press(page)
    says(page, "Link copied. It carries what you picked in the timer.")
    assert page.evaluate("window.copied") == ADDRESS + "practices/box-breathing/?pattern=4-0-4-0"


def test_text_is_copied_as_it_is_seen(open_page: OpenPage) -> None:
    page = open_page(GUIDE)
    for what, unseen in (("h2", "#"), ("p:has(.citation)", "source")):
        part = page.locator(f".page-text {what}").first
        assert unseen in (part.text_content() or "")
        copied = part.evaluate(
            "(part) => { getSelection().selectAllChildren(part); return getSelection().toString(); }"
        )
        assert copied
        assert unseen not in copied
