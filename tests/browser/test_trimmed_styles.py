"""A page with its trimmed sheet looks as it does with all: every computed style, every kind of page and state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PREFIX
from tests.support.looks import differences
from tests.support.server import serve

Act = Callable[[Page], None]
Pair = Callable[..., tuple[Page, Page]]
PRACTICE = "practices/longer-out-breath/"
BARE = ("embed/", "print/")


@pytest.fixture(scope="module")
def full_url(unfinished: Path) -> Iterator[str]:
    """Address of the site as MkDocs leaves it, with every sheet."""
    with serve(unfinished, PREFIX) as address:
        yield address


@pytest.fixture
def pair(base_url: str, full_url: str, new_page: Callable[..., Page]) -> Pair:
    """The same page twice, with all sheets and with the trimmed one, after the same acts."""

    def opened(address: str, *acts: Act, **options: Any) -> tuple[Page, Page]:
        made = [_open(new_page, root + address, acts, options) for root in (full_url, base_url)]
        return made[0], made[1]

    return opened


def _open(new_page: Callable[..., Page], address: str, acts: tuple[Act, ...], options: dict[str, Any]) -> Page:
    page = new_page(**{"viewport": {"width": 390, "height": 844}, "reduced_motion": "reduce", **options})
    page.route("**/offline/copy.json", lambda route: route.fulfill(status=404))  # it would come when it has time
    page.goto(address, wait_until="networkidle")
    scripted = options.get("java_script_enabled", True)
    if scripted and not any(bare in address for bare in BARE):
        arrive(page)
    for act in acts:
        act(page)
    page.wait_for_timeout(300)
    return page


def arrive(page: Page) -> None:
    """The theme's script is there on both, since it changes tables and classes."""
    page.mouse.move(5, 400)
    page.mouse.move(6, 401)
    for _ in range(200):
        if page.evaluate("typeof window.component$ === 'object'"):
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(400)
    page.mouse.move(0, 0)


def search(page: Page) -> None:
    page.get_by_role("button", name="Search").first.click()
    page.keyboard.type("sleep")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=30_000)
    shown = -1  # what was found is shown bit by bit, on a busy machine slowly
    while shown != (shown := page.locator(".md-search-result *").count()):
        page.wait_for_timeout(1500)


def dark(page: Page) -> None:
    page.evaluate("document.querySelector('[data-scheme-switch]').click()")


def folds(page: Page) -> None:
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def dialog(page: Page) -> None:
    """The theme's short message, and what it marks in the list of contents."""
    page.evaluate(
        """() => {
          document.querySelector(".md-dialog").classList.add("md-dialog--active");
          document.querySelector(".md-dialog__inner").textContent = "Copied";
          for (const each of document.querySelectorAll(".md-nav__link")) each.classList.add("md-nav__link--active");
        }"""
    )


def kept(page: Page) -> None:
    """What the foot of a page says of its copy on this device."""
    page.evaluate(
        """() => {
          const button = document.createElement("button");
          button.className = "offline-copy__button";
          button.textContent = "Remove it";
          const row = document.querySelector(".offline-copy__buttons");
          row.append(button);
          row.hidden = false;
        }"""
    )


def ended(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Stop", exact=True).click()


def preview(page: Page) -> None:
    page.locator(".page-text a.term-link").first.focus()
    page.wait_for_timeout(800)


def ask(page: Page) -> None:
    page.locator("glossary-filter input").fill("wound up")
    expect(page.locator(".glossary-filter__results li").first).to_be_visible(timeout=20_000)


@pytest.mark.parametrize(
    "address", ["", PRACTICE, "glossary/anxiety/", "guides/panic-and-the-breath/", "practices/", "tools/find/"]
)
@pytest.mark.parametrize(
    "options",
    [{}, {"viewport": {"width": 1280, "height": 900}}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["phone", "wide", "dark", "forced"],
)
def test_every_kind_of_page_looks_the_same(pair: Pair, address: str, options: dict[str, Any]) -> None:
    assert differences(*pair(address, folds, **options)) == []


@pytest.mark.parametrize(
    ("address", "acts"),
    [
        ("guides/", (search,)),
        ("guides/", (search, dark)),
        ("guides/panic-and-the-breath/", (dialog,)),
        ("guides/", (kept, dark)),
        (PRACTICE, (dark, folds)),
        (PRACTICE, (ended,)),
        (PRACTICE, (preview,)),
        ("glossary/", (ask,)),
        ("embed/longer-out-breath/", (folds,)),
        ("embed/longer-out-breath/", (ended,)),
        ("print/five-senses/", ()),
        ("about/evidence/", (folds,)),
        ("help/", (folds,)),
        ("contributing/macros/", ()),
        ("nowhere/", ()),
    ],
    ids=lambda value: "+".join(each.__name__ for each in value) or "as-it-is" if isinstance(value, tuple) else None,
)
def test_every_state_looks_the_same(pair: Pair, address: str, acts: tuple[Act, ...]) -> None:
    assert differences(*pair(address, *acts)) == []


@pytest.mark.parametrize("address", [PRACTICE, "guides/panic-and-the-breath/", "tools/find/"])
def test_paper_and_a_browser_without_scripts_look_the_same(pair: Pair, address: str) -> None:
    def paper(page: Page) -> None:
        page.emulate_media(media="print")

    assert differences(*pair(address, paper)) == []
    assert differences(*pair(address, java_script_enabled=False)) == []


def test_a_rule_that_is_missing_is_seen(pair: Pair) -> None:
    full, trimmed = pair("guides/")
    trimmed.evaluate("document.querySelector('.site-footer__note').style.color = 'red'")
    found = differences(full, trimmed)
    assert any("site-footer__note: color" in each for each in found)


@pytest.mark.matrix
def test_every_page_looks_the_same(pair: Pair, addresses: list[str]) -> None:
    found = {}
    for address in addresses:
        full, trimmed = pair(address, folds)
        if apart := differences(full, trimmed):
            found[address] = apart[:3]
        full.context.close()
        trimmed.context.close()
    assert found == {}
