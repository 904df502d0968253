/** The copies of this site on the device, one cache each (Cache API). The service worker reads them. */

import { dayOf } from "./strings.js";
/** @import { Facts } from "./strings.js" */

/** Names of the caches of the site at `root`, the newest first. @param {URL} root */
const cacheNames = async ({ pathname }) =>
  (await caches.keys()).filter((name) => name.startsWith(`kept-copy:${pathname}:`)).reverse();

/** The facts of the newest copy; stored last, so that there is none without it. @param {URL} root */
export async function newestCopy(root) {
  const address = new URL("offline/kept", root).href;
  const answers = (await cacheNames(root)).map((cacheName) => caches.match(address, { cacheName }));
  return /** @type {Facts | undefined} */ (await (await Promise.all(answers)).find(Boolean)?.json());
}

/** Deletes all copies, or all but the newest few: a page may be open that is from the one before.
 *  @param {URL} root @param {number} [but] */
export async function removeCopies(root, but = 0) {
  for (const name of (await cacheNames(root)).slice(but)) await caches.delete(name);
}

/** Downloads a copy, checks it and stores it. Whatever fails on the way leaves the other copies as they were.
 *  @param {URL} root @param {Facts} facts @param {(bytes: number) => void} progress */
export async function storeCopy(root, facts, progress) {
  const { body } = await fetch(new URL(`offline/copy-${facts.version}.pack`, root), { cache: "no-store" });
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (body).getReader();
  const parts = [];
  for (let part = await reader.read(), bytes = 0; !part.done; part = await reader.read()) {
    parts.push(part.value);
    progress((bytes += part.value.length));
  }
  const pack = new Blob(parts);
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await pack.arrayBuffer()));
  const version = Array.from(sum.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (version !== facts.version) throw new Error("what came is not the copy");
  const name = `kept-copy:${root.pathname}:${version}`;
  try {
    await caches.delete(name);
    const cache = await caches.open(name);
    await cache.put(new URL("offline/pack", root), new Response(pack));
    const saved = JSON.stringify({ ...facts, day: dayOf(facts.made) });
    await cache.put(new URL("offline/kept", root), new Response(saved));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await removeCopies(root, 2);
}
