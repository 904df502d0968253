/** The device's storage (IndexedDB): one small database, made only when the reader first keeps something. */

const NAME = "notes";
const SCHEMA = 1;
const TABLES = ["state", "notes", "aside"];
const PATIENCE_MS = 2000;

/** What lies there was written by a later version of this page: it is not touched. */
export class NewerVersion extends Error {
  name = "NewerVersion";
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Opens the database; null where there is none and none is to be made. @param {boolean} make
 *  @param {() => void} gone @returns {Promise<IDBDatabase | null>} */
async function connect(make, gone) {
  const request = indexedDB.open(NAME, SCHEMA);
  let none = false;
  request.onupgradeneeded = ({ oldVersion }) => {
    none = oldVersion === 0 && !make;
    if (none) return request.transaction?.abort(); // so the browser forgets that anyone asked
    for (const table of TABLES) request.result.createObjectStore(table, { autoIncrement: table === "aside" });
  };
  try {
    const database = await answer(request);
    database.onclose = gone;
    database.onversionchange = () => (database.close(), gone());
    return database;
  } catch (error) {
    if (none) return null;
    const later = error instanceof Error && error.name === "VersionError";
    throw later ? new NewerVersion("the database is of a later version") : error;
  }
}

export class Store {
  /** @type {IDBDatabase | null} */
  #database = null;

  /** Everything as it lies there, or null where nothing was ever kept. */
  read() {
    return this.#transaction("readonly", false, async (tables) => {
      const pairs = async (/** @type {string} */ table) => {
        const [keys, values] = await Promise.all([
          answer(tables[table].getAllKeys()),
          answer(tables[table].getAll()),
        ]);
        return new Map(keys.map((key, at) => [key, values[at]]));
      };
      const [state, notes, aside] = await Promise.all(TABLES.map(pairs));
      return { state: state.get("state"), notes, aside };
    });
  }

  /** All or nothing: `work` gets the tables, and may await only what they answer. If it throws, nothing has
   *  changed. @template T @param {(tables: Record<string, IDBObjectStore>) => Promise<T>} work
   *  @returns {Promise<T>} */
  change(work) {
    return /** @type {Promise<T>} */ (this.#transaction("readwrite", true, work));
  }

  /** @template T @param {IDBTransactionMode} mode @param {boolean} make
   *  @param {(tables: Record<string, IDBObjectStore>) => Promise<T>} work @returns {Promise<T | null>} */
  async #transaction(mode, make, work) {
    this.#database ??= await connect(make, () => (this.#database = null));
    if (!this.#database) return null;
    const transaction = this.#database.transaction(TABLES, mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new DOMException("stopped", "AbortError"));
    });
    done.catch(() => {});
    try {
      const tables = TABLES.map((table) => [table, transaction.objectStore(table)]);
      const result = await work(Object.fromEntries(tables));
      await done;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        /* it has stopped itself */
      }
      throw transaction.error ?? error;
    }
  }

  /** Empties every table, then removes the database itself; a frozen tab can only delay the second. */
  async destroy() {
    await this.change((tables) => Promise.all(TABLES.map((table) => answer(tables[table].clear()))));
    this.close();
    const removed = answer(indexedDB.deleteDatabase(NAME)).catch(() => {});
    await Promise.race([removed, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  }

  close() {
    this.#database?.close();
    this.#database = null;
  }
}
