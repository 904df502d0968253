"""The real site without a network: every kind of page from the copy on the device, and from a disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publish.disk_copy import disk_files
from macros.publish.policy import folder_policy
from tests.conftest import PREFIX
from tests.support.server import serve

KINDS = {
    "home": "",
    "practice": "practices/box-breathing/",
    "practice in steps": "practices/five-senses/",
    "guide": "guides/panic-and-the-breath/",
    "term": "glossary/fawn/",
    "glossary": "glossary/",
    "library": "practices/",
    "tools": "tools/",
    "finder": "tools/find/",
    "four-week start": "tools/four-week-start/",
    "boundary builder": "tools/boundary-builder/",
    "notes": "tools/journal/",
    "body signals": "tools/body-signals/",
    "about copies": "tools/offline/",
    "help": "help/",
    "help with one thing": "help/domestic-abuse/",
    "about": "about/privacy/",
}


@dataclass(frozen=True)
class Kept:
    """A page in a browser that holds the copy and has no network; the site's root; what failed on the page so far."""

    page: Page
    address: str
    faults: list[str]


@pytest.fixture(scope="module", params=["/guide/", "/"], ids=["sub-path", "root"])
def kept(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Kept]:
    """A page in a browser that kept the site and then lost its network, under the strict policy; the root's address."""
    with serve(site, request.param, folder_policy(site)) as address:
        context = browser.new_context()
        page = context.new_page()
        faults: list[str] = []
        page.goto(f"{address}tools/offline/")
        said = page.locator(".offline-copy--full .offline-copy__words")
        button = page.get_by_role("button", name="Save it")
        expect(said).to_contain_text("MB")
        if button.count():
            button.click()
        expect(said).to_contain_text("is saved on this device", timeout=60000)
        page.goto("about:blank")  # what that page was still fetching is not looked at
        page.on("pageerror", lambda error: faults.append(str(error)))
    context.set_offline(True)  # and the host is gone as well
    yield Kept(page, address, faults)
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_there_after_one_visit(kept: Kept, kind: str) -> None:
    page, address = kept.page, kept.address
    answer = page.goto(address + KINDS[kind])
    assert answer
    assert answer.status == 200
    notice = page.locator(".saved-copy")
    expect(notice).to_be_visible()
    expect(notice.locator("time")).to_contain_text("20")
    expect(page.get_by_role("link", name="Get help now").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')").strip()
    assert page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].some((each) => each.status === 'loaded'))"
    )
    assert kept.faults == []


def test_a_timer_runs(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}practices/longer-out-breath/")
    page.get_by_role("button", name="Start").first.click()
    expect(page.get_by_role("button", name="Pause").first).to_be_visible()
    assert kept.faults == []


def test_every_tool_is_in_the_list_above(site: Path) -> None:
    pages = {page.parent.relative_to(site).as_posix() + "/" for page in site.glob("tools/**/index.html")}
    assert pages <= set(KINDS.values())


def test_the_finder_finds(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}tools/find/")
    page.check("input[value=worried]")
    expect(page.locator(".practice-finder__list > [data-practice]").first).to_be_visible()
    assert kept.faults == []


def test_the_boundary_builder_puts_a_sentence_together(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}tools/boundary-builder/")
    page.locator("[data-answer=no]").click()
    page.fill("#builder-ask", "I will not lend the car")
    page.get_by_role("button", name="Make my sentence").click()
    expect(page.locator("[data-made=long]")).to_have_value(re.compile("lend the car"))
    assert kept.faults == []


def test_the_four_week_start_makes_its_calendar_file(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}tools/four-week-start/")
    with page.expect_download() as found:
        page.get_by_role("button", name="Make the calendar file").click()
    assert Path(found.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_note_is_kept_and_there_again(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}tools/journal/")
    page.fill(".private-notes__form [name=hard]", "Row with the bank")
    page.locator(".private-notes__keep").click()
    expect(page.locator(".private-notes__passing")).to_contain_text("Kept on this device")
    page.reload()
    page.locator(".private-notes__show").click()
    expect(page.locator(".private-notes__note").first).to_contain_text("Row with the bank")
    assert kept.faults == []


def test_a_body_signal_leads_to_its_part(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}tools/body-signals/")
    link = page.locator(".body-signals__list a").first
    link.click()
    expect(page.locator(link.get_attribute("href") or "")).to_be_in_viewport()


def test_the_glossary_filter_finds(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}glossary/")
    page.locator("glossary-filter input").press_sequentially("zoned out")
    expect(page.locator("glossary-filter")).to_contain_text("dissociation")


def test_the_search_finds(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(address)
    page.locator(".site-header [data-search-open]").click()
    page.locator(".search__input").press_sequentially("wound up")
    expect(page.locator(".search-answer__link").first).to_contain_text("hyperarousal", ignore_case=True, timeout=30000)


def test_help_says_that_numbers_may_have_changed(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}help/")
    expect(page.locator(".saved-copy")).to_contain_text("call your emergency number")


def test_an_unknown_address_suggests_pages_and_says_what_a_copy_may_lack(kept: Kept, site: Path) -> None:
    page, address = kept.page, kept.address
    answer = page.goto(f"{address}practises/box-breathin/")
    assert answer
    assert answer.status == 404
    expect(page.locator(".saved-copy")).to_contain_text("isn't in the saved copy")
    if address.endswith(PREFIX):  # the page for unknown addresses is made for the address in mkdocs.yml
        expect(page.locator(".nearest-pages__list a").first).to_have_text("Box breathing (4-4-4-4)")


def test_the_private_tools_leave_nothing_in_the_copy(kept: Kept) -> None:
    page, address = kept.page, kept.address
    page.goto(f"{address}tools/find/#feel=wound-up")
    kept_addresses = page.evaluate("""async () => { const all = [];
      for (const name of await caches.keys()) {
        for (const each of await (await caches.open(name)).keys()) all.push(each.url);
      }
      return all; }""")
    assert len(kept_addresses) > 200
    assert [each for each in kept_addresses if "?" in each] == []


@pytest.fixture(scope="module")
def disk(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy for a disk, unpacked into a folder whose name needs care."""
    folder = tmp_path_factory.mktemp("disk") / "my stick #1 ü"
    for path, content in disk_files(site):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


@pytest.fixture
def opened(disk: Path, new_page: Callable[..., Page]) -> Iterator[Callable[[str], Page]]:
    """Opens a file of the copy by its path; fails on errors and on requests outside the folder."""
    page = new_page()
    faults: list[str] = []
    root = disk.as_uri() + "/"
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((root, "data:", "blob:")) else faults.append(f"asked for {asked.url}")
        ),
    )

    def visit(path: str) -> Page:
        page.goto(root + path)
        return page

    yield visit
    assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_from_a_disk_every_kind_of_page_opens(opened: Callable[[str], Page], kind: str) -> None:
    page = opened(f"{KINDS[kind]}index.html")
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(".saved-copy")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')").strip()
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)


def test_from_a_disk_links_lead_to_pages(opened: Callable[[str], Page]) -> None:
    page = opened("index.html")
    for name in ("Practices", "Guides", "Glossary", "Get help now"):
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_load_state()
        assert page.url.endswith("/index.html")
        expect(page.locator("h1").first).to_be_visible()


def test_from_a_disk_the_search_finds_and_leads_to_the_page(opened: Callable[[str], Page]) -> None:
    page = opened("guides/index.html")
    page.locator(".site-header [data-search-open]").click()
    page.locator(".search__input").press_sequentially("hyperarousal")
    found = page.locator(".search-answer__link").first
    expect(found).to_contain_text("hyperarousal", ignore_case=True)
    found.click()
    expect(page.locator("h1")).to_have_text("Hyperarousal", ignore_case=True)


def test_from_a_disk_the_glossary_filter_finds(opened: Callable[[str], Page]) -> None:
    page = opened("glossary/index.html")
    page.locator("glossary-filter input").press_sequentially("zoned out")
    expect(page.locator("glossary-filter")).to_contain_text("dissociation")


def test_from_a_disk_a_timer_runs(opened: Callable[[str], Page]) -> None:
    page = opened("practices/longer-out-breath/index.html")
    page.get_by_role("button", name="Start").first.click()
    expect(page.get_by_role("button", name="Pause").first).to_be_visible()
    numbers = page.locator("practice-timer")
    before = numbers.inner_text()
    page.wait_for_timeout(2500)
    assert numbers.inner_text() != before


def test_from_a_disk_the_page_about_copies_says_so(opened: Callable[[str], Page]) -> None:
    page = opened("tools/offline/index.html")
    expect(page.locator(".offline-copy--full")).to_contain_text("You're reading a downloaded copy")
