/** One note: its fields, whether it is whole, its day and time (Date, Intl). Many: their order, and a file
 *  (JSON). Pure. */

/** @typedef {{version: number, id: string, day: string, written: string, changed: string, slept: string,
 *   sleep: string, hard: string, settled: string, good: string, signs: readonly string[], practice: string,
 *   before: string, after: string, free: string}} Note */

export const VERSION = 1;
const MOST_CHARACTERS = 1_000_000; // in one field
const MOST_SIGNS = 200;

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" };

/** "2026-11-22T23:40:12.345" on the clock of the device. @param {Date} date */
const localTime = (date) =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, -1);

/** The day on the wall calendar where the device is: "2026-11-22". @param {Date} date */
export const localDay = (date) => localTime(date).slice(0, 10);

/** The clock's reading with its distance from UTC: "2026-11-22T23:40:12.345+01:00". @param {Date} date */
export function timestamp(date) {
  const offset = -date.getTimezoneOffset();
  const minutes = Math.abs(offset);
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${localTime(date)}${offset < 0 ? "-" : "+"}${parts.join(":")}`;
}

/** "Sunday, 22 November 2026". @param {string} day */
export const dayInWords = (day) => new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", LONG);

/** @typedef {(value: any) => boolean} Check of a field's value, whatever came in */

/** @param {RegExp} pattern @returns {Check} */
const matches = (pattern) => (value) => typeof value === "string" && pattern.test(value);
const isText = (/** @type {any} */ value) => typeof value === "string" && value.length <= MOST_CHARACTERS;
const isName = matches(/^[a-z0-9-]{0,40}$/);
const isDate = matches(/^\d{4}-\d\d-\d\d$/);
/** Whether a text is a day that exists: the 30th of February does not. @type {Check} */
const isDay = (value) => {
  const time = isDate(value) ? Date.parse(`${value}T12:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
};
const isTime = matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
const isTimestamp = (/** @type {any} */ value) =>
  isTime(value) && isDay(value.slice(0, 10)) && Number.isFinite(Date.parse(value));

/** Every field in the order in which it is written, and what it must be. @type {Record<string, Check>} */
export const FIELDS = {
  version: (value) => value === VERSION,
  id: matches(/^[a-zA-Z0-9-]{1,80}$/),
  day: isDay,
  written: isTimestamp,
  changed: isTimestamp,
  slept: isName,
  sleep: isText,
  hard: isText,
  settled: isName,
  good: isText,
  signs: (value) => Array.isArray(value) && value.length <= MOST_SIGNS && value.every(isText),
  practice: isText,
  before: isText,
  after: isText,
  free: isText,
};
/** What a reader writes, after the five fields that are for order. */
const WRITTEN = /** @type {Exclude<keyof Note, "version">[]} */ (Object.keys(FIELDS).slice(5));
/** Those of one text each. */
export const PLAIN = WRITTEN.filter((name) => name !== "signs");
const EMPTY = { ...Object.fromEntries(PLAIN.map((name) => [name, ""])), signs: [] };

const oneLine = (/** @type {string} */ text) => text.replace(/\s*\n\s*/g, " ").trim();

/** Reads what claims to be a note; null if a field is missing or wrong, as in one of a later version.
 *  @param {any} value @returns {Note | null} */
export function readNote(value) {
  if (typeof value !== "object" || value === null) return null;
  /** @type {any} */
  const note = {};
  for (const [field, fits] of Object.entries(FIELDS)) {
    if (!Object.hasOwn(value, field) || !fits(value[field])) return null;
    note[field] = value[field];
  }
  note.practice = oneLine(value.practice);
  note.signs = [...new Set(value.signs.map(oneLine))].filter(Boolean);
  return Object.freeze(note);
}

/** The whole notes among stored records, each under its own id. @param {Map<any, any>} records */
export function readNotes(records) {
  /** @type {Map<string, Note>} */
  const notes = new Map();
  for (const [id, stored] of records) {
    const note = readNote(stored?.note);
    if (note?.id === id) notes.set(id, /** @type {Note} */ (note));
  }
  return notes;
}

/** A new note, or a changed one where `base` is given. Throws RangeError where a field is longer than a note
 *  can be. @param {object} written the day, and of the fields that a reader writes those that are not empty
 *  @param {string} now a timestamp @param {Note | null} [base] @returns {Note} */
export function makeNote(written, now, base) {
  const order = { version: VERSION, id: base?.id ?? newId(), written: base?.written ?? now, changed: now };
  const note = readNote({ ...EMPTY, ...written, ...order });
  if (!note) throw new RangeError("a field is too long");
  return note;
}

/** 128 random bits; also where randomUUID is missing, as on plain http. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether a note says nothing. @param {Note} note */
export const isBlank = (note) => WRITTEN.every((field) => [note[field]].flat().join("").trim() === "");

/** @param {string} one @param {string} other */
const descending = (one, other) => (one < other ? 1 : one > other ? -1 : 0);

/** Newest day first, then the latest written, then by id. @param {Iterable<Note>} notes */
export const newestFirst = (notes) =>
  [...notes].sort(
    (one, other) =>
      descending(one.day, other.day) ||
      Date.parse(other.written) - Date.parse(one.written) ||
      descending(one.id, other.id),
  );

/** Whether two notes are the same in every field. @param {Note | null} one @param {Note | null} other */
export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The notes as a file, always the same bytes. @param {Iterable<Note>} notes */
export const toJson = (notes) =>
  `${JSON.stringify({ notes: VERSION, entries: newestFirst(notes) }, null, 1)}\n`;

/** The notes of a file, also of a table (CSV) of earlier versions; `unread` counts those that cannot be read.
 *  Throws SyntaxError where it holds none, "NewerFile" where a later version wrote it. @param {string} text */
export function fromFile(text) {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  const { notes: version, entries } = plain.startsWith("{") ? JSON.parse(plain) : fromTable(plain);
  if (version > VERSION || entries?.some?.((/** @type {any} */ value) => value?.version > VERSION))
    throw new DOMException("the file is of a later version", "NewerFile");
  if (!Array.isArray(entries)) throw new SyntaxError("there are no entries");
  const notes = entries.map(readNote).filter((note) => note !== null);
  return { notes, unread: entries.length - notes.length };
}

/** A table per RFC 4180, also one that lost its quotes in a spreadsheet. @param {string} text */
function fromTable(text) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  while (cell.lastIndex < text.length) {
    const cells = cell.exec(text);
    if (!cells) throw new SyntaxError("this is no table");
    const value = cells[1] === undefined ? cells[2] : cells[1].replaceAll('""', '"');
    row.push(value.replace(/^'/, "")); // the sign that stopped a formula
    if (cells[3] === "," && cell.lastIndex < text.length) continue;
    if (row.length > 1 || row[0]) rows.push(row);
    row = [];
  }
  const [head, ...lines] = rows;
  if (!Object.keys(FIELDS).every((field) => head?.includes(field)))
    throw new SyntaxError("a column is missing");
  const entries = lines.map((line) => {
    const value = Object.fromEntries(head.map((column, at) => [column, line[at] ?? ""]));
    return { ...value, version: Number(value.version), signs: value.signs.split("\n") };
  });
  return { notes: VERSION, entries };
}
