"""The help page, in a real browser: one country first, by the clock or by choice;
nothing kept, nothing sent."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.content.library import Library

PHONE = {"width": 390, "height": 664}
BOX, CARD, MENU = ".help-country", ".help-country__card", ".help-country__select"
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length, history.length, location.href]"""


@pytest.fixture
def help_page(new_page: Callable[..., Page], base_url: str) -> Callable[..., Page]:
    """Opens the help page on a phone whose clock runs in a zone."""

    def opened(zone: str = "Europe/Dublin", **options: object) -> Page:
        page = new_page(**{"viewport": PHONE, "timezone_id": zone, **options})
        page.goto(f"{base_url}help/")
        return page

    return opened


def links(page: Page, within: str = CARD) -> list[str]:
    """Addresses of the links in a part of the page, in order."""
    return [link.get_attribute("href") or "" for link in page.locator(f"{within} a").all()]


@pytest.mark.parametrize(
    ("zone", "slug"),
    [
        ("Europe/Dublin", "ireland"),
        ("Europe/London", "united-kingdom"),
        ("America/Los_Angeles", "united-states"),
        ("Asia/Calcutta", "india"),
        ("Europe/Athens", "european-union"),
    ],
)
def test_the_first_screen_of_a_phone_has_the_numbers_of_the_clocks_country(
    help_page: Callable[..., Page], library: Library, zone: str, slug: str
) -> None:
    page, country = help_page(zone), library.countries[slug]
    expect(page.locator(MENU)).to_have_value(country.country)
    wanted = [way.address for way in country.emergency.ways]
    wanted += [way.address for line in country.first_lines for way in line.ways[:2]]
    assert links(page) == [*wanted, f"in/{slug}/"]
    for number in page.locator(f"{CARD} a").all()[: len(country.emergency.ways) + 1]:
        expect(number).to_be_in_viewport(ratio=1)
        box = number.bounding_box()
        assert box
        assert box["height"] >= 44
    expect(page.locator(MENU)).to_be_in_viewport(ratio=1)
    expect(page.locator(BOX)).to_contain_text(
        re.compile(r"Your device's clock is set to [A-Z][A-Za-z ]+ time")
    )
    assert page.evaluate("scrollY") == 0


def test_the_clock_is_named_by_its_city(help_page: Callable[..., Page]) -> None:
    expect(help_page("America/New_York").locator(BOX)).to_contain_text("set to New York time")


def test_another_country_is_one_choice_away_and_nothing_is_stored_or_sent(
    help_page: Callable[..., Page], library: Library
) -> None:
    page = help_page()
    expect(page.locator(MENU)).to_have_value("Ireland")
    before = page.evaluate(STORED)
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.locator(MENU).select_option("France")
    france = library.countries["france"]
    assert links(page)[: len(france.emergency.ways)] == [way.address for way in france.emergency.ways]
    expect(page.locator(BOX)).to_contain_text("These are the numbers for France.")
    assert page.evaluate(STORED) == before
    assert urls == []
    assert page.context.cookies() == []


def test_the_menu_works_with_the_keyboard_step_by_step(help_page: Callable[..., Page]) -> None:
    page = help_page()
    page.locator(MENU).focus()
    for country in ("Israel", "Italy"):
        page.keyboard.press("ArrowDown")
        expect(page.locator(MENU)).to_have_value(country)
        expect(page.locator(CARD)).to_contain_text(f"All numbers: {country}")
        expect(page.locator(MENU)).to_be_focused()


def test_the_menu_works_when_a_browser_has_translated_it(help_page: Callable[..., Page]) -> None:
    page = help_page("Europe/Berlin")
    expect(page.locator(MENU)).to_have_value("Germany")
    page.evaluate("for (const o of document.querySelectorAll('option')) o.textContent = `x ${o.textContent}`")
    page.locator(MENU).select_option(label="x France")
    expect(page.locator(CARD)).to_contain_text("All numbers: France")


def test_after_back_the_menu_names_the_country_whose_numbers_stand_there(
    help_page: Callable[..., Page], base_url: str
) -> None:
    page = help_page("Asia/Kathmandu")
    page.evaluate("addEventListener('unload', () => {})")  # the page is made anew, not brought back as it was
    page.locator(MENU).select_option("France")
    page.goto(f"{base_url}about/")
    page.go_back()
    expect(page.locator(MENU)).to_be_visible()
    chosen = page.locator(MENU).input_value()
    expect(page.locator(CARD)).to_contain_text(f"All numbers: {chosen}" if chosen else "Every other country")


def test_an_unknown_clock_shows_the_main_numbers_and_the_menu(help_page: Callable[..., Page]) -> None:
    page = help_page("Asia/Kathmandu")
    expect(page.locator(MENU)).to_be_visible()
    expect(page.locator(MENU)).to_have_value("")
    numbers = {"tel:112", "tel:911", "tel:999", "tel:000", "tel:111", "./#countries"}
    assert set(links(page)) == numbers | {"https://findahelpline.com", "https://www.befrienders.org"}


def test_without_scripts_the_main_numbers_and_every_country_stand_there(
    help_page: Callable[..., Page], library: Library
) -> None:
    page = help_page(java_script_enabled=False)
    expect(page.locator(MENU)).to_be_hidden()
    for number in page.locator(f"{CARD} a[href^='tel:']").all():
        expect(number).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Every other country").click()
    expect(page.locator("#countries li").first).to_be_in_viewport()
    assert page.locator("#countries li").count() == len(library.countries)
    for country in library.countries.values():
        expect(page.locator(f"#{country.slug} a[href='{country.emergency.ways[0].address}']")).to_be_visible()


@pytest.mark.parametrize("zone", ["Europe/Dublin", "Asia/Kathmandu"])
@pytest.mark.parametrize("width", [390, 1280])
def test_what_stands_below_keeps_its_place_when_the_country_is_known(
    help_page: Callable[..., Page], zone: str, width: int
) -> None:
    options = {"viewport": {"width": width, "height": 900}}
    tops = []
    for scripts in (False, True):
        page = help_page(zone, java_script_enabled=scripts, **options)
        if scripts:
            expect(page.locator(MENU)).to_be_visible()
        tops.append(page.locator("#call-now-if-life-is-in-danger").bounding_box())
    assert tops[0] == tops[1]


def test_on_paper_the_help_page_lists_every_emergency_number(
    help_page: Callable[..., Page], library: Library
) -> None:
    page = help_page()
    expect(page.locator(MENU)).to_have_value("Ireland")
    sheets = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    assert len(sheets) <= 2
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert "Help in Ireland" in text
    for country in library.countries.values():
        assert f"{country.country} {country.emergency.ways[0].number}" in text, country.country


@pytest.mark.parametrize("address", ["help/", "help/in/ireland/"])
def test_on_paper_every_number_is_dark_without_its_ground(
    new_page: Callable[..., Page], base_url: str, address: str
) -> None:
    page = new_page(viewport=PHONE, timezone_id="Europe/Dublin")
    page.goto(base_url + address)
    if address == "help/":
        expect(page.locator(MENU)).to_have_value("Ireland")
    page.emulate_media(media="print")
    numbers = page.locator("a[href^='tel:']:visible, a[href^='sms:']:visible")
    assert numbers.count() > 5
    assert set(numbers.evaluate_all("(all) => all.map((link) => getComputedStyle(link).color)")) == {
        "rgb(0, 0, 0)"
    }


@pytest.mark.parametrize("slug", ["united-kingdom", "united-states", "ghana"])
def test_a_country_fits_two_sheets_of_paper(
    new_page: Callable[..., Page], base_url: str, library: Library, slug: str
) -> None:
    page = new_page()
    page.goto(f"{base_url}help/in/{slug}/")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) <= 2
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    for line in library.countries[slug].lines:
        assert all(way.number in text for way in line.ways), line.name
