"""The four-week start, in a real browser: a calendar file that calendars can read, and nothing kept.
What the file's lines must be like is asked by tests/scripts/calendar.test.js."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.content.library import Library
from tests.support.axe import violations
from tests.support.opening import NO_TRACES, traces, wait_until_ready
from tests.support.targets import small_targets

ADDRESS = "tools/four-week-start/"
HOSTILE = r'a\b;c,d"e:f {x} <img src=x onerror=alert(1)> END:VEVENT é😀' + "é" * 60
OpenPage = Callable[..., Page]


def make_file(page: Page) -> None:
    page.get_by_role("button", name="Make the calendar file").click()


def file_of(page: Page, press: Callable[[Page], None] = make_file, **fields: str) -> bytes:
    """The file that the page makes, as it lies on the disk."""
    for name, value in fields.items():
        page.fill(f"[name={name}]", value)
    with page.expect_download() as download:
        press(page)
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
    lists = excluded if isinstance(excluded, list) else [excluded]
    left_out = {moment.dt for dates in lists for moment in dates.dts}
    return [moment for moment in rule if moment not in left_out]


def test_the_file_has_what_calendars_ask_for_and_tells_nothing(open_page: OpenPage, library: Library) -> None:
    page = open_page(ADDRESS, timezone_id="Australia/Sydney")
    text = file_of(page, start="2028-02-20", time="08:30")
    event = event_of(text)
    every = [datetime(2028, 2, 20, 8, 30) + timedelta(days=day) for day in range(28)]
    rests = {day.number for week in library.data.plan for day in week.days if not day.minutes}
    assert moments(event) == [moment for number, moment in enumerate(every, start=1) if number not in rests]
    assert abs(datetime.now(UTC) - event.decoded("DTSTAMP")) < timedelta(minutes=10)
    assert event.decoded("DTSTART").tzinfo is None, "the time floats"
    assert event.decoded("DURATION") == timedelta(minutes=5)
    assert (str(event["CLASS"]), str(event["TRANSP"])) == ("PRIVATE", "TRANSPARENT")
    assert {"DESCRIPTION", "LOCATION", "URL", "ORGANIZER", "ATTENDEE"} & set(event) == set()
    assert event.subcomponents == []
    for word in (b"http", b"steady", b"ground", b"nervous", b"practice", b"breath", b"@", b"week"):
        assert word not in text.lower()
    page.uncheck("[name=rests]")
    page.check("[name=alarm]")
    other = event_of(file_of(page, title=HOSTILE))
    assert moments(other) == every
    assert len(str(event["UID"])) >= 32
    assert event["UID"] != other["UID"]
    title = page.input_value("[name=title]")
    assert title.startswith(HOSTILE[:40])
    assert str(other["SUMMARY"]) == title
    assert page.locator(".four-week-start img").count() == 0
    [alarm] = other.walk("VALARM")
    assert (str(alarm["ACTION"]), str(alarm["DESCRIPTION"])) == ("DISPLAY", title)
    assert alarm.decoded("TRIGGER") == timedelta(0)
    for empty in ("", "   "):
        assert str(event_of(file_of(page, title=empty))["SUMMARY"]) == "A few minutes"


def test_by_keyboard_alone_and_nothing_is_stored_or_sent(open_page: OpenPage) -> None:
    page = open_page(ADDRESS)
    expect(page.locator(".four-week-start__form")).to_be_visible()
    wait_until_ready(page)
    before, urls = traces(page), []
    assert before == {**before, **NO_TRACES}
    page.on("request", lambda request: urls.append(request.url))

    def by_keys(page: Page) -> None:
        page.focus("[name=title]")
        page.keyboard.press("Control+A")
        page.keyboard.type("Tea")
        for key in ("Tab", "Space", "Tab", "Tab", "Enter"):
            page.keyboard.press(key)

    event = event_of(file_of(page, by_keys))
    assert (len(moments(event)), str(event["SUMMARY"])) == (28, "Tea")
    expect(page.locator(".four-week-start__status")).to_contain_text("28 reminders")
    assert traces(page) == before
    size_of_copy = "/offline/copy.json"  # asked for by the foot of the page when a reader comes near it
    fetched = [url for url in urls if not url.startswith("blob:") and not url.endswith(size_of_copy)]
    assert [url for url in fetched if "/assets/" not in url or "?" in url] == []
    page.reload()
    expect(page.locator("[name=title]")).to_have_value("A few minutes")
    assert page.locator(".page input[type=checkbox]").count() == 2, "no day can be ticked"


@pytest.mark.parametrize(
    ("now", "zone", "wanted"),
    [
        ("2028-02-27T12:00:00+00:00", "Pacific/Kiritimati", "2028-02-29"),  # there it is the 28th already
        ("2026-10-24T23:30:00+00:00", "Europe/London", "2026-10-26"),  # half past midnight, a day of 25 hours
    ],
)
def test_the_first_day_offered_is_tomorrow_where_the_reader_is(
    new_page: Callable[..., Page], base_url: str, now: str, zone: str, wanted: str
) -> None:
    page = new_page(timezone_id=zone)
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    page.goto(base_url + ADDRESS)
    expect(page.locator("[name=start]")).to_have_value(wanted)


def is_one_sheet(page: Page) -> None:
    """The plan is printed whole, on one page, without the form."""
    for paper in ("A4", "Letter"):
        [sheet] = PdfReader(BytesIO(page.pdf(format=paper))).pages
        text = sheet.extract_text()
        assert all(f"Day {number}," in text for number in range(1, 29))
        assert "Too much?" in text
        assert "Make the calendar file" not in text


def test_the_dates_stand_in_the_plan_go_with_the_first_day_and_are_printed_on_one_sheet(
    open_page: OpenPage, base_url: str
) -> None:
    page = open_page(ADDRESS, "window.print = () => { window.printed = true; }")
    dates = page.locator(".four-week-plan__date")
    start = page.locator("[name=start]")
    expect(dates).to_have_count(0)
    start.fill("2028-02-20")
    start.blur()
    expect(dates).to_have_count(28)
    texts = [dates.nth(at).inner_text().replace(",", "") for at in (0, 9, 27)]
    assert texts == ["Sun 20 Feb", "Tue 29 Feb", "Sat 18 Mar"]
    is_one_sheet(page)
    page.get_by_role("button", name="Print the plan").click()
    assert page.evaluate("window.printed")
    start.fill("")
    start.blur()
    expect(dates).to_have_count(0)
    for name, address in (
        ("when not to use these practices", "help/using-this-site-safely/"),
        ("look round", "practices/looking-round/"),
    ):
        link = page.locator(".page-text > ul").get_by_role("link", name=name)
        assert link.evaluate("(link) => link.href") == base_url + address
    ways_out = page.locator(".four-week-plan__out a[href='#too-much']")
    expect(ways_out).to_have_count(4)  # one a week
    ways_out.nth(2).click()
    expect(page).to_have_url(f"{base_url}{ADDRESS}#too-much")
    expect(page.locator("#too-much")).to_be_in_viewport()


def test_where_a_browser_cannot_print_no_button_says_that_it_can(open_page: OpenPage, base_url: str) -> None:
    page = open_page(ADDRESS, "delete window.print")
    expect(page.get_by_role("button", name="Make the calendar file")).to_be_visible()
    expect(page.get_by_role("button", name="Print the plan")).to_be_hidden()
    page.goto(f"{base_url}tools/journal/")
    expect(page.locator("private-notes[data-ready]")).to_be_attached()
    expect(page.locator("private-notes button", has_text="Print my notes")).to_have_attribute("hidden", "")


def test_without_scripts_the_plan_is_a_plain_list_on_one_sheet(
    new_page: Callable[..., Page], base_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base_url + ADDRESS)
    assert page.locator(".four-week-plan__day:visible").count() == 28
    expect(page.locator(".four-week-start__form")).to_be_hidden()
    expect(page.locator(".four-week-start__plain")).to_contain_text("Without scripts")
    is_one_sheet(page)


def test_a_missing_or_strange_date_is_asked_for_kindly_on_a_narrow_phone(open_page: OpenPage) -> None:
    page = open_page(ADDRESS, bypass_csp=True, viewport={"width": 320, "height": 640})
    problem = page.locator(".four-week-start__problem")
    for start, time in (("1999-12-31", "09:00"), ("2100-01-01", "09:00"), ("", "09:00"), ("2026-11-23", "")):
        page.fill("[name=start]", start)
        page.fill("[name=time]", time)
        make_file(page)
        expect(problem).to_contain_text("Please choose a first day")
        expect(page.locator("[name=time]" if not time else "[name=start]")).to_be_focused()
        expect(page.locator(".four-week-start__status")).to_have_text("")
    assert violations(page, "four-week-start") == []
    file_of(page, time="09:00")
    expect(problem).to_be_hidden()
    assert violations(page, "four-week-start") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert small_targets(page) == []
