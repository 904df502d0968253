"""What our theme mends is wrong in Material as it comes, and right on our site: the same probes on both.

The control (tests/control) is a stock build with usual features. A probe that finds nothing there proves nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT, build
from tests.support import probes
from tests.support.axe import violations
from tests.support.keyboard import tab_to
from tests.support.server import serve

Probe = Callable[[Page], str]
Visit = tuple[str, int, str, Callable[[Page], None]]
# Each rule of axe that stock Material breaks, and where.
RULES = {
    "aria-dialog-name": "search",
    "aria-progressbar-name": "the bar of instant navigation",
    "region": "the bar of instant navigation",
    "color-contrast": "tabs, footer, code, marks, buttons",
    "link-name": "the edit button, whose title a tooltip takes away",
    "link-in-text-block": "links in prose",
    "label": "boxes of a task list",
    "target-size": "line numbers of code",
    "landmark-unique": "tags",
}
PROBES: dict[Probe, int] = {  # and the width of the window
    probes.menu_out_of_reach: 390,
    probes.stops_off_screen: 390,
    probes.stray_stops: 1280,
    probes.focus_lost_on_escape: 1280,
    probes.results_not_announced: 1280,
    probes.results_out_of_tabs_reach: 1280,
    probes.letters_are_commands: 1280,
    probes.scheme_kept_unasked: 1280,
}


@pytest.fixture(scope="module")
def control(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the stock build, under no policy: it breaks a strict one."""
    folder = tmp_path_factory.mktemp("control") / "site"
    done = build(ROOT / "tests" / "control", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(folder) as address:
        yield address


def nothing(page: Page) -> None:
    """The page as it opens."""


def searching(page: Page) -> None:
    """The search is open and shows results."""
    probes.open_search(page, "breath")


def editing(page: Page) -> None:
    """The focus is on the edit button, and its tooltip is shown."""
    tab_to(page, "[rel=edit]")
    page.locator(".md-tooltip2--active").wait_for()


CONTROL: tuple[Visit, ...] = (
    ("", 1280, "light", nothing),
    ("", 390, "dark", nothing),
    ("reading/", 1280, "light", searching),
    ("reading/", 1280, "light", editing),
    ("code/", 1280, "dark", nothing),
)
OURS: tuple[Visit, ...] = (
    ("", 1280, "light", nothing),
    ("guides/why-boundaries-fail/", 390, "dark", nothing),
    ("guides/why-boundaries-fail/", 1280, "light", searching),
    ("guides/why-boundaries-fail/", 390, "dark", searching),
    ("contributing/macros/", 1280, "dark", nothing),
)


def broken_rules(new_page: Callable[..., Page], base: str, visits: tuple[Visit, ...]) -> list[str]:
    """Every violation met on a round of visits."""
    found: list[str] = []
    for address, width, scheme, enter in visits:
        page = new_page(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True)
        page.goto(base + address)
        enter(page)
        found += violations(page)
        page.close()
    return found


def test_axe_finds_every_rule_broken_in_stock_material(control: str, new_page: Callable[..., Page]) -> None:
    found = {violation.split(":")[0] for violation in broken_rules(new_page, control, CONTROL)}
    assert sorted(set(RULES) - found) == []


def test_axe_finds_none_broken_on_ours_on_the_same_round(base_url: str, new_page: Callable[..., Page]) -> None:
    assert broken_rules(new_page, base_url, OURS) == []


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.__name__)
def test_stock_material_is_found_guilty(control: str, new_page: Callable[..., Page], probe: Probe) -> None:
    page = new_page(viewport={"width": PROBES[probe], "height": 844})
    page.goto(control + "reading/")
    assert probe(page)


@pytest.mark.parametrize("address", ["", "glossary/"])
@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.__name__)
def test_ours_is_not(base_url: str, new_page: Callable[..., Page], probe: Probe, address: str) -> None:
    page = new_page(viewport={"width": PROBES[probe], "height": 844})
    page.goto(base_url + address)
    assert probe(page) == ""


def test_focus_on_our_switch_of_colours_is_seen(base_url: str, new_page: Callable[..., Page]) -> None:
    """No control: stock Material 9.8.1 draws a ring as well. The probe is shown to bite by taking ours away."""
    page = new_page(viewport={"width": 1280, "height": 844})
    page.goto(base_url)
    assert probes.scheme_focus_unseen(page) == ""
    page.reload()
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("*:focus-visible { outline: 0 !important }");
      document.adoptedStyleSheets = [sheet];
    }""")
    assert probes.scheme_focus_unseen(page)


def test_the_control_asks_no_other_host(control: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", "reading/", "code/"):
        page.goto(control + address)
    assert [url for url in asked if not url.startswith((control, "data:"))] == []


def test_the_control_is_stock(control: str) -> None:
    settings = (Path(ROOT) / "tests" / "control" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "custom_dir" not in settings
    assert "extra_css" not in settings
