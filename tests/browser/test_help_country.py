"""The help page, in a real browser: one country first, by the clock or by choice;
nothing kept, nothing sent."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import Library
from tests.support.opening import traces, wishing
from tests.support.paper import printed, sheets

PHONE, DESK = {"width": 390, "height": 664}, {"width": 1280, "height": 900}
BOX, CARD, MENU = ".help-country", ".help-country__card", ".help-country__select"
FIRST_HEADING = "#call-now-if-life-is-in-danger"

Show = Callable[..., Page]


@pytest.fixture
def help_page(shared_page: Show) -> Show:
    """Opens the help page on a phone whose clock runs in a zone."""

    def show(zone: str = "Europe/Dublin", size: dict[str, int] = PHONE) -> Page:
        return shared_page("help/", size, timezone_id=zone)

    return show


def links(page: Page) -> list[str]:
    """Addresses of the links on the card, in order."""
    return [link.get_attribute("href") or "" for link in page.locator(f"{CARD} a").all()]


@pytest.mark.parametrize(
    ("zone", "slug", "named"),
    [
        ("Europe/Dublin", "ireland", "Dublin"),
        ("America/New_York", "united-states", "New York"),
        ("Asia/Calcutta", "india", "[A-Z][A-Za-z ]+"),  # named Kolkata by newer browsers
        ("Europe/Athens", "european-union", "Athens"),
    ],
)
def test_the_first_screen_of_a_phone_has_the_numbers_of_the_clocks_country(
    help_page: Show, library: Library, zone: str, slug: str, named: str
) -> None:
    page, country = help_page(zone), library.countries[slug]
    expect(page.locator(MENU)).to_have_value(country.country)
    wanted = [way.address for way in country.emergency.ways]
    wanted += [way.address for line in country.first_lines for way in line.ways[:2]]
    assert links(page) == [*wanted, f"in/{slug}/"]
    for number in page.locator(f"{CARD} a").all()[: len(country.emergency.ways) + 1]:
        expect(number).to_be_in_viewport(ratio=1)
        assert number.evaluate("(link) => link.getBoundingClientRect().height") >= 44
    expect(page.locator(MENU)).to_be_in_viewport(ratio=1)
    expect(page.locator(BOX)).to_contain_text(re.compile(f"Your device's clock is set to {named} time"))
    assert page.evaluate("scrollY") == 0


def test_another_country_is_one_choice_away_and_nothing_is_stored_or_sent(
    new_page: Show, base_url: str, library: Library
) -> None:
    page = new_page(viewport=PHONE, timezone_id="Europe/Dublin")
    page.goto(f"{base_url}help/")
    expect(page.locator(MENU)).to_have_value("Ireland")
    before = traces(page)
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.locator(MENU).select_option("France")
    france = library.countries["france"]
    assert links(page)[: len(france.emergency.ways)] == [way.address for way in france.emergency.ways]
    expect(page.locator(BOX)).to_contain_text("These are the numbers for France.")
    assert traces(page) == before
    assert urls == []
    assert page.context.cookies() == []


def test_the_menu_works_with_the_keyboard_step_by_step(help_page: Show) -> None:
    page = help_page()
    page.locator(MENU).focus()
    for country in ("Israel", "Italy"):
        page.keyboard.press("ArrowDown")
        expect(page.locator(MENU)).to_have_value(country)
        expect(page.locator(CARD)).to_contain_text(f"All numbers: {country}")
        expect(page.locator(MENU)).to_be_focused()


def test_the_menu_works_when_a_browser_has_translated_it(help_page: Show) -> None:
    page = help_page()
    page.evaluate("for (const o of document.querySelectorAll('option')) o.textContent = `x ${o.textContent}`")
    page.locator(MENU).select_option(label="x France")
    expect(page.locator(CARD)).to_contain_text("All numbers: France")


def test_after_back_the_menu_names_the_country_whose_numbers_stand_there(
    help_page: Show, base_url: str
) -> None:
    page = help_page("Asia/Kathmandu")
    page.evaluate("addEventListener('unload', () => {})")  # the page is made anew, not brought back as it was
    page.locator(MENU).select_option("France")
    page.goto(f"{base_url}about/")
    page.go_back()
    expect(page.locator(MENU)).to_be_visible()
    chosen = page.locator(MENU).input_value()
    expect(page.locator(CARD)).to_contain_text(f"All numbers: {chosen}" if chosen else "Every other country")


def test_an_unknown_clock_shows_the_main_numbers_and_the_menu(help_page: Show) -> None:
    page = help_page("Asia/Kathmandu")
    expect(page.locator(MENU)).to_be_visible()
    expect(page.locator(MENU)).to_have_value("")
    numbers = {"tel:112", "tel:911", "tel:999", "tel:000", "tel:111", "./#countries"}
    assert set(links(page)) == numbers | {"https://findahelpline.com", "https://www.befrienders.org"}


def test_without_scripts_the_main_numbers_and_every_country_stand_there(
    shared_page: Show, library: Library
) -> None:
    page = shared_page("help/", PHONE, java_script_enabled=False)
    expect(page.locator(MENU)).to_be_hidden()
    for number in page.locator(f"{CARD} a[href^='tel:']").all():
        expect(number).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Every other country").click()
    expect(page.locator("#countries li").first).to_be_in_viewport()
    assert page.locator("#countries li").count() == len(library.countries)
    for country in library.countries.values():
        number = page.locator(f"#{country.slug} a[href='{country.emergency.ways[0].address}']")
        assert number.is_visible(), country.country


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_what_stands_below_keeps_its_place_when_the_country_is_known(
    shared_page: Show, help_page: Show, size: dict[str, int]
) -> None:
    plain = shared_page("help/", size, java_script_enabled=False).locator(FIRST_HEADING).bounding_box()
    for zone in ("Europe/Dublin", "Asia/Kathmandu"):
        page = help_page(zone, size)
        expect(page.locator(MENU)).to_be_visible()
        assert page.locator(FIRST_HEADING).bounding_box() == plain


def test_on_paper_the_help_page_lists_every_emergency_number(help_page: Show, library: Library) -> None:
    page = help_page()
    assert len(sheets(page, "Letter")) <= 2
    text = printed(page, "Letter")
    assert "Help in Ireland" in text
    for country in library.countries.values():
        assert f"{country.country} {country.emergency.ways[0].number}" in text, country.country


@pytest.mark.parametrize("address", ["help/", "help/in/ireland/"])
def test_on_paper_every_number_is_dark_without_its_ground(shared_page: Show, address: str) -> None:
    page = shared_page(address, PHONE, timezone_id="Europe/Dublin")
    with wishing(page, media="print"):
        numbers = page.locator("a[href^='tel:']:visible, a[href^='sms:']:visible")
        assert numbers.count() > 5
        colours = numbers.evaluate_all("(all) => all.map((link) => getComputedStyle(link).color)")
        assert set(colours) == {"rgb(0, 0, 0)"}


def test_the_country_with_the_most_lines_fits_two_sheets_of_paper(
    shared_page: Show, library: Library
) -> None:
    country = max(library.countries.values(), key=lambda country: len(country.lines))
    page = shared_page(f"help/in/{country.slug}/", PHONE, timezone_id="Europe/Dublin")
    assert len(sheets(page)) <= 2
    text = printed(page)
    for line in country.lines:
        assert all(way.number in text for way in line.ways), line.name
