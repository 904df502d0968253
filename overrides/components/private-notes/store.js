/** The device's storage (IndexedDB): one small database, made only when the reader first keeps something. */

/** @typedef {Record<string, IDBObjectStore>} Tables */
/** @typedef {{state: any, notes: Map<any, any>, aside: Map<any, any>}} Contents of the device */

const NAME = "notes";
const TABLES = ["state", "notes", "aside"];

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Opens the database; null where there is none and none is to be made. Rejects with a VersionError where it
 *  is of a later version of this page. @param {boolean} make */
async function connect(make) {
  const request = indexedDB.open(NAME, 1);
  let none = false;
  request.onupgradeneeded = ({ oldVersion }) => {
    none = oldVersion === 0 && !make;
    if (none) return request.transaction?.abort(); // so the browser forgets that anyone asked
    for (const table of TABLES) request.result.createObjectStore(table, { autoIncrement: table === "aside" });
  };
  return answer(request).catch((error) => (none ? null : Promise.reject(error)));
}

/** The connection closes with the transaction, so that no tab stands in the way of another that deletes.
 *  @template T @param {IDBTransactionMode} mode @param {boolean} make
 *  @param {(tables: Tables) => Promise<T>} work @returns {Promise<T | null>} null without a database */
async function transact(mode, make, work) {
  const database = await connect(make);
  if (!database) return null;
  const transaction = database.transaction(TABLES, mode, { durability: "strict" });
  database.close();
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new DOMException("stopped", "AbortError"));
  });
  try {
    const tables = TABLES.map((table) => [table, transaction.objectStore(table)]);
    const [result] = await Promise.all([work(Object.fromEntries(tables)), done]);
    return result;
  } catch (error) {
    if (!transaction.error) transaction.abort(); // else it has stopped itself
    throw transaction.error ?? error;
  }
}

/** Everything as it lies there. @returns {Promise<Contents>} */
export async function readAll() {
  const maps = await transact("readonly", false, (tables) => {
    const read = async (/** @type {string} */ table) => {
      const requests = [answer(tables[table].getAllKeys()), answer(tables[table].getAll())];
      const [keys, values] = await Promise.all(requests);
      return new Map(keys.map((key, at) => [key, values[at]]));
    };
    return Promise.all(TABLES.map(read));
  });
  const [state, notes, aside] = maps ?? TABLES.map(() => new Map());
  return { state: state.get("state"), notes, aside };
}

/** All or nothing: `work` gets the tables, and may await only what they answer. If it throws, nothing has
 *  changed. @template T @param {(tables: Tables) => Promise<T>} work */
export const change = (work) => /** @type {Promise<T>} */ (transact("readwrite", true, work));

/** Empties every table, then removes the database itself. */
export async function destroy() {
  await change((tables) => Promise.all(TABLES.map((table) => answer(tables[table].clear()))));
  await answer(indexedDB.deleteDatabase(NAME)).catch(() => {}); // at the least it is empty
}
