/** Notes to a file and back: JSON and CSV. The same notes always make the same bytes. Pure. */

import { readTable, writeTable } from "./csv.js";
import { FIELDS, VERSION, newestFirst, readNote } from "./record.js";

const COLUMNS = Object.keys(FIELDS);
const MARK = "\uFEFF"; // tells spreadsheets that the text is UTF-8

/** A file that holds no notes, or notes of a later version of this page: `reason` is "unreadable" or "newer". */
export class BadFile extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {Iterable<object>} entries */
export const toJson = (entries) => `${JSON.stringify({ notes: VERSION, entries: newestFirst(entries) }, null, 1)}\n`;

/** One row a note; signs stand on lines of their own in their cell. */
export function toCsv(entries) {
  const cell = (value) => (Array.isArray(value) ? value.join("\n") : String(value));
  return MARK + writeTable([COLUMNS, ...newestFirst(entries).map((entry) => COLUMNS.map((column) => cell(entry[column])))]);
}

function listFromJson(text) {
  const found = JSON.parse(text);
  if (Number.isInteger(found?.notes) && found.notes > VERSION) throw new BadFile("newer");
  if (!Array.isArray(found?.entries)) throw new BadFile("unreadable");
  return found.entries;
}

function listFromCsv(text) {
  const [head, ...rows] = readTable(text);
  if (!head?.includes("id") || !head.includes("written")) throw new BadFile("unreadable");
  const value = (column, cell) => (column === "version" ? Number(cell) : column === "signs" ? cell.split("\n") : cell);
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, value(column, row[at] ?? "")])));
}

/**
 * The notes of a file.
 * @param {string} text
 * @returns {{entries: object[], unread: number}} `unread` counts those that cannot be read; the file still has them
 */
export function fromFile(text) {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    const list = plain.trimStart().startsWith("{") ? listFromJson(plain) : listFromCsv(plain);
    const found = list.map((value) => readNote(value));
    if (found.some(({ newer }) => newer)) throw new BadFile("newer");
    const entries = found.filter(({ entry }) => entry).map(({ entry }) => entry);
    return { entries, unread: found.length - entries.length };
  } catch (error) {
    throw error instanceof BadFile ? error : new BadFile("unreadable");
  }
}
