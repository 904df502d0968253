"""The pure parts of the private notes in a real browser: files, merging, days. Hostile text goes out and comes back."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.support.notes import COMPONENTS, note
from tests.support.server import serve

MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ cite('x') }} {% raw %}",
    '=HYPERLINK("http://x")',
    "'=1+1",
    "''",
    "+1",
    "-2",
    "@x",
    "\t\r\n",
    'one "quoted", two\r\nthree\rfour\n',
    "שלום \u202eRTL\u202c مرحبا",
    "👩‍👩‍👧‍👦 e\u0301 \ufeff \u2028\u2029",
    "\x00 null \x00",
    "\x01\x1f\x7f\ufffe",
    "y" * 100_000,
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.just(""))
DAYS = st.dates().map(lambda day: day.isoformat())
NAMES = st.sampled_from(("", "hour", "not-yet", "a-word-that-went"))


@st.composite
def stamps(draw: st.DrawFn) -> str:
    moment = draw(st.datetimes()).isoformat(timespec="milliseconds")
    sign, hours, minutes = draw(st.tuples(st.sampled_from("+-"), st.integers(0, 14), st.sampled_from((0, 30, 45))))
    return f"{moment}{sign}{hours:02}:{minutes:02}"


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    signs = [" ".join(sign.split("\n")).strip() for sign in draw(st.lists(TEXTS, max_size=3))]
    return note(
        id=draw(st.from_regex(r"[0-9a-f]{1,6}", fullmatch=True)),
        day=draw(DAYS),
        written=draw(stamps()),
        changed=draw(stamps()),
        slept=draw(NAMES),
        settled=draw(NAMES),
        signs=signs,
        **{name: draw(TEXTS) for name in ("sleep", "hard", "good", "practice", "before", "after", "free")},
    )


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Page]:
    """A page with the pure modules, as they are written."""
    page = browser.new_page()
    with serve(COMPONENTS) as address:
        page.goto(f"{address}private-notes/")
        page.evaluate(
            """async () => {
              for (const name of ["record", "merge", "transfer", "csv", "time", "stored"])
                window[name] = await import(`/private-notes/${name}.js`);
              window.read = (list) => list.map((value) => record.readNote(value).entry).filter(Boolean);
            }"""
        )
        yield page
    page.close()


@MANY
@given(found=st.lists(entries(), max_size=6, unique_by=lambda entry: entry["id"]))
@pytest.mark.parametrize("kind", ["toJson", "toCsv"])
def test_a_round_trip_is_identical_byte_for_byte(modules: Page, kind: str, found: list[dict[str, Any]]) -> None:
    same, unread, count = modules.evaluate(
        """async ([kind, found]) => {
          const first = await new Blob([transfer[kind](read(found))]).arrayBuffer();
          const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(first);
          const { entries, unread } = transfer.fromFile(text);
          const { put } = merge.merge(new Map(), entries);
          const second = new Uint8Array(await new Blob([transfer[kind](put)]).arrayBuffer());
          const bytes = new Uint8Array(first);
          return [bytes.length === second.length && bytes.every((byte, at) => byte === second[at]), unread, put.length];
        }""",
        [kind, found],
    )
    assert (same, unread, count) == (True, 0, len(found))


@MANY
@given(one=st.lists(entries(), max_size=5), other=st.lists(entries(), max_size=5))
def test_merging_loses_nothing_and_a_second_time_changes_nothing(
    modules: Page, one: list[dict[str, Any]], other: list[dict[str, Any]]
) -> None:
    found = modules.evaluate(
        """([one, other]) => {
          const keyed = (list) => list.map((entry) => [entry.id, entry]);
          const into = (kept, list) => new Map([...kept, ...keyed(merge.merge(kept, list).put)]);
          const first = into(into(new Map(), read(one)), read(other));
          const again = merge.merge(first, read([...other, ...one]));
          const same = (held, entry) => record.sameNote({ ...held, id: entry.id }, entry);
          const later = (held, entry) => Date.parse(held.changed) > Date.parse(entry.changed);
          const holds = (entry) => (held) =>
            held.id.split("-")[0] === entry.id && (later(held, entry) || same(held, entry));
          const latest = [...read(one), ...read(other)].every((entry) => [...first.values()].some(holds(entry)));
          return [latest, again.added, again.newer];
        }""",
        [one, other],
    )
    assert found == [True, 0, 0]


def test_half_a_character_is_made_whole_so_that_files_can_hold_it(modules: Page) -> None:
    assert (
        modules.evaluate(
            """(value) => {
          const entry = record.readNote({ ...value, free: "a\\ud800b" }).entry;
          return transfer.fromFile(transfer.toCsv([entry])).entries[0].free;
        }""",
            note(),
        )
        == "a\ufffdb"
    )


def test_a_spreadsheet_reads_the_table_and_runs_nothing(modules: Page) -> None:
    text = modules.evaluate("(list) => transfer.toCsv(read(list))", [note(free="=1+1", good='a "b"\nc', hard="@x")])
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0]["free"] == "'=1+1"
    assert rows[0]["hard"] == "'@x"
    assert rows[0]["good"] == 'a "b"\nc'


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_table_that_lost_its_quotes_is_read(modules: Page, line_end: str) -> None:
    head = ",".join(note())
    row = ",".join(str(value) if value != [] else "" for value in note(good="Ola rang").values())
    found = modules.evaluate("(text) => transfer.fromFile(text)", line_end.join([head, row, ""]))
    assert found == {"entries": [note(good="Ola rang")], "unread": 0}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "unreadable"),
        ("{", "unreadable"),
        ("[]", "unreadable"),
        ("null", "unreadable"),
        ('{"entries": 3}', "unreadable"),
        ('id,written\n"a', "unreadable"),
        ("\x89PNG\r\n\x1a\n", "unreadable"),
        ('{"notes": 2, "entries": []}', "newer"),
        (json.dumps({"notes": 1, "entries": [note(version=2)]}), "newer"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(modules: Page, text: str, reason: str) -> None:
    script = "(text) => { try { return transfer.fromFile(text); } catch (error) { return error.reason; } }"
    assert modules.evaluate(script, text) == reason


def test_broken_notes_of_a_file_are_counted_and_the_others_read(modules: Page) -> None:
    good = note(id="b2")
    broken: list[Any] = [None, 3, "x", {}, [], note(day="2026-02-30"), note(id="<b>"), note(signs="x"), note(free=None)]
    found = modules.evaluate("(text) => transfer.fromFile(text)", json.dumps({"notes": 1, "entries": [*broken, good]}))
    assert found == {"entries": [good], "unread": len(broken)}


def test_a_name_of_the_language_itself_is_no_field(modules: Page) -> None:
    text = json.dumps({"notes": 1, "entries": [note()]})[:-3] + ', "__proto__": {"free": "x"}, "constructor": 1}]}'
    found = modules.evaluate("(text) => transfer.fromFile(text)", text)
    assert found["entries"] == [note()]


def test_older_notes_become_newer_ones_step_by_step(modules: Page) -> None:
    found = modules.evaluate(
        """(value) => {
          const add = (word) => (old) => ({ ...old, free: `${old.free} ${word}` });
          const steps = { 1: add("one"), 2: add("two") };
          return [record.readNote({ ...value, free: "x" }, steps, 3).entry.free,
                  record.readNote({ ...value, version: 3 }, steps, 3).entry.free,
                  record.readNote({ ...value, version: 4 }, steps, 3),
                  record.readNote(value, {}, 3)];
        }""",
        note(),
    )
    assert found == ["x one two", "", {"newer": True}, {"fault": "version"}]


def test_the_order_never_depends_on_the_order_of_coming(modules: Page) -> None:
    listed = [note(id=f"a{number}", day=f"2026-11-0{1 + number % 3}") for number in range(9)]
    orders = set()
    for seed in range(6):
        random.Random(seed).shuffle(listed)
        orders.add(modules.evaluate("(list) => transfer.toJson(read(list))", listed))
    assert len(orders) == 1


def test_anything_that_a_database_can_hold_becomes_text(modules: Page) -> None:
    text = modules.evaluate(
        """() => {
          const loop = { at: new Date(0), big: 10n, nothing: undefined, bytes: new Uint8Array([1, 2]) };
          loop.map = new Map([[1, NaN]]);
          loop.self = loop; return stored.asText(loop); }"""
    )
    assert json.loads(text) == {
        "at": "1970-01-01T00:00:00.000Z",
        "big": "10n",
        "nothing": "(nothing)",
        "bytes": {"base64": "AQI="},
        "map": [[1, None]],
        "self": "(shown above)",
    }


@pytest.mark.parametrize(
    ("zone", "moment", "wanted"),
    [
        ("Europe/London", "2026-03-29T00:59:59.000Z", "2026-03-29T00:59:59.000+00:00"),
        ("Europe/London", "2026-03-29T01:00:00.000Z", "2026-03-29T02:00:00.000+01:00"),
        ("Europe/London", "2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000+01:00"),
        ("Europe/London", "2026-10-25T01:30:00.000Z", "2026-10-25T01:30:00.000+00:00"),
        ("Pacific/Kiritimati", "2026-12-31T10:00:00.000Z", "2027-01-01T00:00:00.000+14:00"),
        ("Asia/Kathmandu", "2026-06-01T18:14:59.999Z", "2026-06-01T23:59:59.999+05:45"),
        ("America/St_Johns", "2026-01-15T02:00:00.000Z", "2026-01-14T22:30:00.000-03:30"),
        ("Pacific/Pago_Pago", "2026-01-01T10:59:00.000Z", "2025-12-31T23:59:00.000-11:00"),
    ],
)
def test_a_moment_is_stamped_with_the_local_day_and_offset(
    browser: Browser, zone: str, moment: str, wanted: str
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    with serve(COMPONENTS) as address:
        page.goto(f"{address}private-notes/")
        found = page.evaluate(
            """async (moment) => {
              const time = await import("/private-notes/time.js");
              const made = time.stamp(new Date(moment));
              const same = Date.parse(made) === Date.parse(moment);
              return [made, time.localDay(new Date(moment)), time.isStamp(made), same];
            }""",
            moment,
        )
    context.close()
    assert found == [wanted, wanted[:10], True, True]


def test_days_are_counted_across_changes_of_the_clocks(modules: Page) -> None:
    script = """() => [time.daysBetween("2026-03-28", "2026-03-30"), time.addDays("2026-10-24", 2),
      time.addDays("2024-02-28", 1),
      time.isDay("2026-02-30"), time.isDay("0004-02-29"), time.weekday("2026-11-22")]"""
    assert modules.evaluate(script) == [2, "2026-10-26", "2024-02-29", False, True, 6]
