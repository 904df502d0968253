/** What the filters above a printed list share: the field, the count that is said, the address, the keys. */

import { addressWith, oldWordsIn, wordsIn } from "../search/address.js";

const NAME = "q"; // in the address
const LONGEST = 100; // letters of a query
const STORE_MS = 400; // rest before the address follows; browsers limit how often it may change
const SAY_MS = 900; // rest before the count is said

/** An element of the filter's block. @param {string} name its part @param {string} tag */
export function part(name, tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = `glossary-filter__${name}`;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A filter says its `words` (label, hint, clear) and what it does in `show()`; `near()`, `enter()` and `key()` may add
 * to it. */
export class TypedFilter extends HTMLElement {
  ui;
  #listeners;
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

  /** Elements between the field and the count. */
  get above() {
    return [];
  }

  /** Elements between the count and the status. */
  get between() {
    return [];
  }

  /** The field is about to be used. */
  near() {}

  /** Enter was pressed. */
  enter() {}

  /** Another key; true when it was used. */
  key() {
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
    const input = part("input", "input", { type: "search", id, maxlength: LONGEST, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go", "aria-describedby": `${this.localName}-hint` });
    const button = part("clear", "button", { type: "button", hidden: "" }, clear);
    const form = part("form", "form", { role: "search" }, part("label", "label", { for: id }, label), part("row", "div", {}, input, button), part("hint", "p", { id: `${this.localName}-hint` }, hint));
    const ui = { form, input, clear: button, count: part("count", "p", { hidden: "" }), status: part("status", "p", { role: "status" }) };
    this.append(form, ...this.above, ui.count, ...this.between, ui.status);
    return ui;
  }

  #listen() {
    const { form, input, clear } = this.ui;
    this.#listeners = new AbortController();
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal: this.#listeners.signal });
    on(input, "focus", () => this.near());
    on(input, "input", () => this.#changed());
    on(clear, "click", () => this.clear());
    on(form, "submit", (event) => {
      event.preventDefault();
      this.enter();
    });
    on(this, "keydown", (event) => this.#keys(event));
    for (const name of ["popstate", "hashchange"]) on(window, name, () => this.#readAddress());
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

  #keys(event) {
    if (event.key === "Escape") this.clear();
    else if (!this.key(event.key)) return;
    event.preventDefault();
  }

  #later(name, wait, action) {
    clearTimeout(this.#waiting[name]);
    this.#waiting[name] = setTimeout(action, wait);
  }
}
