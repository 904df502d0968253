/** `<glossary-filter>`: finds words as one types (MiniSearch), in the list printed on /glossary/. */

import { answerItem, composing, dangerPanel, walk } from "../search/drawing.js";
import { SearchData } from "../search/loading.js";
import { words as shared } from "../search/strings.js";
import { words } from "./strings.js";
import { TypedFilter, part } from "./typed-filter.js";
/** @import { Answer } from "../search/matching.js" */

const OTHERS = 2; // other pages that are named below the words

export class GlossaryFilter extends TypedFilter {
  #panel = part("panel", "div");
  #results = part("results", "ol", { hidden: "" });
  #otherPages = part("results", "ol");
  #others = part("others", "div", { hidden: "" }, part("also", "h2", {}, words.also), this.#otherPages);
  #data = new SearchData();
  #wanted = ""; // what was typed when the index was last wanted: a failure is not repeated at once
  /** The printed list: the term's entries by address. @type {Map<string, HTMLElement> | undefined} */
  #entries;

  words = words;
  above = [this.#panel];
  between = [this.#results, this.#others];

  /** Brings the words of danger and the index at the first sign of use; who only reads pays for neither. */
  setUp() {
    super.setUp();
    const { form, input } = this.ui;
    this.on(input, "focus", () => this.#load());
    this.on(form, "submit", () => this.#links[0]?.click());
    this.on(this, "keydown", (event) => {
      if (!composing(event) && walk(event.key, input, this.#links)) event.preventDefault();
    });
  }

  get shareable() {
    return !this.#data.dangers(this.typed).length;
  }

  #load() {
    if (!this.#data.matcher) this.#data.load(() => this.show());
  }

  /** What holds this filter and the printed list. */
  get #list() {
    return /** @type {HTMLElement} */ (this.parentElement);
  }

  get #links() {
    return [...this.querySelectorAll("a")];
  }

  show() {
    const { typed } = this;
    this.#panel.replaceChildren(...dangerPanel(typed ? this.#data.dangers(typed) : []));
    if (!typed) return this.#draw([], [], "");
    const { matcher } = this.#data;
    if (!matcher) {
      if (this.#wanted !== typed) this.#load();
      this.#wanted = typed;
      return this.announce(this.#data.failed ? words.failed : shared.loading);
    }
    const { near, answers } = matcher.find(typed, ({ kind }) => kind === "term");
    const others = matcher.find(typed, ({ kind }) => kind !== "term");
    const count = near ? words.nearest(typed) : words.count(answers.length, typed);
    const summary = answers.length ? count : words.nothing(typed);
    this.#draw(answers, others.near ? [] : others.answers.slice(0, OTHERS), summary);
  }

  /** @param {Answer[]} answers @param {Answer[]} others @param {string} summary */
  #draw(answers, others, summary) {
    this.#results.replaceChildren(...answers.flatMap((answer) => this.#entry(answer)));
    this.#otherPages.replaceChildren(...others.map(answerItem));
    for (const printed of /** @type {Iterable<HTMLElement>} */ (this.#list.children))
      if (printed !== this) printed.hidden = answers.length > 0;
    this.#results.hidden = !answers.length;
    this.#others.hidden = !others.length;
    this.announce(summary);
  }

  /** The term's printed entry, with the word that matched if it is not its title. @param {Answer} answer */
  #entry({ page, by, name }) {
    this.#entries ??= new Map(
      this.all("[data-term]", this.#list).map((entry) => [`glossary/${entry.dataset.term}/`, entry]),
    );
    const printed = this.#entries.get(page.url);
    if (!printed) return [];
    const entry = /** @type {HTMLElement} */ (printed.cloneNode(true));
    entry.removeAttribute("data-term");
    if (name === "aka" || name === "everyday") entry.prepend(part("by", "span", {}, words.by(by), " "));
    else if (name !== "title") entry.append(part("where", "span", {}, words.inText));
    return [entry];
  }
}
