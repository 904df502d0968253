/** The element on /glossary/: finds words as one types, in the list that is printed there. README.md says how. */

import { answerItem, dangerPanel, walk } from "../search/drawing.js";
import { dangers, matcher } from "../search/loading.js";
import { words as shared } from "../search/strings.js";
import { words } from "./strings.js";
import { TypedFilter, part } from "./typed-filter.js";

const OTHERS = 2; // other pages that are named below the words
/** @typedef {import("../search/matching.js").Answer} Answer @typedef {import("../search/matching.js").Answers} Answers */

/** @type {Answers} */
const NOTHING = { near: false, answers: [] };

export class GlossaryFilter extends TypedFilter {
  #panel = part("panel", "div");
  #results = part("results", "ol", { hidden: "" });
  #otherPages = part("results", "ol");
  #others = part("others", "div", { hidden: "" }, part("also", "h2", {}, words.also), this.#otherPages);
  /** @type {import("../search/matching.js").Matcher | undefined} */
  #matcher;
  /** @type {import("../search/danger.js").DangerMatcher} */
  #dangers = () => [];
  /** @type {Map<string, HTMLElement> | undefined} */
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

  /** @param {string} name @returns {boolean} */
  key(name) {
    return walk(name, this.ui.input, this.#links);
  }

  /** What holds this filter and the printed list. */
  get #list() {
    return /** @type {HTMLElement} */ (this.parentElement);
  }

  /** The parts of the printed list that give way to the results. */
  get #printed() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]).filter((child) => child !== this);
  }

  get #links() {
    return [...this.querySelectorAll("a")];
  }

  /** Brings the words of danger and the index at the first sign of use; a page that is only read pays for neither. */
  #load() {
    const again = () => this.show();
    if (!this.#matcher) {
      dangers()
        .then((check) => (this.#dangers = check))
        .then(again, console.error);
      matcher()
        .then((ready) => (this.#matcher = ready))
        .then(again, (error) => this.#fail(error));
    }
  }

  /** The printed list stays, and the reader is told. @param {unknown} error */
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
    const terms = this.#matcher && typed ? this.#matcher.find(typed, ({ kind }) => kind === "term") : NOTHING;
    const others =
      this.#matcher && typed ? this.#matcher.find(typed, ({ kind }) => kind !== "term") : NOTHING;
    this.#draw(typed, terms, others.near ? [] : others.answers.slice(0, OTHERS));
  }

  /** What was typed when the index failed to come. @type {string | null} */
  #failed = null;
  #loading = ""; // what was typed when the index was last asked for: a failure is not met by asking at once again

  /** @param {string} typed @param {Answers} terms @param {Answer[]} others */
  #draw(typed, { near, answers }, others) {
    const count = !answers.length
      ? words.nothing(typed)
      : near
        ? words.nearest(typed)
        : words.count(answers.length, typed);
    this.#results.replaceChildren(
      ...answers.map((answer) => this.#entry(answer)).filter((entry) => entry !== null),
    );
    this.#otherPages.replaceChildren(...others.map(answerItem));
    for (const printed of this.#printed) printed.hidden = Boolean(answers.length);
    this.#results.hidden = !answers.length;
    this.#others.hidden = !others.length;
    this.tell(typed ? count : "");
  }

  /** The term's entry in the printed list, with the word that matched where that is not its title. @param {Answer} answer */
  #entry({ page, by, name }) {
    this.#entries ??= new Map(
      /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll("[data-term]")]).map((entry) => [
        `glossary/${entry.dataset.term}/`,
        entry,
      ]),
    );
    const printed = this.#entries.get(page.url);
    if (!printed) return null;
    const entry = /** @type {HTMLElement} */ (printed.cloneNode(true));
    entry.removeAttribute("data-term");
    if (name === "aka" || name === "everyday") entry.prepend(part("by", "span", {}, words.by(by), " "));
    else if (name !== "title") entry.append(part("where", "span", {}, words.inText));
    return entry;
  }
}
