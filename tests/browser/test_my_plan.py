"""My plan: every combination gives something, an address is read strictly, and nothing is kept unasked."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_boundary_builder import LEFT
from tests.support.axe import violations
from tests.support.opening import complaints
from tests.support.targets import small_targets

ADDRESS = "tools/my-plan/"
PLAN = "#feel=worried&place=bed&minutes=3&avoid=breath+lying&ask=friend"
# Goes through every combination of answers; names those whose plan is too short, or has
# what was to be avoided.
EVERY = """() => {
  const plan = document.querySelector("my-plan");
  const inputs = (name) => [...plan.querySelectorAll(`input[name=${name}]`)];
  const values = (name) => ["", ...new Set(inputs(name).map(({ value }) => value).filter(Boolean))];
  const avoids = values("avoid").slice(1)
    .reduce((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]]);
  const one = (value) => value ? [value] : [];
  const bad = []; let tried = 0;
  for (const feel of values("feel")) for (const place of values("place"))
    for (const minutes of values("minutes"))
    for (const avoid of avoids) {
      tried += 1;
      const practices = plan.practicesFor({
        feel: one(feel), place: one(place), minutes: one(minutes), avoid, ask: [] });
      const wrong = practices.some(({ facts }) => (avoid.includes("breath") && facts.breath !== "off")
        || (avoid.includes("sound") && facts.sound !== "off") || (feel && !facts.feel.includes(feel))
        || (avoid.includes("lying") && facts.position.join() === "lying")
        || (avoid.includes("upright")
          && !facts.position.some((position) => ["sitting", "lying"].includes(position))));
      const names = new Set(practices.map(({ facts }) => facts.practice));
      if (names.size < 2 || names.size > 3 || names.size < practices.length || wrong)
        bad.push([feel, place, minutes, ...avoid].join(" "));
    }
  return [tried, bad];
}"""


@pytest.fixture
def tool(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens the tool at what follows its "#"; no request leaves, none has a plan in it,
    and no script fails."""
    faults: list[list[str]] = []

    def opened(plan: str = "", **options: Any) -> Page:
        page = new_page(**options)
        if not options.get("bypass_csp"):
            faults.append(complaints(page, base_url))
        page.on("request", lambda request: faults.append([request.url] if "feel=" in request.url else []))
        page.goto(base_url + ADDRESS + plan)
        expect(page.locator(".my-plan__plain")).to_be_hidden()
        return page

    yield opened
    assert [fault for messages in faults for fault in messages] == []


def test_every_combination_gives_two_or_three_practices_without_what_to_avoid(
    tool: Callable[..., Page],
) -> None:
    tried, bad = tool().evaluate(EVERY)
    assert tried > 5000
    assert bad == []


def test_answers_become_a_plan_and_its_address_gives_the_same_plan(tool: Callable[..., Page]) -> None:
    page = tool()
    page.get_by_label("can’t sleep").check()
    page.get_by_label("In bed").check()
    page.get_by_label("Breathing exercises").check()
    page.get_by_label("A helpline").check()
    page.get_by_role("button", name="Make my plan").press("Enter")
    expect(page.get_by_role("heading", name="My plan", exact=True)).to_be_focused()
    assert page.url.endswith("#feel=cannot-sleep&place=bed&avoid=breath&ask=line")
    text = page.locator(".my-plan__plan").inner_text()
    assert "Can’t sleep? What helps" in text
    assert "A helpline in your country." in text
    assert page.evaluate(LEFT)["local"] == 0
    again = tool(page.url.partition(ADDRESS)[2])
    assert again.locator(".my-plan__plan").inner_text() == text
    page.go_back()
    expect(page.locator(".my-plan__form")).to_be_visible()


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("#feel=worried&minutes=7", "the minutes."),
        ("#feel=worried&feel=sad&x=<img src=x onerror=alert(1)>", "what's hardest, parts we don't know."),
        ("#feel=worried&avoid=breath+%22%5D+all&ask=%E0%A4", "what to avoid, who to ask."),
        ("#feel=worried&ask=" + "a" * 5000, "the end, because it was too long, who to ask."),
    ],
)
def test_what_an_address_should_not_hold_is_left_out_and_named(
    tool: Callable[..., Page], plan: str, said: str
) -> None:
    page = tool(plan)
    expect(page.locator(".my-plan__left")).to_contain_text("so we left out: " + said)
    assert page.locator(".my-plan__practices li").count() >= 2
    expect(page.locator(".my-plan__person")).to_contain_text("helplines")


def test_not_safe_leads_to_help(tool: Callable[..., Page], base_url: str) -> None:
    page = tool("#feel=not-safe&minutes=5")
    expect(page.get_by_text("help comes first")).to_be_visible()
    expect(page.locator(".my-plan__plan")).to_be_hidden()
    page.get_by_role("link", name="Not safe? Get help now").click()
    page.wait_for_url(f"{base_url}help/")


def test_a_plan_stays_on_the_device_only_if_asked_and_is_forgotten(
    tool: Callable[..., Page], base_url: str
) -> None:
    page = tool(PLAN)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Keep on this device").click()
    page.goto(base_url + ADDRESS)
    expect(page.locator(".my-plan__practices li").first).to_be_visible()
    page.get_by_role("button", name="Forget this plan").click()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator(".my-plan__form")).to_be_visible()


def test_it_prints_on_one_sheet_and_reads_on_a_narrow_screen(tool: Callable[..., Page]) -> None:
    page = tool(PLAN, viewport={"width": 320, "height": 640}, bypass_csp=True, forced_colors="active")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    assert small_targets(page) == []
    sheet = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=False)))
    assert len(sheet.pages) == 1
    words = sheet.pages[0].extract_text()
    assert "Name and number" in words
    assert "Make my plan" not in words
    page.get_by_role("button", name="Change my answers").click()
    assert violations(page) == []
    assert small_targets(page) == []


def test_without_scripts_each_feeling_leads_to_a_practice_and_a_guide(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + ADDRESS)
    expect(page.locator(".my-plan__form")).to_be_hidden()
    page.locator("li", has_text="Angry:").get_by_role("link").last.click()
    page.wait_for_url(f"{base_url}guides/anger/")
