"""The real site without a network: every page from the copy on the device after one
press, and from a disk."""

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publish.disk_copy import disk_files
from macros.publish.offline_copy import write_copy
from macros.publish.policy import folder_policy
from tests.conftest import PREFIX
from tests.support.faults import faulty_host, press_save, save, says
from tests.support.server import serve

KINDS = (
    *("", "now/", "practices/", "practices/box-breathing/", "practices/five-senses/", "print/box-breathing/"),
    *("guides/panic-and-the-breath/", "glossary/", "glossary/fawn/", "help/", "help/domestic-abuse/"),
    *("about/privacy/", "tools/", "tools/find/", "tools/four-week-start/", "tools/boundary-builder/"),
    *("tools/worksheets/", "tools/worksheets/worry-log/", "tools/ways/", "tools/ways/seven-evenings/"),
    *("tools/journal/", "tools/body-signals/", "tools/booklet/", "tools/my-plan/", "tools/offline/"),
)


@dataclass(frozen=True)
class Saved:
    """A page in a browser that holds the copy and has no network; the site's root; what
    failed on the page so far."""

    page: Page
    address: str
    faults: list[str]


@pytest.fixture(scope="module", params=["/guide/", "/"], ids=["sub-path", "root"])
def saved(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Saved]:
    """A browser that visited one practice, pressed once and lost its network, under the strict policy."""
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
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
    context.set_offline(True)  # and the host is gone as well
    yield Saved(page, address, faults)
    context.close()


def test_every_page_for_readers_is_in_the_copy(site: Path, addresses: list[str]) -> None:
    pack = json.loads(gzip.decompress(next(site.glob("offline/*.pack")).read_bytes()))
    readers = {address for address in addresses if not address.startswith(("contributing/", "embed/"))}
    assert readers - set(pack["entries"]) == set()
    assert len(readers) > 200


def test_every_kind_of_page_is_whole_and_says_its_date(saved: Saved, site: Path) -> None:
    tools = {f"tools/{page.parent.name}/" for page in site.glob("tools/*/index.html")}
    assert tools <= set(KINDS)
    page = saved.page
    for path in KINDS:
        page.goto(saved.address + path)
        expect(page.locator(".saved-copy time")).to_contain_text("20")
        expect(page.get_by_role("link", name="Get help now").first).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')").strip(), path
        loaded = (
            "document.fonts.ready.then(() => [...document.fonts].some(({ status }) => status === 'loaded'))"
        )
        assert page.evaluate(loaded), path
    assert saved.faults == []


def test_a_timer_the_search_and_the_tools_work(saved: Saved) -> None:
    page, address = saved.page, saved.address
    page.goto(f"{address}practices/longer-out-breath/")
    page.get_by_role("button", name="Start").first.click()
    expect(page.get_by_role("button", name="Pause").first).to_be_visible()
    page.goto(f"{address}tools/find/")
    page.check("input[value=worried]")
    expect(page.locator(".practice-finder__list > [data-practice]").first).to_be_visible()
    page.goto(f"{address}tools/boundary-builder/")
    expect(page.locator("boundary-builder [data-answer=no]")).to_be_visible()
    page.goto(f"{address}glossary/")
    page.locator("glossary-filter input").press_sequentially("zoned out")
    expect(page.locator("glossary-filter")).to_contain_text("dissociation")
    page.goto(address)
    page.locator(".site-header [data-search-open]").click()
    page.locator(".search__input").press_sequentially("wound up")
    expect(page.locator(".search-answer__link").first).to_contain_text(
        "hyperarousal", ignore_case=True, timeout=30_000
    )
    assert saved.faults == []


def test_what_is_not_saved_says_so_and_suggests_pages(saved: Saved) -> None:
    page, address = saved.page, saved.address
    for path in ("contributing/", "embed/box-breathing/", "practises/box-breathin/"):
        page.goto(address + path)
        expect(page.locator("h1")).to_have_text("Not saved on this device")
        assert page.title().startswith("Not saved on this device")
    if address.endswith(PREFIX):  # the page for unknown addresses is made for the address in mkdocs.yml
        expect(page.locator(".nearest-pages__list a").first).to_have_text("Box breathing (4-4-4-4)")
        page.goto(f"{address}practices/Box-Breathing")
        page.wait_for_url(f"{address}practices/box-breathing/")


def test_nothing_is_offered_where_a_reader_may_be_watched(site: Path) -> None:
    assert "<offline-copy" not in (site / "help/domestic-abuse/index.html").read_text(encoding="utf-8")
    assert "<offline-copy" in (site / "guides/index.html").read_text(encoding="utf-8")  # control


def test_a_practice_that_runs_goes_on_to_its_end_through_an_update(
    site: Path, tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    folder, page = Path(shutil.copytree(site, tmp_path / "site")), new_page()
    with faulty_host(folder) as (address, faults):
        page.clock.install(time=1_000_000)
        page.clock.pause_at(2_000_000)
        save(page, f"{address}tools/offline/")
        faults.down = True  # the practice comes from the copy that the update replaces
        page.goto(f"{address}practices/longer-out-breath/")
        page.get_by_role("button", name="Start").click()
        page.get_by_role("button", name="Skip the count").click()
        page.clock.run_for(13_000)
        facts = page.locator(".practice-timer__facts").first
        expect(facts).to_contain_text("Round 2 of 18")
        faults.down = False
        home = folder / "index.html"
        home.write_text(home.read_text(encoding="utf-8").replace("</h1>", " again</h1>", 1), encoding="utf-8")
        write_copy(folder)
        save(page.context.new_page(), f"{address}tools/offline/")
        expect(page.locator("practice-timer").first).to_have_attribute("data-state", "running")
        page.clock.run_for(10_000)
        expect(facts).to_contain_text("Round 3 of 18")
        page.clock.run_for(240_000)
        expect(page.locator("practice-timer").first).to_have_attribute("data-state", "ended")


# ---- The copy for a disk ----


@pytest.fixture
def opened(site: Path, tmp_path: Path, new_page: Callable[..., Page]) -> Iterator[Callable[[str], Page]]:
    """Opens a file of the copy for a disk, unpacked into a folder whose name needs
    care; fails on errors and on requests outside the folder."""
    folder = tmp_path / "my stick #1 ü"
    for path, content in disk_files(site):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    page, root = new_page(), folder.as_uri() + "/"
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: faults.append(request.url) if not is_inside(request.url) else None)

    def is_inside(address: str) -> bool:
        return address.startswith((root, "data:", "blob:"))

    def visit(path: str) -> Page:
        page.goto(root + path)
        return page

    yield visit
    assert faults == []


def test_from_a_disk_every_kind_of_page_opens(opened: Callable[[str], Page]) -> None:
    for path in KINDS:
        page = opened(f"{path}index.html")
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".saved-copy")).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')").strip()
    expect(page.locator(".offline-copy--full")).to_contain_text("You’re reading a downloaded copy")


def test_from_a_disk_links_the_search_a_filter_and_a_timer_work(opened: Callable[[str], Page]) -> None:
    page = opened("index.html")
    for name in ("Practices", "Guides", "Glossary", "Get help now"):
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url("**/index.html")
        expect(page.locator("h1").first).to_be_visible()
    page.locator(".site-header [data-search-open]").click()
    page.locator(".search__input").press_sequentially("hyperarousal")
    page.locator(".search-answer__link").first.click()
    expect(page.locator("h1")).to_have_text("Hyperarousal", ignore_case=True)
    page = opened("glossary/index.html")
    page.locator("glossary-filter input").press_sequentially("zoned out")
    expect(page.locator("glossary-filter")).to_contain_text("dissociation")
    page = opened("practices/longer-out-breath/index.html")
    page.get_by_role("button", name="Start").first.click()
    expect(page.get_by_role("button", name="Pause").first).to_be_visible()
    before = page.locator("practice-timer").inner_text()
    expect(page.locator("practice-timer")).not_to_have_text(before, timeout=20_000)
