"""The boundary builder, in a real browser under the strict policy: the gate first,
nothing kept, nothing sent."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from macros.content.library import Library
from tests.support.axe import violations
from tests.support.opening import NO_TRACES, traces, wait_until_ready
from tests.support.targets import small_targets

ADDRESS = "tools/boundary-builder/"
FIELDS = ("facts", "effect", "ask", "offer", "moment")
HOSTILE = 'SECRET"><img src=x onerror="window.hit=1"><script>window.hit=1</script>\u202egnihton\u202c 😀\x00'
COPIES = """Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => {
  if (window.refuse) throw new DOMException("no", "NotAllowedError"); window.copied = text; } } });"""
OpenPage = Callable[..., Page]


def answer(page: Page, name: str) -> Page:
    page.locator(f"[data-answer={name}]").click()
    return page


def fill(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.fill(f"#builder-{name}", text)


def put_together(page: Page) -> None:
    page.get_by_role("button", name="Make my sentence").click()


def result(page: Page, name: str) -> str:
    return page.input_value(f"[data-result={name}]")


def fill_secrets(page: Page) -> None:
    """Has a secret in each field, and in what is made of it."""
    answer(page, "no")
    fill(page, **dict.fromkeys(FIELDS, HOSTILE))
    put_together(page)
    assert "SECRET" in result(page, "long")


def gate_is_shut(page: Page) -> None:
    """Only the gate is to be seen, and no field, so nothing written, is in the page."""
    expect(page.locator(".boundary-builder__gate")).to_be_visible()
    expect(page.locator(".boundary-builder__open")).to_be_hidden()
    expect(page.locator(".boundary-builder__help")).to_be_hidden()
    assert page.locator(".boundary-builder :is(input, textarea, select)").count() == 0


def test_the_gate_comes_first_and_yes_and_not_sure_lead_to_help_and_to_no_script(
    open_page: OpenPage, library: Library
) -> None:
    page = open_page(ADDRESS)
    words = library.data.boundary
    assert words is not None
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_visible()
    assert page.locator(".boundary-builder__questions li").all_inner_texts() == list(words.questions)
    unreviewed = page.locator(".boundary-builder__unreviewed")
    expect(unreviewed).to_contain_text("No clinician and no specialist in abuse")
    assert "To borrow" not in page.locator(".boundary-builder").inner_text()
    for name in ("yes", "unsure"):
        gate_is_shut(page)
        answer(page, name)
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
        expect(page.locator("#safe-first")).to_be_focused()


def test_no_opens_the_fields_and_the_worked_example_is_what_they_make(
    open_page: OpenPage, library: Library, base_url: str
) -> None:
    words = library.data.boundary
    assert words is not None
    example = words.example
    page = answer(open_page(ADDRESS), "no")
    expect(page.locator("#put-together")).to_be_focused()
    put_together(page)
    expect(page.locator(".boundary-builder__problem")).to_contain_text("Please fill in “What you won’t do”.")
    expect(page.locator("#builder-ask")).to_be_focused()
    expect(page.locator(".boundary-builder__results")).to_be_hidden()
    for aim, wording in words.aims.items():
        page.check(f"[name=aim][value={aim}]")
        expect(page.locator("label[for=builder-ask]")).to_have_text(wording.ask)
    page.select_option("#builder-situation", "undo")
    expect(page.locator("#builder-moment-hint")).to_contain_text(words.situations["undo"].moment)
    page.select_option("#builder-situation", example.situation)
    page.check(f"[name=aim][value={example.aim}]")
    page.check(f"[name=firmness][value={example.firmness}]")
    fill(page, **{name: getattr(example, name) for name in FIELDS})
    put_together(page)
    expect(page.locator("#to-adapt")).to_be_focused()
    assert result(page, "long").split("\n") == list(example.sentences)
    assert result(page, "plan").split("\n") == list(example.plan)
    assert result(page, "short") == example.sentences[2]
    for heading in ("settle-before", "settle-after"):
        assert page.locator(f"section[aria-labelledby={heading}] .practice-card").count() >= 1
    page.select_option("#builder-situation", "undo")
    fill(page, facts="", effect="", offer="")
    put_together(page)
    expect(page.locator("[data-result=long]")).to_be_hidden()  # it would say the same
    near = page.locator(".boundary-builder__near a")
    assert [link.get_attribute("href") for link in near.all()] == [
        f"../../guides/set-a-boundary-step-by-step/#script-undo-{strength}"
        for strength in ("soft", "clear", "firm")
    ]
    near.first.click()
    expect(page).to_have_url(f"{base_url}guides/set-a-boundary-step-by-step/#script-undo-soft")
    expect(page.locator("#script-undo-soft")).to_be_visible()


def test_by_keyboard_alone_from_the_gate_to_a_copied_sentence_and_a_refusal_marks_the_words(
    open_page: OpenPage,
) -> None:
    page = open_page(ADDRESS, COPIES)
    status = page.locator(".boundary-builder__status")
    page.focus("[data-answer=yes]")
    to_no, to_aim, to_facts = ("Tab", "Tab", "Enter"), ("Tab", "ArrowDown"), ("Tab", "ArrowDown", "Tab")
    for key in (*to_no, *to_aim, *to_facts, "It ran late", "Tab", "Tab", "stop at nine", "Enter"):
        (page.keyboard.type if " " in key else page.keyboard.press)(key)
    expect(page.locator("#to-adapt")).to_be_focused()
    for key in ("Tab", "Tab", "Space"):
        page.keyboard.press(key)
    expect(status).to_have_text("Copied.")
    assert page.evaluate("window.copied") == "Please stop at nine."
    page.fill("[data-result=short]", "My own words.")
    page.get_by_role("button", name="Copy: In one sentence").click()
    expect(status).to_have_text("Copied.")
    assert page.evaluate("window.copied") == "My own words."
    page.evaluate("window.refuse = true")
    page.get_by_role("button", name="Copy: If-then plan").click()
    expect(status).to_contain_text("didn't allow copying")
    expect(page.locator("[data-result=plan]")).to_be_focused()
    assert page.evaluate("getSelection().toString() || document.activeElement.selectionEnd > 0")


def test_nothing_is_stored_or_sent_hostile_text_stays_text_and_coming_back_finds_the_gate(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page(ADDRESS)
    wait_until_ready(page)
    before = traces(page)
    assert before == {**before, **NO_TRACES}
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    fill_secrets(page)
    assert HOSTILE.partition("\x00")[0] in result(page, "long")
    assert page.evaluate("window.hit ?? null") is None
    assert page.locator(".boundary-builder :is(img, script:not([type]))").count() == 0
    assert traces(page) == before
    # Scripts of the site's own may still come; nothing typed goes anywhere.
    assert [url for url in urls if "/assets/" not in url or "?" in url] == []
    page.goto(f"{base_url}tools/")
    page.go_back()
    gate_is_shut(page)
    page.go_forward()
    page.go_back()
    gate_is_shut(page)
    page.reload()
    gate_is_shut(page)


def test_leaving_starting_again_and_a_return_through_the_cache_shut_the_page(open_page: OpenPage) -> None:
    page = open_page(ADDRESS)
    for event in ("pagehide", "pageshow"):
        leave = f"window.dispatchEvent(new PageTransitionEvent('{event}', {{ persisted: true }}))"
        fill_secrets(page)
        page.evaluate(leave)
        gate_is_shut(page)
        answer(page, "yes")
        page.evaluate(leave)
        gate_is_shut(page)
    fill_secrets(page)
    page.get_by_role("button", name="Start again").click()
    gate_is_shut(page)
    answer(page, "no")
    assert [page.input_value(f"#builder-{field}") for field in FIELDS] == [""] * len(FIELDS)
    expect(page.locator(".boundary-builder__results")).to_be_hidden()


def test_leaving_quickly_by_shift_three_times_empties_the_fields_covers_the_page_and_leaves(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    # The address that is left for answers so that the page stays where it is.
    page.route("**/weather", lambda route: route.fulfill(status=204))
    page.goto(base_url + ADDRESS)
    fill_secrets(page)
    page.evaluate("""() => {
      window.watched = [...document.querySelectorAll(".boundary-builder :is(input, textarea)")];
    }""")
    typed = "window.watched.map((field) => field.value).join('')"
    for key in ("Shift+Tab", "Shift", "Shift"):  # with another key it is somebody at work
        page.keyboard.press(key)
    assert "SECRET" in page.evaluate(typed)
    with page.expect_request("**/weather"):
        page.keyboard.press("Shift")
    assert "SECRET" not in page.evaluate(typed)
    expect(page.locator("body")).to_be_hidden()
    expect(page).to_have_title("Weather")


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


def test_every_state_is_sound_on_a_narrow_phone_in_forced_colours_and_on_paper(open_page: OpenPage) -> None:
    page = open_page(ADDRESS, bypass_csp=True, viewport={"width": 320, "height": 640})

    def check() -> None:
        assert violations(page, "boundary-builder") == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert small_targets(page) == []

    check()
    answer(page, "unsure")
    check()
    page.get_by_role("button", name="Back to the questions").click()
    answer(page, "no")
    put_together(page)
    check()
    fields = page.locator(".boundary-builder :is(input, textarea, select)")
    restored = "(fields) => fields.filter((field) => field.autocomplete !== 'off').length"
    assert fields.evaluate_all(restored) == 0
    typed = page.locator(".boundary-builder :is([type=text], textarea)")
    assert typed.evaluate_all("(fields) => fields.filter((field) => field.spellcheck).length") == 0
    assert page.locator(".boundary-builder form").get_attribute("action") is None
    fill(page, ask="come", facts="It ran late. " * 20, offer="ring on Friday")
    put_together(page)
    page.emulate_media(media="print")
    whole = "(field) => field.scrollHeight <= field.clientHeight + 2"
    assert page.locator("[data-result=long]").evaluate(whole)
    assert page.locator(".boundary-builder button:visible, exit-page:visible").count() == 0
    page.emulate_media(media="screen", forced_colors="active")
    width = "(label) => getComputedStyle(label).borderTopWidth"
    edges = [
        page.locator(f".boundary-builder__choice{chosen}").first.evaluate(width)
        for chosen in (":has(:checked)", ":not(:has(:checked))")
    ]
    assert edges == ["3px", "1px"]
    page.emulate_media(forced_colors="none")
    page.fill("[data-result=long]", "w" * 200)
    check()
