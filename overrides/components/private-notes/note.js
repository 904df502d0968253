/** One note: its fields, whether it is whole, its day and time, and the order of many. Pure. */

/** @typedef {{version: number, id: string, day: string, written: string, changed: string, slept: string, sleep: string,
 *   hard: string, settled: string, good: string, signs: readonly string[], practice: string, before: string,
 *   after: string, free: string}} Note */

export const VERSION = 1;
const MOST_CHARACTERS = 1_000_000; // in one field
const MOST_SIGNS = 200;

const DAYS = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** The day on the wall calendar where the device is: "2026-11-22". @param {Date} date */
export const localDay = (date) =>
  `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The clock's reading with its distance from UTC: "2026-11-22T23:40:12.345+01:00". @param {Date} date */
export function timestamp(date) {
  const offset = -date.getTimezoneOffset();
  const size = Math.abs(offset);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, "0")}`;
  return `${localDay(date)}T${time}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** "Sunday, 22 November 2026". @param {string} day */
export const dayInWords = (day) => DAYS.format(Date.parse(`${day}T12:00:00Z`));

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= MOST_CHARACTERS;
/** @param {unknown} value */
const isName = (value) => typeof value === "string" && /^[a-z0-9-]{0,40}$/.test(value);
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

/** Every field in the order in which it is written, and what it must be. @type {Record<string, (value: unknown) => boolean>} */
export const FIELDS = {
  version: (value) => value === VERSION,
  id: (value) => typeof value === "string" && /^[a-zA-Z0-9-]{1,80}$/.test(value),
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

/** What a reader writes; the other fields are for order. */
const WRITTEN = /** @type {const} */ ([
  "slept",
  "sleep",
  "hard",
  "settled",
  "good",
  "signs",
  "practice",
  "before",
  "after",
  "free",
]);

/** Half a character cannot be written to a file. @param {any} text */
const wellFormed = (text) => text.toWellFormed?.() ?? text;
const oneLine = (/** @type {string} */ text) =>
  wellFormed(text)
    .replace(/\s*\n\s*/g, " ")
    .trim();

/** Reads what claims to be a note; null if a field is missing or wrong, as in one of a later version. @param {any} value @returns {Note | null} */
export function readNote(value) {
  if (typeof value !== "object" || value === null) return null;
  for (const [field, fits] of Object.entries(FIELDS))
    if (!Object.hasOwn(value, field) || !fits(value[field])) return null;
  const fields = Object.keys(FIELDS).map((field) => [
    field,
    typeof value[field] === "string" ? wellFormed(value[field]) : value[field],
  ]);
  const note = Object.fromEntries(fields);
  note.practice = oneLine(value.practice);
  note.signs = [...new Set(value.signs.map(oneLine))].filter(Boolean);
  return Object.freeze(note);
}

/**
 * A new note, or a changed one where `base` is given.
 * @param {object} written the fields that a reader writes, and the day
 * @param {string} now a timestamp
 * @param {Note | null} [base]
 * @returns {Note}
 * @throws {RangeError} where a field is longer than a note can be
 */
export function makeNote(written, now, base) {
  const note = readNote({
    ...written,
    version: VERSION,
    id: base?.id ?? newId(),
    written: base?.written ?? now,
    changed: now,
  });
  if (!note) throw new RangeError("a field is too long");
  return note;
}

/** 128 random bits; also where randomUUID is missing, as on plain http. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether a note says nothing. @param {Note} note */
export const isBlank = (note) => WRITTEN.every((field) => [note[field]].flat().join("").trim() === "");

/** Newest day first, then the latest written, then by id. @param {Iterable<Note>} notes */
export function newestFirst(notes) {
  const time = (/** @type {Note} */ note) => Date.parse(note.written);
  return [...notes].sort((one, other) =>
    one.day !== other.day
      ? one.day < other.day
        ? 1
        : -1
      : time(other) - time(one) || (one.id < other.id ? 1 : -1),
  );
}

/** Whether two notes are the same in every field. @param {Note} one @param {Note} other */
export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
