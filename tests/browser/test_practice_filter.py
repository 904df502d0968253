"""The filter of the library, in a real browser under the strict policy: counts,
address, ways out, no scripts."""

import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.finder import Ask, fits
from macros.content.library import Library
from tests.support.axe import violations

COUNT = ".practice-filter__count"
CARDS = ".practice-index [data-practice]"
ASK = """(fields) => {
  const form = document.querySelector(".practice-filter form");
  for (const control of form.elements) {
    if (control.tagName === "SELECT") control.value = fields[control.name] ?? "";
    else if (control.type === "checkbox") control.checked = fields[control.name] === "off";
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
  const cards = [...document.querySelectorAll(".practice-index [data-practice]")];
  return cards.filter((card) => card.checkVisibility()).map((card) => card.dataset.practice);
}"""
EMPTY = "practices/#feel=sore-and-tense&minutes=1&position=walking&breath=off"
HOSTILE = (
    "feel=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "feel=wound-up&feel=sad",
    "minutes=2",
    "minutes=1e1",
    "minutes=-1",
    "minutes=5%00",
    "place=constructor",
    "sound=OFF",
    "breath=maybe",
    "position=__proto__",
    "feel=" + "a" * 5000,
    "feel=%E2%80%AE%E0%A4%A",
)


@pytest.fixture
def practices(browser: Browser, base_url: str) -> Iterator[Callable[[str], Page]]:
    """Opens the library with a query; fails on any error in the console."""
    faults: list[str] = []
    context = browser.new_context()

    def open_page(query: str = "practices/") -> Page:
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(base_url + query)
        expect(page.locator(".practice-filter:defined")).to_be_visible()
        return page

    yield open_page
    context.close()
    assert faults == []


def shown(page: Page) -> int:
    return page.locator(f"{CARDS}:visible").count()


def test_what_is_shown_is_what_the_data_say(practices: Callable[[str], Page], library: Library) -> None:
    page = practices("practices/")
    words = library.data.vocabulary
    asks = [
        Ask(feel, minutes, no_breath=True)
        for feel, minutes in product(list(words["moments"])[1:], (None, 1, 10))
    ]
    asks += [Ask(place=place, silent=True) for place in words["places"]]
    for ask in asks:
        fields = {"feel": ask.feel, "minutes": str(ask.minutes or ""), "place": ask.place}
        fields |= {"sound": "off" if ask.silent else "", "breath": "off" if ask.no_breath else ""}
        expected = [slug for slug, practice in library.practices.items() if fits(practice, ask)]
        assert page.evaluate(ASK, fields) == expected, ask


def test_the_count_behind_each_choice_is_what_choosing_it_leaves(practices: Callable[[str], Page]) -> None:
    page = practices("practices/#place=public&breath=off")
    for name in ("feel", "minutes", "position"):
        options = page.locator(f".practice-filter select[name={name}] option")
        for text, value in options.evaluate_all("all => all.map((option) => [option.text, option.value])"):
            if value == "not-safe":
                assert "(" not in text
                continue
            page.select_option(f".practice-filter select[name={name}]", value)
            assert text.endswith(f"({shown(page)})"), text
        page.select_option(f".practice-filter select[name={name}]", "")


def test_an_address_carries_what_is_asked_and_back_is_not_filled_up(practices: Callable[[str], Page]) -> None:
    page = practices("practices/")
    before = page.evaluate("history.length")
    page.select_option("select[name=feel]", "wound-up")
    page.select_option("select[name=minutes]", "5")
    page.check("input[name=sound]")
    assert page.url.endswith("practices/#feel=wound-up&minutes=5&sound=off")
    assert page.evaluate("history.length") == before
    count = page.locator(COUNT).text_content()
    again = practices("practices/" + page.url.split("practices/")[1])
    expect(again.locator(COUNT)).to_have_text(str(count))
    expect(again.locator("select[name=feel]")).to_have_value("wound-up")
    again.click(".practice-filter__clear")
    expect(again.locator(COUNT)).to_be_focused()
    assert again.url.endswith("practices/")


def test_a_card_found_by_minutes_opens_at_that_length(practices: Callable[[str], Page]) -> None:
    page = practices("practices/#minutes=1")
    card = page.locator("[data-practice=longer-out-breath]")
    expect(card).to_contain_text("Timer set to 1 minute")
    card.locator("a").click()
    expect(page).to_have_url(re.compile(r"longer-out-breath/\?rounds=\d+$"))


def test_an_empty_result_says_what_to_let_go_and_one_tap_does_it(practices: Callable[[str], Page]) -> None:
    page = practices(EMPTY)
    expect(page.locator(COUNT)).to_have_text("No practice fits all of this.")
    assert shown(page) == 0
    first = page.locator(".practice-filter__ways button").first
    promised = re.search(r"\((\d+)\)", str(first.text_content()))
    first.click()
    assert promised
    assert shown(page) == int(promised.group(1)) > 0
    expect(page.locator(COUNT)).to_be_focused()


def test_not_safe_leads_to_help_and_to_no_practice(practices: Callable[[str], Page]) -> None:
    page = practices("practices/#feel=not-safe")
    assert shown(page) == 0
    expect(page.locator(".practice-filter__help a")).to_be_in_viewport(ratio=1)
    page.click(".practice-filter__help a")
    expect(page).to_have_url(re.compile("/help/$"))


def test_on_a_phone_what_follows_from_a_choice_comes_into_sight(practices: Callable[[str], Page]) -> None:
    page = practices("practices/")
    page.set_viewport_size({"width": 390, "height": 844})
    for feeling, shows in (("panicky", COUNT), ("not-safe", ".practice-filter__help a")):
        page.evaluate("scrollTo(0, 0)")
        page.locator("select[name=feel]").select_option(feeling)
        expect(page.locator(shows)).to_be_in_viewport(ratio=1)
        expect(page.locator("select[name=feel]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: ascii(query)[:24])
def test_a_bad_address_is_left_out_with_a_message(practices: Callable[[str], Page], query: str) -> None:
    page = practices("practices/#" + query)
    message = page.locator(".practice-filter__bad")
    expect(message).to_contain_text("left it out")
    assert shown(page) == page.locator(CARDS).count()
    value = query.split("=")[1]
    assert value[:12] not in str(message.text_content())


def test_without_scripts_the_list_is_whole(
    new_page: Callable[..., Page], base_url: str, library: Library
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + "practices/#feel=sad")
    assert shown(page) == len(library.practices)
    expect(page.locator(".practice-filter")).to_be_hidden()


def test_axe_finds_nothing_while_the_list_is_empty(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(bypass_csp=True, viewport={"width": 390, "height": 844})
    page.goto(base_url + EMPTY)
    expect(page.locator(".practice-filter__empty")).to_be_visible()
    assert violations(page) == []


def test_nothing_scrolls_sideways_at_320_pixels(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(base_url + EMPTY)
    expect(page.locator(".practice-filter__empty")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", ["practices/", "tools/find/"])
def test_an_old_address_is_read_and_what_is_felt_moves_behind_the_hash(
    new_page: Callable[..., Page], base_url: str, path: str
) -> None:
    page = new_page()
    page.goto(f"{base_url}{path}?feel=sad&minutes=5")
    page.wait_for_url(re.compile(rf"{path}#feel=sad&minutes=5$"))
    page.evaluate("""new Promise((done) => {
      addEventListener("hashchange", () => setTimeout(done));
      location.hash = "content";  // a place on the page is no question
    })""")
    assert page.evaluate("new FormData(document.querySelector('form')).get('minutes')") == "5"
