"""One page of each kind, opened once on a phone, and looked at in every way that a reader may.

A look changes the page for itself alone and takes the change back. Where a fault can be
on a single page, and no cheaper ring sees it, `-m matrix` looks at every page.
"""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.conftest import FLAGS
from tests.support.axe import violations
from tests.support.layout import as_before, double_text, layout_faults, narrow, space_text
from tests.support.opening import complaints, script, wait_until_ready, wishing
from tests.support.pages import KINDS, BuiltPage, one_per_make
from tests.support.targets import bare_links, small_targets
from tools.setup import find_chromium, find_headless_shell

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 844}
SHEET_OF_PAPER: ViewportSize = {"width": 665, "height": 940}  # A4 within its margins
# "Very large" and more, in a reader's settings.
LARGE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
# Where parts stand beside one another in a wide window: the others only have more room there.
BESIDE = ("home", "guide", "practice with a breath", "practices", "glossary", "help")
# Together they have every sort of drawing that the kinds have.
DRAWN = ("home", "guide", "practice with a breath", "practice in steps", "open practice", "evidence map")
OFF_PAPER = (".site-header", ".site-places", ".site-footer", ".skip-link", ".exit-page", ".page-turn")
SCHEMES = ("light", "dark")

Show = Callable[..., Page]
Change = Callable[[Page], None]


@pytest.fixture(scope="module", params=KINDS)
def phone(request: pytest.FixtureRequest, shared_page: Show) -> Page:
    """Each kind of page in turn on a phone. The policy is lifted for axe: it is tried below."""
    return shared_page(KINDS[request.param], PHONE, bypass_csp=True)


@pytest.fixture(scope="module", params=BESIDE)
def desk(request: pytest.FixtureRequest, shared_page: Show) -> Page:
    """The kinds that look another way in a wide window, in one."""
    return shared_page(KINDS[request.param], DESK)


# ---- On a phone ----


def test_axe_finds_nothing(phone: Page) -> None:
    assert violations(phone) == []


def test_contrast_holds_in_the_dark(phone: Page) -> None:
    with wishing(phone, color_scheme="dark", reduced_motion="reduce"):
        assert violations(phone, rule="color-contrast") == []


def test_every_target_outside_a_sentence_is_large_enough(phone: Page) -> None:
    assert small_targets(phone) == []


def test_every_link_in_running_text_is_underlined(phone: Page) -> None:
    assert bare_links(phone) == []


@pytest.mark.parametrize("change", [narrow, double_text, space_text], ids=lambda change: change.__name__)
def test_it_keeps_its_layout_on_a_phone(phone: Page, change: Change) -> None:
    assert faults_after(phone, change, PHONE) == []


def faults_after(page: Page, change: Change, size: ViewportSize) -> list[str]:
    """What is wrong with a page's layout after a change, which is taken back."""
    change(page)
    problems = layout_faults(page)
    as_before(page, size)
    return problems


@pytest.mark.parametrize("scheme", SCHEMES)
def test_forced_colours_leave_every_control_a_face(phone: Page, scheme: str) -> None:
    with wishing(phone, forced_colors="active", color_scheme=scheme):
        assert phone.evaluate(script("faceless")) == []


def test_it_prints_its_text_and_none_of_the_frame(phone: Page) -> None:
    phone.set_viewport_size(SHEET_OF_PAPER)
    with wishing(phone, media="print", color_scheme="dark"):
        titles = phone.locator("h1:visible, .worksheet__title:visible")  # a sheet has a title of its own
        assert titles.count() == 1
        printed = [part for part in OFF_PAPER if phone.locator(f"{part}:visible").count()]
        colour, ground = phone.evaluate(
            "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))"
        )
        problems = layout_faults(phone)
    as_before(phone, PHONE)
    assert printed == []
    assert colour == "rgb(0, 0, 0)"
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert problems == []


# ---- In a wide window ----


def test_every_target_is_large_enough_in_a_wide_window(desk: Page) -> None:
    assert small_targets(desk) == []


@pytest.mark.parametrize("change", [double_text, space_text], ids=lambda change: change.__name__)
def test_it_keeps_its_layout_in_a_wide_window(desk: Page, change: Change) -> None:
    assert faults_after(desk, change, DESK) == []


@pytest.mark.parametrize("kind", DRAWN)
def test_forced_colours_leave_every_shape_visible(shared_page: Show, kind: str) -> None:
    page = shared_page(KINDS[kind], DESK)
    for scheme in SCHEMES:
        with wishing(page, forced_colors="active", color_scheme=scheme):
            shapes = one_of_each(page)
            assert shapes
            for shape in shapes:
                greys = Image.open(io.BytesIO(shape.screenshot())).convert("L").tobytes()
                assert max(greys) - min(greys) > 80, shape.evaluate("(svg) => svg.outerHTML.slice(0, 200)")


def one_of_each(page: Page) -> list[Locator]:
    """The drawings of a page that are 16 pixels or larger, one of each class."""
    shapes: dict[str, Locator] = {}
    for shape in page.locator("article svg:visible").all():
        box = shape.bounding_box()
        if box and min(box["width"], box["height"]) >= 16:
            name = shape.evaluate("(svg) => `${svg.parentElement.className} ${svg.classList}`")
            shapes.setdefault(name, shape)
    return list(shapes.values())


# ---- In other browsers: with large letters, without scripts, under the strict policy ----


def test_kinds_keep_their_layout_in_a_browser_set_to_large_letters(browser: Browser, base_url: str) -> None:
    program = find_headless_shell() or find_chromium()
    large = browser.browser_type.launch(executable_path=program, args=[*FLAGS, LARGE])
    problems = {}
    page = large.new_page()
    for name in BESIDE:
        page.goto(base_url + KINDS[name])
        wait_until_ready(page)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            problems[name, size["width"]] = layout_faults(page)
    large.close()
    assert {place: faults for place, faults in problems.items() if faults} == {}


def test_every_kind_of_page_reads_without_scripts(shared_page: Show) -> None:
    for name in set(KINDS) - {"not found"}:
        page = shared_page(KINDS[name], java_script_enabled=False)
        assert page.locator("h1").is_visible(), name
        assert page.get_by_role("link", name="Get help now").first.is_visible(), name


def test_every_make_of_page_opens_without_a_complaint(
    base_url: str, pages: dict[str, BuiltPage], new_page: Show
) -> None:
    addresses = one_per_make(pages)
    assert len(addresses) > len(KINDS)
    assert complaints_by_page(new_page(), base_url, addresses) == {}


def complaints_by_page(page: Page, base_url: str, addresses: list[str]) -> dict[str, list[str]]:
    """What pages complain of under the strict policy while they open, are scrolled and get the focus."""
    said = complaints(page, base_url)
    by_address: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(base_url + address)
        page.mouse.wheel(0, 300)
        page.keyboard.press("Tab")
        wait_until_ready(page)
        if said:
            by_address[address] = list(said)
        said.clear()
    return by_address


# ---- Every page ----


@pytest.mark.matrix
def test_every_page_opens_without_a_complaint(base_url: str, addresses: list[str], new_page: Show) -> None:
    assert complaints_by_page(new_page(), base_url, addresses) == {}


@pytest.mark.matrix
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_every_page_is_sound(shared_page: Show, addresses: list[str], size: ViewportSize) -> None:
    problems: dict[str, list[str]] = {}
    for address in addresses:
        page = shared_page(address, size, bypass_csp=True)
        faults = violations(page) + bare_links(page) + small_targets(page)
        for change in (narrow, double_text, space_text):
            faults += faults_after(page, change, size)
        with wishing(page, color_scheme="dark", reduced_motion="reduce"):
            faults += violations(page, rule="color-contrast")
        if faults:
            problems[address] = faults
    assert problems == {}


# ---- Each look sees its fault ----

BROKEN_LAYOUTS = """() => {
  document.querySelector("article").insertAdjacentHTML("beforeend", `
    <p style="width: 2000px; height: 9px">
    <p style="position: relative; left: -400px">lost
    <p style="height: 9px; overflow: hidden; max-width: 90px">several words in a small box
    <p style="margin-bottom: -1.5em">one<p>other
    <button style="height: 12px; width: 60px; overflow: hidden; line-height: 3">several words</button>`);
}"""
OTHER_FAULTS = """() => {
  document.querySelector(".page-text").insertAdjacentHTML("afterbegin", `
    <p>See <a href="#a">inside</a>, <a href="#d" style="text-decoration: none">bare</a>.</p><img src=x>
    <p><a href="#b">alone</a></p><p><a href="#c">one</a>, <a href="#e">two</a></p>
    <p style="color: #999; background: #aaa">grey on grey</p><button style="border: 0">bare</button>`);
}"""
COMPLAINTS = """async () => {
  await fetch("http://outside.invalid/x").catch(() => {});
  document.body.append(Object.assign(document.createElement("script"), { textContent: "1" }));
  setTimeout(() => { throw new Error("planted"); });
  await new Promise((done) => setTimeout(() => { console.warn("the last"); done(); }));
}"""


def test_broken_layouts_are_seen(shared_page: Show) -> None:
    page = shared_page("tools/", bypass_csp=True)
    assert layout_faults(page) == []
    page.evaluate(BROKEN_LAYOUTS)
    text = "\n".join(layout_faults(page))
    for fault in ("scrolls sideways", "beside the window", "cut off:", "over one another", "cut off below"):
        assert fault in text, text


def test_other_looks_see_their_faults(shared_page: Show) -> None:
    page = shared_page("help/", bypass_csp=True)
    space_text(page)
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).letterSpacing)") > 1
    as_before(page, PHONE)
    page.evaluate(OTHER_FAULTS)
    assert [target.split('"')[1] for target in small_targets(page)][:3] == ["alone", "one", "two"]
    assert bare_links(page) == ['a "bare"']
    for rule in ("image-alt", "color-contrast"):
        assert violations(page, ".page-text", rule=rule) != [], rule
    with wishing(page, forced_colors="active"):
        assert len(page.evaluate(script("faceless"))) == 1


def test_complaints_are_heard(base_url: str, new_page: Show) -> None:
    page = new_page()
    said = complaints(page, base_url)
    page.goto(base_url)
    page.evaluate(COMPLAINTS)
    shown = "\n".join(said)
    for fault in ("connect-src", "script-src-elem inline", "exception: planted", "the last"):
        assert fault in shown, shown
