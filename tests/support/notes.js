/* For the tests of the private notes: looks at what lies on the device and spoils it, behind the page's back. */

const TABLES = ["state", "notes", "aside"];
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const plain = (value) => JSON.parse(JSON.stringify(value ?? null, (_, part) => (part instanceof Uint8Array ? `bytes:${part.length}` : part)));

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

const updateAll = (table, change) => {
  table.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    cursor.update(change(cursor.value));
    cursor.continue();
  };
};
const changeState = ({ state }, change) => {
  state.get("state").onsuccess = ({ target }) => state.put(change(target.result), "state");
};
const without = (record, name) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

/* Named, because the page's policy lets nothing be compiled from text. */
const works = {
  field: ({ notes }, [name, value]) => updateAll(notes, (record) => ({ ...record, note: { ...record.note, [name]: value } })),
  records: ({ notes }, pairs) => pairs.forEach(([key, value]) => notes.put(value, key)),
  noMark: ({ notes }) => updateAll(notes, (record) => without(record, "mark")),
  many: ({ notes }, entries) => entries.forEach((entry) => notes.put({ mark: "mark", note: without(entry, "key") }, entry.key ?? entry.id)),
  state: (tables, change) => changeState(tables, (state) => ({ ...state, ...change })),
  locked: (tables) => changeState(tables, (state) => ({ ...state, lock: { id: "x", iterations: 1, salt: new Uint8Array(16) } })),
  wholeState: ({ state }, value) => state.put(value, "state"),
  noState: ({ state }) => state.delete("state"),
  empty: (tables) => Object.values(tables).forEach((table) => table.clear()),
};

window.spoilNotes = async ([work, argument]) => {
  const database = await done(indexedDB.open("notes"));
  const transaction = database.transaction(TABLES, "readwrite");
  works[work](Object.fromEntries(TABLES.map((name) => [name, transaction.objectStore(name)])), argument);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
};

/* Lays whole tables on the device: {name: [[key, value], ...]}, bytes as {bytes: [...]}. */
window.layNotes = async (tables) => {
  const bytes = (value) => {
    if (Array.isArray(value)) return value.map(bytes);
    if (typeof value !== "object" || value === null) return value;
    return value.bytes ? new Uint8Array(value.bytes) : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bytes(part)]));
  };
  const request = indexedDB.open("notes", 1);
  request.onupgradeneeded = () => TABLES.forEach((name) => request.result.createObjectStore(name, { autoIncrement: name === "aside" }));
  const database = await done(request);
  const transaction = database.transaction(TABLES, "readwrite");
  for (const [name, records] of Object.entries(tables)) for (const [key, value] of records) transaction.objectStore(name).put(bytes(value), key);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
};

/* Refuses to write, as a full or stubborn device does, after so many writes; an empty name lets it write again. */
window.refusal = { name: "", after: 0 };
const { put } = globalThis.IDBObjectStore?.prototype ?? {};
if (put)
  IDBObjectStore.prototype.put = function (...given) {
    if (window.refusal.name && window.refusal.after-- <= 0) throw new DOMException("refused", window.refusal.name);
    return put.apply(this, given);
  };
