/** What the filters above a printed list share: the field, the count that is said, the address, the keys. */

import { addressWith, oldWordsIn, wordsIn } from "../search/address.js";
import { composing } from "../search/drawing.js";

const NAME = "q"; // in the address
const LONGEST = 100; // letters of a query
const STORE_MS = 400; // rest before the address follows; browsers limit how often it may change
const SAY_MS = 900; // rest before the count is said

/**
 * An element of the filter's block.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {string} name its part
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
export function part(name, tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = `glossary-filter__${name}`;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** @typedef {{form: HTMLFormElement, input: HTMLInputElement, clear: HTMLButtonElement, count: HTMLElement, status: HTMLElement}} Ui */

/** A filter says its `words` and what it does in `show()`; `near()`, `enter()` and `key()` may add to it. */
export class TypedFilter extends HTMLElement {
  ui = /** @type {Ui} */ (/** @type {unknown} */ (undefined)); // set when connected
  /** @type {AbortController | undefined} */
  #listeners;
  /** @type {Record<string, number>} */
  #waiting = {};

  connectedCallback() {
    try {
      this.ui ??= this.#build();
      this.#readAddress();
      this.#listen();
    } catch (error) {
      console.error(`${this.localName}: the list stays as printed`, error);
    }
  }

  disconnectedCallback() {
    this.#listeners?.abort();
    Object.values(this.#waiting).forEach(clearTimeout);
  }

  /** What is typed, without what is too long to look for. */
  get typed() {
    return this.ui.input.value.trim().slice(0, LONGEST);
  }

  /** What stands beside the field. @returns {{label: string, hint: string, clear: string}} */
  get words() {
    throw new Error(`${this.localName}: the words of the field are missing`);
  }

  /** Shows what the field asks for. */
  show() {}

  /** Elements between the field and the count. @returns {Element[]} */
  get above() {
    return [];
  }

  /** Elements between the count and the status. @returns {Element[]} */
  get between() {
    return [];
  }

  /** The field is about to be used. */
  near() {}

  /** Enter was pressed. */
  enter() {}

  /** Another key; true when it was used. @param {string} _name @returns {boolean} */
  key(_name) {
    return false;
  }

  /** Shows a summary at once, and has it said when typing rests. @param {string} summary */
  tell(summary) {
    this.ui.clear.hidden = !this.ui.input.value;
    this.ui.count.textContent = summary;
    this.ui.count.hidden = !summary;
    this.#later("say", SAY_MS, () => (this.ui.status.textContent = summary));
  }

  clear() {
    this.ui.input.value = "";
    this.#changed();
    this.ui.input.focus();
  }

  #build() {
    const { label, hint, clear } = this.words;
    const id = `${this.localName}-input`;
    const input = part("input", "input", {
      type: "search",
      id,
      maxlength: LONGEST,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      "aria-describedby": `${this.localName}-hint`,
    });
    const button = part("clear", "button", { type: "button", hidden: "" }, clear);
    const form = part(
      "form",
      "form",
      { role: "search" },
      part("label", "label", { for: id }, label),
      part("row", "div", {}, input, button),
      part("hint", "p", { id: `${this.localName}-hint` }, hint),
    );
    const ui = {
      form,
      input,
      clear: button,
      count: part("count", "p", { hidden: "" }),
      status: part("status", "p", { role: "status" }),
    };
    this.append(form, ...this.above, ui.count, ...this.between, ui.status);
    return ui;
  }

  #listen() {
    const { form, input, clear } = this.ui;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    input.addEventListener("focus", () => this.near(), { signal });
    input.addEventListener("input", () => this.#changed(), { signal });
    clear.addEventListener("click", () => this.clear(), { signal });
    form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.enter();
      },
      { signal },
    );
    this.addEventListener("keydown", (event) => this.#keys(event), { signal });
    for (const name of ["popstate", "hashchange"])
      window.addEventListener(name, () => this.#readAddress(), { signal });
  }

  /** An old address has the words after "?"; they move behind "#", which no host is sent. */
  #readAddress() {
    const old = oldWordsIn(location.href);
    if (old !== null) history.replaceState(history.state, "", addressWith(location.href, NAME, old));
    const typed = wordsIn(location.href, NAME) ?? (location.hash ? this.ui.input.value : "");
    if (typed === this.ui.input.value) return;
    this.ui.input.value = typed.slice(0, LONGEST);
    this.show();
  }

  #changed() {
    this.#later("store", STORE_MS, () => this.#writeAddress());
    this.show();
  }

  /** May what is typed stand in the address, and so in the history of the device? */
  get shareable() {
    return true;
  }

  #writeAddress() {
    const address = addressWith(location.href, NAME, this.shareable ? this.typed : "");
    if (address !== location.href) history.replaceState(history.state, "", address);
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    if (composing(event)) return;
    if (event.key === "Escape") this.clear();
    else if (!this.key(event.key)) return;
    event.preventDefault();
  }

  /** @param {string} name @param {number} wait milliseconds @param {() => void} action */
  #later(name, wait, action) {
    clearTimeout(this.#waiting[name]);
    this.#waiting[name] = setTimeout(action, wait);
  }
}
