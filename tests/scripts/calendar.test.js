/** The calendar file's rules that no reader of calendars forgives: lengths in octets, signs with a meaning,
 *  days in months. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, dateAfter } from "../../overrides/components/four-week-start/calendar.js";

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

const TITLES = [
  String.raw`a\b;c,d"e:f {x} <img src=x onerror=alert(1)> END:VEVENT`,
  "👩‍👩‍👧‍👦 נשימה \u202eabc\u202c ﷽",
  String.raw`\n\,`,
  ", ,",
  ...["a", "é", "€", "😀"].map((sign) => sign.repeat(120)),
  ...[66, 67, 68].map((length) => "a".repeat(length)),
];

test("a title comes back as it was, and no line of it is longer than 75 octets or cuts a character", () => {
  for (const title of TITLES) {
    const file = calendar({ ...FIELDS, title, alarm: true });
    const lines = file.split("\r\n");
    assert.equal(lines.pop(), "");
    assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75 && line.isWellFormed()));
    assert.ok(lines.every((line) => !/[\r\n]/.test(line)));
    const [, value] = /\r\nSUMMARY:(.*)\r\n/.exec(file.replaceAll("\r\n ", ""));
    assert.match(value, /^([^\\;,]|\\[\\;,])*$/); // some parsers forgive what the format does not
    assert.equal(value.replace(/\\(.)/g, "$1"), title);
  }
});

test("the file is the same wherever the device is", () => {
  const zones = ["Europe/London", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"];
  const files = zones.map((zone) => {
    process.env.TZ = zone;
    return calendar({ ...FIELDS, start: "2026-10-20", time: "01:30", days: 28 });
  });
  delete process.env.TZ;
  assert.equal(new Set(files).size, 1);
  assert.match(files[0], /\r\nDTSTART:20261020T013000\r\n/);
});

test("days are counted in the calendar, over a change of the clocks and a leap day", () => {
  assert.equal(dateAfter("2027-03-27", 2).toISOString().slice(0, 10), "2027-03-29");
  assert.equal(dateAfter("2099-12-31", 27).toISOString().slice(0, 10), "2100-01-27");
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
