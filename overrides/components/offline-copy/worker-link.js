/** Talks to the service worker of this site: finds it, starts it, asks it. */

const ANSWER_MS = 120000;

/** A question and its answer; rejects with the error's name. @param {ServiceWorker} worker @param {"state"|"keep"|"remove"} type */
function ask(worker, type) {
  return new Promise((done, fail) => {
    const { port1, port2 } = new MessageChannel();
    const late = setTimeout(() => fail(new Error("no answer")), ANSWER_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(late);
      port1.close();
      if (data.error) fail(Object.assign(new Error(data.error), { quota: data.quota }));
      else done(data);
    };
    worker.postMessage({ type }, [port2]);
  });
}

/** The newest worker, once it has started: the one of the site as it is now. */
async function newest(registration) {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (worker?.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  if (!worker || worker.state === "redundant") throw new Error("the worker did not start");
  return worker;
}

/** The worker at a site's root, whatever path it is served below. */
export class WorkerLink {
  #root;

  /** @param {URL} root of the site, with its last slash */
  constructor(root) {
    this.#root = root;
  }

  async #registration() {
    const found = await navigator.serviceWorker.getRegistration(this.#root.href);
    return found?.scope === this.#root.href ? found : undefined;
  }

  /** What the site offers: {version, bytes, room, made}; null where it offers none, undefined where no network tells. */
  async offered() {
    try {
      const answer = await fetch(new URL("offline/copy.json", this.#root), { cache: "no-cache" });
      if (answer.status === 404) return null;
      const facts = await answer.json();
      return facts.version ? facts : undefined;
    } catch {
      return undefined; // no network, half of it, or a log-in page in its place
    }
  }

  /** What is kept: {version, bytes, room, made}, or null. A worker that waits for old pages to close may have the newest. */
  async kept() {
    const registration = await this.#registration();
    const worker = registration?.waiting ?? registration?.active;
    return worker ? (await ask(worker, "state")).kept : null;
  }

  /** Starts the worker where there is none, brings it up to date, and has it keep this build's copy. */
  async keep() {
    const options = { scope: this.#root.href, updateViaCache: "none" };
    const registration = await navigator.serviceWorker.register(new URL("sw.js", this.#root), options);
    if (registration.active && !registration.installing) await registration.update();
    return (await ask(await newest(registration), "keep")).kept;
  }

  /** Deletes every copy of this site, and the worker. */
  async remove() {
    const registration = await this.#registration();
    if (registration?.active) await ask(registration.active, "remove");
    await registration?.unregister();
  }
}
