"""One page of each kind, opened once on a phone and once in a wide window, and looked
at in every way that a reader may.

A look changes the page for itself alone and takes the change back. Where a fault can be
on a single page, and no cheaper ring sees it, `-m matrix` looks at every page.
"""

import io
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from tests.conftest import FLAGS
from tests.support.axe import violations
from tests.support.in_page import script
from tests.support.layout import as_before, double_text, layout_faults, narrow, space_text
from tests.support.opening import complaints, opened, wait_until_ready, wishing
from tests.support.pages import KINDS, BuiltPage, one_per_make
from tests.support.targets import bare_links, small_targets
from tools.setup import find_chromium

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 844}
SHEET_OF_PAPER = {"width": 665, "height": 940}  # A4 within its margins
# "Very large" and more, in a reader's settings.
LARGE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
# Where parts stand beside one another in a wide window: only there do queries of width
# in em say something new.
BESIDE = ("home", "guide", "practice with a breath", "practices", "glossary", "help")
PUBLISHED = [kind for kind in KINDS if kind != "not found"]
OFF_PAPER = (".site-header", ".site-places", ".site-footer", ".skip-link", ".exit-page", ".page-turn")
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of page in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def phone(browser: Browser, base_url: str, kind: str) -> Iterator[Page]:
    """A page of the kind on a phone. The policy is lifted for axe: that it stops nothing is tried below."""
    with opened(browser, base_url + KINDS[kind], viewport=PHONE, bypass_csp=True) as page:
        yield page


@pytest.fixture(scope="module")
def desk(browser: Browser, base_url: str, kind: str) -> Iterator[Page]:
    """A page of the kind in a wide window."""
    with opened(browser, base_url + KINDS[kind], viewport=DESK) as page:
        yield page


def one_of_each(page: Page) -> list[Locator]:
    """The drawings of a page that are 16 pixels or larger, one of each class."""
    shapes: dict[str, Locator] = {}
    for shape in page.locator("article svg:visible").all():
        box = shape.bounding_box()
        if box and min(box["width"], box["height"]) >= 16:
            shapes.setdefault(
                shape.evaluate("(svg) => `${svg.parentElement.className} ${svg.classList}`"), shape
            )
    return list(shapes.values())


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
def test_it_keeps_its_layout_on_a_phone(phone: Page, change: Callable[[Page], None]) -> None:
    change(phone)
    problems = layout_faults(phone)
    as_before(phone, PHONE)
    assert problems == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_forced_colours_leave_every_control_a_face(phone: Page, scheme: str) -> None:
    with wishing(phone, forced_colors="active", color_scheme=scheme):
        assert phone.evaluate(script("faceless")) == []


def test_it_prints_its_text_and_none_of_the_frame(phone: Page) -> None:
    phone.set_viewport_size({"width": SHEET_OF_PAPER["width"], "height": SHEET_OF_PAPER["height"]})
    with wishing(phone, media="print", color_scheme="dark"):
        assert (
            phone.locator("h1:visible, .worksheet__title:visible").count() == 1
        )  # a sheet has a title of its own
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
def test_it_keeps_its_layout_in_a_wide_window(desk: Page, change: Callable[[Page], None]) -> None:
    change(desk)
    problems = layout_faults(desk)
    as_before(desk, DESK)
    assert problems == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_forced_colours_leave_every_shape_visible(desk: Page, scheme: str) -> None:
    with wishing(desk, forced_colors="active", color_scheme=scheme):
        for shape in one_of_each(desk):
            greys = Image.open(io.BytesIO(shape.screenshot())).convert("L").tobytes()
            assert max(greys) - min(greys) > 80, shape.evaluate("(svg) => svg.outerHTML.slice(0, 200)")


# ---- In other browsers: with large letters, without scripts, under the strict policy ----


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_kinds_keep_their_layout_in_a_browser_set_to_large_letters(
    browser: Browser, base_url: str, size: dict[str, int]
) -> None:
    large = browser.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, LARGE])
    problems = {}
    with opened(large, base_url, viewport=size) as page:
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        for name in BESIDE:
            page.goto(base_url + KINDS[name])
            problems[name] = layout_faults(page)
    large.close()
    assert {name: faults for name, faults in problems.items() if faults} == {}


def test_every_kind_of_page_reads_without_scripts(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in PUBLISHED:
        page.goto(base_url + KINDS[name])
        assert page.locator("h1").is_visible(), name
        assert page.get_by_role("link", name="Get help now").first.is_visible(), name
    context.close()


def test_every_make_of_page_opens_without_a_complaint(
    base_url: str, pages: dict[str, BuiltPage], new_page: Callable[..., Page]
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
def test_every_page_opens_without_a_complaint(
    base_url: str, addresses: list[str], new_page: Callable[..., Page]
) -> None:
    assert complaints_by_page(new_page(), base_url, addresses) == {}


@pytest.mark.matrix
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_every_page_is_sound(
    base_url: str, addresses: list[str], new_page: Callable[..., Page], size: dict[str, int]
) -> None:
    page = new_page(viewport=size, bypass_csp=True)
    problems: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(base_url + address)
        wait_until_ready(page)
        faults = violations(page) + bare_links(page) + small_targets(page)
        for change in (narrow, double_text, space_text):
            change(page)
            faults += layout_faults(page)
            as_before(page, size)
        with wishing(page, color_scheme="dark", reduced_motion="reduce"):
            faults += violations(page, rule="color-contrast")
        if faults:
            problems[address] = faults
    assert problems == {}


# ---- Each look sees its fault ----


def planted(page: Page, script: str) -> None:
    """Runs a script that spoils the page; `paragraph(style, text)` gives it a paragraph,
    `article` is the page's own."""
    page.evaluate(f"""() => {{
      const paragraph = (style, text) => {{
        const element = document.createElement("p"); element.style.cssText = style;
        element.textContent = text; return element; }};
      const article = document.querySelector("article");
      {script};
    }}""")


BROKEN_LAYOUTS = {
    "scrolls sideways": "article.append(paragraph('width: 2000px; height: 9px', ''))",
    "beside the window": "article.append(paragraph('position: relative; left: -400px', 'lost'))",
    "cut off": "article.append("
    "paragraph('height: 9px; overflow: hidden; max-width: 90px', 'several words in a small box'))",
    "over one another": "article.append(paragraph('margin-bottom: -1.5em', 'one'), paragraph('', 'other'))",
    "cut off below": "const button = document.createElement('button'); button.textContent = 'several words';"
    "button.style.cssText = 'height: 12px; width: 60px; overflow: hidden; line-height: 3';"
    "article.append(button)",
}


@pytest.mark.parametrize("fault", BROKEN_LAYOUTS)
def test_a_broken_layout_is_seen(base_url: str, new_page: Callable[..., Page], fault: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(base_url + "tools/")
    assert layout_faults(page) == []
    planted(page, BROKEN_LAYOUTS[fault])
    assert any(fault in problem for problem in layout_faults(page))


def test_other_looks_see_their_faults(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page(bypass_csp=True, viewport=PHONE)
    page.goto(base_url + "help/")
    space_text(page)
    assert (
        float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).letterSpacing)")) > 1
    )
    as_before(page, PHONE)
    planted(
        page,
        """document.querySelector('.page-text').insertAdjacentHTML('afterbegin',
      '<p>See <a href="#a">inside</a>, <a href="#d" style="text-decoration: none">bare</a>.</p><img src=x>' +
      '<p><a href="#b">alone</a></p><p><a href="#c">one</a>, <a href="#e">two</a></p>' +
      '<p style="color: #999; background: #aaa">grey on grey</p><button style="border: 0">bare</button>')""",
    )
    assert [target.split('"')[1] for target in small_targets(page)][:3] == ["alone", "one", "two"]
    assert bare_links(page) == ['a "bare"']
    for rule in ("image-alt", "color-contrast"):
        assert violations(page, ".page-text", rule=rule) != [], rule
    with wishing(page, forced_colors="active"):
        assert len(page.evaluate(script("faceless"))) == 1


def test_complaints_are_heard(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    said = complaints(page, base_url)
    page.goto(base_url)
    page.evaluate("""async () => {
      await fetch("http://outside.invalid/x").catch(() => {});
      document.body.append(Object.assign(document.createElement("script"), { textContent: "1" }));
      setTimeout(() => { throw new Error("planted"); });
      await new Promise((done) => setTimeout(() => { console.warn("the last"); done(); }));
    }""")
    shown = "\n".join(said)
    for fault in (
        "violation: connect-src",
        "violation: script-src-elem inline",
        "exception: planted",
        "the last",
    ):
        assert fault in shown, shown
