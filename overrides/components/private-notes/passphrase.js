/** Setting, changing and removing the passphrase, and opening the notes with it. */

import { words } from "./strings.js";
import { canSeal } from "./vault.js";

const LEAST = 8;

export class Passphrase {
  /** @param {HTMLFormElement} gate the form that opens @param {HTMLFormElement} change the form that sets */
  constructor(gate, change, { journal, say, sorry }) {
    Object.assign(this, { gate, change, journal, say, sorry });
    gate.addEventListener("submit", (event) => this.#opens(event));
    change.addEventListener("submit", (event) => this.#sets(event));
    change.elements.remove.addEventListener("click", () => this.#removes());
    for (const form of [gate, change]) form.elements.show.addEventListener("change", ({ target }) => form.querySelectorAll(".private-notes__secret").forEach((field) => (field.type = target.checked ? "text" : "password")));
  }

  show() {
    const set = this.journal.locks;
    this.change.querySelectorAll("[data-when=set]").forEach((part) => (part.hidden = !set));
    this.change.querySelectorAll("[data-when=unset]").forEach((part) => (part.hidden = set));
    const possible = canSeal();
    this.change.querySelectorAll("button, input").forEach((part) => (part.disabled = !possible));
    if (!possible) this.#word(this.change, words.noSeal);
  }

  /** Empties every field that held a passphrase. */
  wipe() {
    for (const form of [this.gate, this.change]) {
      form.reset();
      form.querySelectorAll(".private-notes__secret").forEach((field) => (field.type = "password"));
      this.#word(form, "");
    }
  }

  #word(form, text) {
    form.querySelector(".private-notes__word").textContent = text;
  }

  /** Runs what takes a second, says so meanwhile, and keeps a second press away. */
  async #busy(form, text, work) {
    if (form.hasAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    this.#word(form, text);
    try {
      await work();
    } catch (error) {
      this.#word(form, words.lockFailed);
      this.sorry(error);
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  #opens(event) {
    event.preventDefault();
    return this.#busy(this.gate, words.opening, async () => {
      const opened = await this.journal.unlock(this.gate.elements.passphrase.value);
      if (!opened) return this.#word(this.gate, words.wrong);
      this.wipe();
      this.say(words.opened);
      return undefined;
    });
  }

  #sets(event) {
    event.preventDefault();
    const { current, fresh, again } = this.change.elements;
    if (fresh.value.length < LEAST) return this.#word(this.change, words.short);
    if (fresh.value !== again.value) return this.#word(this.change, words.different);
    return this.#busy(this.change, words.sealing, async () => {
      if (!(await this.#allowed(current.value))) return;
      await this.journal.reseal(fresh.value);
      this.wipe();
      this.say(words.lockSet);
    });
  }

  #removes() {
    return this.#busy(this.change, words.opening, async () => {
      if (!(await this.#allowed(this.change.elements.current.value))) return;
      await this.journal.reseal(null);
      this.wipe();
      this.say(words.lockGone);
    });
  }

  async #allowed(current) {
    if (!this.journal.locks || (await this.journal.matches(current))) return true;
    this.#word(this.change, words.wrong);
    return false;
  }
}
