"""The real site without a network: every page from the copy on the device after one
press, and from a disk."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publish.disk_copy import disk_files
from macros.publish.policy import folder_policy
from tests.support.faults import press_save, says
from tests.support.opening import complaints
from tests.support.server import serve

Visit = Callable[[str], Page]

KINDS = (
    *("", "now/", "practices/", "practices/box-breathing/", "practices/five-senses/", "print/box-breathing/"),
    *("guides/panic-and-the-breath/", "glossary/", "glossary/fawn/", "help/", "help/domestic-abuse/"),
    *("about/privacy/", "tools/", "tools/find/", "tools/four-week-start/", "tools/boundary-builder/"),
    *("tools/worksheets/", "tools/worksheets/worry-log/", "tools/ways/", "tools/ways/seven-evenings/"),
    *("tools/journal/", "tools/body-signals/", "tools/booklet/", "tools/my-plan/", "tools/offline/"),
)


@pytest.fixture(scope="module")
def saved(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Opens pages below `request.param` in a browser that visited one practice, pressed once and lost its
    network, under the strict policy."""
    facts = json.loads((site / "offline/copy.json").read_text(encoding="utf-8"))
    with serve(site, request.param, folder_policy(site)) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}practices/box-breathing/")
        page.locator("footer").scroll_into_view_if_needed()
        says(page, f"{facts['bytes'] / 1e6:.1f} MB to download")
        press_save(page)
        says(page, "is saved on this device")
        page.goto("about:blank")  # what that page was still fetching is not looked at
    context.set_offline(True)  # and the host is gone as well
    faults = complaints(page, address)

    def visit(path: str) -> Page:
        page.goto(address + path)
        return page

    yield visit
    context.close()
    assert [fault for fault in faults if fault.startswith("exception")] == []


@pytest.fixture(scope="module")
def unpacked(browser: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Opens files of the copy for a disk, unpacked into a folder whose name needs care."""
    folder = tmp_path_factory.mktemp("disk") / "my stick #1 ü"
    for path, content in disk_files(site):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    context = browser.new_context()
    page = context.new_page()
    faults = complaints(page, "http://no.host/")

    def visit(path: str) -> Page:
        page.goto(f"{folder.as_uri()}/{path}index.html")
        return page

    yield visit
    context.close()
    assert faults == []


def looks_whole(page: Page) -> bool:
    """Whether its styles are there, and a typeface."""
    paper = "getComputedStyle(document.body).getPropertyValue('--paper').trim()"
    faces = "document.fonts.ready.then(() => [...document.fonts].some(({ status }) => status === 'loaded'))"
    return bool(page.evaluate(paper) and page.evaluate(faces))


def use_the_tools(visit: Visit) -> None:
    """Runs a timer, and uses the finder, a builder, the glossary's filter and the search."""
    page = visit("practices/longer-out-breath/")
    page.get_by_role("button", name="Start").first.click()
    expect(page.get_by_role("button", name="Pause").first).to_be_visible()
    before = page.locator("practice-timer").inner_text()
    expect(page.locator("practice-timer")).not_to_have_text(before)
    page = visit("tools/find/")
    page.check("input[value=worried]")
    expect(page.locator(".practice-finder__list > [data-practice]").first).to_be_visible()
    page = visit("tools/boundary-builder/")
    expect(page.locator("boundary-builder [data-answer=no]")).to_be_visible()
    page = visit("glossary/")
    page.locator("glossary-filter input").press_sequentially("zoned out")
    expect(page.locator("glossary-filter")).to_contain_text("dissociation")
    page = visit("")
    page.locator(".site-header [data-search-open]").click()
    page.locator(".search__input").press_sequentially("wound up")
    page.locator(".search-answer__link").first.click()
    expect(page.locator("h1")).to_have_text("Hyperarousal", ignore_case=True)


# ---- The copy on a device ----


def test_every_page_for_readers_is_in_the_copy(site: Path, addresses: list[str]) -> None:
    pack = json.loads(gzip.decompress(next(site.glob("offline/*.pack")).read_bytes()))
    readers = {address for address in addresses if not address.startswith(("contributing/", "embed/"))}
    assert readers - set(pack["entries"]) == set()
    assert len(readers) > 200


@pytest.mark.parametrize("saved", ["/guide/"], indirect=True)
def test_every_kind_of_page_is_whole_says_its_date_and_what_is_not_saved_says_so(
    saved: Visit, site: Path
) -> None:
    tools = {f"tools/{page.parent.name}/" for page in site.glob("tools/*/index.html")}
    assert tools <= set(KINDS)
    for path in KINDS:
        page = saved(path)
        expect(page.locator(".saved-copy time")).to_contain_text("20")
        expect(page.get_by_role("link", name="Get help now").first).to_be_visible()
        assert looks_whole(page), path
    for path in ("contributing/", "embed/box-breathing/", "practises/box-breathin/"):
        page = saved(path)
        expect(page.locator("h1")).to_have_text("Not saved on this device")
        assert page.title().startswith("Not saved on this device")
    expect(page.locator(".nearest-pages__list a").first).to_have_text("Box breathing (4-4-4-4)")
    page = saved("practices/Box-Breathing")
    page.wait_for_url("**/guide/practices/box-breathing/")


@pytest.mark.parametrize("saved", ["/"], indirect=True)
def test_a_timer_the_search_and_the_tools_work(saved: Visit) -> None:
    use_the_tools(saved)


def test_nothing_is_offered_where_a_reader_may_be_watched(site: Path) -> None:
    assert "<offline-copy" not in (site / "help/domestic-abuse/index.html").read_text(encoding="utf-8")
    assert "<offline-copy" in (site / "guides/index.html").read_text(encoding="utf-8")  # control


# ---- The copy for a disk ----


def test_from_a_disk_every_kind_of_page_opens(unpacked: Visit) -> None:
    for path in KINDS:
        page = unpacked(path)
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".saved-copy")).to_be_hidden()
        assert looks_whole(page), path
    expect(page.locator(".offline-copy--full")).to_contain_text("You’re reading a downloaded copy")


def test_from_a_disk_links_a_timer_the_search_and_the_tools_work(unpacked: Visit) -> None:
    page = unpacked("")
    for name in ("Practices", "Guides", "Glossary", "Get help now"):
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url("**/index.html")
        expect(page.locator("h1").first).to_be_visible()
    use_the_tools(unpacked)
