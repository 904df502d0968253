/** What the filters above a printed list share: field, count, address (History API), keys. */

import { addressWith, oldWordsIn, wordsIn } from "../search/address.js";
import { composing, delayed, element, searchField } from "../search/drawing.js";
import { SiteElement } from "../shared/shared.js";

const NAME = "q"; // in the address
const LONGEST = 100; // letters of a query
const STORE_MS = 400; // rest before the address follows; browsers limit how often it may change
const SAY_MS = 900; // rest before the count is said

/** An element with the class `glossary-filter__name`. @template {keyof HTMLElementTagNameMap} Tag
 *  @param {string} name @param {Tag} tag @param {Record<string, string | number>} attributes
 *  @param {(Node | string)[]} children */
export const part = (name, tag, attributes = {}, ...children) =>
  element(tag, `glossary-filter__${name}`, attributes, ...children);

/** A filter says its `words`, and what it does in `show()`. */
export class TypedFilter extends SiteElement {
  ui = /** @type {ReturnType<TypedFilter["build"]>} */ (/** @type {unknown} */ (undefined)); // set when connected
  words = { label: "", hint: "", clear: "" }; // beside the field
  /** Between the field and the count. @type {Element[]} */
  above = [];
  /** Between the count and the status. @type {Element[]} */
  between = [];
  #storeLater = delayed(STORE_MS);
  #sayLater = delayed(SAY_MS);

  setUp() {
    this.ui = this.build();
    this.#readAddress();
    const { form, input, clear } = this.ui;
    this.on(input, "input", () => this.#changed());
    this.on(clear, "click", () => this.clear());
    this.on(form, "submit", (event) => event.preventDefault());
    this.on(this, "keydown", (event) => {
      if (event.key !== "Escape" || composing(event)) return;
      this.clear();
      event.preventDefault();
    });
    for (const name of ["popstate", "hashchange"]) this.on(window, name, () => this.#readAddress());
  }

  /** What is typed, without what is too long to look for. */
  get typed() {
    return this.ui.input.value.trim().slice(0, LONGEST);
  }

  /** May what is typed stand in the address, and so in the history of the device? */
  get shareable() {
    return true;
  }

  /** Shows a summary at once, and has it said when typing rests. @param {string} summary */
  announce(summary) {
    this.ui.clear.hidden = !this.ui.input.value;
    this.ui.count.textContent = summary;
    this.ui.count.hidden = !summary;
    this.#sayLater(() => (this.ui.status.textContent = summary));
  }

  clear() {
    this.ui.input.value = "";
    this.#changed();
    this.ui.input.focus();
  }

  /** The field, and the places for what is said. */
  build() {
    const { label, hint, clear: clearWord } = this.words;
    const [id, hintId] = [`${this.localName}-input`, `${this.localName}-hint`];
    const described = { id, maxlength: LONGEST, "aria-describedby": hintId };
    const input = searchField("glossary-filter__input", described);
    const clear = part("clear", "button", { type: "button", hidden: "" }, clearWord);
    const row = part("row", "div", {}, input, clear);
    const lines = [part("label", "label", { for: id }, label), row, part("hint", "p", { id: hintId }, hint)];
    const form = part("form", "form", { role: "search" }, ...lines);
    const count = part("count", "p", { hidden: "" });
    const status = part("status", "p", { role: "status" });
    this.append(form, ...this.above, count, ...this.between, status);
    return { form, input, clear, count, status };
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
    this.#storeLater(() => {
      const address = addressWith(location.href, NAME, this.shareable ? this.typed : "");
      if (address !== location.href) history.replaceState(history.state, "", address);
    });
    this.show();
  }
}
