"""The page for unknown addresses: leads on where it is certain, else suggests, trusts nothing typed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publish.policy import folder_policy
from tests.conftest import PREFIX
from tests.support.opening import wait_until, wait_until_drawn
from tests.support.server import serve

LINKS = ".nearest-pages__list a"
LISTED = "Boolean(window.siteData?.index)"  # the list of pages has come: the last that the page asks for


@pytest.fixture(scope="module")
def base_url(site: Path) -> Iterator[str]:
    """A host that answers every address that is none with the page for those, however it is written."""
    with serve(site, PREFIX, folder_policy(site)) as address:
        yield address


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all addresses that change nothing on the device."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("practices/Box-Breathing/", "practices/box-breathing/"),
        ("PRACTICES/BOX-BREATHING", "practices/box-breathing/"),
        ("practices/box-breathing.html", "practices/box-breathing/"),
        ("practices/box-breathing.md", "practices/box-breathing/"),
        ("practices/box_breathing/", "practices/box-breathing/"),
        ("practices/box%20breathing", "practices/box-breathing/"),
        ("practices/box-breathing/index.htm", "practices/box-breathing/"),
        ("practices/box-breathing/).", "practices/box-breathing/"),
        ("Help", "help/"),
    ],
)
def test_a_slip_of_form_leads_straight_to_the_page(tab: Page, base_url: str, typed: str, page: str) -> None:
    tab.goto(f"{base_url}{typed}?pattern=4-4-4-4#steps")
    tab.wait_for_url(f"{base_url}{page}?pattern=4-4-4-4#steps")
    expect(tab.locator("h1")).not_to_have_text("Page not found")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("practises/box-breathin/", "practices/box-breathing/"),
        ("box-breathing/", "practices/box-breathing/"),
        ("boxbreathing", "practices/box-breathing/"),
        ("glosary/polyvagal-theroy/", "glossary/polyvagal-theory/"),
        ("guides/feeling-unreel/", "guides/feeling-unreal/"),
        ("domestic-abuse", "help/domestic-abuse/"),
        ("help/self-harm-help/", "help/self-harm/"),
        ("a/b/c/d/e/f/body-scan/", "practices/body-scan/"),
        ("print/box-breathing/x/", "practices/box-breathing/"),
    ],
)
def test_a_near_address_gets_its_page_first(tab: Page, base_url: str, typed: str, first: str) -> None:
    answer = tab.goto(base_url + typed)
    assert answer
    assert answer.status == 404
    expect(tab.locator(LINKS).first).to_have_attribute("href", base_url + first)
    tab.locator(LINKS).first.click()
    tab.wait_for_url(base_url + first)


@pytest.mark.parametrize("typed", ["xqzptlk/", "qqqq-wwww/zzzz", "%F0%9F%98%80/", "1234567890"])
def test_nothing_near_suggests_nothing_and_the_places_stay(tab: Page, base_url: str, typed: str) -> None:
    tab.goto(base_url + typed)
    expect(tab.locator(".nearest-pages__asked")).to_be_visible()
    expect(tab.locator(LINKS)).to_have_count(0)
    expect(tab.locator(".page-text").get_by_role("link", name="Get help now")).to_be_visible()


@pytest.mark.parametrize(
    "typed",
    [
        "<img src=x onerror=alert(1)>",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "javascript:alert(1)",
        "%",
        "%E0%A4%A",
        "%E2%80%AEgnp.exe",
        "../../../../etc/passwd",
        "__proto__/constructor/",
        "a" * 9000,
        "practices/" * 800,
        "-".join(["breath"] * 1500),
    ],
    ids=lambda typed: typed[:24],
)
def test_hostile_and_endless_addresses_are_only_text(
    new_page: Callable[..., Page], base_url: str, typed: str
) -> None:
    tab = new_page(viewport={"width": 320, "height": 640})
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("dialog", lambda dialog: faults.append(dialog.message))
    tab.goto(base_url + typed)
    expect(tab.locator("h1")).to_be_visible()
    if tab.url.startswith(base_url):  # below the site's root the page looks for what was meant
        wait_until(tab, LISTED)
    wait_until_drawn(tab)
    assert tab.locator(".nearest-pages :is(img, script)").count() == 0
    assert len(tab.locator(".nearest-pages").inner_text()) < 1000
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults == []


@pytest.mark.parametrize("typed", ["gone/", "a/b/c/d/e/f/g/"])
def test_its_links_and_looks_hold_at_any_depth(
    new_page: Callable[..., Page], base_url: str, typed: str
) -> None:
    tab = new_page()
    failed: list[str] = []
    tab.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    tab.goto(base_url + typed)
    wait_until(tab, LISTED)
    assert failed == [base_url + typed]
    for link in tab.locator(".page-text a").all():
        assert (link.get_attribute("href") or "").startswith(("/guide/", base_url))


def test_without_scripts_it_has_help_and_the_places(new_page: Callable[..., Page], base_url: str) -> None:
    tab = new_page(java_script_enabled=False)
    tab.goto(f"{base_url}gone/")
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    for name in ("Get help now", "Practices", "Guides", "Glossary"):
        expect(tab.locator(".page-text").get_by_role("link", name=name)).to_be_visible()


def test_where_the_list_cannot_be_read_the_places_stay(new_page: Callable[..., Page], base_url: str) -> None:
    tab = new_page()
    tab.route("**/search/index*.js", lambda route: route.fulfill(body="<html>Log in</html>"))
    tab.goto(f"{base_url}practises/box-breathin/")
    expect(tab.locator(".page-text").get_by_role("link", name="Get help now")).to_be_visible()
    expect(tab.locator(LINKS)).to_have_count(0)


def test_back_does_not_lead_into_a_circle(new_page: Callable[..., Page], base_url: str) -> None:
    tab = new_page()
    tab.goto(base_url)
    tab.goto(f"{base_url}HELP/")
    tab.wait_for_url(f"{base_url}help/")
    tab.go_back()
    tab.wait_for_url(base_url)
