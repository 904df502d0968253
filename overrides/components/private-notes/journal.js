/** What may be done with the notes, safe with two tabs (BroadcastChannel). Fires "change" when read. */

import { isSame, localDay, makeNote, newId, readNote, timestamp } from "./note.js";
import { isLock, isSealed, openLock, unseal } from "./old-lock.js";
import { NewerVersion, Store, answer } from "./store.js";
/** @import { Note } from "./note.js" */

/** @typedef {{state: any, notes: Map<any, any>, aside: Map<any, any>}} Contents of the device */

const FORMAT = 1;

/** The notes are locked: by an earlier version of this page, perhaps in another tab. */
class Locked extends Error {
  name = "Locked";
}

/** A note as it is stored: with a mark that is new with each writing. @param {Note} note */
const record = (note) => ({ mark: newId(), note });

export class Journal extends EventTarget {
  /** "empty": nothing is kept here. "open". "locked": by an earlier version. "newer": of a later version.
   *  "refused": no storage. */
  status = "empty";
  /** @type {Map<string, Note>} */
  notes = new Map();
  /** How many records on the device cannot be read; they stay as they are. */
  unread = 0;
  /** The mark of each note as this tab read it. @type {Map<string, string>} */
  #marks = new Map();
  #store = new Store();
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  #channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("notes") : null;

  constructor() {
    super();
    if (this.#channel) this.#channel.onmessage = () => this.load();
  }

  close() {
    this.#channel?.close();
    this.#channel = null;
    this.#store.close();
  }

  /** One thing after another in this tab. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  #inTurn(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  /** Does something with the device; then all is read again, here and in the other tabs.
   *  @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  #change(work) {
    return this.#inTurn(async () => {
      const result = await work();
      this.#channel?.postMessage("changed");
      await this.#read();
      return result;
    });
  }

  /** Reads the device again. */
  load() {
    return this.#inTurn(() => this.#read());
  }

  async #read() {
    this.notes = new Map();
    this.#marks = new Map();
    this.unread = 0;
    try {
      this.status = this.#take(await this.#store.read());
    } catch (error) {
      this.status = error instanceof NewerVersion ? "newer" : "refused";
    }
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Contents | null} contents @returns {string} the status */
  #take(contents) {
    if (!contents || (!contents.state && contents.notes.size + contents.aside.size === 0)) return "empty";
    if (contents.state?.format > FORMAT) return "newer";
    if (isLock(contents.state?.lock)) return "locked";
    this.unread = contents.aside.size;
    for (const [id, stored] of contents.notes) {
      const note = readNote(stored?.note);
      if (note?.id === id) {
        this.notes.set(id, /** @type {Note} */ (note));
        this.#marks.set(id, stored.mark);
      } else this.unread += 1;
    }
    return "open";
  }

  /** One transaction with the notes, which another tab cannot cross.
   *  @template T @param {(notes: IDBObjectStore) => Promise<T>} work @returns {Promise<T>} */
  #write(work) {
    return this.#change(() =>
      this.#store.change(async (tables) => {
        const state = (await answer(tables.state.get("state"))) ?? {};
        if (state.format > FORMAT) throw new NewerVersion("the notes are of a later version");
        if (isLock(state.lock)) throw new Locked("the notes are locked");
        const done = await work(tables.notes);
        const revision = Number.isInteger(state.revision) ? state.revision + 1 : 1;
        await answer(
          tables.state.put({ asked: "", ...state, format: FORMAT, lock: null, revision }, "state"),
        );
        return done;
      }),
    );
  }

  /** Keeps a new note, or a changed one with what it was before. If another tab has changed it meanwhile,
   *  both stay. @param {Note} note @param {Note | null} [base]
   *  @returns {Promise<{note: Note, both: boolean}>} */
  keep(note, base) {
    return this.#write(async (notes) => {
      const stored = await answer(notes.get(note.id));
      const unchanged =
        base && this.#marks.get(note.id) === stored?.mark && isSame(base, this.notes.get(note.id) ?? note);
      const both = stored !== undefined && !unchanged;
      const saved = both ? Object.freeze({ ...note, id: newId() }) : note;
      await answer(notes.put(record(saved), saved.id));
      return { note: saved, both };
    });
  }

  /** Deletes one note. @param {string} id */
  remove(id) {
    return this.#write((notes) => answer(notes.delete(id)));
  }

  /** Adds the notes of a file: nothing twice, nothing lost. Two different notes under one id and of one time
   *  both stay. @param {Note[]} incoming @returns {Promise<{added: number, newer: number, same: number}>} */
  absorb(incoming) {
    return this.#write(async (notes) => {
      const counts = { added: 0, newer: 0, same: 0 };
      for (const note of incoming) {
        const present = readNote((await answer(notes.get(note.id)))?.note);
        const later = present ? Date.parse(note.changed) - Date.parse(present.changed) : 0;
        const same = present && (isSame(present, note) || later < 0);
        const saved = same ? null : present && !later ? await underFreeId(notes, note) : note;
        counts[!saved ? "same" : later ? "newer" : "added"] += 1;
        if (saved) await answer(notes.put(record(saved), saved.id));
      }
      return counts;
    });
  }

  /** Deletes every copy on the device. @returns {Promise<Contents | null>} what it takes to undo that, in
   *  memory only */
  deleteAll() {
    return this.#change(async () => {
      const contents = await this.#store.read().catch(() => null);
      await this.#store.destroy();
      return contents;
    });
  }

  /** Undoes that; what was written since stays too. @param {Contents | null} contents */
  putBack(contents) {
    return this.#change(() =>
      this.#store.change(async ({ state, notes, aside }) => {
        for (const [id, stored] of contents?.notes ?? [])
          if (!(await answer(notes.getKey(id)))) await answer(notes.put(stored, id));
        for (const stored of contents?.aside.values() ?? []) await answer(aside.add(stored));
        if (contents?.state && !(await answer(state.getKey("state"))))
          await answer(state.put(contents.state, "state"));
      }),
    );
  }

  /** The notes behind an old lock, not written; null if it stays shut. @param {string} passphrase */
  async readLocked(passphrase) {
    const contents = await this.#store.read();
    const lock = contents?.state?.lock;
    const open = isLock(lock) && (await openLock(passphrase, lock, contents?.notes ?? new Map()));
    if (!contents || !open) return null;
    /** @param {string} place @param {any} stored @param {any} otherwise */
    const unlock = (place, stored, otherwise) =>
      isSealed(stored) ? unseal(open, place, stored.sealed).catch(() => otherwise) : otherwise;
    /** @type {Map<string, Note>} */
    const notes = new Map();
    for (const [id, stored] of contents.notes) {
      const note = readNote(await unlock(`note ${id}`, stored, stored?.note));
      if (note?.id === id) notes.set(id, /** @type {Note} */ (note));
    }
    const aside = new Map();
    for (const [key, stored] of contents.aside) aside.set(key, await unlock("aside", stored, stored));
    return { notes, aside, lock };
  }

  /** Keeps those notes without a lock. What did not open stays as it is, with the lock beside it, so that
   *  nothing is lost. @param {NonNullable<Awaited<ReturnType<Journal["readLocked"]>>>} opened */
  bringOver({ notes, aside, lock }) {
    return this.#change(() =>
      this.#store.change(async (tables) => {
        const state = await answer(tables.state.get("state"));
        if (state?.lock?.id !== lock.id) throw new Locked("another tab has changed the lock");
        const ids = await answer(tables.notes.getAllKeys());
        for (const note of notes.values()) await answer(tables.notes.put(record(note), note.id));
        for (const [key, stored] of aside) await answer(tables.aside.put(stored, key));
        if (ids.some((id) => !notes.has(String(id)))) await answer(tables.aside.add({ lock }));
        const revision = (state.revision ?? 0) + 1;
        await answer(tables.state.put({ ...state, lock: null, revision }, "state"));
      }),
    );
  }

  /** Everything that lies on the device, as text, whatever state it is in. */
  async everythingAsText() {
    const seen = new WeakSet();
    return JSON.stringify(await this.#store.read(), (_key, value) => plain(value, seen), 1);
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

/** The note under the next free id; null if it stands there already. @param {IDBObjectStore} notes
 *  @param {Note} note */
async function underFreeId(notes, note) {
  for (let number = 2; ; number += 1) {
    const moved = Object.freeze({ ...note, id: `${note.id.slice(0, 70)}-${number}` });
    const present = readNote((await answer(notes.get(moved.id)))?.note);
    if (!present) return moved;
    if (isSame(present, moved)) return null;
  }
}

/** Anything that a database can hold, as JSON can write it: bytes as numbers, nothing refused.
 *  @param {any} value @param {WeakSet<object>} seen */
function plain(value, seen) {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof ArrayBuffer) return { bytes: [...new Uint8Array(value)] };
  if (ArrayBuffer.isView(value))
    return { bytes: [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)] };
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value !== "object" || value === null) return value;
  if (seen.has(value)) return "(shown above)";
  seen.add(value);
  return value;
}
