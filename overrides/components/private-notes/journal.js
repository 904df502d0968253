/** What may be done with the notes of this device. Says "change" when what is known has changed. */

import { Known } from "./known.js";
import { merge } from "./merge.js";
import { newId, sameNote } from "./record.js";
import { Stale } from "./shelf.js";
import { asText } from "./stored.js";
import { beginAnew, deleteEverything, makeLock, putEverythingBack, resealAll } from "./upkeep.js";

const TRIES = 5;

export class Journal extends Known {
  /**
   * Keeps a new note, or a changed one with what it was before. If it has meanwhile become another in another tab, both stay.
   * @param {object} [base] the note that was changed
   * @returns {Promise<{entry: object, both: boolean}>}
   */
  keep(entry, base) {
    return this.inTurn(async () => {
      this.mustBeOpen();
      const held = this.entries.get(entry.id);
      const moved = held !== undefined && !(base && sameNote(held, base));
      if (moved || !(await this.#putUnlessChanged(entry))) return this.#keepBeside(entry);
      return { entry, both: false };
    });
  }

  /** @returns {Promise<boolean>} false, with nothing written, if another tab has written this note since it was read here */
  async #putUnlessChanged(entry) {
    let clash = false;
    const check = async ({ notes }) => {
      const stored = await notes.get(entry.id);
      clash = stored !== undefined && stored.mark !== this.shelf.marks.get(entry.id);
      if (clash) throw new Stale("another tab has changed this note");
    };
    try {
      await this.put([entry], check);
      return true;
    } catch (error) {
      if (clash) return false;
      throw error;
    }
  }

  async #keepBeside(entry) {
    const moved = Object.freeze({ ...entry, id: newId() });
    await this.put([moved]);
    await this.reload();
    return { entry: moved, both: true };
  }

  /** Deletes one note. @returns {Promise<object>} what it was, to undo it with `keep` */
  remove(id) {
    return this.inTurn(async () => {
      this.mustBeOpen();
      const entry = this.entries.get(id);
      await this.write(async ({ notes }) => void (await notes.delete(id)));
      this.entries.delete(id);
      this.shelf.marks.delete(id);
      this.say();
      return entry;
    });
  }

  /** Adds notes of a file. @returns {Promise<{added: number, newer: number, same: number}>} */
  absorb(incoming) {
    return this.#latest(async (check) => {
      const { put, ...counts } = merge(this.entries, incoming);
      if (put.length) await this.put(put, (_tables, state) => check(state));
      return counts;
    });
  }

  /** Does `work(check)` on what is stored now; anew if another tab was quicker. */
  #latest(work) {
    return this.inTurn(async () => {
      for (let left = TRIES; ; left -= 1) {
        this.mustBeOpen();
        const { revision } = this.shelf.state;
        const check = (state) => {
          if (state.revision !== revision) throw new Stale("another tab was quicker");
        };
        try {
          return await work(check);
        } catch (error) {
          if (!(error instanceof Stale) || left === 1) throw error;
          await this.reload();
        }
      }
    });
  }

  /** @returns {Promise<boolean>} whether the notes are open now */
  unlock(passphrase) {
    return this.inTurn(async () => {
      const open = await this.shelf.tryPassphrase(passphrase);
      if (open === null) return false;
      this.shelf.open = open ?? null;
      await this.reload();
      return true;
    });
  }

  /** Whether a passphrase opens the present lock. */
  matches(passphrase) {
    return this.inTurn(async () => Boolean(await this.shelf.tryPassphrase(passphrase)));
  }

  /** Forgets the key and everything that was opened with it; not while the page holds what is kept nowhere else. */
  lock() {
    if (!this.locks || this.shelf.shut || this.vanished.size) return;
    this.leave();
    this.status = "locked";
    this.say();
  }

  /** Forgets all that is shown, locked or not; the device keeps what it has. */
  leave() {
    this.forget();
    this.vanished = new Map();
    this.status = "none";
    this.say();
  }

  /** Seals everything with a new passphrase, or opens everything for good (null). An interruption leaves the old, whole. */
  async reseal(passphrase) {
    const open = await makeLock(passphrase);
    await this.#latest((check) => resealAll(this.shelf, this.entries, open, check));
    this.tell("changed");
    await this.load();
  }

  /** Remembers the day on which the reader was asked whether this helps. */
  asked(day) {
    return this.inTurn(() => this.write(async () => ({ asked: day })));
  }

  /** Everything that lies on the device, as text, whatever state it is in. */
  everythingAsText() {
    return this.inTurn(async () => asText(await this.shelf.store.read()));
  }

  /** What could not be read and was set aside, as text. */
  asidesAsText() {
    return this.inTurn(async () => asText(await this.shelf.asides((await this.shelf.store.read())?.aside ?? [])));
  }

  /** Deletes what was set aside. */
  dropAsides() {
    return this.inTurn(async () => {
      await this.write(async ({ aside }) => void (await aside.clear()));
      this.asides = 0;
      this.say();
    });
  }

  /** Moves everything that cannot be opened out of the way, so that new notes can be kept. */
  startAfresh() {
    return this.inTurn(async () => {
      await beginAnew(this.shelf);
      this.forget();
      this.tell("changed");
      await this.reload();
    });
  }

  /** Deletes every copy on the device. @returns {Promise<object>} what it takes to undo that, held in memory only */
  deleteAll() {
    return this.inTurn(async () => {
      const memory = await deleteEverything(this.shelf);
      this.tell("deleted");
      this.wipe();
      return memory;
    });
  }

  /** Undoes `deleteAll`. */
  putBack(memory) {
    return this.inTurn(async () => {
      await putEverythingBack(this.shelf, memory);
      this.tell("changed");
      await this.reload();
    });
  }

  /** Keeps again the notes that the storage has lost. */
  restoreVanished() {
    return this.inTurn(async () => {
      await this.put(merge(this.entries, this.vanished.values()).put);
      this.letGo();
    });
  }

  letGo() {
    this.vanished = new Map();
    this.say();
  }
}
