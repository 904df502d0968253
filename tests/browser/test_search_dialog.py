"""The search's dialog: by keyboard, when something fails, in the address, without scripts; nothing typed is
sent. What it finds: tests/site/test_search_matching.py."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import violations
from tests.support.keyboard import keys_kept_from_input_method
from tests.support.layout import narrow
from tests.support.opening import hold, wait_until_drawn, wait_until_ready

Visit = Callable[..., Page]

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
GUIDE, SECTION = "guides/panic-and-the-breath/", "Why can a deep breath make it worse?"
OPENER = ".site-header [data-search-open][role=button]"
DIALOG, INPUT, STATE, STATUS = "dialog.search", ".search__input", ".search__state", ".search__status"
ANSWERS, PANEL, WAYS = ".search__answers .search-answer__link", ".search-danger a", ".search__ways a"
DANGERS = {"chest pain": "help/", "my husband hits me": "help/domestic-abuse/", "suicide": "help/self-harm/"}
INDEX, CODE = "**/search/index*.js", "**/*dialog*.js"


def search(page: Page, words: str) -> None:
    """Opens the search by its key, and puts words in as a dictation does: without a key."""
    page.locator(OPENER).wait_for()
    page.keyboard.press("Control+k")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.insert_text(words)


def test_keys_alone_open_it_lead_to_a_page_and_leave_it(visit: Visit) -> None:
    page = visit("guides/grief/", viewport=DESK)
    opener, field, first = page.locator(OPENER), page.locator(INPUT), page.locator(ANSWERS).first
    expect(opener).to_have_attribute("aria-keyshortcuts", "Control+K")
    expect(opener.locator("kbd")).to_be_visible()
    for letter in "fsk/":
        page.keyboard.press(letter)
    wait_until_drawn(page)
    expect(page.locator(DIALOG)).to_have_count(0)  # no single letter opens it
    for keys in ("Control+k", "Meta+k", "Enter", "Space"):
        opener.focus()
        page.keyboard.press(keys)
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(DIALOG)).to_be_hidden()
        expect(opener).to_be_focused()
    page.evaluate("""document.dispatchEvent(  // the same key, where it writes another letter
      new KeyboardEvent("keydown", { key: "\u043b", code: "KeyK", ctrlKey: true }))""")
    expect(field).to_be_focused()
    page.keyboard.type("wound up")
    expect(first).to_have_text("Hyperarousal")
    assert keys_kept_from_input_method(field) == []
    for key, focused in (("ArrowDown", first), ("ArrowUp", field)):
        page.keyboard.press(key)
        expect(focused).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hyperarousal")


def test_an_answer_says_its_kind_its_name_and_its_first_line(visit: Visit) -> None:
    page = visit("guides/grief/", viewport=PHONE, bypass_csp=True)
    answers, answer = page.locator(ANSWERS), page.locator(".search-answer").first
    kind, line = answer.locator(".search-answer__kind"), answer.locator(".search-answer__line")
    search(page, "square breathing")
    expect(kind).to_have_text("Practice \u00b7 \u201csquare breathing\u201d")
    expect(line).to_contain_text("each for a count of four")
    expect(page.locator(STATUS)).to_contain_text("for \u201csquare breathing\u201d")  # once typing rests
    assert page.locator(DIALOG).bounding_box() == {"x": 0, "y": 0, **PHONE}  # the whole screen of a phone
    page.fill(INPUT, "stress")
    expect(answers).to_have_count(8)
    page.locator(".search__more").click()
    expect(answers.nth(8)).to_be_focused()
    expect(page.locator(".search__more")).to_be_hidden()
    for words, said in (("rumminashun", "No exact match"), ("xqzptlk", "No match"), ("m" * 140, "No match")):
        page.fill(INPUT, words)
        expect(page.locator(STATE)).to_contain_text(said)
        links = [str(way.get_attribute("href")).split("/guide/")[1] for way in page.locator(WAYS).all()]
        assert links == ["tools/find/", "glossary/", "help/"]
        expect(page.locator(WAYS).first).to_be_visible()
    narrow(page)
    assert page.locator(".search__body").evaluate("(box) => box.scrollWidth") <= 320
    for words in ("", "why do i feel numb", "i want to die", "xqzptlk"):
        page.fill(INPUT, words)
        assert violations(page, DIALOG) == []


# ---- Words of danger ----


def test_help_stands_first_before_any_index_has_come_and_leaves_no_trace(visit: Visit) -> None:
    page = visit("guides/grief/", viewport=PHONE)
    waiting = hold(page, INDEX)
    search(page, "chest pain")
    for words, help_page in DANGERS.items():
        page.fill(INPUT, words)
        expect(page.locator(PANEL).first).to_have_attribute("href", re.compile(rf"/guide/{help_page}$"))
        expect(page.locator(STATE)).to_contain_text("Loading search")
    waiting().continue_()
    expect(page.locator(ANSWERS).first).to_be_visible()
    expect(page.locator(".search__body a").first).to_have_class("search-danger__link")
    expect(page.locator(STATUS)).to_contain_text("Help is shown above.")  # later than the address
    assert page.url.endswith("guides/grief/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/help/self-harm/")


# ---- Loading and failing ----


def test_nothing_is_fetched_until_it_is_about_to_open(visit: Visit, base_url: str) -> None:
    page = visit("help/")
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url.removeprefix(f"{base_url}search/")))
    page.mouse.move(5, 300)
    page.reload()
    wait_until_ready(page)
    page.keyboard.press("PageDown")
    wait_until_drawn(page)
    data = re.compile(r"^(index|danger)\.")
    assert [address for address in addresses if data.match(address)] == []
    with page.expect_response(INDEX), page.expect_response("**/search/danger*.js"):
        page.locator(OPENER).hover()
    page.locator(OPENER).click()
    page.keyboard.type("panic")
    expect(page.locator(ANSWERS).first).to_be_visible()
    assert len([address for address in addresses if data.match(address)]) == 2


def test_an_index_that_does_not_come_is_told_and_tried_again(visit: Visit) -> None:
    page = visit("guides/grief/")
    again = page.get_by_role("button", name="Try again")
    page.route(INDEX, lambda route: route.abort())
    search(page, "panic")
    expect(page.locator(STATE)).to_have_text("Search didn't load.")
    expect(page.locator(WAYS).first).to_be_visible()
    page.unroute(INDEX)
    page.route(INDEX, lambda route: route.fulfill(body="var x = 1;"))  # another page in its place
    with page.expect_response(INDEX):
        again.click()
    expect(page.locator(STATE)).to_have_text("Search didn't load.")
    page.unroute(INDEX)
    again.click()
    expect(page.locator(ANSWERS).first).to_be_visible()
    expect(again).to_be_hidden()


def test_where_the_dialog_does_not_come_the_link_leads_on_and_letters_typed_early_are_not_lost(
    visit: Visit,
) -> None:
    page = visit("guides/grief/")
    page.route(CODE, lambda route: route.abort())
    page.locator(OPENER).click()
    page.wait_for_url("**/guide/glossary/")
    page.unroute(CODE)
    waiting = hold(page, CODE)
    page.locator(OPENER).click()
    page.keyboard.type("boxx")
    page.keyboard.press("Backspace")
    page.keyboard.type(" breath")
    waiting().continue_()
    expect(page.locator(INPUT)).to_have_value("box breath")


def test_without_scripts_the_link_leads_to_the_words(visit: Visit) -> None:
    page = visit("guides/grief/", java_script_enabled=False, viewport=PHONE)
    page.locator(".site-header [data-search-open]").click()
    page.wait_for_url("**/guide/glossary/")
    expect(page.locator(".glossary-index__term a").first).to_be_visible()


# ---- The address ----


def test_the_address_carries_the_words_after_the_hash_and_back_shows_them_again(
    visit: Visit, base_url: str
) -> None:
    page = visit(f"{GUIDE}#sources")
    before = page.evaluate("history.length")
    search(page, "box breathing")
    page.wait_for_url(f"{base_url}{GUIDE}#search=box+breathing")
    assert page.evaluate("history.length") == before
    page.get_by_role("button", name="Close").click()
    page.wait_for_url(f"{base_url}{GUIDE}#sources")
    search(page, "box breathing")
    page.wait_for_url(f"{base_url}{GUIDE}#search=box+breathing")
    page.locator(ANSWERS).first.click()
    page.wait_for_url("**/practices/box-breathing/")
    page.go_back()
    expect(page.locator(ANSWERS).first).to_have_text("Box breathing (4-4-4-4)")
    expect(page.locator(INPUT)).to_have_value("box breathing")
    page.fill(INPUT, SECTION)
    expect(page.locator(".search-answer__line b").first).to_have_text(SECTION)
    page.locator(ANSWERS).first.click()  # a place on the same page
    page.wait_for_url(f"{base_url}{GUIDE}#why-can-a-deep-breath-make-it-worse")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.get_by_role("heading", name=SECTION)).to_be_in_viewport()


@pytest.mark.parametrize("address", ["?q=wound+up", "#search=wound%20up"])
def test_a_shared_address_and_an_old_one_show_what_they_ask_for(visit: Visit, address: str) -> None:
    page = visit(f"guides/grief/{address}")
    expect(page.locator(ANSWERS).first).to_have_text("Hyperarousal")
    page.wait_for_url(re.compile(r"guides/grief/#search=wound(\+|%20)up$"))
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("guides/grief/$"))


def test_nothing_that_is_typed_or_felt_is_ever_sent(visit: Visit, base_url: str) -> None:
    page = visit()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    search(page, "secret words")
    page.wait_for_url(re.compile("#search=secret"))
    page.reload()
    for path in ("glossary/", "about/popular-claims/"):
        page.goto(base_url + path)
        page.fill(".glossary-filter__input", "secret words")
        page.wait_for_url(re.compile("#q=secret"))
        page.reload()
    page.goto(f"{base_url}tools/find/")
    page.locator("label", has_text="worried").click()
    page.wait_for_url(re.compile("#feel=worried"))
    page.reload()
    private = re.compile(r"\?|secret|worried")
    assert len(sent) > 8
    assert [line for line in sent if not line.startswith(f"GET {base_url}") or private.search(line)] == []
