/** `<list-filter>`: shows only those items of a printed list that hold all the words typed. README.md says how. */

import { TypedFilter } from "../glossary-filter/typed-filter.js";
import { listMatcher } from "../search/matching.js";
import { words } from "./strings.js";

export class ListFilter extends TypedFilter {
  /** @type {{items: HTMLElement[], find: (text: string) => Set<number>} | undefined} */
  #items;

  /** An address with a question leads to its answer, which may stand far down the page. */
  connectedCallback() {
    super.connectedCallback();
    if (this.ui && this.typed) this.scrollIntoView();
  }

  /** The words that stand still are in the page; "clear" is the same in every filter. */
  get words() {
    const { label = "", hint = "" } = this.dataset;
    return { label, hint, clear: words.clear };
  }

  get #empty() {
    return /** @type {HTMLElement} */ (this.querySelector(".list-filter__empty"));
  }

  get between() {
    this.#empty.querySelector("button")?.addEventListener("click", () => this.clear());
    return [this.#empty];
  }

  /** The items and what finds them by their texts, read once. */
  get #list() {
    if (!this.#items) {
      const items = [
        .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(this.dataset.items ?? "")),
      ];
      this.#items = { items, find: listMatcher(items.map((item) => item.textContent)) };
    }
    return this.#items;
  }

  show() {
    const { typed } = this;
    const { items, find } = this.#list;
    const fitting = typed ? find(typed) : null;
    items.forEach((item, at) => (item.hidden = fitting !== null && !fitting.has(at)));
    const shown = fitting?.size ?? items.length;
    for (const list of new Set(items.map((item) => item.parentElement))) if (list) this.#fold(list);
    this.#empty.hidden = shown > 0;
    const { one = "", many = "" } = this.dataset;
    this.tell(!typed ? "" : shown ? words.count(shown, items.length, one, many) : words.none(many));
  }

  /** A list without an item takes its heading with it, and what stands between the two. @param {HTMLElement} list */
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
