/** Notes to a file and back (JSON), always the same bytes. Reads also tables (CSV) of earlier versions. */

import { FIELDS, VERSION, newestFirst, readNote } from "./note.js";
/** @import { Note } from "./note.js" */

/** A file without notes, or with those of a later version: `reason` is "unreadable" or "newer". */
export class BadFile extends Error {
  /** @param {"unreadable" | "newer"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {Iterable<Note>} notes */
export const toJson = (notes) =>
  `${JSON.stringify({ notes: VERSION, entries: newestFirst(notes) }, null, 1)}\n`;

/** The notes of a file; `unread` counts those that cannot be read. Throws BadFile. @param {string} text */
export function fromFile(text) {
  const plain = text.replace(/^\uFEFF/, "");
  /** @type {any[]} */
  let list;
  try {
    list = plain.trimStart().startsWith("{") ? fromJson(plain) : fromTable(plain);
  } catch (error) {
    throw error instanceof BadFile ? error : new BadFile("unreadable");
  }
  if (list.some((value) => value?.version > VERSION)) throw new BadFile("newer");
  const notes = list.map(readNote).filter((note) => note !== null);
  return { notes, unread: list.length - notes.length };
}

/** @param {string} text */
function fromJson(text) {
  const file = JSON.parse(text);
  if (file?.notes > VERSION) throw new BadFile("newer");
  if (!Array.isArray(file?.entries)) throw new BadFile("unreadable");
  return file.entries;
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
    if (!cells) throw new BadFile("unreadable");
    const value = cells[1] === undefined ? cells[2] : cells[1].replaceAll('""', '"');
    row.push(value.replace(/^'/, "")); // the sign that stopped a formula
    if (cells[3] === "," && cell.lastIndex < text.length) continue;
    if (row.length > 1 || row[0]) rows.push(row);
    row = [];
  }
  const [head, ...lines] = rows;
  if (!Object.keys(FIELDS).every((field) => head?.includes(field))) throw new BadFile("unreadable");
  return lines.map((line) => {
    const value = Object.fromEntries(head.map((column, at) => [column, line[at] ?? ""]));
    return { ...value, version: Number(value.version), signs: value.signs.split("\n") };
  });
}
