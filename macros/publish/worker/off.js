/** The kill switch: takes the place of a worker that does harm, deletes its copies, and is gone. Open pages are
 *  left alone, since a timer may run. Written by `python -m macros finish FOLDER --no-worker`. */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

async function clear() {
  const prefix = `kept-copy:${new URL(worker.registration.scope).pathname}:`;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
}

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => {
  event.waitUntil(clear().finally(() => worker.registration.unregister()));
});
