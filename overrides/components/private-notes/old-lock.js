/** Opens what an earlier version locked (Web Crypto: PBKDF2, AES-GCM), until the release after next. */

import { readNotes } from "./note.js";
/** @import { Contents } from "./store.js" */

/** @typedef {{id: string, iterations: number, salt: Uint8Array<ArrayBuffer>, check?: unknown}} Lock */

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** Whether a stored lock still says how to make its key. @param {any} lock @returns {lock is Lock} */
export const isLock = (lock) =>
  typeof lock?.id === "string" && Number.isInteger(lock.iterations) && lock.salt instanceof Uint8Array;

/** What lies behind a lock: its notes, and what stood aside (as it is where it does not open). Null if the
 *  passphrase is not the one; where the lock's check is damaged, anything that opens is proof.
 *  @param {string} passphrase @param {Lock} lock @param {Contents} contents */
export async function unlock(passphrase, lock, contents) {
  const { salt, iterations } = lock;
  const secret = bytes(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  const cipher = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.deriveKey(how, material, cipher, false, ["decrypt"]);
  let proven = false;
  /** Opens only where it was sealed, and if no bit differs. @param {string} place @param {any} sealed */
  const unseal = async (place, sealed) => {
    const settings = { name: "AES-GCM", iv: sealed.iv, additionalData: bytes(`${lock.id} ${place}`) };
    const text = new TextDecoder().decode(await crypto.subtle.decrypt(settings, key, sealed.data));
    proven = true;
    return JSON.parse(text);
  };
  await unseal("check", lock.check).catch(() => {});
  /** @param {string} place @param {any} stored @param {any} otherwise */
  const open = (place, stored, otherwise) =>
    stored?.sealed ? unseal(place, stored.sealed).catch(() => otherwise) : otherwise;
  const notes = new Map();
  for (const [id, stored] of contents.notes)
    notes.set(id, { note: await open(`note ${id}`, stored, stored?.note) });
  const aside = new Map();
  for (const [id, stored] of contents.aside) aside.set(id, await open("aside", stored, stored));
  return proven ? { lock, notes: readNotes(notes), aside } : null;
}
