"""The page for unknown addresses: leads on where it is certain, else suggests, trusts nothing typed.

What an address may mean: tests/scripts/paths.test.js; what is near it: tests/site/test_search_matching.py.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.publish.policy import folder_policy
from tests.conftest import PREFIX
from tests.support.opening import wait_until, wait_until_drawn
from tests.support.server import serve

Visit = Callable[..., Page]

LINKS, HELP = ".nearest-pages__list a", ".page-text a[href$='/help/']"
LISTED = "Boolean(window.siteData?.index)"  # the list of pages has come: the last that the page asks for
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "%",
    "__proto__/constructor/a/b/c/d/e/",
    "-".join(["breath"] * 1500),
)


@pytest.fixture(scope="module")
def base_url(site: Path) -> Iterator[str]:
    """A host that answers every address that is none with the page for those, however it is written."""
    with serve(site, PREFIX, folder_policy(site)) as address:
        yield address


def test_a_slip_of_form_leads_straight_to_the_page_and_back_into_no_circle(
    visit: Visit, base_url: str
) -> None:
    page = visit()
    page.goto(f"{base_url}PRACTICES/Box%20Breathing.html?pattern=4-4-4-4#steps")
    page.wait_for_url(f"{base_url}practices/box-breathing/?pattern=4-4-4-4#steps")
    page.go_back()
    page.wait_for_url(base_url)


def test_a_near_address_gets_its_page_first_and_the_places_stay_where_none_is(
    visit: Visit, base_url: str
) -> None:
    page = visit("qqqq-wwww/zzzz/")
    expect(page.locator(".nearest-pages__asked")).to_be_visible()
    expect(page.locator(LINKS)).to_have_count(0)
    expect(page.locator(HELP)).to_be_visible()
    answer = page.goto(f"{base_url}practises/box-breathin/")
    assert answer
    assert answer.status == 404
    page.locator(LINKS).first.click()
    page.wait_for_url(f"{base_url}practices/box-breathing/")


def test_hostile_and_endless_addresses_are_only_text_and_links_hold(visit: Visit, base_url: str) -> None:
    page = visit(viewport={"width": 320, "height": 640})
    messages: list[str] = []
    failed: list[str] = []
    page.on("dialog", lambda dialog: messages.append(dialog.message))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    for typed in HOSTILE:
        page.goto(base_url + typed)
        wait_until(page, LISTED)
        wait_until_drawn(page)
        assert page.locator(".nearest-pages :is(img, script)").count() == 0
        assert len(page.locator(".nearest-pages").inner_text()) < 1000
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for link in page.locator(".page-text a").all():
            assert str(link.get_attribute("href")).startswith(("/guide/", base_url))
    assert messages == []
    assert len(failed) == len(HOSTILE), "its styles and scripts come, however deep the address"


def test_without_scripts_or_the_list_it_has_help_and_the_places(visit: Visit) -> None:
    page = visit("gone/", java_script_enabled=False)
    expect(page.get_by_role("searchbox")).to_be_hidden()
    for name in ("Get help now", "Practices", "Guides", "Glossary"):
        expect(page.locator(".page-text").get_by_role("link", name=name)).to_be_visible()
    page = visit("gone/")
    page.route("**/search/index*.js", lambda route: route.fulfill(body="var x = 1;"))
    with page.expect_console_message(lambda message: "only the places are shown" in message.text):
        page.reload()
    expect(page.locator(HELP)).to_be_visible()
    expect(page.locator(LINKS)).to_have_count(0)
