/* The service worker: answers from the copy kept on this device when the network does not. docs/contributing/offline.md says why each rule is so.
   The line above this comment is written by macros/publish/offline_copy.py: BUILD = {version, pack, sha256, bytes, room, made, language}.
   A copy is one cache, filled from one checked file; it counts only when its last entry, MARK, is in. Only copies of this scope are touched. */

const SCOPE = new URL(self.registration.scope);
const PREFIX = `kept-copy:${SCOPE.pathname}:`;
const MARK = new URL("offline/kept", SCOPE).href;
const WAIT_MS = 3000;
const APART = /^(?:embed\/|offline\/|sw\.js$|site\.zip$)/;
const TYPES = { css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", png: "image/png", svg: "image/svg+xml", webmanifest: "application/manifest+json", woff2: "font/woff2", xml: "application/xml" };
const HASHED = "X-Kept-Hashed";
const NOTE = new URL("offline/shown/", SCOPE).href; // with a window's id, in the copy its page came from: a worker is stopped when idle, and forgets
const NOTES = 20; // of windows that are gone: "Back" may bring them again

/* ---------- The copies ---------- */

const inCopy = (name, href) => caches.match(href, { cacheName: name });

/** Names of what this site keeps here, halves included: the newest first. */
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX)).reverse();

/** Those of them that hold an entry. */
async function holding(href) {
  const names = await ours();
  const found = await Promise.all(names.map((name) => inCopy(name, href)));
  return names.filter((_, at) => found[at]);
}

/** Names of the whole copies: the one of this build first. */
const copies = async () => (await holding(MARK)).sort((a, b) => (b === PREFIX + BUILD.version) - (a === PREFIX + BUILD.version));

/** The copy that a window's page came from; undefined for the network. */
const copyOf = async (client) => (client ? (await holding(NOTE + client))[0] : undefined);

/** Notes in a copy that a window's page is from it. On a full device nothing is noted, and the page is shown all the same. */
async function note(name, client) {
  if (!client || !(await caches.has(name))) return;
  await (await caches.open(name)).put(NOTE + client, new Response("")).catch(() => undefined);
}

/** Forgets windows that are gone, but for the last few. */
async function forget(name) {
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  const notes = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(NOTE));
  for (const each of notes.slice(0, -NOTES)) if (!(await self.clients.get(each.slice(NOTE.length)))) await cache.delete(each);
}

/** The answer kept for a path below the scope, and the copy it is from; a client's own copy is asked first. */
async function kept(path, first) {
  for (const name of new Set([...(first ? [first] : []), ...(await copies())])) {
    const answer = await inCopy(name, new URL(path, SCOPE).href);
    if (answer) return { answer, name };
  }
  return undefined;
}

/** [path, body, whether the name changes with the content] of every file in the pack; pages get their date here. */
function* entries({ chunks, texts, files, hashed }) {
  const named = new Set(hashed);
  const day = new Date(`${BUILD.made}T12:00:00Z`).toLocaleDateString(BUILD.language, { dateStyle: "long", timeZone: "UTC" });
  for (const [path, steps] of Object.entries(texts)) {
    let at = -1;
    const text = steps.map((step) => chunks[(at += step + 1)]).join("");
    yield [path, path.endsWith(".html") ? text.replaceAll("@saved-on@", day) : text, named.has(path)];
  }
  for (const [path, base64] of Object.entries(files)) {
    yield [path, Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), named.has(path)];
  }
}

async function checked(answer) {
  if (!answer.ok) throw new Error(`the copy could not be fetched: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const sum = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (sum !== BUILD.sha256) throw new Error("what came is not the copy");
  return bytes;
}

let keeping = null;

/** Two pages that ask at once are one task. */
const keep = () => (keeping ??= fill().finally(() => (keeping = null)));

/** Fetches the one file, checks it, and fills a cache; whatever fails on the way leaves no trace. */
async function fill() {
  const name = PREFIX + BUILD.version;
  if ((await copies()).includes(name)) return;
  const bytes = await checked(await fetch(new URL(BUILD.pack, SCOPE), { cache: "reload", priority: "low" }));
  const pack = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  try {
    await caches.delete(name);
    const cache = await caches.open(name);
    for (const [path, body, hashed] of entries(pack)) {
      const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
      const headers = { "Content-Type": typeof body === "string" ? `${type}; charset=utf-8` : type, ...(hashed && { [HASHED]: "1" }) };
      await cache.put(new URL(path.replace(/(^|\/)index\.html$/, "$1"), SCOPE), new Response(body, { headers }));
    }
    await cache.put(MARK, Response.json({ version: BUILD.version, made: BUILD.made, bytes: BUILD.bytes, room: BUILD.room }));
  } catch (error) {
    await caches.delete(name).catch(() => false);
    throw error;
  }
}

/** Deletes what this build's whole copy replaces, and halves of copies; never while a page, or the next worker, may need them. */
async function tidy(most) {
  if (self.registration.installing || self.registration.waiting) return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > most || !(await copies()).includes(PREFIX + BUILD.version)) return;
  await remove(PREFIX + BUILD.version);
}

async function remove(except) {
  await Promise.all((await ours()).filter((name) => name !== except).map((name) => caches.delete(name)));
}

async function state() {
  const [newest] = await copies();
  const mark = newest && (await inCopy(newest, MARK));
  return { build: BUILD, kept: mark ? await mark.json() : null };
}

/* ---------- Answers ---------- */

const after = (ms) => new Promise((done) => setTimeout(done, ms));

/** A page from a copy; a path with a letter in capitals, without its slash or with index.html leads to the page meant. */
async function keptPage(path, url) {
  const found = await kept(path);
  if (found) return found;
  const plain = path.toLowerCase().replace(/\/{2,}/g, "/").replace(/(^|\/)index\.html?$/, "$1").replace(/\.(?:html?|md)$/, "");
  for (const meant of new Set([plain, plain && `${plain.replace(/\/$/, "")}/`])) {
    if (meant !== path && (await kept(meant))) return { answer: Response.redirect(new URL(meant, SCOPE).href + url.search, 302), name: "" };
  }
  const missing = await kept("404.html");
  return missing && { answer: new Response(missing.answer.body, { status: 404, headers: missing.answer.headers }), name: missing.name };
}

/** The answer, once all of it is here: of half a page a reader has little, and browsers may show nothing of it. */
async function whole(answer) {
  await answer.clone().arrayBuffer();
  return answer;
}

/** Network first, for as long as a reader waits; then the copy, which says its date. */
async function page(event, path, url) {
  const network = Promise.resolve(event.preloadResponse).then((answer) => answer ?? fetch(event.request));
  network.catch(() => undefined);
  if (!(await copies()).length) return network;
  const quick = await Promise.race([network.then(whole).catch(() => null), after(WAIT_MS)]);
  if (quick && quick.status < 500) return quick;
  const found = quick === null ? await keptPage(path, url) : await kept(path);
  if (!found) return network;
  await note(found.name, event.resultingClientId);
  event.waitUntil(forget(found.name).catch(() => undefined));
  return found.answer;
}

const isPage = ({ headers }) => /^text\/html\b/.test(headers.get("Content-Type"));

/** The network's answer for a file that the copy has too. Half of it, a fault of the host or a log-in page is none: the copy is better. */
async function sound(request, copy) {
  const answer = await fetch(request);
  if (answer.status >= 500 || (isPage(answer) && !isPage(copy))) throw new Error("no answer to use");
  return whole(answer);
}

/** A file of a page: from the page's own copy; a name that changes with its content from any; else the network first. */
async function file(event, path) {
  const own = await copyOf(event.clientId);
  const found = await kept(path, own);
  if (!found) return fetch(event.request);
  if (found.answer.headers.has(HASHED) || found.name === own) return found.answer;
  return sound(event.request, found.answer).catch(() => found.answer);
}

function mine(request) {
  if (request.method !== "GET" || request.headers.has("range")) return null;
  const url = new URL(request.url);
  if (url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return null;
  const path = url.pathname.slice(SCOPE.pathname.length);
  if (APART.test(path) || ["iframe", "frame", "object", "embed"].includes(request.destination)) return null;
  return { url, path };
}

self.addEventListener("fetch", (event) => {
  const asked = mine(event.request);
  if (!asked) return;
  const answer = event.request.mode === "navigate" ? page(event, asked.path, asked.url) : file(event, asked.path);
  event.respondWith(answer.catch(() => fetch(event.request)));
});

/* No skipWaiting: a page keeps the worker it was opened with until it is closed. */
self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([tidy(Infinity), self.registration.navigationPreload?.enable()]).catch(() => undefined));
});

/* Pages ask "state" once, as they open; "keep" and "remove" follow a reader's press, or a free connection. */
const TASKS = { state: async () => (await tidy(1), state()), keep: async () => (await keep(), state()), remove: async () => (await remove(), state()) };

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const task = TASKS[event.data?.type];
  if (!task || !port) return;
  event.waitUntil(task().then((result) => port.postMessage(result), (error) => port.postMessage({ error: error.name, quota: error.name === "QuotaExceededError" })));
});
