"""My plan: every combination gives something, an address is read strictly, and nothing is kept unasked."""

from collections.abc import Callable
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.support.axe import violations
from tests.support.opening import traces
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
LEFT_OUT = {
    "#feel=worried&minutes=7": "the minutes.",
    "#feel=worried&feel=sad&x=<img src=x onerror=alert(1)>": "what's hardest, parts we don't know.",
    "#feel=worried&avoid=breath+%22%5D+all&ask=%E0%A4": "what to avoid, who to ask.",
    "#feel=worried&ask=" + "a" * 5000: "the end, because it was too long, who to ask.",
}
OpenPage = Callable[..., Page]


def test_answers_become_a_plan_its_address_gives_it_again_and_every_combination_has_one(
    open_page: OpenPage,
) -> None:
    page = open_page(ADDRESS)
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    for answer in ("can’t sleep", "In bed", "Breathing exercises", "A helpline"):
        page.get_by_label(answer).check()
    page.get_by_role("button", name="Make my plan").press("Enter")
    expect(page.get_by_role("heading", name="My plan", exact=True)).to_be_focused()
    assert page.url.endswith("#feel=cannot-sleep&place=bed&avoid=breath&ask=line")
    text = page.locator(".my-plan__plan").inner_text()
    assert "Can’t sleep? What helps" in text
    assert "A helpline in your country." in text
    assert traces(page)["local"] == 0
    page.reload()
    expect(page.locator(".my-plan__plain")).to_be_hidden()
    assert page.locator(".my-plan__plan").inner_text() == text
    page.go_back()
    expect(page.locator(".my-plan__form")).to_be_visible()
    tried, bad = page.evaluate(EVERY)
    assert tried > 5000
    assert bad == []
    assert [url for url in urls if "feel=" in url] == []


def test_what_an_address_should_not_hold_is_left_out_and_named_and_not_safe_leads_to_help(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page(ADDRESS)
    for plan, words in LEFT_OUT.items():
        page.goto(base_url + ADDRESS + plan)
        expect(page.locator(".my-plan__left")).to_contain_text("so we left out: " + words)
        assert page.locator(".my-plan__practices li").count() >= 2
        expect(page.locator(".my-plan__person")).to_contain_text("helplines")
    page.goto(f"{base_url}{ADDRESS}#feel=not-safe&minutes=5")
    expect(page.get_by_text("help comes first")).to_be_visible()
    expect(page.locator(".my-plan__plan")).to_be_hidden()
    page.get_by_role("link", name="Not safe? Get help now").click()
    page.wait_for_url(f"{base_url}help/")


def test_a_plan_is_kept_only_if_asked_for_and_prints_on_one_sheet(open_page: OpenPage, base_url: str) -> None:
    options = {"bypass_csp": True, "forced_colors": "active"}
    page = open_page(ADDRESS + PLAN, viewport={"width": 320, "height": 640}, **options)
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page, "my-plan") == []
    assert small_targets(page) == []
    [sheet] = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=False))).pages
    words = sheet.extract_text()
    assert "Name and number" in words
    assert "Make my plan" not in words
    page.get_by_role("button", name="Keep on this device").click()
    page.goto(base_url)
    page.goto(base_url + ADDRESS)
    expect(page.locator(".my-plan__practices li").first).to_be_visible()
    page.get_by_role("button", name="Forget this plan").click()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator(".my-plan__form")).to_be_visible()
    assert violations(page, "my-plan") == []
    assert small_targets(page) == []


def test_without_scripts_each_feeling_leads_to_a_practice_and_a_guide(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + ADDRESS)
    expect(page.locator(".my-plan__form")).to_be_hidden()
    page.locator("li", has_text="Angry:").get_by_role("link").last.click()
    page.wait_for_url(f"{base_url}guides/anger/")
