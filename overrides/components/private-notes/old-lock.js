/** Opens what an earlier version locked (Web Crypto: PBKDF2, AES-GCM), until the release after next. */

/** @typedef {{id: string, iterations: number, salt: Uint8Array<ArrayBuffer>, check?: unknown}} Lock */
/** @typedef {{lock: Lock, key: CryptoKey}} OpenLock */

const SAMPLES = 20;
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** Whether a stored lock still says how to make its key. @param {any} lock @returns {lock is Lock} */
export const isLock = (lock) =>
  typeof lock?.id === "string" &&
  Number.isInteger(lock.iterations) &&
  lock.iterations > 0 &&
  lock.iterations <= 10_000_000 &&
  lock.salt instanceof Uint8Array &&
  lock.salt.length === 16;

/** @param {any} record */
export const isSealed = (record) =>
  typeof record === "object" && record !== null && Object.hasOwn(record, "sealed");

/** The value again; rejects if one bit differs, or it stood elsewhere. @param {OpenLock} open
 *  @param {string} place @param {any} sealed */
export async function unseal({ lock, key }, place, sealed) {
  const settings = { name: "AES-GCM", iv: sealed.iv, additionalData: bytes(`${lock.id} ${place}`) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(settings, key, sealed.data)));
}

/** Opens a lock; null if the passphrase is not the one. Where the lock's check is damaged, a sealed note that
 *  opens is proof. @param {string} passphrase @param {Lock} lock @param {Map<any, any>} notes
 *  @returns {Promise<OpenLock | null>} */
export async function openLock(passphrase, lock, notes) {
  const secret = bytes(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const { salt, iterations } = lock;
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  const cipher = { name: "AES-GCM", length: 256 };
  const open = { lock, key: await crypto.subtle.deriveKey(how, material, cipher, false, ["decrypt"]) };
  const samples = [...notes].filter(([, record]) => isSealed(record)).slice(0, SAMPLES);
  const proofs = [["check", lock.check], ...samples.map(([id, { sealed }]) => [`note ${id}`, sealed])];
  for (const [place, sealed] of proofs) {
    const opens = unseal(open, String(place), sealed).then(() => true);
    if (await opens.catch(() => false)) return open;
  }
  return null;
}
