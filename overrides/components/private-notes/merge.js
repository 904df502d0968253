/** Brings notes from a file together with those kept here: nothing twice, nothing lost. Pure. */

import { sameNote } from "./record.js";

/** Two different notes under one id and of one moment both stay: the second gets the id with the next free number. */
function beside(kept, entry) {
  for (let number = 2; ; number += 1) {
    const id = `${entry.id.slice(0, 70)}-${number}`;
    const moved = Object.freeze({ ...entry, id });
    if (!kept.has(id)) return moved;
    if (sameNote(kept.get(id), moved)) return null;
  }
}

/**
 * @param {Map<string, object>} kept by id
 * @param {object[]} incoming
 * @returns {{put: object[], added: number, newer: number, same: number}} `put` is to be written; `same` counts those
 * that are here already, word for word or in a later form
 */
export function merge(kept, incoming) {
  const all = new Map(kept);
  const put = new Map();
  const counts = { added: 0, newer: 0, same: 0 };
  const take = (entry, count) => {
    all.set(entry.id, entry);
    put.set(entry.id, entry);
    counts[count] += 1;
  };
  for (const entry of incoming) {
    const held = all.get(entry.id);
    const later = held && Date.parse(entry.changed) - Date.parse(held.changed);
    if (!held) take(entry, "added");
    else if (sameNote(held, entry) || later < 0) counts.same += 1;
    else if (later > 0) take(entry, "newer");
    else {
      const moved = beside(all, entry);
      if (moved) take(moved, "added");
      else counts.same += 1;
    }
  }
  return { put: [...put.values()], ...counts };
}
