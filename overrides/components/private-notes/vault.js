/** The passphrase: a key made from it, and notes sealed with that key. Web Crypto only. */

/** What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA-256. Kept with each lock, so it can grow. */
export const ITERATIONS = 600_000;

const SALT_BYTES = 16;
const IV_BYTES = 12;
const CHECK = "check";

const bytes = (text) => new TextEncoder().encode(text);
const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const isBytes = (value, length) => value instanceof Uint8Array && (length ? value.length === length : value.length > 0);

/** Sealing needs a page that came over https, or from this device. */
export const canSeal = () => Boolean(globalThis.crypto?.subtle);

const isSealed = (value) => isBytes(value?.iv, IV_BYTES) && isBytes(value?.data);

/** Whether a lock still says how to make its key. Its check may be damaged: notes can stand in for it. */
export const isLock = (lock) => typeof lock?.id === "string" && lock.id !== "" && Number.isInteger(lock.iterations) && lock.iterations > 0 && lock.iterations <= 10_000_000 && isBytes(lock.salt, SALT_BYTES);

/** The same passphrase typed with composed or separate accents gives the same key. */
async function derive(passphrase, { salt, iterations }) {
  const material = await crypto.subtle.importKey("raw", bytes(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const settings = (lock, place, iv) => ({ name: "AES-GCM", iv, additionalData: bytes(`${lock.id} ${place}`) });

/** @param {{lock: object, key: CryptoKey}} open @param {string} place where it will stand, so that pieces cannot be swapped */
export async function seal({ lock, key }, place, value) {
  const iv = random(IV_BYTES);
  const data = await crypto.subtle.encrypt(settings(lock, place, iv), key, bytes(JSON.stringify(value)));
  return { iv, data: new Uint8Array(data) };
}

/** The value again; rejects if one bit differs, or it stood elsewhere. */
export async function unseal({ lock, key }, place, sealed) {
  if (!isSealed(sealed)) throw new TypeError("not sealed");
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(settings(lock, place, sealed.iv), key, sealed.data)));
}

/** A lock for a new passphrase, open. @returns {Promise<{lock: object, key: CryptoKey}>} */
export async function newLock(passphrase, id, iterations = ITERATIONS) {
  const lock = { id, iterations, salt: random(SALT_BYTES) };
  const key = await derive(passphrase, lock);
  return { lock: { ...lock, check: await seal({ lock, key }, CHECK, CHECK) }, key };
}

/**
 * Opens a lock; null if the passphrase is not the one. Where the check is damaged, one sealed note that opens is proof.
 * @param {[string, object][]} samples sealed values and their places
 */
export async function openLock(passphrase, lock, samples = []) {
  const open = { lock, key: await derive(passphrase, lock) };
  for (const [place, sealed] of [[CHECK, lock.check], ...samples]) {
    try {
      await unseal(open, place, sealed);
      return open;
    } catch {
      /* not this one */
    }
  }
  return null;
}
