"""Choosing a practice: the filter of the library, the finder on the home page and on its own.

What fits: tests/unit/overrides/test_practice_choices.py. Hostile addresses: tests/scripts/filters.test.js.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.content.finder import Ask, fits
from macros.content.library import Library
from tests.support.axe import violations
from tests.support.layout import scrolls_sideways

Visit = Callable[..., Page]

PHONE = {"width": 390, "height": 844}
COUNT, HELP = ".practice-filter__count", ".practice-filter__help a"
CARDS, NUMBER = ".practice-finder__list > [data-practice]", ".practice-finder__count"
EMPTY = "practices/#feel=sore-and-tense&minutes=1&position=walking&breath=off"
HOSTILE = "feel=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&place=moon&sound=off"


def shown(page: Page) -> list[str]:
    """The practices of the library that can be seen."""
    cards = page.locator(".practice-index [data-practice]:visible")
    return [str(slug) for slug in cards.evaluate_all("(all) => all.map(({ dataset }) => dataset.practice)")]


# ---- The filter of the library ----


def test_the_library_shows_what_fits_and_the_count_behind_each_choice_is_what_it_leaves(
    visit: Visit, library: Library
) -> None:
    page = visit("practices/#place=public&breath=off")
    expect(page.locator("select[name=feel] option[value=not-safe]")).not_to_contain_text("(")
    options = page.locator("select[name=minutes] option")
    for text, value in options.evaluate_all("all => all.map((option) => [option.text, option.value])"):
        page.select_option("select[name=minutes]", value)
        ask = Ask(minutes=int(value or 0) or None, place="public", no_breath=True)
        fitting = [slug for slug, practice in library.practices.items() if fits(practice, ask)]
        assert shown(page) == fitting
        assert text.endswith(f"({len(fitting)})"), text
        expect(page.locator(COUNT)).to_have_text(re.compile(rf"^{len(fitting)} of {len(library.practices)} "))
    silent = page.locator("label", has=page.locator("input[name=sound]")).inner_text()
    page.check("input[name=sound]")
    assert silent.endswith(f"({len(shown(page))})")


def test_an_address_carries_what_is_asked_and_a_card_opens_at_its_length(visit: Visit, base_url: str) -> None:
    page = visit("practices/")
    before = page.evaluate("history.length")
    page.select_option("select[name=feel]", "wound-up")
    page.select_option("select[name=minutes]", "1")
    page.check("input[name=sound]")
    assert page.url == f"{base_url}practices/#feel=wound-up&minutes=1&sound=off"
    assert page.evaluate("history.length") == before
    practices = shown(page)
    page.reload()
    expect(page.locator("select[name=feel]")).to_have_value("wound-up")
    assert shown(page) == practices
    page.click(".practice-filter__clear")
    expect(page.locator(COUNT)).to_be_focused()
    assert page.url == f"{base_url}practices/"
    page.select_option("select[name=minutes]", "1")
    card = page.locator("[data-practice=longer-out-breath]")
    expect(card).to_contain_text("Timer set to 1 minute")
    card.locator("a").click()
    expect(page).to_have_url(re.compile(r"longer-out-breath/\?rounds=\d+$"))


def test_on_a_phone_an_empty_result_says_what_to_let_go_and_help_comes_into_sight(visit: Visit) -> None:
    page = visit(EMPTY, viewport=PHONE, bypass_csp=True)
    expect(page.locator(COUNT)).to_have_text("No practice fits all of this.")
    assert shown(page) == []
    assert violations(page, "practice-filter") == []
    assert not scrolls_sideways(page)
    way = page.locator(".practice-filter__ways button").first
    many = re.search(r"\((\d+)\)", way.inner_text())
    way.click()
    assert many
    assert len(shown(page)) == int(many[1]) > 0
    expect(page.locator(COUNT)).to_be_focused()
    for feeling, follows in (("panicky", COUNT), ("not-safe", HELP)):
        page.evaluate("scrollTo(0, 0)")
        page.select_option("select[name=feel]", feeling)
        expect(page.locator(follows)).to_be_in_viewport(ratio=1)
        expect(page.locator("select[name=feel]")).to_be_in_viewport(ratio=1)
    assert shown(page) == []
    page.reload()
    expect(page.locator(HELP)).to_be_in_viewport(ratio=1)
    page.click(HELP)
    expect(page).to_have_url(re.compile("/help/$"))


@pytest.mark.parametrize("path", ["practices/", "tools/find/"])
def test_a_bad_address_is_left_out_with_a_message_and_an_old_one_moves_behind_the_hash(
    visit: Visit, base_url: str, path: str
) -> None:
    page = visit(f"{path}#{HOSTILE}")
    message = page.locator(".practice-filter__bad, .practice-finder__bad")
    expect(message).to_have_text(re.compile("so we left it out: what you feel, the place.$"))
    expect(page.locator("input[name=sound]")).to_be_checked()
    assert page.locator(".practice-finder img, .practice-filter img").count() == 0
    page.goto(f"{base_url}{path}?feel=sad&minutes=5")
    page.wait_for_url(re.compile(rf"{path}#feel=sad&minutes=5$"))
    expect(message).to_be_hidden()
    page.evaluate("""new Promise((done) => {
      addEventListener("hashchange", () => setTimeout(done));
      location.hash = "content";  // a place on the page is no question
    })""")
    assert page.evaluate("new FormData(document.querySelector('form')).get('minutes')") == "5"


# ---- The finder ----


def test_home_shows_three_with_reasons_and_leads_to_the_rest_and_to_help(
    visit: Visit, base_url: str, library: Library
) -> None:
    page = visit()
    cards = page.locator(CARDS)
    moment = next(moment for moment in library.data.vocabulary["moments"].values() if moment.first)
    page.check(f"input[value={moment.name}]")
    expect(cards.first).to_have_attribute("data-practice", moment.first)
    page.check("input[value=worried]")
    page.select_option("select[name=minutes]", "3")
    page.select_option("select[name=place]", "bed")
    page.check("input[name=sound]")
    page.check("input[name=breath]")
    expect(cards).to_have_count(3)
    reason = re.compile("^Matches: worried, [1-3] minutes?, in bed, silent, no breathing exercise$")
    expect(page.locator(f"{CARDS} .practice-finder__reason")).to_have_text([reason] * 3)
    assert page.url == base_url, "what is felt never enters the address of the home page"
    expect(page.locator(".practice-finder__share")).to_have_count(0)
    page.click(".practice-finder__more a")
    page.wait_for_url(f"{base_url}practices/#feel=worried&minutes=3&place=bed&sound=off&breath=off")
    page.goto(f"{base_url}tools/find/#feel=sore-and-tense&minutes=1")
    card = page.locator(f"{CARDS}[data-practice=feet-on-the-floor]")
    expect(card).to_contain_text("1 minute")
    card.locator("a").click()
    page.wait_for_url("**/feet-on-the-floor/?minutes=1")
    page.goto(base_url)
    first = page.locator(".practice-finder__pills > *").first
    expect(first).to_have_text("not safe")
    first.click()
    page.wait_for_url(f"{base_url}help/")


def test_on_a_phone_a_tap_folds_the_other_feelings_and_keys_walk_them(visit: Visit) -> None:
    page = visit("tools/find/", viewport=PHONE)
    page.focus("input[name=feel]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[value=wound-up]")).to_be_checked()
    expect(page.locator("input[value=angry]")).to_be_visible()
    page.click("input[value=alone]")
    expect(page.locator("input[value=angry]")).to_be_hidden()
    page.click(".practice-finder__unfold")
    expect(page.locator("input[value=angry]")).to_be_visible()
    expect(page.locator("input[value=alone]")).to_be_focused()
    page.focus(".practice-finder__clear")
    page.keyboard.press("Enter")
    expect(page.locator(CARDS)).to_have_count(0)
    expect(page.locator("input[name=feel]").first).to_be_focused()


def test_the_finder_says_why_all_that_fit_do_and_shares_a_choice(visit: Visit, base_url: str) -> None:
    page = visit("tools/find/", viewport=PHONE, bypass_csp=True)
    expect(page.locator(NUMBER)).to_have_attribute("role", "status")
    for query in (
        "minutes=5",
        "place=bed",
        "sound=off",
        "breath=off",
        "feel=angry&minutes=1&breath=off",
        "feel=sad",
    ):
        page.goto(f"{base_url}tools/find/#{query}")
        reasons = page.locator(f"{CARDS} .practice-finder__reason").all_text_contents()
        assert all(len(reason) > len("Matches: ") for reason in reasons)
        expect(page.locator(NUMBER)).to_have_text(f"{len(reasons)} practices fit.")
    assert violations(page, "practice-finder") == []
    assert not scrolls_sideways(page)
    copied = page.locator(".practice-finder__copied")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.check("input[name=breath]")
    assert page.locator(CARDS).count() < len(reasons)
    page.get_by_role("button", name="Copy the link to this choice").click()
    expect(copied).to_have_text("Link copied.")
    address = f"{base_url}tools/find/#feel=sad&breath=off"
    assert page.evaluate("window.copied") == page.url == address
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.check("input[name=sound]")
    expect(copied).to_be_empty()
    page.get_by_role("button", name="Copy the link to this choice").click()
    expect(copied).to_contain_text(f"{address.replace('&breath', '&sound=off&breath')}")


def test_without_scripts_plain_links_and_the_whole_list_lead_on(
    visit: Visit, base_url: str, library: Library
) -> None:
    page = visit("practices/#feel=sad", java_script_enabled=False)
    assert len(shown(page)) == len(library.practices)
    expect(page.locator(".practice-filter")).to_be_hidden()
    links = page.locator(".practice-finder__plain a")
    for path in ("", "tools/find/"):
        page.goto(base_url + path)
        expect(page.locator(".practice-finder__form")).to_be_hidden()
        expect(links).to_have_count(14)
        expect(links.first).to_have_text("not safe")
        expect(links.first).to_have_attribute("href", re.compile("help/$"))
    for name, many in (
        ("Stuck", sum("cannot-start" in practice.moments for practice in library.practices.values())),
        ("No breathing", sum("breath" not in practice.risks for practice in library.practices.values())),
    ):
        fold = page.locator("details", has=page.locator("summary", has_text=name))
        fold.locator("summary").click()
        expect(fold.locator("li a")).to_have_count(many)
        expect(fold.locator("li a").first).to_be_visible()
    links.nth(1).click()
    expect(page.locator("h1")).to_have_text("Look around the room")
