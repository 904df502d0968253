/** `<offline-copy>`: saves the site on this device at a press, and removes it (Service Worker, Web Locks). */

import { newestCopy, removeCopies, storeCopy } from "./store.js";
import { fill, words } from "./strings.js";
/** @import { Facts } from "./strings.js" */

export class OfflineCopy extends HTMLElement {
  #root = new URL(this.dataset.root ?? ".", location.href);

  connectedCallback() {
    const able = "serviceWorker" in navigator && "caches" in window && "DecompressionStream" in window;
    if (able && location.protocol.startsWith("http")) this.#look();
    else this.#show(location.protocol === "file:" ? words.disk : words.cannot);
  }

  /** Shows what the device has and what the site offers. */
  async #look() {
    try {
      const address = new URL("offline/copy.json", this.#root);
      const answer = await fetch(address, { cache: "no-cache" }).catch(() => undefined);
      /** @type {Facts | undefined} */
      const offered = await answer?.json().catch(() => undefined); // nothing, half of it, or a log-in page
      const copy = await newestCopy(this.#root);
      if (offered && copy?.version !== offered.version)
        this.#show(fill(copy ? words.newer : words.offer, { ...offered, ...(copy && { made: copy.made }) }), {
          save: () => this.#save(offered),
          ...(copy && { remove: () => this.#remove() }),
        });
      else if (copy) this.#show(fill(words.saved, copy), { remove: () => this.#remove() });
      else this.#show(answer?.status === 404 ? words.closed : words.away);
    } catch (error) {
      console.warn("offline-copy: this browser stores nothing", error);
      this.#show(words.cannot);
    }
  }

  async #save(/** @type {Facts} */ facts) {
    this.#show(fill(words.saving, facts));
    const bar = Object.assign(document.createElement("progress"), { max: facts.bytes, value: 0 });
    bar.ariaLabel = fill(words.saving, facts);
    this.append(bar);
    try {
      const options = /** @type {const} */ ({ scope: this.#root.href, updateViaCache: "none" });
      await navigator.serviceWorker.register(new URL("sw.js", this.#root), options);
      await navigator.locks.request(this.#root.href, async () => {
        if ((await newestCopy(this.#root))?.version !== facts.version)
          await storeCopy(this.#root, facts, (bytes) => (bar.value = bytes));
      });
      await this.#look();
    } catch (error) {
      console.warn("offline-copy: nothing was saved", error);
      const full = /** @type {Error} */ (error).name === "QuotaExceededError";
      this.#show(full ? words.full : words.failed, { save: () => this.#save(facts) });
    }
    bar.remove();
  }

  async #remove() {
    await (await navigator.serviceWorker.getRegistration(this.#root.href))?.unregister();
    await removeCopies(this.#root);
    this.#show(words.removed);
  }

  /** Announced once a reader has pressed here. @param {string} text
   *  @param {Record<string, () => unknown>} [presses] */
  #show(text, presses = {}) {
    const [line, row] = /** @type {HTMLElement[]} */ ([
      ...this.querySelectorAll(".offline-copy__words, .offline-copy__buttons"),
    ]);
    line.textContent = text;
    const buttons = Object.entries(presses).map(([name, press]) => {
      const textContent = words[/** @type {"save" | "remove"} */ (name)];
      const onclick = () => {
        Object.assign(line, { role: "status", tabIndex: -1 }).focus({ preventScroll: true });
        press();
      };
      const button = document.createElement("button");
      return Object.assign(button, { className: "offline-copy__button", textContent, onclick });
    });
    row.replaceChildren(...buttons);
    row.hidden = !buttons.length;
  }
}
