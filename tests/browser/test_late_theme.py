"""The theme's script comes after the reader's first sign; nothing waits for it, and no tap is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

PRACTICE = "practices/longer-out-breath/"
THEME = "script[src*='assets/javascripts/bundle.']"
ARRIVED = "typeof window.component$ === 'object'"


@pytest.fixture
def open_page(base_url: str, new_page: Callable[..., Page]) -> Callable[[str], Page]:
    """Opens an address; the page keeps what it asked the server for in `asked`."""

    def opened(address: str, **options: object) -> Page:
        page = new_page(**options)
        page.goto(base_url + address, wait_until="networkidle")
        return page

    return opened


def arrive(page: Page) -> None:
    """Waits until the theme has started."""
    page.locator(THEME).wait_for(state="attached")
    until(page, lambda: bool(page.evaluate(ARRIVED)))


def until(page: Page, done: Callable[[], bool]) -> None:
    """Waits until something is so."""
    for _ in range(100):
        if done():
            return
        page.wait_for_timeout(100)
    raise AssertionError("It did not come to be.")


def results(page: Page) -> None:
    expect(page.locator("#site-search .md-search-result__link").first).to_be_visible(timeout=30_000)


def test_a_page_that_nobody_touches_never_asks_for_it(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base_url + PRACTICE, wait_until="networkidle")
    page.wait_for_timeout(1000)
    assert [each for each in asked if "bundle." in each or "search_index" in each] == []
    assert any("assets/site." in each for each in asked)  # control


def test_the_index_is_fetched_once_and_only_for_those_who_search(base_url: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.split("/")[-1]))
    page.goto(base_url + PRACTICE, wait_until="networkidle")
    page.mouse.move(200, 300)
    arrive(page)
    page.wait_for_timeout(1500)
    assert "search_index.json" not in asked
    page.get_by_role("button", name="Search").first.click()
    page.keyboard.type("sleep")
    results(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search").first.click()
    page.wait_for_timeout(300)
    assert asked.count("search_index.json") == 1


@pytest.mark.parametrize("sign", ["pointer", "key", "wheel"])
def test_any_sign_brings_it(open_page: Callable[[str], Page], sign: str) -> None:
    page = open_page("guides/")
    acts = {
        "pointer": lambda: page.mouse.move(200, 300),
        "key": lambda: page.keyboard.press("Tab"),
        "wheel": lambda: page.mouse.wheel(0, 100),
    }
    acts[sign]()
    arrive(page)


def test_a_practice_starts_without_it_and_it_does_not_come_while_one_runs(open_page: Callable[[str], Page]) -> None:
    page = open_page(PRACTICE)
    page.get_by_role("button", name="Start", exact=True).press("Enter")
    expect(page.locator("practice-timer")).to_have_attribute("data-state", "ready")
    page.mouse.move(10, 10)
    page.wait_for_timeout(1500)
    expect(page.locator(THEME)).to_have_count(0)
    page.get_by_role("button", name="Stop", exact=True).click()
    arrive(page)


@pytest.mark.parametrize("address", [PRACTICE, f"{PRACTICE}#how-to-do-it"])
def test_the_first_tap_opens_the_search_and_what_is_typed_at_once_is_found(
    open_page: Callable[[str], Page], address: str
) -> None:
    page = open_page(address)
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#site-search")).to_be_visible()
    page.keyboard.type("panic")
    arrive(page)
    page.wait_for_timeout(500)  # the theme would shut it after 125 ms on the address with a part
    expect(page.locator("#site-search")).to_be_visible()
    results(page)


SHUT_WHILE_A_KEY_IS_ANSWERED = """
  const real = window.setInterval;
  window.setInterval = (shut, ms, ...rest) => {
    if (ms !== 125) return real(shut, ms, ...rest);
    addEventListener("input", () => { window.shutByTheme = true; shut(); }, { once: true });
  };
"""


def test_the_search_stays_open_when_the_theme_would_shut_it_between_a_key_and_its_letter(
    base_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.add_init_script(SHUT_WHILE_A_KEY_IS_ANSWERED)
    page.goto(f"{base_url}{PRACTICE}#how-to-do-it", wait_until="networkidle")
    page.get_by_role("button", name="Search").click()
    for _ in range(500):
        page.keyboard.press("a")
        if page.evaluate("window.shutByTheme"):
            break
    assert page.evaluate("window.shutByTheme")  # control
    expect(page.locator("#site-search")).to_be_visible()


@pytest.mark.parametrize("fault", ["no network", "a log-in page", "half of it"])
def test_when_it_does_not_come_the_next_sign_tries_again_and_what_was_typed_is_found(
    open_page: Callable[[str], Page], fault: str
) -> None:
    page = open_page(PRACTICE)
    tries: list[str] = []

    def fail(route: Route) -> None:
        tries.append(route.request.url)
        if fault == "no network":
            route.abort()
        else:
            kind, body = ("text/html", "<h1>Log in</h1>") if fault == "a log-in page" else ("text/javascript", "(()=>{")
            route.fulfill(content_type=kind, body=body)

    page.route("**/bundle.*.js", fail)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("pan")
    until(page, lambda: bool(tries))
    expect(page.locator(THEME)).to_have_count(0)
    page.unroute("**/bundle.*.js")
    page.keyboard.type("ic")
    arrive(page)
    expect(page.locator("#site-search input")).to_have_value("panic")
    results(page)


def test_an_address_that_opens_the_search_waits_for_a_sign_after_a_fault(
    base_url: str, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.route("**/bundle.*.js", lambda route: route.abort(), times=1)
    page.goto(f"{base_url}guides/?q=panic", wait_until="networkidle")
    expect(page.locator(THEME)).to_have_count(0)
    page.mouse.move(200, 300)
    arrive(page)
    results(page)


def test_escape_shuts_the_search_even_while_the_theme_arrives(open_page: Callable[[str], Page]) -> None:
    page = open_page(f"{PRACTICE}#how-to-do-it")
    page.get_by_role("button", name="Search").click()
    page.locator(THEME).wait_for(state="attached")
    page.keyboard.press("Escape")
    expect(page.locator("#site-search")).to_be_hidden()
    arrive(page)
    page.wait_for_timeout(500)
    expect(page.locator("#site-search")).to_be_hidden()


@pytest.mark.parametrize(("address", "text"), [("guides/?q=panic", "panic"), ("guides/#search", "")])
def test_an_address_can_open_the_search(open_page: Callable[[str], Page], address: str, text: str) -> None:
    page = open_page(address)
    expect(page.locator("#site-search")).to_be_visible()
    expect(page.locator("#site-search input")).to_have_value(text)
    if text:
        results(page)


def test_colours_chosen_before_are_there_before_it(open_page: Callable[[str], Page]) -> None:
    page = open_page("guides/")
    page.evaluate("document.querySelector('[data-scheme-switch]').click()")
    page.reload(wait_until="networkidle")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert not page.evaluate(ARRIVED)


def test_folds_are_open_on_paper_and_shut_again_after(open_page: Callable[[str], Page]) -> None:
    page = open_page(PRACTICE)
    shut = page.locator("details:not([open])").count()
    assert shut > 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details:not([open])")).to_have_count(shut)


@pytest.mark.parametrize(
    "address", ["", PRACTICE, "glossary/", "guides/panic-and-the-breath/", "embed/longer-out-breath/"]
)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_shifts_before_the_first_touch_and_when_the_theme_comes(
    open_page: Callable[..., Page], address: str, width: int
) -> None:
    page = open_page(address, viewport={"width": width, "height": 844})
    page.mouse.move(5, 5)
    page.wait_for_timeout(1500)
    shifted = page.evaluate(
        """new Promise((done) => {
          let sum = 0;
          const add = (list) => { for (const { value } of list.getEntries()) sum += value; };
          new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 200);
        })"""
    )
    assert shifted < 0.01  # letters that arrive late may move a line by less than a hair
