/** The element on /glossary/: finds words as one types, in the list that is printed there. README.md says how. */

import { answerItem, dangerPanel, walk } from "../search/drawing.js";
import { dangers, matcher } from "../search/loading.js";
import { words as shared } from "../search/strings.js";
import { words } from "./strings.js";
import { TypedFilter, part } from "./typed-filter.js";

const OTHERS = 2; // other pages that are named below the words
const NOTHING = { near: false, answers: [] };

export class GlossaryFilter extends TypedFilter {
  #panel = part("panel", "div");
  #results = part("results", "ol", { hidden: "" });
  #others = part("others", "div", { hidden: "" }, part("also", "h2", {}, words.also), part("results", "ol"));
  #matcher;
  #dangers = () => [];
  #entries;

  get words() {
    return words;
  }

  get between() {
    return [this.#results, this.#others];
  }

  get above() {
    return [this.#panel];
  }

  get shareable() {
    return !this.#dangers(this.typed).length;
  }

  near() {
    this.#load();
  }

  enter() {
    this.#links[0]?.click();
  }

  key(name) {
    return walk(name, this.ui.input, this.#links);
  }

  /** The parts of the printed list that give way to the results. */
  get #printed() {
    return [...this.parentElement.children].filter((child) => child !== this);
  }

  get #links() {
    return [...this.querySelectorAll("a")];
  }

  /** Brings the words of danger and the index at the first sign of use; a page that is only read pays for neither. */
  #load() {
    const again = () => this.show();
    if (!this.#matcher) {
      dangers().then((check) => (this.#dangers = check)).then(again, console.error);
      matcher().then((ready) => (this.#matcher = ready)).then(again, (error) => this.#fail(error));
    }
  }

  /** The printed list stays, and the reader is told. */
  #fail(error) {
    console.error("glossary-filter: the index did not come", error);
    this.#failed = this.typed;
    this.tell(this.typed ? words.failed : "");
  }

  show() {
    const { typed } = this;
    this.#panel.replaceChildren(...dangerPanel(typed ? this.#dangers(typed) : []));
    if (typed && !this.#matcher) {
      this.tell(this.#failed === typed ? words.failed : shared.loading);
      if (this.#loading !== typed) {
        this.#loading = typed;
        this.#load();
      }
      return;
    }
    const terms = typed ? this.#matcher.find(typed, ({ kind }) => kind === "term") : NOTHING;
    const others = typed ? this.#matcher.find(typed, ({ kind }) => kind !== "term") : NOTHING;
    this.#draw(typed, terms, others.near ? [] : others.answers.slice(0, OTHERS));
  }

  #failed = null; // what was typed when the index failed to come
  #loading = ""; // what was typed when the index was last asked for: a failure is not met by asking at once again

  #draw(typed, { near, answers }, others) {
    const count = !answers.length ? words.nothing(typed) : near ? words.nearest(typed) : words.count(answers.length, typed);
    this.#results.replaceChildren(...answers.map((answer) => this.#entry(answer)).filter(Boolean));
    this.#others.lastChild.replaceChildren(...others.map(answerItem));
    for (const printed of this.#printed) printed.hidden = Boolean(answers.length);
    this.#results.hidden = !answers.length;
    this.#others.hidden = !others.length;
    this.tell(typed ? count : "");
  }

  /** The term's entry in the printed list, with the word that matched where that is not its title. */
  #entry({ page, by, name }) {
    this.#entries ??= new Map([...this.parentElement.querySelectorAll("[data-term]")].map((entry) => [`glossary/${entry.dataset.term}/`, entry]));
    const printed = this.#entries.get(page.url);
    if (!printed) return null;
    const entry = printed.cloneNode(true);
    entry.removeAttribute("data-term");
    if (name === "aka" || name === "everyday") entry.prepend(part("by", "span", {}, words.by(by), " "));
    else if (name !== "title") entry.append(part("where", "span", {}, words.inText));
    return entry;
  }
}
