/** The private notes' pure parts: notes, days, files. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  fromFile,
  isBlank,
  localDay,
  makeNote,
  newestFirst,
  readNote,
  timestamp,
  toJson,
} from "../../overrides/components/private-notes/note.js";

const NOW = "2026-11-02T21:00:00.000+00:00";
const HOSTILE = [
  "<script>alert(1)</script>",
  "=1+1",
  "\t\r\n",
  "שלום \u202eRTL\u202c",
  "👩‍👩‍👧‍👦 e\u0301 \u2028",
  "half a character: \ud83d",
  "\0 null",
  "y".repeat(100_000),
];
const note = (fields) => makeNote({ day: "2026-11-02", ...fields }, NOW);

test("any words go out to a file and come back the same", () => {
  const notes = HOSTILE.map((text) => note({ hard: text, free: text, signs: [text, "again"] }));
  const file = toJson(notes);
  const { notes: read, unread } = fromFile(file);
  assert.equal(unread, 0);
  assert.equal(toJson(read), file);
  assert.equal(toJson([...notes].reverse()), file);
});

test("what does not fit is no note, and a file with it still gives the others", () => {
  const whole = note({ hard: "x" });
  const wrong = {
    version: 2,
    id: "",
    day: "2026-02-30",
    written: "2026-11-02",
    slept: "A B",
    hard: 3,
    signs: "x",
    free: "x".repeat(1_000_001),
  };
  for (const [field, value] of Object.entries(wrong))
    assert.equal(readNote({ ...whole, [field]: value }), null, field);
  const others = [null, 7, "text", [], {}, { ...whole, hard: undefined }];
  for (const value of others) assert.equal(readNote(value), null);
  assert.throws(() => note({ free: "x".repeat(1_000_001) }), RangeError);
  const { notes, unread } = fromFile(JSON.stringify({ notes: 1, entries: [whole, ...others] }));
  assert.deepEqual([notes.length, unread], [1, others.length]);
});

test("signs stand on one line each, none twice", () => {
  assert.deepEqual(note({ signs: ["one\n two", "one two", " "] }).signs, ["one two"]);
});

test("a note of spaces is blank", () => {
  assert.equal(isBlank(note({ hard: " \n", signs: [] })), true);
  assert.equal(isBlank(note({ signs: ["x"] })), false);
});

test("newest day first, then the latest written; the order of coming does not matter", () => {
  const unsorted = ["2026-11-01", "2026-11-03", "2026-11-02"].map((day) => note({ day }));
  assert.deepEqual(
    newestFirst(unsorted).map(({ day }) => day),
    ["2026-11-03", "2026-11-02", "2026-11-01"],
  );
  const same = [note({}), note({}), note({})];
  assert.deepEqual(newestFirst(same), newestFirst([...same].reverse()));
});

test("a timestamp has the local day and the distance from UTC", () => {
  const date = new Date(2026, 5, 30, 23, 59, 1, 5);
  assert.equal(localDay(date), "2026-06-30");
  assert.match(timestamp(date), /^2026-06-30T23:59:01\.005[+-]\d\d:\d\d$/);
  assert.equal(Date.parse(timestamp(date)), date.getTime());
});

test("a file that is none of ours is refused, and says why", () => {
  const texts = {
    SyntaxError: ["", "{", "{}", "[1]", "a,b\r\n1,2", '"a', '{"entries": 3}'],
    NewerFile: ['{"notes": 9, "entries": []}', '{"notes": 1, "entries": [{"version": 2}]}'],
  };
  for (const [name, list] of Object.entries(texts))
    for (const text of list) assert.throws(() => fromFile(text), { name }, text);
});

test("a table is read, as an earlier version saved it or as a spreadsheet did, without its quotes", () => {
  const saved = fromFile(readFileSync(new URL("../browser/old_notes/table.csv", import.meta.url), "utf8"));
  const [fourth, , , first] = saved.notes;
  assert.deepEqual([saved.notes.length, saved.unread, fourth.hard || fourth.free], [4, 0, "fourth note"]);
  assert.equal(first.hard, '<b>a letter</b> & "more"');
  assert.deepEqual(first.signs, ["I said no and stayed", "I sang", "Twice"]);
  const columns =
    "version,id,day,written,changed,slept,sleep,hard,settled,good,signs,practice,before,after,free";
  const row = `1,a1,2026-11-02,${NOW},${NOW},,,'=1+1,,"a ""b"", c","one\ntwo",,,,`;
  for (const end of ["\r\n", "\n", "\r"]) {
    const { notes, unread } = fromFile([columns, row, ""].join(end));
    assert.equal(unread, 0);
    assert.deepEqual([notes[0].hard, notes[0].good, notes[0].signs], ["=1+1", 'a "b", c', ["one", "two"]]);
  }
});
