/* The kill switch: takes the place of a worker that does harm, deletes its copies, and is gone. Written by `python -m macros finish FOLDER --no-worker`. */

const PREFIX = `kept-copy:${new URL(self.registration.scope).pathname}:`;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const clear = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    await Promise.all(names.map((name) => caches.delete(name)));
  };
  /* Gone even where the store is broken. Pages that are open are left alone: a timer may run. */
  event.waitUntil(clear().catch(() => undefined).then(() => self.registration.unregister()));
});
