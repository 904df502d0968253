/** What concerns everything at once: a new lock, deleting all, putting all back, beginning anew. Each is one transaction. */

import { manyAtATime } from "./pieces.js";
import { newId } from "./record.js";
import { Stale, sameLock } from "./shelf.js";
import { putAll } from "./store.js";
import { asText, freshState } from "./stored.js";
import { newLock } from "./vault.js";

/** A lock for a passphrase, or none. */
export const makeLock = (passphrase) => (passphrase === null ? null : newLock(passphrase, newId()));

/**
 * Writes every note and everything set aside anew, under another lock or under none. What could not be read is set aside
 * with the rest, so that nothing stays behind as it was. @param {(state: object) => void} check refuses in the transaction
 */
export async function resealAll(shelf, entries, open, check) {
  const raw = await shelf.store.read();
  const notes = await manyAtATime(entries.values(), async (entry) => [entry.id, await shelf.record(entry, open)]);
  const unread = [...(raw?.notes ?? [])].filter(([id]) => !entries.has(id));
  const added = await Promise.all(unread.map(([id, record]) => shelf.asideRecord(id, record, open)));
  const asides = await Promise.all((await shelf.asides(raw?.aside ?? [])).map(async ([key, record]) => [key, await shelf.sealAside(record, open)]));
  await shelf.write(async (tables, state) => {
    check(state);
    await Promise.all([
      putAll(tables.notes, notes),
      putAll(tables.aside, asides),
      ...unread.map(([id]) => tables.notes.delete(id)),
      ...added.map((record) => tables.aside.add(record)),
    ]);
    return { lock: open?.lock ?? null };
  });
  shelf.marks = new Map(notes.map(([id, { mark }]) => [id, mark]));
  shelf.open = open;
}

/** Empties the device. @returns {Promise<object>} what it takes to undo that, in memory only */
export async function deleteEverything(shelf) {
  const raw = await shelf.store.read().catch(() => null);
  const memory = { raw, open: shelf.open };
  await shelf.store.destroy();
  return memory;
}

/** Undoes that. Rejects with Stale if another tab has meanwhile begun anew under another lock. */
export async function putEverythingBack(shelf, { raw, open }) {
  if (!raw) return;
  await shelf.store.change(async ({ state, notes, aside }) => {
    const stored = await state.get("state");
    if (stored && !sameLock(stored.lock, raw.state?.lock)) throw new Stale("begun anew");
    await Promise.all([
      ...(raw.state === undefined || stored ? [] : [state.put(raw.state, "state")]),
      putAll(notes, [...raw.notes]),
      putAll(aside, [...raw.aside]),
    ]);
    if (stored) await state.put({ ...stored, revision: stored.revision + 1 }, "state");
  });
  shelf.open = open;
}

/** Sets everything aside as it lies there, so that new notes can be kept. */
export async function beginAnew(shelf) {
  const raw = await shelf.store.read();
  await shelf.store.change(({ state, notes, aside }) => Promise.all([aside.add({ text: asText(raw) }), notes.clear(), state.put(freshState(), "state")]));
}
