/** The device's storage: one small database, made only when the reader first keeps something. Wraps idb (vendored). */

import { deleteDB, openDB } from "../vendor/idb.js";

const NAME = "notes";
const SCHEMA = 1;
const TABLES = ["state", "notes", "aside"];
const PATIENCE_MS = 2000;

/** What is stored was written by a later version of this page: it is not touched. */
export class Newer extends Error {}

/** Opens the database; null where there is none and none is to be made. */
async function connect(make, gone) {
  let none = false;
  const upgrade = (database, from, _to, transaction) => {
    none = from === 0 && !make;
    if (none) {
      transaction.done.catch(() => {});
      transaction.abort(); // so the browser forgets that anyone asked
    } else TABLES.forEach((table) => database.createObjectStore(table, { autoIncrement: table === "aside" }));
  };
  const blocking = (_from, _to, { target }) => {
    target.close();
    gone();
  };
  try {
    return await openDB(NAME, SCHEMA, { upgrade, blocking, terminated: gone });
  } catch (error) {
    if (none) return null;
    throw error.name === "VersionError" ? new Newer("the database is of a later version") : error;
  }
}

const pairs = async (table) => {
  const [keys, values] = await Promise.all([table.getAllKeys(), table.getAll()]);
  return new Map(keys.map((key, at) => [key, values[at]]));
};

/** Puts many; where one is refused at once, the others are still waited for. @param {[IDBValidKey, unknown][]} keyed */
export const putAll = (table, keyed) => Promise.all(keyed.map(async ([key, value]) => table.put(value, key)));

export class Store {
  #connection = null;

  async #connected(make) {
    this.#connection ??= await connect(make, () => (this.#connection = null));
    return this.#connection;
  }

  /** A transaction over all tables; opens the database again if it was closed under the page. */
  async #transaction(mode, make) {
    const start = async () => (await this.#connected(make))?.transaction(TABLES, mode, { durability: "strict" });
    try {
      return await start();
    } catch (error) {
      if (error.name !== "InvalidStateError") throw error;
      this.#connection = null;
      return start();
    }
  }

  /** Everything as it lies there, or null where nothing was ever kept. Keys to values. */
  async read() {
    const transaction = await this.#transaction("readonly", false);
    if (!transaction) return null;
    const [state, notes, aside] = await Promise.all(TABLES.map((table) => pairs(transaction.objectStore(table))));
    return { state: state.get("state"), notes, aside };
  }

  /** The state alone, which is quick to read. */
  async readState() {
    return (await this.#transaction("readonly", false))?.objectStore("state").get("state");
  }

  /**
   * All or nothing: `work` gets the three tables, and may await only what they answer. If it throws, nothing has changed.
   * Makes the database if there is none.
   */
  async change(work) {
    const transaction = await this.#transaction("readwrite", true);
    transaction.done.catch(() => {});
    try {
      const result = await work(Object.fromEntries(TABLES.map((table) => [table, transaction.objectStore(table)])));
      await transaction.done;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        /* it has aborted itself */
      }
      throw transaction.error ?? error;
    }
  }

  /** Empties every table, then removes the database itself; a frozen tab can only delay the second. */
  async destroy() {
    await this.change((tables) => Promise.all(Object.values(tables).map((table) => table.clear())));
    this.close();
    await Promise.race([deleteDB(NAME), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  }

  close() {
    this.#connection?.close();
    this.#connection = null;
  }
}
