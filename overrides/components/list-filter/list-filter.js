/** `<list-filter>`: shows only those items of a printed list that hold all the words typed. README.md says how. */

import { whenFree } from "../glossary-filter/theme-search.js";
import { TypedFilter } from "../glossary-filter/typed-filter.js";
import { fold, split, subject } from "../glossary-filter/words.js";
import { words } from "./strings.js";

export class ListFilter extends TypedFilter {
  #items;

  /** An address with a question leads to its answer, which may stand far down the page. */
  connectedCallback() {
    super.connectedCallback();
    if (this.ui && this.asked) whenFree(() => this.scrollIntoView());
  }

  /** The words that stand still are in the page; "clear" is the same in every filter. */
  get words() {
    return { ...this.dataset, clear: words.clear };
  }

  get #empty() {
    return this.querySelector(".list-filter__empty");
  }

  get between() {
    this.#empty.querySelector("button").addEventListener("click", () => this.clear());
    return [this.#empty];
  }

  /** Items with their words, read once. */
  get #all() {
    this.#items ??= [...document.querySelectorAll(this.dataset.items)].map((item) => ({ item, words: [...new Set(split(item.textContent).map(fold))] }));
    return this.#items;
  }

  show() {
    const wanted = subject(this.asked);
    let shown = 0;
    for (const { item, words: held } of this.#all) {
      item.hidden = !wanted.every((word) => held.some((each) => each.startsWith(word)));
      if (!item.hidden) shown += 1;
    }
    for (const list of new Set(this.#all.map(({ item }) => item.parentElement))) this.#fold(list);
    this.#empty.hidden = shown > 0;
    const { one, many } = this.dataset;
    this.tell(!wanted.length ? "" : shown ? words.count(shown, this.#all.length, one, many) : words.none(many));
  }

  /** A list without an item takes its heading with it. */
  #fold(list) {
    list.hidden = ![...list.children].some((item) => !item.hidden);
    const heading = list.previousElementSibling;
    if (heading?.matches("h2, h3")) heading.hidden = list.hidden;
  }
}
