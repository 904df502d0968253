"""The boundary builder, in a real browser under the strict policy: the gate first,
nothing kept, nothing sent."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import Library
from tests.support.axe import violations
from tests.support.opening import complaints, wait_until_ready

ADDRESS = "tools/boundary-builder/"
FIELDS = ("facts", "effect", "ask", "offer", "moment")
HOSTILE = (
    '"><img src=x onerror="window.hit=1"><script>window.hit=1</script>{offer}$& \u202egnihton\u202c 😀\x00'
)
LEFT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, name: window.name,
  state: history.state, query: location.search + location.hash, entries: history.length,
})"""
COPIES = """Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => {
  if (window.refuse) throw new DOMException("no", "NotAllowedError"); window.copied = text; } } });"""


@pytest.fixture
def builder(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens the tool; whatever else a test asks, no request leaves and no script fails."""
    faults: list[list[str]] = []

    def opened(*scripts: str, **options: Any) -> Page:
        page = new_page(**options)
        for script in scripts:
            page.add_init_script(script)
        if not options.get("bypass_csp"):  # axe is injected there, and answers in the console
            faults.append(complaints(page, base_url))
        page.goto(base_url + ADDRESS)
        expect(page.locator(".boundary-builder__answers")).to_be_visible()
        return page

    yield opened
    assert [fault for messages in faults for fault in messages] == []


def answer(page: Page, name: str) -> Page:
    page.locator(f"[data-answer={name}]").click()
    return page


def fill(page: Page, **said: str) -> None:
    for name, text in said.items():
        page.fill(f"#builder-{name}", text)


def put_together(page: Page) -> None:
    page.get_by_role("button", name="Make my sentence").click()


def result(page: Page, name: str) -> str:
    return page.input_value(f"[data-result={name}]")


def gate_is_shut(page: Page) -> None:
    """Only the gate is to be seen, and no field is in the page."""
    expect(page.locator(".boundary-builder__gate")).to_be_visible()
    expect(page.locator(".boundary-builder__open")).to_be_hidden()
    expect(page.locator(".boundary-builder__help")).to_be_hidden()
    assert page.locator(".boundary-builder :is(input, textarea, select)").count() == 0


def test_the_gate_comes_first_and_names_control_as_well_as_fear(
    builder: Callable[..., Page], library: Library
) -> None:
    page = builder()
    gate_is_shut(page)
    words = library.data.boundary
    assert words is not None
    assert page.locator(".boundary-builder__questions li").all_inner_texts() == list(words.questions)
    expect(page.locator(".boundary-builder__unreviewed")).to_contain_text(
        "No clinician and no specialist in abuse"
    )
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_visible()
    assert "To borrow" not in page.locator(".boundary-builder").inner_text()


@pytest.mark.parametrize("name", ["yes", "unsure"])
def test_yes_and_not_sure_lead_to_help_and_to_no_script(builder: Callable[..., Page], name: str) -> None:
    page = answer(builder(), name)
    expect(page.locator("#help-first")).to_be_focused()
    expect(page.locator(".boundary-builder__gate")).to_be_hidden()
    expect(page.locator(".boundary-builder__open")).to_be_hidden()
    assert page.locator(".boundary-builder :is(input, textarea, select)").count() == 0
    ways = page.locator(".boundary-builder__help .boundary-builder__ways a")
    assert [way.get_attribute("href") for way in ways.all()] == [
        "../../help/",
        "../../help/domestic-abuse/",
        "../../help/domestic-abuse/#a-device-that-someone-may-watch",
        "../../guides/when-a-boundary-is-not-safe/",
        "../../help/children-and-young-people/",
    ]
    page.get_by_role("button", name="Back to the questions").click()
    gate_is_shut(page)
    expect(page.locator("#safe-first")).to_be_focused()


def test_no_opens_the_fields_and_the_worked_example_is_what_they_make(
    builder: Callable[..., Page], library: Library
) -> None:
    words = library.data.boundary
    assert words is not None
    example = words.example
    page = answer(builder(), "no")
    expect(page.locator("#put-together")).to_be_focused()
    page.select_option("#builder-situation", example.situation)
    page.check(f"[name=aim][value={example.aim}]")
    page.check(f"[name=firmness][value={example.firmness}]")
    fill(page, **{name: getattr(example, name) for name in FIELDS})
    put_together(page)
    expect(page.locator("#to-adapt")).to_be_focused()
    assert result(page, "long").split("\n") == list(example.sentences)
    assert result(page, "plan").split("\n") == list(example.plan)
    assert result(page, "short") == example.sentences[2]


def test_every_aim_and_strength_makes_its_sentence_and_fits_the_label(
    builder: Callable[..., Page], library: Library
) -> None:
    words = library.data.boundary
    assert words is not None
    page = answer(builder(), "no")
    for aim, wording in words.aims.items():
        for strength, patterns in wording.patterns.items():
            page.check(f"[name=aim][value={aim}]")
            page.check(f"[name=firmness][value={strength}]")
            expect(page.locator("label[for=builder-ask]")).to_have_text(wording.ask)
            fill(page, ask="Help on Friday.", facts="", effect="", offer="")
            put_together(page)
            [wanted] = [pattern for pattern in patterns if "{ask}" in pattern]
            assert result(page, "short") == wanted.replace("{ask}", "help on Friday")
            expect(page.locator("[data-result=long]")).to_be_hidden()  # it would say the same
            fill(page, offer="come early")
            put_together(page)
            assert result(page, "long").endswith(patterns[-1].replace("{offer}", "come early"))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"facts": "  it\n ran   late  "}, "It ran late."),
        ({"facts": "Why so late?"}, "Why so late?"),
        ({"facts": "éclairs were gone…"}, "Éclairs were gone…"),
        ({"facts": "😀 again"}, "😀 again."),
        ({"offer": "IKEA the shelves..."}, "I can IKEA the shelves."),
    ],
)
def test_what_is_written_becomes_whole_sentences(
    builder: Callable[..., Page], said: dict[str, str], wanted: str
) -> None:
    page = answer(builder(), "no")
    fill(page, ask="come", **said)
    put_together(page)
    assert wanted in result(page, "long").split("\n")


def test_the_plan_takes_the_readers_moment_or_the_situations(
    builder: Callable[..., Page], library: Library
) -> None:
    words = library.data.boundary
    assert words is not None
    page = answer(builder(), "no")
    page.select_option("#builder-situation", "money")
    expect(page.locator("#builder-moment-hint")).to_contain_text(words.situations["money"].moment)
    fill(page, ask="lend anything")
    put_together(page)
    assert result(page, "plan").startswith(f"If {words.situations['money'].moment}, then")
    fill(page, moment="If he rings on Sunday.")
    put_together(page)
    assert result(page, "plan").startswith("If he rings on Sunday, then")
    assert "If it turns into threats" in result(page, "plan")


def test_without_what_is_asked_it_says_so_kindly_and_goes_there(builder: Callable[..., Page]) -> None:
    page = answer(builder(), "no")
    fill(page, facts="It ran late", ask="  . ")
    put_together(page)
    expect(page.locator(".boundary-builder__problem")).to_contain_text("Please fill in “What you won’t do”.")
    expect(page.locator("#builder-ask")).to_be_focused()
    expect(page.locator(".boundary-builder__results")).to_be_hidden()


def test_near_sentences_and_practices_lead_to_their_place(
    builder: Callable[..., Page], base_url: str
) -> None:
    page = answer(builder(), "no")
    page.select_option("#builder-situation", "undo")
    fill(page, ask="come")
    put_together(page)
    near = page.locator(".boundary-builder__near a")
    assert [link.get_attribute("href") for link in near.all()] == [
        f"../../guides/set-a-boundary-step-by-step/#script-undo-{strength}"
        for strength in ("soft", "clear", "firm")
    ]
    for heading in ("settle-before", "settle-after"):
        assert page.locator(f"section[aria-labelledby={heading}] .practice-card").count() >= 1
    near.first.click()
    expect(page).to_have_url(f"{base_url}guides/set-a-boundary-step-by-step/#script-undo-soft")
    expect(page.locator("#script-undo-soft")).to_be_visible()


def test_copying_says_so_and_a_refusal_marks_the_words(builder: Callable[..., Page]) -> None:
    page = answer(builder(COPIES), "no")
    fill(page, ask="come")
    put_together(page)
    page.fill("[data-result=short]", "My own words.")
    page.get_by_role("button", name="Copy: In one sentence").click()
    expect(page.locator(".boundary-builder__status")).to_have_text("Copied.")
    assert page.evaluate("window.copied") == "My own words."
    page.evaluate("window.refuse = true")
    page.get_by_role("button", name="Copy: If-then plan").click()
    expect(page.locator(".boundary-builder__status")).to_contain_text("didn't allow copying")
    expect(page.locator("[data-result=plan]")).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.selectionEnd > 0")


def test_hostile_text_stays_text(builder: Callable[..., Page]) -> None:
    page = answer(builder(), "no")
    before = page.evaluate("document.querySelectorAll('.boundary-builder *').length")
    fill(page, **{**dict.fromkeys(FIELDS, HOSTILE), "offer": "come early"})
    put_together(page)
    assert '<img src=x onerror="window.hit=1">' in result(page, "long")
    assert "{offer}$&" in result(page, "short"), "what a reader writes is never read as a pattern"
    assert "come early" not in result(page, "short")
    assert page.evaluate("window.hit ?? null") is None
    assert page.locator(".boundary-builder :is(img, script:not([type]))").count() == 0
    grown = page.evaluate("document.querySelectorAll('.boundary-builder *').length") - before
    assert grown == page.locator(".boundary-builder__near *").count()


def test_nothing_is_stored_and_no_request_is_made_by_using_it(builder: Callable[..., Page]) -> None:
    page = builder()
    wait_until_ready(page)
    left, urls = page.evaluate(LEFT), []
    page.on("request", lambda request: urls.append(request.url))
    answer(page, "unsure")
    page.get_by_role("button", name="Back to the questions").click()
    answer(page, "no")
    fill(page, **dict.fromkeys(FIELDS, "A secret that nobody reads"))
    put_together(page)
    assert page.evaluate(LEFT) == left
    assert (left["local"], left["session"], left["databases"], left["cookies"], left["query"]) == (
        0,
        0,
        0,
        "",
        "",
    )
    unsaid = [url for url in urls if "/assets/" not in url or "?" in url]
    assert unsaid == []  # scripts of the site's own may still come; nothing typed goes anywhere


def secret(page: Page) -> Page:
    """The page with a secret in its fields and what was made of it."""
    answer(page, "no")
    fill(page, **dict.fromkeys(FIELDS, "SECRET"))
    put_together(page)
    assert "SECRET" in result(page, "long")
    return page


WATCH_FIELDS = """() => {
  window.fieldsToWatch = [...document.querySelectorAll(".boundary-builder :is(input, textarea)")];
}"""
SECRETS = """() => [...document.querySelectorAll("input, textarea")]
  .filter((field) => field.value.includes("SECRET")).length"""


def test_leaving_and_coming_back_finds_the_gate_and_empty_hands(
    builder: Callable[..., Page], base_url: str
) -> None:
    page = secret(builder())
    page.goto(f"{base_url}tools/")
    page.go_back()
    gate_is_shut(page)
    assert page.evaluate(SECRETS) == 0
    page.go_forward()
    page.go_back()
    gate_is_shut(page)
    page.reload()
    gate_is_shut(page)


@pytest.mark.parametrize("event", ["pagehide", "pageshow"])
@pytest.mark.parametrize("name", ["yes", "unsure", "no"])
def test_leaving_shuts_the_page_and_so_does_a_return_through_the_cache(
    builder: Callable[..., Page], event: str, name: str
) -> None:
    page = builder()
    if name == "no":
        secret(page)
    else:
        answer(page, name)
    page.evaluate(f"window.dispatchEvent(new PageTransitionEvent('{event}', {{ persisted: true }}))")
    gate_is_shut(page)
    assert page.evaluate(SECRETS) == 0
    answer(page, "no")
    assert [page.input_value(f"#builder-{field}") for field in FIELDS] == [""] * len(FIELDS)
    expect(page.locator(".boundary-builder__results")).to_be_hidden()


def test_clear_takes_everything_away(builder: Callable[..., Page]) -> None:
    page = secret(builder())
    page.get_by_role("button", name="Start again").click()
    gate_is_shut(page)
    assert page.evaluate(SECRETS) == 0


def test_leaving_quickly_empties_the_fields_at_once(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    page.route(
        "**/weather", lambda route: route.fulfill(status=204)
    )  # an answer that leaves the page where it is
    page.goto(base_url + ADDRESS)
    secret(page)
    page.evaluate(WATCH_FIELDS)
    page.evaluate("document.querySelector('exit-page').leave(new Event('x'))")
    assert page.evaluate("window.fieldsToWatch.map((field) => field.value).join('')").count("SECRET") == 0


def test_no_field_may_be_restored_corrected_or_sent(builder: Callable[..., Page]) -> None:
    page = answer(builder(), "no")
    fields = page.locator(".boundary-builder :is(input, textarea, select)")
    for field in fields.all():
        assert field.get_attribute("autocomplete") == "off"
    for field in page.locator(".boundary-builder :is(input[type=text], textarea)").all():
        assert field.get_attribute("spellcheck") == "false"
    assert page.locator(".boundary-builder form").get_attribute("action") is None


def test_by_keyboard_alone_from_the_gate_to_a_copied_sentence(builder: Callable[..., Page]) -> None:
    page = builder(COPIES)
    page.focus("[data-answer=yes]")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # situation
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # aim
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # facts
    page.keyboard.type("It ran late")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("stop at nine")
    page.keyboard.press("Enter")
    expect(page.locator("#to-adapt")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".boundary-builder__status")).to_have_text("Copied.")
    assert page.evaluate("window.copied") == "Please stop at nine."


def test_without_scripts_it_is_one_page_with_gate_help_and_example(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + ADDRESS)
    for part in ("gate", "plain", "help", "example", "said", "planned"):
        expect(page.locator(f".boundary-builder__{part}")).to_be_visible()
    assert page.locator(".boundary-builder button:visible").count() == 0
    assert page.locator(".boundary-builder :is(input, textarea, select)").count() == 0
    page.locator("summary", has_text="More work").click()
    expect(page.get_by_text("I can do this or the report by Friday")).to_be_visible()


def test_its_script_is_fetched_on_its_page_only(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page()
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(f"{base_url}tools/")
    wait_until_ready(page)
    assert [url for url in urls if "boundary-builder" in url or "four-week" in url] == []
    page.goto(base_url + ADDRESS)
    wait_until_ready(page)
    assert [url for url in urls if "four-week-start.js" in url] == []
    gate_is_shut(page)


@pytest.mark.parametrize("state", ["gate", "help", "fields", "problem", "made"])
def test_axe_finds_nothing_in_any_state(builder: Callable[..., Page], state: str) -> None:
    page = builder(bypass_csp=True, viewport={"width": 390, "height": 844})
    show(page, state)
    assert violations(page) == []


def show(page: Page, state: str) -> None:
    """Brings the page into a state."""
    if state != "gate":
        answer(page, "unsure" if state == "help" else "no")
    if state == "made":
        fill(page, ask="come", offer="ring on Friday")
    if state in ("problem", "made"):
        put_together(page)


@pytest.mark.parametrize("state", ["gate", "help", "made"])
def test_nothing_scrolls_sideways_at_320_pixels_and_targets_are_large(
    builder: Callable[..., Page], state: str
) -> None:
    page = builder(viewport={"width": 320, "height": 640})
    show(page, state)
    if state == "made":
        page.fill("[data-result=long]", "w" * 200)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for target in page.locator(
        ".boundary-builder :is(button, summary, .pill, select, .boundary-builder__choice):visible"
    ).all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()


def test_in_forced_colours_the_chosen_strength_has_a_thicker_edge(builder: Callable[..., Page]) -> None:
    page = answer(builder(forced_colors="active"), "no")
    width = "(label) => getComputedStyle(label).borderTopWidth"
    chosen = page.locator(".boundary-builder__choice:has(:checked)").first.evaluate(width)
    other = page.locator(".boundary-builder__choice:not(:has(:checked))").first.evaluate(width)
    assert (chosen, other) == ("3px", "1px")


def test_on_paper_the_sentences_are_whole_and_no_button_is_left(builder: Callable[..., Page]) -> None:
    page = answer(builder(viewport={"width": 390, "height": 844}), "no")
    fill(page, ask="come", facts="It ran late. " * 20)
    put_together(page)
    page.emulate_media(media="print")
    out = page.locator("[data-result=long]")
    assert out.evaluate("(field) => field.scrollHeight <= field.clientHeight + 2")
    assert page.locator(".boundary-builder button:visible").count() == 0
    assert page.locator("exit-page:visible").count() == 0
