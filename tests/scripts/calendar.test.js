/** The calendar file's rules that no reader of calendars forgives: lengths in octets, signs with a meaning, days in months. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, dateAfter, fold } from "../../overrides/components/four-week-start/calendar.js";

const FIELDS = {
  start: "2027-03-27",
  time: "09:00",
  title: "Sit; breathe, rest",
  days: 3,
  without: [2],
  alarm: false,
  uid: "a@b",
  now: new Date("2027-03-01T10:00:00Z"),
};

test("no line is longer than 75 octets, and no character is cut", () => {
  for (const sign of ["a", "é", "€", "😀"]) {
    const line = `SUMMARY:${sign.repeat(120)}`;
    const parts = fold(line).split("\r\n");
    assert.ok(parts.every((part) => new TextEncoder().encode(part).length <= 75));
    assert.equal(parts.map((part, at) => (at ? part.slice(1) : part)).join(""), line);
  }
});

test("days are counted in the calendar, over a change of the clocks and a leap day", () => {
  assert.equal(dateAfter("2027-03-27", 2).toISOString().slice(0, 10), "2027-03-29");
  assert.equal(dateAfter("2028-02-28", 2).toISOString().slice(0, 10), "2028-03-01");
});

test("signs that the format gives a meaning are escaped, and a day without is named", () => {
  const lines = calendar(FIELDS).split("\r\n");
  assert.ok(lines.includes("SUMMARY:Sit\\; breathe\\, rest"));
  assert.ok(lines.includes("EXDATE:20270328T090000"));
  assert.ok(!lines.includes("BEGIN:VALARM"));
});

test("a title cannot break a line, whatever a reader of calendars takes for the end of one", () => {
  const file = calendar({ ...FIELDS, title: "a\r\nb\u0085c\u2028d\u2029e" });
  assert.ok(file.split("\r\n").includes("SUMMARY:a  b c d e"));
});
