/** What may be done with the notes, safe with two tabs (BroadcastChannel). */

import { isSame, localDay, makeNote, newId, readNote, readNotes, timestamp } from "./note.js";
import { isLock, unlock } from "./old-lock.js";
import { answer, change, destroy, readAll } from "./store.js";
/** @import { Note } from "./note.js" */
/** @import { Contents, Tables } from "./store.js" */

const FORMAT = 1;
const Channel = globalThis.BroadcastChannel;

/** A note as it is stored: with a mark, new with each writing, that earlier versions of this page look at.
 *  @param {Note} note */
const record = (note) => ({ mark: newId(), note });

/** An error that is named as the browser names its own. @param {"VersionError" | "Locked"} name */
const refusal = (name) => new DOMException("the notes are locked, or of a later version", name);

/** @param {Contents} contents */
function statusOf({ state, notes, aside }) {
  if (!state && notes.size + aside.size === 0) return "empty";
  if (state?.format > FORMAT) return "newer";
  return isLock(state?.lock) ? "locked" : "open";
}

export class Journal {
  /** "empty": nothing is kept here. "open". "locked": by an earlier version. "newer": of a later version.
   *  "refused": no storage. */
  status = "empty";
  /** @type {Map<string, Note>} */
  notes = new Map();
  /** How many records on the device cannot be read; they stay as they are. */
  unread = 0;
  #channel = Channel ? new Channel("notes") : null;

  /** @param {() => void} [onRead] called whenever the device has been read */
  constructor(onRead = () => {}) {
    this.onRead = onRead;
    if (this.#channel) this.#channel.onmessage = () => this.load();
  }

  close() {
    this.#channel?.close();
  }

  /** Reads the device again. */
  async load() {
    let records = new Map();
    let aside = 0;
    try {
      const contents = await readAll();
      this.status = statusOf(contents);
      if (this.status === "open") [records, aside] = [contents.notes, contents.aside.size];
    } catch (/** @type {any} */ error) {
      this.status = error.name === "VersionError" ? "newer" : "refused";
    }
    this.notes = readNotes(records);
    this.unread = aside + records.size - this.notes.size;
    this.onRead();
  }

  /** After a change all is read again, here and in the other tabs. */
  #changed() {
    this.#channel?.postMessage("changed");
    return this.load();
  }

  /** Changes the device in one transaction, which another tab cannot cross.
   *  @template T @param {(tables: Tables) => Promise<T>} work */
  async #change(work) {
    const result = await change(work);
    await this.#changed();
    return result;
  }

  /** The same with the notes alone, unless they are locked or newer.
   *  @template T @param {(notes: IDBObjectStore) => Promise<T>} work */
  #write(work) {
    return this.#change(async (tables) => {
      const state = (await answer(tables.state.get("state"))) ?? {};
      if (state.format > FORMAT) throw refusal("VersionError");
      if (isLock(state.lock)) throw refusal("Locked");
      const result = await work(tables.notes);
      const revision = Number.isInteger(state.revision) ? state.revision + 1 : 1;
      const next = { asked: "", ...state, format: FORMAT, lock: null, revision };
      await answer(tables.state.put(next, "state"));
      return result;
    });
  }

  /** Keeps a new note, or a changed one with what it was before. If another tab has changed it meanwhile,
   *  both stay. @param {Note} note @param {Note | null} [base]
   *  @returns {Promise<{note: Note, both: boolean}>} */
  keep(note, base) {
    return this.#write(async (notes) => {
      const stored = await answer(notes.get(note.id));
      const both = stored !== undefined && !(base && isSame(base, readNote(stored?.note)));
      const saved = both ? Object.freeze({ ...note, id: newId() }) : note;
      await answer(notes.put(record(saved), saved.id));
      return { note: saved, both };
    });
  }

  /** Deletes one note. @param {string} id */
  remove(id) {
    return this.#write((notes) => answer(notes.delete(id)));
  }

  /** Adds the notes of a file: nothing twice, nothing lost. @param {Note[]} incoming
   *  @returns {Promise<{added: number, newer: number, same: number}>} */
  absorb(incoming) {
    return this.#write(async (notes) => {
      const counts = { added: 0, newer: 0, same: 0 };
      for (const note of incoming) counts[await add(notes, note)] += 1;
      return counts;
    });
  }

  /** Deletes every copy on the device; what it takes to undo that is in memory only. */
  async deleteAll() {
    const contents = await readAll();
    await destroy();
    await this.#changed();
    return contents;
  }

  /** Undoes that; what was written since stays too. @param {Contents} contents */
  putBack(contents) {
    return this.#change(async ({ state, notes, aside }) => {
      for (const [id, stored] of contents.notes)
        if (!(await answer(notes.getKey(id)))) await answer(notes.put(stored, id));
      for (const stored of contents.aside.values()) await answer(aside.add(stored));
      if (contents.state && !(await answer(state.getKey("state"))))
        await answer(state.put(contents.state, "state"));
    });
  }

  /** What lies behind an old lock, not written; null if it stays shut. @param {string} passphrase */
  async readLocked(passphrase) {
    const contents = await readAll();
    const { lock } = contents.state ?? {};
    return isLock(lock) ? unlock(passphrase, lock, contents) : null;
  }

  /** Keeps those notes without a lock. What did not open stays as it is, with the lock beside it, so that
   *  nothing is lost. @param {NonNullable<Awaited<ReturnType<typeof unlock>>>} opened */
  bringOver({ notes, aside, lock }) {
    return this.#change(async (tables) => {
      const state = await answer(tables.state.get("state"));
      if (state?.lock?.id !== lock.id) throw refusal("Locked");
      const ids = await answer(tables.notes.getAllKeys());
      for (const note of notes.values()) await answer(tables.notes.put(record(note), note.id));
      for (const [key, stored] of aside) await answer(tables.aside.put(stored, key));
      if (ids.some((id) => !notes.has(String(id)))) await answer(tables.aside.add({ lock }));
      const revision = (state.revision ?? 0) + 1;
      await answer(tables.state.put({ ...state, lock: null, revision }, "state"));
    });
  }

  /** Everything that lies on the device, as text, whatever state it is in; bytes are numbers. */
  async everythingAsText() {
    const plain = (/** @type {string} */ _key, /** @type {unknown} */ value) => {
      if (value instanceof Uint8Array) return { bytes: [...value] };
      return value instanceof Map ? [...value] : value;
    };
    return JSON.stringify(await readAll(), plain, 1);
  }
}

/** The way in from other pages: keeps a text as a note of its own, under today. Rejects where the device
 *  refuses, or the notes are locked or newer. @param {string} free */
export async function keepFreeNote(free) {
  const journal = new Journal();
  const now = new Date();
  try {
    return await journal.keep(makeNote({ free, day: localDay(now) }, timestamp(now)));
  } finally {
    journal.close();
  }
}

/** Adds a note of a file, or updates the one with its id. A different one of the same time stays: the note
 *  goes under the next free id. @param {IDBObjectStore} notes @param {Note} note
 *  @returns {Promise<"added" | "newer" | "same">} */
async function add(notes, note) {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? note.id : `${note.id.slice(0, 70)}-${number}`;
    const saved = Object.freeze({ ...note, id });
    const present = readNote((await answer(notes.get(id)))?.note);
    const later = present && number === 1 ? Date.parse(note.changed) - Date.parse(present.changed) : 0;
    if (isSame(present, saved) || later < 0) return "same";
    if (present && later === 0) continue;
    await answer(notes.put(record(saved), id));
    return present ? "newer" : "added";
  }
}
