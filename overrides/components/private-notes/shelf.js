/** Storage and lock together: what lies on the device, opened, and writing that another tab cannot cross. */

import { manyAtATime } from "./pieces.js";
import { newId } from "./record.js";
import { Newer, Store } from "./store.js";
import { asText, freshState, isSealedRecord, readState } from "./stored.js";
import { openLock, seal, unseal } from "./vault.js";

/** Another tab has changed the passphrase, or was quicker; nothing was written here. */
export class Stale extends Error {}

const SAMPLES = 20;
const ASIDE = "aside";
const placeOf = (id) => `note ${id}`;

/** Two locks are the same if neither is there, or both have one id. */
export const sameLock = (one, other) => (one?.id ?? null) === (other?.id ?? null);

/** A few sealed notes with their places, to prove a passphrase with where the check is damaged. */
const samples = (notes) =>
  [...notes]
    .filter(([, record]) => isSealedRecord(record))
    .slice(0, SAMPLES)
    .map(([id, { sealed }]) => [placeOf(id), sealed]);

export class Shelf {
  store = new Store();
  state = freshState();
  /** @type {{lock: object, key: CryptoKey} | null} while a passphrase is set and given */
  open = null;
  /** Which writing of each note this tab has seen. @type {Map<string, string>} */
  marks = new Map();

  /** Locked: a passphrase is set and has not been given. */
  get shut() {
    return this.state.lock !== null && this.open === null;
  }

  forget() {
    this.open = null;
    this.marks.clear();
  }

  /**
   * Reads everything and mends the state where only that is damaged.
   * @returns {Promise<object | null | "broken">} null where nothing was ever kept
   */
  async read() {
    const raw = await this.store.read();
    if (!raw || (raw.state === undefined && raw.notes.size + raw.aside.size === 0)) return null;
    const { newer, damaged, state } = readState(raw.state);
    if (newer) throw new Newer("the notes are of a later version");
    if (damaged && !state.lock && [...raw.notes.values()].some(isSealedRecord)) return "broken";
    this.state = state;
    if (damaged) await this.#mend(raw);
    return raw;
  }

  /** Writes a whole state, and keeps what stood there. */
  async #mend(raw) {
    const aside = raw.state === undefined ? [] : [{ text: asText({ state: raw.state }) }];
    await this.write((tables) => Promise.all(aside.map((record) => tables.aside.add(record))).then(() => ({})), true);
    raw.aside = (await this.store.read()).aside;
  }

  /**
   * One transaction, refused if the lock is no longer the one that this tab knows. What `work` answers is put into the state.
   * @returns {Promise<boolean>} whether the storage was found empty, although a state was known
   */
  async write(work, mending = false) {
    const { next, fresh } = await this.store.change(async (tables) => {
      const stored = await tables.state.get("state");
      const { newer, damaged, state } = stored === undefined ? { state: this.state } : readState(stored);
      if (newer) throw new Newer("the notes are of a later version");
      if ((damaged && !mending) || !sameLock(state.lock, this.state.lock)) throw new Stale("another tab has changed the lock");
      const made = await work(tables, state);
      const written = { ...state, ...made, revision: state.revision + 1 };
      await tables.state.put(written, "state");
      return { next: written, fresh: stored === undefined };
    });
    this.state = next;
    return fresh;
  }

  /** A note as it is stored: with a mark of its own, sealed if there is a lock. */
  async record(entry, open = this.open) {
    return { mark: newId(), ...(open ? { sealed: await seal(open, placeOf(entry.id), entry) } : { note: entry }) };
  }

  /** What each stored note says, by id; undefined for what does not open. @returns {Promise<[string, unknown][]>} */
  async opened(notes) {
    const { open } = this;
    this.marks = new Map([...notes].map(([id, record]) => [id, record?.mark]));
    if (!open) return [...notes].map(([id, record]) => [id, isSealedRecord(record) ? undefined : record?.note]);
    return manyAtATime(notes, async ([id, record]) => [id, isSealedRecord(record) ? await unseal(open, placeOf(id), record.sealed).catch(() => undefined) : record?.note]);
  }

  /** Something unreadable as it is set aside: as text, sealed if there is a lock. */
  async asideRecord(name, value, open = this.open) {
    return this.sealAside({ text: asText({ [String(name)]: value }) }, open);
  }

  async sealAside(record, open = this.open) {
    return open && !isSealedRecord(record) ? { sealed: await seal(open, ASIDE, record) } : record;
  }

  /** What was set aside, by key, opened where it can be. @returns {Promise<[number, object][]>} */
  async asides(table) {
    const { open } = this;
    const opened = (record) => (open && isSealedRecord(record) ? unseal(open, ASIDE, record.sealed).catch(() => record) : record);
    return Promise.all([...table].map(async ([key, record]) => [key, await opened(record)]));
  }

  /** Moves notes that cannot be read out of the way; a note that has changed meanwhile stays. */
  async setAside(ids, notes) {
    const records = await Promise.all(ids.map((id) => this.asideRecord(id, notes.get(id))));
    await this.write(async (tables) => {
      const held = await Promise.all(ids.map((id) => tables.notes.get(id)));
      const same = (id, at) => held[at] !== undefined && asText(held[at]) === asText(notes.get(id));
      await Promise.all(ids.flatMap((id, at) => (same(id, at) ? [tables.aside.add(records[at]), tables.notes.delete(id)] : [])));
    });
  }

  /** The lock of the device, opened; null if the passphrase is not the one, undefined if there is no lock. */
  async tryPassphrase(passphrase) {
    const raw = await this.store.read();
    const { state } = readState(raw?.state);
    return state?.lock ? openLock(passphrase, state.lock, samples(raw.notes)) : undefined;
  }
}
