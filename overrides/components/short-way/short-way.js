/** `<short-way>`: ticks beside the steps of a way. Nothing is kept until it is asked for, and one press forgets it. */

import { words } from "./strings.js";

const KEY = "way-ticks";

/** What is kept of all ways: the ticked steps by the name of the way; null where it cannot be read. @returns {Record<string, string[]> | null} */
function load() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  } catch (error) {
    return error instanceof SyntaxError ? {} : null;
  }
}

/** Whether the device took it. @param {Record<string, string[]>} ticks */
function save(ticks) {
  try {
    if (Object.keys(ticks).length) localStorage.setItem(KEY, JSON.stringify(ticks));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

export class ShortWay extends HTMLElement {
  #stop = new AbortController();

  connectedCallback() {
    const { signal } = this.#stop;
    this.#part("keep").addEventListener("click", () => this.#turn(true), { signal });
    this.#part("forget").addEventListener("click", () => this.#turn(false), { signal });
    this.addEventListener("change", () => this.#write(), { signal });
    this.#part("ways").hidden = false;
    const kept = load()?.[this.#name];
    if (Array.isArray(kept)) this.#show(kept);
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  get #name() {
    return this.dataset.name ?? "";
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  get #boxes() {
    return this.querySelectorAll(".short-way__tick");
  }

  /** @param {string} name @returns {HTMLElement} */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`.short-way__${name}`));
  }

  /** Shows the boxes with these steps ticked, or no boxes. @param {string[] | null} ticked */
  #show(ticked) {
    for (const box of this.#boxes) {
      box.hidden = !ticked;
      box.checked = ticked?.includes(box.name) ?? false;
    }
    this.#part("keep").hidden = Boolean(ticked);
    this.#part("forget").hidden = !ticked;
  }

  #write() {
    const ticks = [...this.#boxes].filter((box) => box.checked).map((box) => box.name);
    return save({ ...load(), [this.#name]: ticks });
  }

  /** @param {boolean} on */
  #turn(on) {
    if (on && !this.#write()) return this.#say(words.refused);
    if (!on) {
      const { [this.#name]: _gone, ...others } = load() ?? {};
      save(others);
    }
    this.#show(on ? [] : null);
    this.#part(on ? "forget" : "keep").focus();
    return this.#say(on ? words.on : words.forgotten);
  }

  /** @param {string} text */
  #say(text) {
    this.#part("status").textContent = text;
  }
}
