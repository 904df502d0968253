/** What this tab knows of the notes on the device, and how it reads and writes them. `Journal` says what may be done. */

import { inPieces, manyAtATime } from "./pieces.js";
import { readNote } from "./record.js";
import { Shelf, Stale, sameLock } from "./shelf.js";
import { Newer, putAll } from "./store.js";
import { freshState } from "./stored.js";

export class Known extends EventTarget {
  /** "none": nothing is kept here. "open", "locked". "newer": of a later version. "broken": the lock is damaged. "refused": no storage. */
  status = "none";
  /** @type {Map<string, object>} */
  entries = new Map();
  /** Notes that this page still holds although the storage has lost them. @type {Map<string, object>} */
  vanished = new Map();
  asides = 0;
  shelf = new Shelf();
  #queue = Promise.resolve();
  #channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("notes") : null;

  constructor() {
    super();
    if (this.#channel) this.#channel.onmessage = ({ data }) => (data === "deleted" ? this.#deletedElsewhere() : this.load());
  }

  close() {
    this.#channel?.close();
    this.shelf.store.close();
  }

  /** Whether a passphrase is set. */
  get locks() {
    return this.shelf.state.lock !== null;
  }

  /** The day of the last question whether this helps, or "". */
  get askedOn() {
    return this.shelf.state.asked;
  }

  /** One thing after another in this tab. */
  inTurn(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  /** What is known has changed. */
  say() {
    this.dispatchEvent(new Event("change"));
  }

  /** To the other tabs: "changed" or "deleted". */
  tell(word) {
    this.#channel?.postMessage(word);
  }

  /** Reads the device again. */
  load() {
    return this.inTurn(() => this.reload());
  }

  /** The same, within a turn. */
  async reload() {
    try {
      this.status = await this.#read();
    } catch (error) {
      this.status = error instanceof Newer ? "newer" : "refused";
      this.problem = error;
    }
    this.say();
  }

  /** Reads again if another tab, or the browser, has changed something. */
  refresh() {
    return this.inTurn(async () => {
      if (this.status !== "open") return;
      const stored = await this.shelf.store.readState().catch(() => undefined);
      if (stored?.revision !== this.shelf.state.revision) await this.reload();
    });
  }

  async #read() {
    const raw = await this.shelf.read();
    if (!raw) return this.#lost();
    if (raw === "broken") return raw;
    this.asides = raw.aside.size;
    if (!sameLock(this.shelf.open?.lock, this.shelf.state.lock)) this.forget();
    if (this.shelf.shut) return "locked";
    await this.#take(raw.notes);
    return "open";
  }

  /** Nothing is kept: what this page still holds was deleted under it. */
  #lost() {
    for (const [id, entry] of this.entries) this.vanished.set(id, entry);
    this.entries = new Map();
    this.shelf.marks.clear();
    this.shelf.state = freshState(this.shelf.open?.lock);
    this.asides = 0;
    return "none";
  }

  /** Forgets the key and what it opened. */
  forget() {
    this.shelf.forget();
    this.entries = new Map();
  }

  /** Takes every whole note; sets the others aside. */
  async #take(notes) {
    const entries = new Map();
    const bad = [];
    await inPieces(await this.shelf.opened(notes), ([id, value]) => {
      const { entry, newer } = readNote(value);
      if (newer) throw new Newer("a note is of a later version");
      if (entry?.id === id) entries.set(id, entry);
      else bad.push(id);
    });
    this.entries = entries;
    if (!bad.length) return;
    this.asides += bad.length;
    await this.shelf.setAside(bad, notes).catch(() => {}); // without room they stay where they are
  }

  /** One transaction; see `Shelf.write`. */
  async write(work) {
    const fresh = await this.shelf.write(work);
    const { state } = this.shelf;
    if (fresh && this.entries.size) this.#lost();
    this.shelf.state = state;
    this.tell("changed");
  }

  /** Writes notes, and takes them into what is known. */
  async put(entries, check = () => {}) {
    const records = await manyAtATime(entries, (entry) => this.shelf.record(entry));
    await this.write(async (tables, state) => {
      await check(tables, state);
      await putAll(
        tables.notes,
        entries.map((entry, at) => [entry.id, records[at]]),
      );
    });
    entries.forEach((entry, at) => {
      this.entries.set(entry.id, entry);
      this.shelf.marks.set(entry.id, records[at].mark);
    });
    this.status = "open";
    this.say();
  }

  /** The storage is ours to write, and open. */
  mustBeOpen() {
    if (this.status === "newer") throw new Newer("the notes are of a later version");
    if (this.status === "refused") throw this.problem;
    if (this.status === "broken" || this.shelf.shut) throw new Stale("locked");
  }

  #deletedElsewhere() {
    this.wipe();
    this.dispatchEvent(new Event("deleted"));
  }

  /** Forgets everything, as after deleting it. */
  wipe() {
    this.forget();
    this.vanished = new Map();
    this.shelf.state = freshState();
    this.asides = 0;
    this.status = "none";
    this.say();
  }
}
