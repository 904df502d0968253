/** One note: what it holds, whether it is whole, and how an older one becomes a newer one. Pure. */

import { isDay, isStamp } from "./time.js";

export const VERSION = 1;
const MOST = 1_000_000; // characters in one field
const MANY = 200; // signs in one note

/** From each older version to the next: `{1: (old) => newer}`. */
const MIGRATIONS = {};

const text = (value) => typeof value === "string" && value.length <= MOST;
const name = (value) => typeof value === "string" && /^[a-z0-9-]{0,40}$/.test(value);

/** Every field in the order in which it is written, and what it must be. */
export const FIELDS = {
  version: Number.isInteger,
  id: (value) => typeof value === "string" && /^[a-zA-Z0-9-]{1,80}$/.test(value),
  day: isDay,
  written: isStamp,
  changed: isStamp,
  slept: name,
  sleep: text,
  hard: text,
  settled: name,
  good: text,
  signs: (value) => Array.isArray(value) && value.length <= MANY && value.every(text),
  practice: text,
  before: text,
  after: text,
  free: text,
};

/** What a reader writes; the rest is kept for order. */
export const WRITTEN = ["slept", "sleep", "hard", "settled", "good", "signs", "practice", "before", "after", "free"];

const whole = (value) => value.toWellFormed?.() ?? value; // half a character cannot be written to a file
const oneLine = (value) => whole(value).replace(/\s*\n\s*/g, " ").trim();

/** The known fields in their order; lone halves of characters replaced, signs on one line each, none twice. */
function tidy(value) {
  const entry = {};
  for (const field of Object.keys(FIELDS)) entry[field] = typeof value[field] === "string" ? whole(value[field]) : value[field];
  entry.practice = oneLine(value.practice);
  entry.signs = Object.freeze([...new Set(value.signs.map(oneLine))].filter(Boolean));
  return Object.freeze(entry);
}

function migrate(value, migrations, version) {
  let current = value;
  while (current.version < version) current = { ...migrations[current.version](current), version: current.version + 1 };
  return current;
}

/**
 * Reads what claims to be a note.
 * @returns {{entry: object} | {newer: true} | {fault: string}} the fault is the name of the first field that does not fit
 */
export function readNote(value, migrations = MIGRATIONS, version = VERSION) {
  try {
    if (!Number.isInteger(value.version)) return { fault: "version" };
    if (value.version > version) return { newer: true };
    const current = migrate(value, migrations, version);
    const fault = Object.keys(FIELDS).find((field) => !Object.hasOwn(current, field) || !FIELDS[field](current[field]));
    return fault ? { fault } : { entry: tidy(current) };
  } catch {
    return { fault: "version" };
  }
}

/** A new note, or a changed one if `base` is given. @param {object} written the fields of WRITTEN, and the day */
export function makeNote(written, now, base) {
  const made = { ...written, version: VERSION, id: base?.id ?? newId(), written: base?.written ?? now, changed: now };
  const { entry, fault } = readNote(made);
  if (fault) throw new RangeError(fault);
  return entry;
}

const hex = (byte) => byte.toString(16).padStart(2, "0");

/** 128 random bits; also where randomUUID is missing, as on plain http. */
export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(hex).join("");

/** Whether a note says anything. */
export const isBlank = (entry) => WRITTEN.every((field) => entry[field].length === 0 || (typeof entry[field] === "string" && !entry[field].trim()));

/** Newest day first, then the latest written, then by id, so that the order never depends on luck. */
export function newestFirst(entries) {
  const byTime = (one, other) => Date.parse(other.written) - Date.parse(one.written) || (one.id < other.id ? 1 : -1);
  return [...entries].sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : byTime(one, other)));
}

/** Whether two notes are the same in every field. */
export const sameNote = (one, other) => JSON.stringify(one) === JSON.stringify(other);
