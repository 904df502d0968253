/** `<list-filter>`: shows only those items of a printed list that have all words typed (MiniSearch). */

import { TypedFilter } from "../glossary-filter/typed-filter.js";
import { listMatcher } from "../search/matching.js";
import { words } from "./strings.js";

export class ListFilter extends TypedFilter {
  #items = this.all(this.dataset.items ?? "", document);
  /** Finds them by their texts. @type {ReturnType<typeof listMatcher> | undefined} */
  #find;
  #empty = this.one(".list-filter__empty");
  between = [this.#empty];
  words = { label: this.dataset.label ?? "", hint: this.dataset.hint ?? "", clear: words.clear };

  /** An address with a question leads to its answer, which may stand far down the page. */
  setUp() {
    super.setUp();
    this.#empty.querySelector("button")?.addEventListener("click", () => this.clear());
    if (this.typed) this.scrollIntoView();
  }

  show() {
    const { typed } = this;
    const items = this.#items;
    this.#find ??= listMatcher(items.map((item) => item.textContent));
    const fitting = typed ? this.#find(typed) : null;
    items.forEach((item, at) => (item.hidden = fitting !== null && !fitting.has(at)));
    const shown = fitting?.size ?? items.length;
    for (const list of new Set(items.map((item) => item.parentElement))) if (list) this.#fold(list);
    this.#empty.hidden = shown > 0;
    const { one = "", many = "" } = this.dataset;
    const count = shown ? words.count(shown, items.length, one, many) : words.none(many);
    this.announce(typed ? count : "");
  }

  /** A list without an item takes along its heading and all between. @param {HTMLElement} list */
  #fold(list) {
    list.hidden = !list.querySelector(":scope > :not([hidden])");
    const before = [];
    let part = /** @type {HTMLElement | null} */ (list.previousElementSibling);
    while (part && !part.matches("h2, h3")) {
      before.push(part);
      part = /** @type {HTMLElement | null} */ (part.previousElementSibling);
    }
    if (part) for (const element of [...before, part]) element.hidden = list.hidden;
  }
}
