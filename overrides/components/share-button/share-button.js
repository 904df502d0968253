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

  /** The page's address; on a practice page with what was picked in its timer. */
  get address() {
    /** @type {import("../practice-timer/practice-timer.js").PracticeTimer | null} */
    const timer = document.querySelector("practice-timer");
    const url = new URL(cleanAddress(document, location.href));
    url.search = timer?.query ?? "";
    return { url: url.href.replaceAll("%2C", ","), withTimer: url.search !== "" };
  }

  /** Called by a press, as the system's sheet demands. */
  async share() {
    const { url, withTimer } = this.address;
    const status = /** @type {HTMLElement} */ (this.querySelector(".share-button__status"));
    status.textContent = "";
    if (navigator.share) {
      try {
        return await navigator.share({ title: this.dataset.title, url });
      } catch (error) {
        if (error instanceof Error && error.name === "AbortError") return undefined;
      }
    }
    status.textContent = (await copy(url))
      ? withTimer
        ? words.copiedWithTimer
        : words.copied
      : words.thisIsTheLink(url);
    return undefined;
  }
}
