/** `<offline-copy>`: keeps the site on this device, says so with its size, and takes it away again. README.md says when it asks. */

import { canKeep, isFree, refusal } from "./connection.js";
import { leisure } from "./leisure.js";
import { words } from "./strings.js";
import { WorkerLink } from "./worker-link.js";

export class OfflineCopy extends HTMLElement {
  #link = null;
  #chose = false;

  connectedCallback() {
    this.full = "full" in this.dataset;
    if (!canKeep(window)) return this.full && this.#show(location.protocol === "file:" ? words.here : words.cannot);
    this.#link = new WorkerLink(new URL(this.dataset.root, location.href));
    return this.#begin();
  }

  async #begin() {
    try {
      if (!this.full) await leisure;
      const free = await this.look();
      if (!free) return;
      await leisure;
      if (!this.#chose) await this.keep(free);
    } catch (error) {
      console.warn("offline-copy: nothing is kept", error);
      if (this.full) this.#show(words.cannot);
    }
  }

  /** Shows what the device has and what the site offers; answers with what may be fetched without asking. */
  async look() {
    const [offered, kept] = await Promise.all([this.#link.offered(), this.#link.kept()]);
    if (kept && (!offered || kept.version === offered.version)) return this.#showKept(kept);
    if (!offered) return this.#none(offered === null ? words.closed : words.away);
    this.#offer(offered, kept);
    const free = isFree(navigator.connection) && !refusal.stands && !("quiet" in this.dataset);
    return free ? offered : undefined;
  }

  #none(why) {
    if (this.full) this.#show(why);
  }

  #offer(offered, kept) {
    if (!this.full && (refusal.stands || "quiet" in this.dataset)) return;
    const keep = [kept ? words.get : words.keep, () => this.keep(offered)];
    const other = kept ? [words.remove, () => this.remove()] : [words.refuse, () => this.refuse()];
    this.#show(kept ? words.newer(offered, kept) : words.offer(offered), this.full && !kept ? [keep] : [keep, other]);
  }

  /** A reader asked for it, or it costs nothing. */
  async keep(offered) {
    this.#show(words.keeping(offered));
    try {
      this.#showKept(await this.#link.keep());
      refusal.stands = false;
    } catch (error) {
      this.#show(error.quota ? words.full : words.failed, [[words.keep, () => this.keep(offered)]]);
    }
  }

  /** Nobody is asked twice. */
  refuse() {
    refusal.stands = true;
    this.#show("");
    const link = document.createElement("a");
    link.href = new URL("tools/offline/", new URL(this.dataset.root, location.href));
    link.textContent = words.about;
    this.querySelector(".offline-copy__words").append(link);
  }

  /** Takes the copy and the worker away, and keeps none unasked from now on. */
  async remove() {
    refusal.stands = true;
    await this.#link.remove().catch((error) => console.warn("offline-copy: not all could be removed", error));
    this.#show(words.removed);
  }

  #showKept(kept) {
    this.#show(words.kept(kept), [[words.remove, () => this.remove()]]);
  }

  #show(text, buttons = []) {
    this.querySelector(".offline-copy__words").textContent = text;
    const row = this.querySelector(".offline-copy__buttons");
    row.replaceChildren(
      ...buttons.map(([label, press]) => {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "offline-copy__button", textContent: label });
        button.addEventListener("click", () => {
          this.#chose = true;
          press();
        });
        return button;
      }),
    );
    row.hidden = !buttons.length;
  }
}
