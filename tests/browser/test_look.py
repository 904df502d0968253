"""The frame and the long lists: heights that a thumb bears, one slim bar, nothing
covered, colours as the device has them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
HEIGHTS = {"": 5200, "practices/": 9000, "guides/": 7000, "tools/": 3000}  # pixels at 390
GUIDE = "guides/panic-and-the-breath/"
QUICK = "guides/when-a-boundary-is-not-safe/"  # has the button to leave it quickly

Opened = Callable[..., Page]


@pytest.fixture
def opened(base_url: str, new_page: Callable[..., Page]) -> Opened:
    """Opens an address of the site in a window of a size, its typefaces loaded."""

    def visit(address: str, size: dict[str, int] = PHONE, **options: object) -> Page:
        page = new_page(viewport=size, **options)
        page.goto(base_url + address)
        page.evaluate("document.fonts.ready")
        return page

    return visit


@pytest.mark.parametrize("address", HEIGHTS)
def test_the_long_lists_are_not_longer_than_a_thumb_bears(opened: Opened, address: str) -> None:
    assert opened(address).evaluate("document.documentElement.scrollHeight") <= HEIGHTS[address]


def test_the_first_screen_of_home_holds_start_and_the_first_feelings(opened: Opened) -> None:
    page = opened("")
    page.wait_for_selector("practice-timer[data-state]")
    start = page.get_by_role("button", name="Start", exact=True).bounding_box()
    pill = page.locator(".practice-finder__pill").first.bounding_box()
    assert start
    assert pill
    assert start["y"] + start["height"] <= 640
    assert pill["y"] + pill["height"] <= PHONE["height"] - 56
    expect(page.locator(".practice-timer__settings")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 375, 390])  # 375: a window of 390 with a scroll bar of 15 pixels
def test_the_bar_is_one_row_with_a_name_that_can_be_read(opened: Opened, width: int) -> None:
    page = opened("", {"width": width, "height": 664})
    bar = page.locator(".site-header").bounding_box()
    name = page.locator(".site-header__name").bounding_box()
    assert bar
    assert name
    assert bar["height"] <= 57  # the line below it is one more
    assert name["width"] > 80
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_leaving_quickly_has_a_strip_under_which_nothing_ends(opened: Opened, size: dict[str, int]) -> None:
    page = opened(QUICK, size)
    strip = page.locator(".exit-page").bounding_box()
    assert strip
    assert strip["width"] == size["width"]
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".site-footer__rights").bounding_box()
    assert last
    assert last["y"] + last["height"] <= strip["y"]


def test_the_contents_mark_the_section_and_fade_while_more_of_them_stands_below(opened: Opened) -> None:
    page = opened(GUIDE, {"width": 1280, "height": 420})
    contents = page.locator(".page-contents")
    expect(contents).to_have_attribute("data-more", "")
    contents.evaluate("(list) => list.scrollTo(0, list.scrollHeight)")
    expect(contents).not_to_have_attribute("data-more", "")
    page.locator("#when-the-worst-is-over").evaluate("(heading) => heading.scrollIntoView()")
    mark = contents.locator("[aria-current]")
    expect(mark).to_have_attribute("href", "#when-the-worst-is-over")
    plain = contents.locator("a:not([aria-current])").first
    colour = "(link) => getComputedStyle(link).borderLeftColor"
    assert mark.evaluate(colour) != plain.evaluate(colour)


@pytest.mark.parametrize(("touch", "seen"), [(True, "0"), (False, "1")])
def test_the_sign_beside_a_heading_shows_under_a_mouse_alone(opened: Opened, touch: bool, seen: str) -> None:
    page = opened(GUIDE, PHONE, has_touch=touch, is_mobile=touch)
    heading = page.locator("#in-short")
    heading.scroll_into_view_if_needed()
    heading.hover()
    assert heading.locator(".headerlink").evaluate("(link) => getComputedStyle(link).opacity") == seen


def test_colours_are_chosen_in_the_footer_or_the_search_and_given_back_to_the_device(opened: Opened) -> None:
    page = opened("", color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("combobox", name="Colours").select_option("dark")
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark
    page.locator(".site-header__search").click()
    page.locator(".search").get_by_role("combobox", name="Colours").select_option("")
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark
    assert page.evaluate("localStorage.getItem('colour-scheme')") is None


def test_an_unknown_address_offers_its_words_to_the_search(opened: Opened) -> None:
    page = opened("practices/bellow-breth/")
    field = page.get_by_role("searchbox", name="Search this site")
    expect(field).to_have_value("bellow breth")
    field.fill("belly breathing")
    field.press("Enter")
    expect(page.locator(".search__input")).to_have_value("belly breathing")
    expect(page.locator(".search-answer__link").first).to_have_text("Belly breathing")


def test_zeros_are_plain(opened: Opened) -> None:
    """A zero in the middle of which ink stands is slashed."""
    page = opened("about/")
    ink = page.evaluate("""() => {
      const ask = (letter) => {
        const canvas = document.createElement("canvas");
        const paper = Object.assign(canvas, { width: 200, height: 200 }).getContext("2d");
        paper.font = "160px 'Atkinson Hyperlegible Next'";
        paper.textAlign = "center";
        paper.fillText(letter, 100, 160);
        return paper.getImageData(90, 85, 20, 35).data.some((value) => value > 128);
      };
      return [ask("0"), ask("8")];
    }""")
    assert ink == [False, True]
