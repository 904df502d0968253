/** Whether the browser has promised not to delete the notes by itself; asked for only on a press. */

import { words } from "./strings.js";

export class Persistence {
  /** @param {HTMLElement} place @param {(text: string) => void} say */
  constructor(place, say) {
    this.state = place.querySelector(".private-notes__persist-state");
    this.button = place.querySelector(".private-notes__persist");
    this.say = say;
    this.button.addEventListener("click", () => this.#ask());
  }

  async show() {
    const kept = await navigator.storage?.persisted?.().catch(() => false);
    this.state.textContent = kept ? words.persisted : words.notPersisted;
    this.button.hidden = Boolean(kept) || !navigator.storage?.persist;
  }

  async #ask() {
    const kept = await navigator.storage.persist().catch(() => false);
    await this.show();
    this.say(kept ? words.persisted : words.persistRefused);
  }
}
