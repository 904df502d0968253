"""The search's dialog: by keyboard, when something fails, in the address, without
scripts; nothing typed is sent."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.axe import violations
from tests.support.opening import wait_until_drawn, wait_until_ready

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
OPENER = ".site-header [data-search-open]"
DIALOG, INPUT, STATE = "dialog.search", ".search__input", ".search__state"
ANSWERS, PANEL = ".search__answers .search-answer__link", ".search-danger a"
INDEX = "**/search/index*.js"


@pytest.fixture
def opened(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """`opened("guides/grief/", viewport=PHONE)`: a page; an error in its scripts fails the test."""
    faults: list[str] = []

    def make(path: str = "guides/grief/", **options: object) -> Page:
        page = new_page(**options)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(base_url + path)
        return page

    yield make
    assert faults == []


def wait_for_index(page: Page) -> None:
    """Until the search is open and its index has come, or has failed: that takes its
    time on a busy machine."""
    page.locator(INPUT).wait_for(timeout=60_000)
    expect(page.locator(STATE)).not_to_contain_text("Getting", timeout=60_000)


def search(page: Page, words: str, *, ready: bool = True) -> None:
    """Opens the search by its key, once the page minds it, and puts words in as a
    dictation does: without a key.

    With `ready`, waits for the index.
    """
    expect(page.locator(OPENER)).to_have_attribute("role", "button")
    page.keyboard.press("Control+k")
    page.locator(INPUT).wait_for()
    page.keyboard.insert_text(words)
    if ready:
        wait_for_index(page)


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "Enter", "Space"])
def test_keys_alone_open_it_lead_to_a_page_and_leave_it(opened: Callable[..., Page], keys: str) -> None:
    page = opened()
    expect(page.locator(OPENER)).to_have_attribute("role", "button")
    page.locator(OPENER).focus()
    page.keyboard.press(keys)
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("wound up")
    wait_for_index(page)
    expect(page.locator(ANSWERS).first).to_have_text("Hyperarousal")
    page.keyboard.press("ArrowDown")
    expect(page.locator(ANSWERS).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator(OPENER)).to_be_focused()
    page.keyboard.press("Control+k")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hyperarousal")


def test_no_single_letter_opens_it_and_its_key_is_shown(opened: Callable[..., Page]) -> None:
    page = opened(viewport=DESK)
    expect(page.locator(OPENER)).to_have_attribute("aria-keyshortcuts", "Control+K")
    expect(page.locator(f"{OPENER} kbd")).to_be_visible()
    for letter in "fsk/":
        page.keyboard.press(letter)
    assert page.locator(f"{DIALOG}[open]").count() == 0


def test_its_key_is_the_same_where_the_keyboard_writes_other_letters(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(OPENER)).to_have_attribute("role", "button")
    page.evaluate("""document.dispatchEvent(
      new KeyboardEvent("keydown", { key: "\u043b", code: "KeyK", ctrlKey: true }))""")
    expect(page.locator(f"{DIALOG}[open]")).to_be_visible()


@pytest.mark.parametrize(
    "sign", ["isComposing: true", "keyCode: 229"]
)  # the second in Safari, for the last key
@pytest.mark.parametrize("path", ["guides/grief/", "glossary/"])
def test_keys_that_choose_a_word_of_an_input_method_are_left_to_it(
    opened: Callable[..., Page], path: str, sign: str
) -> None:
    page = opened(path)
    field = page.locator(INPUT if path == "guides/grief/" else ".glossary-filter__input")
    if path == "guides/grief/":
        search(page, "vagus")
    else:
        field.fill("vagus")
        expect(page.locator(".glossary-filter__results a").first).to_be_visible(timeout=60_000)
    for key in ("ArrowDown", "Escape"):
        taken = field.evaluate(f"""(field) => !field.dispatchEvent(new KeyboardEvent("keydown",
          {{ key: "{key}", bubbles: true, cancelable: true, {sign} }}))""")
        assert not taken, key
    expect(field).to_be_focused()
    expect(field).to_have_value("vagus")


def test_words_that_come_without_a_key_are_searched(opened: Callable[..., Page]) -> None:
    page = opened(viewport=PHONE)
    search(page, "box breathing")
    expect(page.locator(ANSWERS).first).to_have_text("Box breathing (4-4-4-4)")


def test_letters_typed_before_the_field_is_there_are_not_lost(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(OPENER)).to_have_attribute("role", "button")
    late: list[Route] = []
    page.route("**/*dialog*.js", lambda route: late.append(route) or None)  # type: ignore[func-returns-value]
    page.locator(OPENER).click()
    page.keyboard.type("boxx")
    page.keyboard.press("Backspace")
    page.keyboard.type(" breath")
    for route in late:
        route.continue_()
    expect(page.locator(INPUT)).to_have_value("box breath", timeout=30_000)


def test_an_answer_says_its_kind_its_name_and_its_first_line(opened: Callable[..., Page]) -> None:
    page = opened()
    search(page, "square breathing")
    answer = page.locator(".search-answer").first
    expect(answer.locator(".search-answer__kind")).to_have_text(
        "Practice \u00b7 \u201csquare breathing\u201d"
    )
    expect(answer.locator(".search-answer__line")).to_contain_text("each for a count of four")
    page.locator(INPUT).fill("Why can a deep breath make it worse?")
    section = page.locator(".search-answer").first
    expect(section.locator(".search-answer__line b")).to_have_text("Why can a deep breath make it worse?")
    section.locator("a").click()
    page.wait_for_url("**/guides/panic-and-the-breath/#why-can-a-deep-breath-make-it-worse")


def test_a_place_on_the_same_page_shuts_it_and_is_gone_to(opened: Callable[..., Page]) -> None:
    page = opened("guides/panic-and-the-breath/")
    search(page, "Why can a deep breath make it worse?")
    page.locator(ANSWERS).first.click()
    page.wait_for_url("**/guides/panic-and-the-breath/#why-can-a-deep-breath-make-it-worse")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.get_by_role("heading", name="Why can a deep breath make it worse?")).to_be_in_viewport()


def test_eight_answers_are_shown_and_the_rest_on_request(opened: Callable[..., Page]) -> None:
    page = opened()
    search(page, "stress")
    expect(page.locator(ANSWERS)).to_have_count(8)
    page.locator(".search__more").click()
    expect(page.locator(ANSWERS).nth(8)).to_be_focused()
    expect(page.locator(".search__more")).to_be_hidden()


@pytest.mark.parametrize(("words", "said"), [("xqzptlk", "No match"), ("rumminashun", "No exact match")])
def test_an_empty_result_leads_on(opened: Callable[..., Page], words: str, said: str) -> None:
    page = opened()
    search(page, words)
    expect(page.locator(STATE)).to_contain_text(said)
    ways = page.locator(".search__ways a")
    expect(ways.first).to_be_visible()
    assert [str(way.get_attribute("href")).split("/guide/")[1] for way in ways.all()] == [
        "tools/find/",
        "glossary/",
        "help/",
    ]


def test_the_count_is_said_once_typing_rests(opened: Callable[..., Page]) -> None:
    page = opened()
    search(page, "fawn")
    expect(page.locator(".search__status")).to_contain_text("for \u201cfawn\u201d")


# ---- Words of danger ----


@pytest.mark.parametrize(
    ("words", "page_of_help"),
    [
        ("i want to die", "help/self-harm/"),
        ("my husband hits me", "help/domestic-abuse/"),
        ("chest pain", "help/"),
    ],
)
def test_help_stands_first_before_any_index_has_come(
    opened: Callable[..., Page], words: str, page_of_help: str
) -> None:
    page = opened()
    waiting: list[Route] = []
    page.route(INDEX, lambda route: waiting.append(route) or None)  # type: ignore[func-returns-value]
    search(page, words, ready=False)
    first = page.locator(PANEL).first
    expect(first).to_be_visible()
    expect(page.locator(STATE)).to_contain_text("Loading search")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/guide/{page_of_help}")
    assert len(waiting) == 1


def test_help_stands_above_the_answers_and_is_said(opened: Callable[..., Page]) -> None:
    page = opened(viewport=PHONE)
    search(page, "suicide")
    expect(page.locator(ANSWERS).first).to_be_visible()
    panel, answer = page.locator(PANEL).first.bounding_box(), page.locator(ANSWERS).first.bounding_box()
    assert panel and answer and panel["y"] + panel["height"] <= answer["y"]  # noqa: PT018
    expect(page.locator(".search__status")).to_contain_text("Help is shown above.")


def test_words_of_danger_stay_out_of_the_address_and_the_history(opened: Callable[..., Page]) -> None:
    page = opened()
    search(page, "my husband hits me")
    expect(page.locator(PANEL).first).to_be_visible()
    expect(page.locator(".search__status")).to_contain_text("Help is shown above.")  # later than the address
    assert page.url.endswith("guides/grief/")


# ---- Loading and failing ----


def test_nothing_is_fetched_until_it_is_about_to_open(opened: Callable[..., Page], base_url: str) -> None:
    page = opened("help/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(base_url)))
    page.mouse.move(5, 300)
    page.reload()
    wait_until_ready(page)
    page.keyboard.press("PageDown")
    wait_until_drawn(page)
    assert [path for path in fetched if path.startswith("search/")] == []
    expect(page.locator(OPENER)).to_have_attribute("role", "button")
    with page.expect_response(INDEX), page.expect_response("**/search/danger*.js"):
        page.locator(OPENER).hover()
    page.locator(OPENER).click()
    page.keyboard.type("panic")
    wait_for_index(page)
    expect(page.locator(ANSWERS).first).to_be_visible()
    assert sorted(path.split(".")[0] for path in fetched if path.startswith("search/")) == [
        "search/danger",
        "search/index",
    ]


@pytest.mark.parametrize("fault", ["cut", "another page"])
def test_an_index_that_does_not_come_is_told_and_tried_again(opened: Callable[..., Page], fault: str) -> None:
    page = opened()
    page.route(INDEX, lambda route: route.abort() if fault == "cut" else route.fulfill(body="var x = 1;"))
    search(page, "panic")
    expect(page.locator(STATE)).to_have_text("Search didn't load.")
    expect(page.locator(".search__ways a").first).to_be_visible()
    page.unroute(INDEX)
    page.get_by_role("button", name="Try again").click()
    wait_for_index(page)
    expect(page.locator(ANSWERS).first).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


def test_where_the_dialog_itself_does_not_come_the_link_leads_on(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(OPENER)).to_have_attribute("role", "button")
    page.route("**/*dialog*.js", lambda route: route.abort())
    page.locator(OPENER).click()
    page.wait_for_url("**/guide/glossary/")


def test_without_scripts_the_link_leads_to_the_words(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False, viewport=PHONE)
    page.locator(OPENER).click()
    page.wait_for_url("**/guide/glossary/")
    expect(page.locator(".glossary-index__term a").first).to_be_visible()


# ---- The address ----


def test_the_address_carries_the_words_after_the_hash_and_back_shows_them_again(
    opened: Callable[..., Page],
) -> None:
    page = opened("guides/grief/#sources")
    before = page.evaluate("history.length")
    search(page, "box breathing")
    page.wait_for_url(re.compile(r"guides/grief/#search=box\+breathing$"))
    assert page.evaluate("history.length") == before
    page.locator(ANSWERS).first.click()
    page.wait_for_url("**/practices/box-breathing/")
    page.go_back()
    wait_for_index(page)
    expect(page.locator(INPUT)).to_have_value("box breathing")
    expect(page.locator(ANSWERS).first).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"guides/grief/$"))


def test_closing_brings_the_address_back(opened: Callable[..., Page]) -> None:
    page = opened("guides/grief/#sources")
    search(page, "fawn")
    page.wait_for_url(re.compile("#search=fawn$"))
    page.get_by_role("button", name="Close").click()
    page.wait_for_url(re.compile(r"guides/grief/#sources$"))


@pytest.mark.parametrize("address", ["?q=wound+up", "#search=wound%20up"])
def test_a_shared_address_and_an_old_one_show_what_they_ask_for(
    opened: Callable[..., Page], address: str
) -> None:
    page = opened(f"guides/grief/{address}")
    wait_for_index(page)
    expect(page.locator(ANSWERS).first).to_have_text("Hyperarousal")
    page.wait_for_url(re.compile(r"guides/grief/#search=wound(\+|%20)up$"))


def test_nothing_that_is_typed_or_felt_is_ever_sent(opened: Callable[..., Page], base_url: str) -> None:
    page = opened("")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    page.locator(OPENER).click()
    page.keyboard.type("secret words")
    page.wait_for_url(re.compile("#search=secret"))
    page.reload()
    for path, field in (
        ("glossary/", ".glossary-filter__input"),
        ("about/popular-claims/", ".glossary-filter__input"),
    ):
        page.goto(base_url + path)
        page.locator(field).fill("secret words")
        page.wait_for_url(re.compile("#q=secret"))
        page.reload()
    page.goto(base_url + "tools/find/")
    page.locator("label", has_text="worried").click()
    page.wait_for_url(re.compile("#feel=worried"))
    page.reload()
    assert [
        entry
        for entry in sent
        if not entry.startswith(f"GET {base_url}") or "?" in entry or "secret" in entry
    ] == []


# ---- How it looks ----


def test_on_a_phone_it_takes_the_whole_screen(opened: Callable[..., Page]) -> None:
    page = opened(viewport=PHONE)
    search(page, "sleep")
    expect(page.locator(ANSWERS).first).to_be_visible()
    assert page.locator(DIALOG).bounding_box() == {"x": 0, "y": 0, **PHONE}


def test_nothing_scrolls_sideways_at_320_pixels(opened: Callable[..., Page]) -> None:
    page = opened(viewport={"width": 320, "height": 640})
    search(page, "m" * 140)
    expect(page.locator(STATE)).to_contain_text("No match")
    assert page.locator(DIALOG).evaluate(
        "(box) => box.scrollWidth <= 320 && !box.querySelector('.search__body').scrollLeft"
    )
    assert page.locator(".search__body").evaluate("(box) => box.scrollWidth") <= 320


@pytest.mark.parametrize("words", ["", "why do i feel numb", "i want to die", "xqzptlk"])
def test_axe_finds_nothing_in_any_state(opened: Callable[..., Page], words: str) -> None:
    page = opened(bypass_csp=True, viewport=PHONE)
    search(page, words)
    assert violations(page, DIALOG) == []
