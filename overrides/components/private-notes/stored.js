/** The form in which things lie in the database, read with suspicion. Pure. */

import { isDay } from "./time.js";
import { isLock } from "./vault.js";

export const FORMAT = 1;

const isObject = (value) => typeof value === "object" && value !== null;

/** What is written where nothing stands yet. `asked`: the day of the last question whether it helps. */
export const freshState = (lock = null) => ({ format: FORMAT, revision: 0, lock, asked: "" });

/**
 * Reads the state.
 * @returns {{state: object} | {newer: true} | {damaged: true, state: object}} a damaged one keeps what can be used
 */
export function readState(value) {
  if (Number.isInteger(value?.format) && value.format > FORMAT) return { newer: true };
  if (!isObject(value)) return { damaged: true, state: freshState() };
  const state = {
    format: FORMAT,
    revision: Number.isInteger(value.revision) ? value.revision : 0,
    lock: isLock(value.lock) ? value.lock : null,
    asked: isDay(value.asked) ? value.asked : "",
  };
  const whole = value.format === FORMAT && state.revision === value.revision && state.asked === (value.asked ?? "") && (state.lock !== null || value.lock === null);
  return whole ? { state } : { damaged: true, state };
}

/** Whether a stored note or set-aside text is sealed. */
export const isSealedRecord = (record) => isObject(record) && Object.hasOwn(record, "sealed");

/** Anything that a database can hold, as text to look at: bytes as base64, nothing refused. */
export function asText(value) {
  const seen = new WeakSet();
  const plain = (_key, found) => {
    if (typeof found === "bigint") return `${found}n`;
    if (found === undefined) return "(nothing)";
    if (found instanceof ArrayBuffer) return { base64: base64(new Uint8Array(found)) };
    if (ArrayBuffer.isView(found)) return { base64: base64(new Uint8Array(found.buffer, found.byteOffset, found.byteLength)) };
    if (found instanceof Map || found instanceof Set) return [...found];
    if (isObject(found) && seen.has(found)) return "(shown above)";
    if (isObject(found)) seen.add(found);
    return found;
  };
  return JSON.stringify(value, plain, 1);
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
