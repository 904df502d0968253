/** One note: its fields, whether it is whole, its day and time (Date, Intl), and the order of many. Pure. */

/** @typedef {{version: number, id: string, day: string, written: string, changed: string, slept: string,
 *   sleep: string, hard: string, settled: string, good: string, signs: readonly string[], practice: string,
 *   before: string, after: string, free: string}} Note */

export const VERSION = 1;
const MOST_CHARACTERS = 1_000_000; // in one field
const MOST_SIGNS = 200;

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" };
const DAYS = new Intl.DateTimeFormat("en-GB", LONG);

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
export const dayInWords = (day) => DAYS.format(Date.parse(`${day}T12:00:00Z`));

const isText = (/** @type {unknown} */ value) => typeof value === "string" && value.length <= MOST_CHARACTERS;
const isName = (/** @type {unknown} */ value) => typeof value === "string" && /^[a-z0-9-]{0,40}$/.test(value);
/** Whether a text is a day that exists: the 30th of February does not. @param {unknown} value */
const isDay = (value) => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T12:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
};
/** @param {unknown} value */
const isTimestamp = (value) =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/.test(value) &&
  isDay(value.slice(0, 10)) &&
  Number.isFinite(Date.parse(value));

const WRITTEN_FIELDS = {
  slept: isName,
  sleep: isText,
  hard: isText,
  settled: isName,
  good: isText,
  signs: (/** @type {unknown} */ value) =>
    Array.isArray(value) && value.length <= MOST_SIGNS && value.every(isText),
  practice: isText,
  before: isText,
  after: isText,
  free: isText,
};
/** What a reader writes; the other fields are for order. */
const WRITTEN = /** @type {(keyof typeof WRITTEN_FIELDS)[]} */ (Object.keys(WRITTEN_FIELDS));
/** Those of one text each. */
export const PLAIN = WRITTEN.filter((name) => name !== "signs");
const EMPTY = { ...Object.fromEntries(PLAIN.map((name) => [name, ""])), signs: [] };

/** Every field in the order in which it is written, and what it must be.
 *  @type {Record<string, (value: unknown) => boolean>} */
export const FIELDS = {
  version: (value) => value === VERSION,
  id: (value) => typeof value === "string" && /^[a-zA-Z0-9-]{1,80}$/.test(value),
  day: isDay,
  written: isTimestamp,
  changed: isTimestamp,
  ...WRITTEN_FIELDS,
};

/** Half a character cannot be written to a file. @param {any} text */
const wellFormed = (text) => text.toWellFormed?.() ?? text;
const oneLine = (/** @type {string} */ text) => wellFormed(text.replace(/\s*\n\s*/g, " ").trim());

/** Reads what claims to be a note; null if a field is missing or wrong, as in one of a later version.
 *  @param {any} value @returns {Note | null} */
export function readNote(value) {
  if (typeof value !== "object" || value === null) return null;
  /** @type {any} */
  const note = {};
  for (const [field, fits] of Object.entries(FIELDS)) {
    if (!Object.hasOwn(value, field) || !fits(value[field])) return null;
    note[field] = typeof value[field] === "string" ? wellFormed(value[field]) : value[field];
  }
  note.practice = oneLine(value.practice);
  note.signs = [...new Set(value.signs.map(oneLine))].filter(Boolean);
  return Object.freeze(note);
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

/** Whether two notes are the same in every field. @param {Note} one @param {Note} other */
export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
