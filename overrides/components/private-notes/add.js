/** The way in from other pages: one free note, under today. It opens the storage only when it is called. */

import { Journal } from "./journal.js";
import { localDay, makeNote, timestamp } from "./note.js";

const EMPTY = {
  slept: "",
  sleep: "",
  hard: "",
  settled: "",
  good: "",
  signs: [],
  practice: "",
  before: "",
  after: "",
};

/**
 * Keeps a text as a note of its own.
 * @param {string} free
 * @returns {Promise<import("./note.js").Note>} rejects where the device refuses, or the notes are locked or newer
 */
export async function keepFreeNote(free) {
  const journal = new Journal();
  const now = new Date();
  try {
    const { note } = await journal.keep(makeNote({ ...EMPTY, free, day: localDay(now) }, timestamp(now)));
    return note;
  } finally {
    journal.close();
  }
}
