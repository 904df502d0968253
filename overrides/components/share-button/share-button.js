/** `<share-button>`: the system's own sheet, else a copy, else the address to read. Nothing is sent anywhere else. */

import { cleanAddress } from "./address.js";
import { words } from "./strings.js";

/** Put an address where it can be pasted. @param {string} address @returns {Promise<boolean>} whether that worked */
export async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}

export class ShareButton extends HTMLElement {
  /** @type {AbortController | undefined} */
  #stop;

  connectedCallback() {
    /** @type {HTMLElement | null} */
    const button = this.querySelector(".share-button__button");
    if (!button) throw new Error("share-button: the button is missing");
    this.#stop = new AbortController();
    button.addEventListener("click", () => this.share(), { signal: this.#stop.signal });
    button.hidden = false;
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** Asked for by a press, as the system's sheet demands. */
  async share() {
    const url = cleanAddress(document, location.href);
    const status = /** @type {HTMLElement} */ (this.querySelector(".share-button__status"));
    status.textContent = "";
    if (navigator.share) {
      try {
        return await navigator.share({ title: this.dataset.title, url });
      } catch (error) {
        if (error instanceof Error && error.name === "AbortError") return undefined;
      }
    }
    status.textContent = (await copy(url)) ? words.copied : words.thisIsTheLink(url);
    return undefined;
  }
}
