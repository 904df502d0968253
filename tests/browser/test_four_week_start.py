"""The four-week start, in a real browser: a calendar file that calendars can read, and nothing kept."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.content.library import Library
from tests.browser.test_boundary_builder import LEFT
from tests.conftest import ROOT
from tests.support.axe import violations
from tests.support.opening import complaints, wait_until_ready
from tests.support.server import serve

ADDRESS = "tools/four-week-start/"
HOSTILE = r'a\b;c,d"e:f {x} <img src=x onerror=alert(1)> END:VEVENT'


@pytest.fixture
def tool(new_page: Callable[..., Page], base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens the tool; whatever else a test asks, no request leaves and no script fails."""
    faults: list[list[str]] = []

    def opened(**options: Any) -> Page:
        page = new_page(**options)
        if not options.get("bypass_csp"):  # axe is injected there, and answers in the console
            faults.append(complaints(page, base_url))
        page.goto(base_url + ADDRESS)
        expect(page.locator(".four-week-start__form")).to_be_visible()
        return page

    yield opened
    assert [fault for messages in faults for fault in messages] == []


def file_of(page: Page, **said: str) -> bytes:
    """The file that the page makes, as it lies on the disk."""
    for name, value in said.items():
        page.fill(f"[name={name}]", value)
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the calendar file").click()
    assert download.value.suggested_filename == "reminders.ics"
    return Path(download.value.path()).read_bytes()


def event_of(text: bytes) -> Any:
    """The one event of the file, as a real parser reads it; the parser found no fault."""
    calendar = Calendar.from_ical(text)
    assert calendar.errors == []
    [event] = calendar.walk("VEVENT")
    assert event.errors == []
    return event


def moments(event: Any) -> list[datetime]:
    """Every moment at which the event shows, by the library that calendars in Python use."""
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event.decoded("DTSTART"))
    excluded = event.get("EXDATE", [])
    left_out = {
        moment.dt
        for dates in (excluded if isinstance(excluded, list) else [excluded])
        for moment in dates.dts
    }
    return [moment for moment in rule if moment not in left_out]


@pytest.fixture(scope="module")
def written(browser: Browser) -> Iterator[Callable[..., bytes]]:
    """The file as calendar.js writes it, without a page around it: `written(title="Tea")`."""
    plain = {"start": "2026-11-23", "time": "09:00", "title": "Tea", "days": 2, "without": [], "alarm": False}
    with serve(ROOT / "overrides/components/four-week-start") as address:
        page = browser.new_page()
        page.goto(address)

        def write(zone: str = "Europe/London", **fields: Any) -> bytes:
            context = page.context.new_cdp_session(page)
            context.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
            text: str = page.evaluate(
                """async (fields) => {
                  const { calendar } = await import("./calendar.js");
                  return calendar({ ...fields, uid: "1", now: new Date(0) });
                }""",
                {**plain, **fields},
            )
            context.detach()
            return text.encode()

        yield write
        page.close()


@pytest.mark.parametrize(
    ("start", "time", "zone"),
    [
        ("2028-02-20", "09:00", "Europe/London"),  # a leap day within
        ("2028-02-29", "00:00", "America/New_York"),  # and as the first
        ("2027-02-20", "23:59", "Europe/London"),
        ("2026-12-15", "08:30", "Australia/Sydney"),  # a year's end
        ("2027-03-20", "01:30", "Europe/London"),  # an hour that the clocks leave out
        ("2026-10-20", "01:30", "Europe/London"),  # and one that they repeat
        ("2026-10-31", "02:30", "America/New_York"),
        ("2027-01-01", "00:00", "Pacific/Kiritimati"),
        ("2099-12-31", "12:00", "Pacific/Pago_Pago"),
    ],
)
def test_a_parser_reads_every_day_at_its_hour(
    written: Callable[..., bytes], start: str, time: str, zone: str
) -> None:
    first = datetime.fromisoformat(f"{start}T{time}")
    wanted = [first + timedelta(days=day) for day in range(28) if day + 1 not in (3, 28)]
    file = written(zone, start=start, time=time, days=28, without=[3, 28])
    assert moments(event_of(file)) == wanted


def test_days_of_rest_are_left_out_unless_they_are_wanted(
    tool: Callable[..., Page], library: Library
) -> None:
    page = tool(timezone_id="Australia/Sydney")
    every = [datetime(2026, 12, 15, 8, 30) + timedelta(days=day) for day in range(28)]
    rests = {day.number for week in library.data.plan for day in week.days if not day.minutes}
    times = moments(event_of(file_of(page, start="2026-12-15", time="08:30")))
    assert times == [moment for number, moment in enumerate(every, start=1) if number not in rests]
    assert len(times) == 20
    page.uncheck("[name=rests]")
    assert moments(event_of(file_of(page))) == every


def test_the_event_has_what_the_format_asks_for_and_tells_nothing(tool: Callable[..., Page]) -> None:
    page = tool()
    text = file_of(page)
    event = event_of(text)
    stamp = event.decoded("DTSTAMP")
    assert stamp.tzinfo is not None
    assert abs(datetime.now(UTC) - stamp) < timedelta(minutes=10)
    assert event.decoded("DTSTART").tzinfo is None, "the time floats"
    assert event.decoded("DURATION") == timedelta(minutes=5)
    assert str(event["SUMMARY"]) == "A few minutes"
    assert (str(event["CLASS"]), str(event["TRANSP"])) == ("PRIVATE", "TRANSPARENT")
    assert {"DESCRIPTION", "LOCATION", "URL", "ORGANIZER", "ATTENDEE"} & set(event) == set()
    assert event.subcomponents == []
    for word in (b"http", b"steady", b"ground", b"nervous", b"practice", b"breath", b"@", b"week"):
        assert word not in text.lower()
    other = event_of(file_of(page))
    assert len(str(event["UID"])) >= 32
    assert event["UID"] != other["UID"]


def test_a_ring_is_there_on_request(tool: Callable[..., Page]) -> None:
    page = tool()
    page.check("[name=alarm]")
    [alarm] = event_of(file_of(page, title="Tea")).walk("VALARM")
    assert (str(alarm["ACTION"]), str(alarm["DESCRIPTION"])) == ("DISPLAY", "Tea")
    assert alarm.decoded("TRIGGER") == timedelta(0)


@pytest.mark.parametrize(
    "title",
    [
        HOSTILE,
        "😀" * 40,
        "é" * 80,
        "👩‍👩‍👧‍👦 נשימה \u202eabc\u202c ﷽",
        "a" * 66,
        "a" * 67,
        "a" * 68,
        "\\n\\,",
        ", ,",
    ],
)
def test_titles_are_escaped_and_folded_and_come_back_as_they_were(
    written: Callable[..., bytes], title: str
) -> None:
    text = written(title=title, alarm=True)
    assert str(event_of(text)["SUMMARY"]) == title
    lines = text.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    [shown] = re.findall(rb"^SUMMARY:.*$", text.replace(b"\r\n ", b"").replace(b"\r", b""), re.MULTILINE)
    assert re.fullmatch(rb"SUMMARY:(?:[^\\;,]|\\[\\;,])*", shown), (
        "some parsers forgive what the format does not"
    )


def test_a_hostile_title_is_written_as_it_was_typed(tool: Callable[..., Page]) -> None:
    page = tool()
    assert str(event_of(file_of(page, title=HOSTILE))["SUMMARY"]) == page.input_value("[name=title]")
    assert page.locator(".four-week-start img").count() == 0


def test_without_a_title_the_neutral_one_stands(tool: Callable[..., Page]) -> None:
    page = tool()
    for title in ("", "   "):
        assert str(event_of(file_of(page, title=title))["SUMMARY"]) == "A few minutes"


def test_control_characters_cannot_begin_a_line_of_their_own(written: Callable[..., bytes]) -> None:
    event = event_of(written(title="a\r\nATTENDEE:x\0\x85b"))  # a field takes no line breaks; the code may
    assert "ATTENDEE" not in event
    assert str(event["SUMMARY"]) == "a  ATTENDEE:x  b"


def test_a_missing_or_strange_date_is_asked_for_kindly(tool: Callable[..., Page]) -> None:
    page = tool()
    for start, time in (("", "09:00"), ("2026-11-23", ""), ("1999-12-31", "09:00"), ("2100-01-01", "09:00")):
        page.fill("[name=start]", start)
        page.fill("[name=time]", time)
        page.get_by_role("button", name="Make the calendar file").click()
        expect(page.locator(".four-week-start__problem")).to_contain_text("Please choose a first day")
        expect(page.locator("[name=time]" if not time else "[name=start]")).to_be_focused()
        expect(page.locator(".four-week-start__status")).to_have_text("")


@pytest.mark.parametrize(
    ("now", "zone", "wanted"),
    [
        ("2026-12-31T23:30:00+00:00", "Europe/London", "2027-01-01"),
        ("2028-02-27T12:00:00+00:00", "Pacific/Kiritimati", "2028-02-29"),  # there it is the 28th already
        ("2026-10-24T22:59:00+00:00", "Europe/London", "2026-10-25"),  # the day of 25 hours
        ("2027-03-14T05:30:00+00:00", "America/New_York", "2027-03-15"),  # half past one, on the day of 23
    ],
)
def test_the_first_day_offered_is_tomorrow_where_the_reader_is(
    new_page: Callable[..., Page], base_url: str, now: str, zone: str, wanted: str
) -> None:
    page = new_page(timezone_id=zone)
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    page.goto(base_url + ADDRESS)
    expect(page.locator("[name=start]")).to_have_value(wanted)


def test_the_dates_stand_in_the_plan_and_go_with_the_first_day(tool: Callable[..., Page]) -> None:
    page = tool()
    dates = page.locator(".four-week-plan__date")
    expect(dates).to_have_count(0)
    page.fill("[name=start]", "2028-02-20")
    page.locator("[name=start]").blur()
    expect(dates).to_have_count(28)
    assert [dates.nth(at).inner_text().replace(",", "") for at in (0, 9, 27)] == [
        "Sun 20 Feb",
        "Tue 29 Feb",
        "Sat 18 Mar",
    ]
    page.fill("[name=start]", "")
    page.locator("[name=start]").blur()
    expect(dates).to_have_count(0)


def test_nothing_is_stored_and_no_request_is_made_by_using_it(tool: Callable[..., Page]) -> None:
    page = tool()
    wait_until_ready(page)
    left, urls = page.evaluate(LEFT), []
    page.on("request", lambda request: urls.append(request.url))
    file_of(page, start="2028-02-20", time="06:15", title="Tea")
    assert page.evaluate(LEFT) == left
    assert (left["local"], left["session"], left["databases"], left["cookies"], left["query"]) == (
        0,
        0,
        0,
        "",
        "",
    )
    size_of_copy = "/offline/copy.json"  # asked for by the foot of the page when a reader comes near it
    fetched = [url for url in urls if not url.startswith("blob:") and not url.endswith(size_of_copy)]
    assert [url for url in fetched if "/assets/" not in url or "?" in url] == []
    page.reload()
    expect(page.locator(".four-week-start__form")).to_be_visible()
    assert page.input_value("[name=title]") == "A few minutes"
    assert page.locator(".page input[type=checkbox]").count() == 2, "no day can be ticked"


def test_by_keyboard_alone(tool: Callable[..., Page]) -> None:
    page = tool()
    page.focus("[name=title]")
    page.keyboard.press("Control+A")
    page.keyboard.type("Tea")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    with page.expect_download() as download:
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    assert len(moments(event_of(Path(download.value.path()).read_bytes()))) == 28
    expect(page.locator(".four-week-start__status")).to_contain_text("28 reminders")


def test_the_ways_out_are_links(tool: Callable[..., Page], base_url: str) -> None:
    page = tool()
    page.get_by_role("link", name="Too much?").nth(2).click()
    expect(page).to_have_url(f"{base_url}{ADDRESS}#too-much")
    expect(page.locator("#too-much")).to_be_in_viewport()
    for name, address in (
        ("when not to use these practices", "help/using-this-site-safely/"),
        ("look round", "practices/looking-round/"),
    ):
        link = page.locator(".page-text > ul").get_by_role("link", name=name)
        assert link.evaluate("(link) => link.href") == base_url + address


def test_without_scripts_the_plan_is_a_plain_list(new_page: Callable[..., Page], base_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + ADDRESS)
    assert page.locator(".four-week-plan__day:visible").count() == 28
    expect(page.locator(".four-week-start__form")).to_be_hidden()
    expect(page.locator(".four-week-start__plain")).to_contain_text("Without scripts")


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_it_is_one_sheet(
    new_page: Callable[..., Page], base_url: str, tmp_path: Path, scripts: bool
) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto(base_url + ADDRESS)
    if scripts:
        page.fill("[name=start]", "2028-02-20")
        page.locator("[name=start]").blur()
        expect(page.locator(".four-week-plan__date")).to_have_count(28)
    for paper in ("A4", "Letter"):
        page.pdf(path=tmp_path / "sheet.pdf", format=paper)
        sheets = PdfReader(tmp_path / "sheet.pdf").pages
        assert len(sheets) == 1, paper
        text = sheets[0].extract_text()
        assert all(f"Day {number}," in text for number in range(1, 29))
        assert "Too much?" in text
        assert "Make the calendar file" not in text


def test_the_print_button_prints(tool: Callable[..., Page]) -> None:
    page = tool()
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print the plan").click()
    assert page.evaluate("window.printed")


def test_where_a_browser_cannot_print_no_button_says_that_it_can(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page()
    page.add_init_script("delete window.print")
    page.goto(base_url + ADDRESS)
    expect(page.get_by_role("button", name="Make the calendar file")).to_be_visible()
    expect(page.get_by_role("button", name="Print the plan")).to_be_hidden()
    page.goto(f"{base_url}tools/journal/")
    expect(page.locator("private-notes[data-ready]")).to_be_attached()
    expect(page.locator("private-notes button", has_text="Print my notes")).to_have_attribute("hidden", "")


def test_axe_finds_nothing_in_any_state(tool: Callable[..., Page]) -> None:
    page = tool(bypass_csp=True, viewport={"width": 390, "height": 844})
    page.fill("[name=time]", "")
    page.get_by_role("button", name="Make the calendar file").click()
    expect(page.locator(".four-week-start__problem")).to_be_visible()
    assert violations(page, "four-week-start") == []
    file_of(page, time="09:00")
    assert violations(page, "four-week-start") == []


def test_nothing_scrolls_sideways_at_320_pixels_and_targets_are_large(tool: Callable[..., Page]) -> None:
    page = tool(viewport={"width": 320, "height": 640})
    file_of(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    pressed = (
        ".four-week-start :is(button, label:has(input), input:not([type=checkbox])), .four-week-plan__out a"
    )
    for target in page.locator(pressed).all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44
