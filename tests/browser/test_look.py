"""The frame and the long lists: heights that a thumb bears, one slim bar, nothing
covered, colours as the device has them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
HEIGHTS = {"": 5200, "practices/": 9000, "guides/": 7000, "tools/": 3000}  # pixels at 390
GUIDE = "guides/panic-and-the-breath/"
QUICK = "guides/when-a-boundary-is-not-safe/"  # has the button to leave it quickly
GROUND = "getComputedStyle(document.body).backgroundColor"
# Whether there is ink in the middle of a zero, where a slash would be, and of an eight.
INK = """() => ["0", "8"].map((letter) => {
  const canvas = document.createElement("canvas");
  const paper = Object.assign(canvas, { width: 200, height: 200 }).getContext("2d");
  paper.font = "160px 'Atkinson Hyperlegible Next'";
  paper.textAlign = "center";
  paper.fillText(letter, 100, 160);
  return paper.getImageData(90, 85, 20, 35).data.some((value) => value > 128);
})"""

Show = Callable[..., Page]


def box(part: Locator) -> dict[str, float]:
    """Where a part stands in the window, with `bottom` and `width`, in CSS pixels."""
    return dict(part.evaluate("(part) => part.getBoundingClientRect().toJSON()"))


@pytest.mark.parametrize("address", HEIGHTS)
def test_the_long_lists_are_not_longer_than_a_thumb_bears(shared_page: Show, address: str) -> None:
    assert shared_page(address).evaluate("document.documentElement.scrollHeight") <= HEIGHTS[address]


def test_the_first_screen_of_home_holds_start_and_the_first_feelings(shared_page: Show) -> None:
    page = shared_page()
    assert box(page.get_by_role("button", name="Start", exact=True))["bottom"] <= 640
    assert box(page.locator(".practice-finder__pill").first)["bottom"] <= PHONE["height"] - 56
    expect(page.locator(".practice-timer__settings")).to_be_hidden()


def test_the_bar_is_one_row_with_a_name_that_can_be_read(shared_page: Show) -> None:
    page = shared_page()
    for width in (320, 375, 390):  # 375: a window of 390 with a scroll bar of 15 pixels
        page.set_viewport_size({"width": width, "height": 664})
        assert box(page.locator(".site-header"))["height"] <= 57  # the line below it is one more
        assert box(page.locator(".site-header__name"))["width"] > 80
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_leaving_quickly_has_a_strip_under_which_nothing_ends(shared_page: Show, size: ViewportSize) -> None:
    page = shared_page(QUICK, size)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    strip = box(page.locator(".exit-page"))
    assert strip["width"] == size["width"]
    assert box(page.locator(".site-footer__rights"))["bottom"] <= strip["y"]


def test_the_contents_mark_the_section_and_fade_while_more_of_them_stands_below(shared_page: Show) -> None:
    page = shared_page(GUIDE, {"width": 1280, "height": 420})
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
def test_the_sign_beside_a_heading_shows_under_a_mouse_alone(
    shared_page: Show, touch: bool, seen: str
) -> None:
    page = shared_page(GUIDE, **({"has_touch": True, "is_mobile": True} if touch else {}))
    heading = page.locator("#in-short")
    heading.scroll_into_view_if_needed()
    heading.hover()
    assert heading.locator(".headerlink").evaluate("(link) => getComputedStyle(link).opacity") == seen


def test_colours_are_chosen_in_the_footer_or_the_search_and_given_back_to_the_device(
    new_page: Show, base_url: str
) -> None:
    page = new_page(viewport=PHONE, color_scheme="light")
    page.goto(base_url)
    light = page.evaluate(GROUND)
    page.get_by_role("combobox", name="Colours").select_option("dark")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.reload()
    assert page.evaluate(GROUND) == dark
    page.locator(".site-header__search").click()
    page.locator(".search").get_by_role("combobox", name="Colours").select_option("")
    assert page.evaluate(GROUND) == light
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(GROUND) == dark
    assert page.evaluate("localStorage.getItem('colour-scheme')") is None


def test_an_unknown_address_offers_its_words_to_the_search(shared_page: Show) -> None:
    page = shared_page("practices/bellow-breth/")
    field = page.get_by_role("searchbox", name="Search this site")
    expect(field).to_have_value("bellow breth")
    field.fill("belly breathing")
    field.press("Enter")
    expect(page.locator(".search__input")).to_have_value("belly breathing")
    expect(page.locator(".search-answer__link").first).to_have_text("Belly breathing")


def test_zeros_are_plain(shared_page: Show) -> None:
    assert shared_page("about/").evaluate(INK) == [False, True]
