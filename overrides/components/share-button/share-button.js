/** `<share-button>`: the system's own sheet (Web Share), else a copy (Clipboard API), else the address. */

import { cleanAddress } from "./address.js";
import { words } from "./strings.js";
/** @import { PracticeTimer } from "../practice-timer/practice-timer.js" */

/** Puts an address where it can be pasted. Returns whether that worked. @param {string} address */
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
    /** @type {PracticeTimer | null} */
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
    const copied = withTimer ? words.copiedWithTimer : words.copied;
    status.textContent = (await copy(url)) ? copied : words.thisIsTheLink(url);
    return undefined;
  }
}
