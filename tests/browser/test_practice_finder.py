"""Find a practice, in a real browser under the strict policy: nobody is left with
nothing, reasons are true."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.content.finder import every_ask, fits
from macros.content.library import Library
from tests.support.axe import violations

CARDS = ".practice-finder__list > [data-practice]"
EVERY = """(asks) => {
  const form = document.querySelector(".practice-finder form");
  return asks.map((fields) => {
    for (const control of form.elements) {
      if (control.tagName === "SELECT") control.value = fields[control.name] ?? "";
      else if (control.name) control.checked = control.value === fields[control.name];
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
    const cards = [...document.querySelectorAll(".practice-finder__list > [data-practice]")];
    const count = document.querySelector(".practice-finder__count").textContent;
    return [count, cards.map((card) => card.dataset.practice)];
  });
}"""
HOSTILE = (
    "feel=%22%3E%3Cscript%3E",
    "feel=sad&feel=angry",
    "minutes=0",
    "place=moon&breath=off",
    "sound=%00",
)


@pytest.fixture
def home(new_page: Callable[..., Page], base_url: str) -> Page:
    """The home page with its finder at work."""
    page = new_page()
    page.goto(base_url)
    expect(page.locator(".practice-finder__form")).to_be_visible()
    return page


@pytest.fixture
def find(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens the page of the finder with a query."""

    def open_page(query: str = "", **options: object) -> Page:
        page = new_page(**options)
        page.goto(f"{base_url}tools/find/{query}")
        expect(page.locator(".practice-finder__form")).to_be_visible()
        return page

    return open_page


def test_every_combination_brings_a_practice_that_fits(home: Page, library: Library) -> None:
    words = library.data.vocabulary
    asks = list(every_ask(words["moments"], words["places"]))
    fields = [
        {
            "feel": ask.feel,
            "minutes": str(ask.minutes),
            "place": ask.place,
            "sound": "off" if ask.silent else "",
            "breath": "off" if ask.no_breath else "",
        }
        for ask in asks
    ]
    assert len(asks) == 13 * 5 * 4 * 2 * 2
    for ask, (count, slugs) in zip(asks, home.evaluate(EVERY, fields), strict=True):
        fitting = [slug for slug, practice in library.practices.items() if fits(practice, ask)]
        assert slugs, ask
        assert set(slugs) <= set(fitting), ask
        assert re.findall(r"\d+", count)[-1] == str(len(fitting)), ask


def test_home_shows_three_with_reasons_and_the_way_to_the_rest(home: Page, library: Library) -> None:
    before = home.url
    home.check("input[value=worried]")
    home.select_option("select[name=minutes]", "3")
    home.select_option("select[name=place]", "bed")
    home.check("input[name=sound]")
    home.check("input[name=breath]")
    expect(home.locator(CARDS)).to_have_count(3)
    for reason in home.locator(".practice-finder__list .practice-finder__reason").all_text_contents():
        assert re.fullmatch(
            r"Matches: worried, [1-3] minutes?, in bed, silent, no breathing exercise", reason
        )
    assert home.url == before, "what is felt never enters the address of the home page"
    home.click(".practice-finder__more a")
    expect(home).to_have_url(re.compile(r"practices/#feel=worried&minutes=3&place=bed&sound=off&breath=off$"))


def test_a_suggestion_opens_the_length_it_names(home: Page) -> None:
    home.check("input[value=sore-and-tense]")
    home.select_option("select[name=minutes]", "1")
    card = home.locator(f"{CARDS}[data-practice=feet-on-the-floor]")
    expect(card).to_contain_text("1 minute")
    card.locator("a").click()
    expect(home).to_have_url(re.compile(r"feet-on-the-floor/\?minutes=1$"))
    expect(home.locator("h1")).to_have_text("Feel your feet on the floor")


def test_the_first_choice_of_the_editors_comes_first(home: Page, library: Library) -> None:
    for moment in library.data.vocabulary["moments"].values():
        if moment.first:
            home.check(f"input[value={moment.name}]")
            assert home.locator(CARDS).first.get_attribute("data-practice") == moment.first


def test_not_safe_is_a_link_to_help_and_comes_first(home: Page) -> None:
    first = home.locator(".practice-finder__pills > *").first
    expect(first).to_have_text("not safe")
    first.click()
    expect(home).to_have_url(re.compile("/help/$"))


def test_keys_walk_the_feelings_and_start_again_returns_to_them(home: Page) -> None:
    home.focus("input[name=feel]")
    home.keyboard.press("Space")
    home.keyboard.press("ArrowDown")
    expect(home.locator("input[value=wound-up]")).to_be_checked()
    expect(home.locator(CARDS).first).to_be_visible()
    expect(home.locator(".practice-finder__count")).to_have_attribute("role", "status")
    home.focus(".practice-finder__clear")
    home.keyboard.press("Enter")
    expect(home.locator(CARDS)).to_have_count(0)
    expect(home.locator("input[name=feel]").first).to_be_focused()


def test_on_a_phone_a_tap_folds_the_other_feelings_and_keys_do_not(find: Callable[..., Page]) -> None:
    page = find(viewport={"width": 390, "height": 844})
    page.focus("input[value=sad]")
    page.keyboard.press("Space")
    expect(page.locator("input[value=angry]")).to_be_visible()
    page.click("input[value=alone]")
    expect(page.locator("input[value=angry]")).to_be_hidden()
    page.click(".practice-finder__unfold")
    expect(page.locator("input[value=angry]")).to_be_visible()
    expect(page.locator("input[value=alone]")).to_be_focused()


def test_the_page_of_the_finder_shows_all_that_fit_and_has_an_address(find: Callable[..., Page]) -> None:
    page = find("#feel=sad&minutes=5")
    shown = page.locator(CARDS).count()
    expect(page.locator(".practice-finder__count")).to_have_text(f"{shown} practices fit.")
    page.check("input[name=breath]")
    assert page.url.endswith("#feel=sad&minutes=5&breath=off")
    assert page.locator(CARDS).count() < shown


@pytest.mark.parametrize("query", HOSTILE)
def test_a_bad_address_is_left_out_with_a_message(find: Callable[..., Page], query: str) -> None:
    page = find("#" + query)
    expect(page.locator(".practice-finder__bad")).to_contain_text("left it out")
    assert page.locator(".practice-finder script, .practice-finder img").count() == 0


@pytest.mark.parametrize("address", ["", "tools/find/"])
def test_without_scripts_plain_links_lead_on(
    new_page: Callable[..., Page], base_url: str, address: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + address)
    expect(page.locator(".practice-finder__form")).to_be_hidden()
    links = page.locator(".practice-finder__plain a")
    assert links.count() == 14
    links.nth(1).click()
    expect(page.locator("h1")).to_have_text("Look around the room")


def test_without_scripts_the_whole_list_by_feeling_opens(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + "tools/find/")
    page.locator("summary", has_text="Stuck").click()
    expect(page.locator("details[open] a", has_text="Say where you are")).to_be_visible()


def test_axe_finds_nothing_with_suggestions(find: Callable[..., Page]) -> None:
    page = find(
        "#feel=worried&place=bed",
        bypass_csp=True,
        viewport={"width": 390, "height": 844},
    )
    expect(page.locator(CARDS).first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("address", ["", "tools/find/#feel=about-to-say-yes"])
def test_nothing_scrolls_sideways_at_320_pixels(
    new_page: Callable[..., Page], base_url: str, address: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(base_url + address)
    expect(page.locator(".practice-finder__form")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_choice_can_be_shared_by_a_button(find: Callable[..., Page]) -> None:
    page = find("#feel=sad")
    page.evaluate(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; }"
    )  # reading is denied here
    page.check("input[name=breath]")
    page.get_by_role("button", name="Copy the link to this choice").click()
    expect(page.locator(".practice-finder__copied")).to_have_text("Link copied.")
    assert page.evaluate("window.copied").endswith("tools/find/#feel=sad&breath=off")
    page.check("input[name=sound]")
    expect(page.locator(".practice-finder__copied")).to_be_empty()


def test_where_copying_is_refused_the_link_is_shown(find: Callable[..., Page]) -> None:
    page = find("#feel=sad")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Copy the link to this choice").click()
    expect(page.locator(".practice-finder__copied")).to_contain_text("tools/find/#feel=sad")


def test_home_offers_no_link_to_a_feeling(home: Page) -> None:
    home.check("input[value=sad]")
    assert home.locator(".practice-finder__share").count() == 0


def test_every_suggestion_says_why_in_every_choice(find: Callable[..., Page]) -> None:
    page = find()
    for query in (
        "#feel=sad",
        "#minutes=5",
        "#place=bed",
        "#sound=off",
        "#breath=off",
        "#feel=angry&minutes=1&breath=off",
    ):
        page.goto(page.url.split("#")[0] + query)
        cards = page.locator(CARDS)
        expect(cards.first).to_be_visible()
        reasons = page.locator(f"{CARDS} .practice-finder__reason").all_text_contents()
        assert len(reasons) == cards.count()
        assert all(reason.startswith("Matches: ") and len(reason) > 11 for reason in reasons)


def test_without_scripts_the_breath_can_be_left_out_too(
    new_page: Callable[..., Page], base_url: str, library: Library
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + "tools/find/")
    fold = page.locator("details", has_text="No breathing exercises, whatever I feel")
    fold.locator("summary").click()
    links = fold.locator("li a")
    free = [practice for practice in library.practices.values() if "breath" not in practice.risks]
    assert links.count() == len(free) > 10
    expect(links.first).to_be_visible()
