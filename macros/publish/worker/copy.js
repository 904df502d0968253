/** The service worker: answers from the copy saved on this device when the network does not (Cache API). It
 *  serves copies of every build: all but pages has a hash in its name. docs/contributing/offline.md says why. */

/** @typedef {{types: Record<string, string>, pieces: string[], entries: Record<string, number[]>}} Pack
 *  @typedef {(path: string) => Response | undefined | Promise<Response | undefined>} Reader */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
const PREFIX = `kept-copy:${new URL(SCOPE).pathname}:`;
const WAIT_MS = 3000;
const HASHED = /[.-](?:[0-9a-f]{8,64}|[0-9A-Z]{8})\.\w+$/;

/** Copies unpacked since the worker started, by name. @type {Map<string, Promise<Reader>>} */
const readers = new Map();

/** Names of this site's caches, the newest first, halves included. */
const cacheNames = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX)).reverse();

/** The whole copies, the newest first, with what is told of each; that is stored last. */
async function copies() {
  const all = [];
  for (const name of await cacheNames()) {
    const facts = await caches.match(`${SCOPE}offline/kept`, { cacheName: name });
    if (facts) all.push({ name, facts: await facts.json() });
  }
  return all;
}

/** @param {string} name @param {string} day @returns {Promise<Reader>} */
async function unpack(name, day) {
  const body = (await caches.match(`${SCOPE}offline/pack`, { cacheName: name }))?.body;
  /* A copy of the releases until November 2026 has an entry for each file. */
  if (!body) return (path) => caches.match(SCOPE + path, { cacheName: name });
  const text = new Response(body.pipeThrough(new DecompressionStream("gzip")));
  const { types, pieces, entries } = /** @type {Pack} */ (await text.json());
  return (path) => {
    if (!Object.hasOwn(entries, path)) return undefined;
    const type = types[/\.\w+$/.exec(path)?.[0] ?? ".html"];
    const text = entries[path].map((at) => pieces[at]).join("");
    const content = /text|svg/.test(type)
      ? text.replaceAll("@saved-on@", day)
      : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Response(content, { headers: { "Content-Type": type } });
  };
}

/** The answer for a path below the scope from the newest copy that has it. @param {string} path */
async function saved(path) {
  for (const { name, facts } of await copies()) {
    if (!readers.has(name)) readers.set(name, unpack(name, facts.day));
    const answer = (await readers.get(name))?.(path);
    if (await answer) return answer;
  }
}

/** The start of the network's answer; null where it fails, undefined when a reader has waited long enough.
 *  @param {Promise<Response>} network @returns {Promise<Response | null | undefined>} */
const early = (network) =>
  Promise.race([network.catch(() => null), new Promise((done) => setTimeout(done, WAIT_MS))]);

/** Network first, as it streams in. From the copy: no network, a slow one, a host in trouble.
 *  @param {FetchEvent} event @param {string} path */
async function page({ request }, path) {
  const network = fetch(request);
  const answer = await early(network);
  if (answer && answer.status < 500) return answer;
  return (await saved(path)) ?? (answer === null ? await saved("404.html") : undefined) ?? network;
}

/** A file with a hash in its name, which is the same from everywhere. A log-in page in its place is none.
 *  @param {Request} request @param {string} path */
async function file(request, path) {
  const unpacked = readers.size ? await saved(path) : undefined;
  if (unpacked) return unpacked;
  const network = fetch(request);
  const answer = await early(network);
  if (answer?.ok && !answer.headers.get("Content-Type")?.startsWith("text/html")) return answer;
  return (await saved(path)) ?? network;
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const path = request.url.slice(SCOPE.length).replace(/[?#].*$/, "");
  const isOpened = request.mode === "navigate" && request.destination === "document"; // and no frame
  const isPage = isOpened || path.startsWith("print/"); // a booklet fetches the sheets
  if (!isPage && !HASHED.test(path)) return;
  event.respondWith((isPage ? page(event, path) : file(request, path)).catch(() => fetch(request)));
});

/* Pages of the releases until November 2026, which copies may still hold, ask by a port what is saved. */
worker.addEventListener("message", async ({ data, ports }) => {
  if (data.type === "remove") for (const name of await cacheNames()) await caches.delete(name);
  ports[0].postMessage({ kept: (await copies())[0]?.facts ?? null });
});

worker.addEventListener("install", () => void worker.skipWaiting());
/* No navigation preload: where it fails, Firefox shows its own page of an error instead of what the worker answers. */
worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.disable()]));
});
