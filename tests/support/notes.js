/* For the tests of the private notes: looks at what lies on the device and spoils it, behind the page's back. */

const TABLES = ["state", "notes", "aside"];
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const plain = (value) =>
  JSON.parse(JSON.stringify(value ?? null, (_, part) => (part instanceof Uint8Array ? `bytes:${part.length}` : part)));

/** Everything in the database, bytes as "bytes:N"; null where there is none. */
window.rawNotes = async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === "notes")) return null;
  const database = await done(indexedDB.open("notes"));
  const tables = {};
  for (const name of database.objectStoreNames) {
    const table = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([done(table.getAllKeys()), done(table.getAll())]);
    tables[name] = keys.map((key, at) => [key, plain(values[at])]);
  }
  database.close();
  return tables;
};

const bytes = (value) => {
  if (Array.isArray(value)) return value.map(bytes);
  if (typeof value !== "object" || value === null) return value;
  if (value.bytes) return new Uint8Array(value.bytes);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bytes(part)]));
};

/** Lays records on the device: {table: [[key, value], ...]}, bytes as {bytes: [...]}; a key alone is deleted. */
window.layNotes = async (tables) => {
  const request = indexedDB.open("notes", 1);
  request.onupgradeneeded = () =>
    TABLES.forEach((name) => request.result.createObjectStore(name, { autoIncrement: name === "aside" }));
  const database = await done(request);
  const transaction = database.transaction(TABLES, "readwrite");
  for (const [name, records] of Object.entries(tables))
    for (const [key, ...value] of records) {
      const table = transaction.objectStore(name);
      value.length ? table.put(bytes(value[0]), key) : table.delete(key);
    }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
};

/* Refuses to write, as a full or stubborn device does; an empty name lets it write again. */
window.refusal = "";
const { put } = globalThis.IDBObjectStore?.prototype ?? {};
if (put)
  IDBObjectStore.prototype.put = function (...given) {
    if (window.refusal) throw new DOMException("refused", window.refusal);
    return put.apply(this, given);
  };
