/** The notes of this device and what may be done with them. Says "change" when what is known has changed. */

import { merge } from "./merge.js";
import { inPieces, manyAtATime } from "./pieces.js";
import { newId, readNote } from "./record.js";
import { Shelf, Stale, sameLock } from "./shelf.js";
import { Newer } from "./store.js";
import { asText, freshState } from "./stored.js";
import { beginAnew, deleteEverything, makeLock, putEverythingBack, resealAll } from "./upkeep.js";

const TRIES = 5;

export class Journal extends EventTarget {
  /** "none": nothing is kept here. "open", "locked". "newer": of a later version. "broken": the lock is damaged. "refused": no storage. */
  status = "none";
  /** @type {Map<string, object>} */
  entries = new Map();
  /** Notes that this page still holds although the storage has lost them. @type {Map<string, object>} */
  vanished = new Map();
  asides = 0;
  #shelf = new Shelf();
  #queue = Promise.resolve();
  #channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("notes") : null;

  constructor() {
    super();
    if (this.#channel) this.#channel.onmessage = ({ data }) => (data === "deleted" ? this.#deletedElsewhere() : this.load());
  }

  close() {
    this.#channel?.close();
    this.#shelf.store.close();
  }

  /** Whether a passphrase is set. */
  get locks() {
    return this.#shelf.state.lock !== null;
  }

  /** The day of the last question whether this helps, or "". */
  get askedOn() {
    return this.#shelf.state.asked;
  }

  /** One thing after another in this tab. */
  #inTurn(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  #say() {
    this.dispatchEvent(new Event("change"));
  }

  #tell(word) {
    this.#channel?.postMessage(word);
  }

  /** Reads the device again. */
  load() {
    return this.#inTurn(() => this.#load());
  }

  async #load() {
    try {
      this.status = await this.#read();
    } catch (error) {
      this.status = error instanceof Newer ? "newer" : "refused";
      this.problem = error;
    }
    this.#say();
  }

  /** Reads again if another tab, or the browser, has changed something. */
  refresh() {
    return this.#inTurn(async () => {
      if (this.status !== "open") return;
      const stored = await this.#shelf.store.readState().catch(() => undefined);
      if (stored?.revision !== this.#shelf.state.revision) await this.#load();
    });
  }

  async #read() {
    const raw = await this.#shelf.read();
    if (!raw) return this.#lost();
    if (raw === "broken") return raw;
    this.asides = raw.aside.size;
    if (!sameLock(this.#shelf.open?.lock, this.#shelf.state.lock)) this.#forget();
    if (this.#shelf.shut) return "locked";
    await this.#take(raw.notes);
    return "open";
  }

  /** Nothing is kept: what this page still holds was deleted under it. */
  #lost() {
    for (const [id, entry] of this.entries) this.vanished.set(id, entry);
    this.entries = new Map();
    this.#shelf.marks.clear();
    this.#shelf.state = freshState(this.#shelf.open?.lock);
    this.asides = 0;
    return "none";
  }

  #forget() {
    this.#shelf.forget();
    this.entries = new Map();
  }

  /** Takes every whole note; sets the others aside. */
  async #take(notes) {
    const entries = new Map();
    const bad = [];
    await inPieces(await this.#shelf.opened(notes), ([id, value]) => {
      const { entry, newer } = readNote(value);
      if (newer) throw new Newer("a note is of a later version");
      if (entry?.id === id) entries.set(id, entry);
      else bad.push(id);
    });
    this.entries = entries;
    if (!bad.length) return;
    this.asides += bad.length;
    await this.#shelf.setAside(bad, notes).catch(() => {}); // without room they stay where they are
  }

  async #write(work) {
    const fresh = await this.#shelf.write(work);
    const { state } = this.#shelf;
    if (fresh && this.entries.size) this.#lost();
    this.#shelf.state = state;
    this.#tell("changed");
  }

  /** Writes notes, and takes them into what is known. */
  async #put(entries, check = () => {}) {
    const records = await manyAtATime(entries, (entry) => this.#shelf.record(entry));
    await this.#write(async (tables, state) => {
      await check(tables, state);
      await Promise.all(entries.map((entry, at) => tables.notes.put(records[at], entry.id)));
    });
    entries.forEach((entry, at) => {
      this.entries.set(entry.id, entry);
      this.#shelf.marks.set(entry.id, records[at].mark);
    });
    this.status = "open";
    this.#say();
  }

  /** The storage is ours to write, and open. */
  #mustBeOpen() {
    if (this.status === "newer") throw new Newer("the notes are of a later version");
    if (this.status === "refused") throw this.problem;
    if (this.status === "broken" || this.#shelf.shut) throw new Stale("locked");
  }

  /**
   * Keeps a new or changed note. If another tab has meanwhile changed the one it is based on, both stay.
   * @returns {Promise<{entry: object, both: boolean}>}
   */
  keep(entry) {
    return this.#inTurn(async () => {
      this.#mustBeOpen();
      let clash = false;
      const check = async ({ notes }) => {
        const held = await notes.get(entry.id);
        clash = held !== undefined && held.mark !== this.#shelf.marks.get(entry.id);
        if (clash) throw new Stale("another tab has changed this note");
      };
      try {
        await this.#put([entry], check);
        return { entry, both: false };
      } catch (error) {
        if (!clash) throw error;
        const moved = Object.freeze({ ...entry, id: newId() });
        await this.#put([moved]);
        await this.#load();
        return { entry: moved, both: true };
      }
    });
  }

  /** Deletes one note. @returns {Promise<object>} what it was, to undo it with `keep` */
  remove(id) {
    return this.#inTurn(async () => {
      this.#mustBeOpen();
      const entry = this.entries.get(id);
      await this.#write(async ({ notes }) => void (await notes.delete(id)));
      this.entries.delete(id);
      this.#shelf.marks.delete(id);
      this.#say();
      return entry;
    });
  }

  /** Adds notes of a file. @returns {Promise<{added: number, newer: number, same: number}>} */
  absorb(incoming) {
    return this.#latest(async (check) => {
      const { put, ...counts } = merge(this.entries, incoming);
      if (put.length) await this.#put(put, (_tables, state) => check(state));
      return counts;
    });
  }

  /** Does `work(check)` on what is stored now; anew if another tab was quicker. */
  #latest(work) {
    return this.#inTurn(async () => {
      for (let left = TRIES; ; left -= 1) {
        this.#mustBeOpen();
        const { revision } = this.#shelf.state;
        const check = (state) => {
          if (state.revision !== revision) throw new Stale("another tab was quicker");
        };
        try {
          return await work(check);
        } catch (error) {
          if (!(error instanceof Stale) || left === 1) throw error;
          await this.#load();
        }
      }
    });
  }

  /** @returns {Promise<boolean>} whether the notes are open now */
  unlock(passphrase) {
    return this.#inTurn(async () => {
      const open = await this.#shelf.tryPassphrase(passphrase);
      if (open === null) return false;
      this.#shelf.open = open ?? null;
      await this.#load();
      return true;
    });
  }

  /** Whether a passphrase opens the present lock. */
  matches(passphrase) {
    return this.#inTurn(async () => Boolean(await this.#shelf.tryPassphrase(passphrase)));
  }

  /** Forgets the key and everything that was opened with it; not while the page holds what is kept nowhere else. */
  lock() {
    if (!this.locks || this.#shelf.shut || this.vanished.size) return;
    this.leave();
    this.status = "locked";
    this.#say();
  }

  /** Forgets all that is shown, locked or not; the device keeps what it has. */
  leave() {
    this.#forget();
    this.vanished = new Map();
    this.status = "none";
    this.#say();
  }

  /** Seals everything with a new passphrase, or opens everything for good (null). An interruption leaves the old, whole. */
  async reseal(passphrase) {
    const open = await makeLock(passphrase);
    await this.#latest((check) => resealAll(this.#shelf, this.entries, open, check));
    this.#tell("changed");
    await this.load();
  }

  /** Remembers the day on which the reader was asked whether this helps. */
  asked(day) {
    return this.#inTurn(() => this.#write(async () => ({ asked: day })));
  }

  /** Everything that lies on the device, as text, whatever state it is in. */
  everythingAsText() {
    return this.#inTurn(async () => asText(await this.#shelf.store.read()));
  }

  /** What could not be read and was set aside, as text. */
  asidesAsText() {
    return this.#inTurn(async () => asText(await this.#shelf.asides((await this.#shelf.store.read())?.aside ?? [])));
  }

  /** Deletes what was set aside. */
  dropAsides() {
    return this.#inTurn(async () => {
      await this.#write(async ({ aside }) => void (await aside.clear()));
      this.asides = 0;
      this.#say();
    });
  }

  /** Moves everything that cannot be opened out of the way, so that new notes can be kept. */
  startAfresh() {
    return this.#inTurn(async () => {
      await beginAnew(this.#shelf);
      this.#forget();
      this.#tell("changed");
      await this.#load();
    });
  }

  /** Deletes every copy on the device. @returns {Promise<object>} what it takes to undo that, held in memory only */
  deleteAll() {
    return this.#inTurn(async () => {
      const memory = await deleteEverything(this.#shelf);
      this.#tell("deleted");
      this.#wipe();
      return memory;
    });
  }

  /** Undoes `deleteAll`. */
  putBack(memory) {
    return this.#inTurn(async () => {
      await putEverythingBack(this.#shelf, memory);
      this.#tell("changed");
      await this.#load();
    });
  }

  #deletedElsewhere() {
    this.#wipe();
    this.dispatchEvent(new Event("deleted"));
  }

  #wipe() {
    this.#forget();
    this.vanished = new Map();
    this.#shelf.state = freshState();
    this.asides = 0;
    this.status = "none";
    this.#say();
  }

  /** Keeps again the notes that the storage has lost. */
  restoreVanished() {
    return this.#inTurn(async () => {
      await this.#put(merge(this.entries, this.vanished.values()).put);
      this.letGo();
    });
  }

  letGo() {
    this.vanished = new Map();
    this.#say();
  }
}
